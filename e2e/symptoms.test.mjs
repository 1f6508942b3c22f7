// From described signs to the networks that know them, with a tiny invented ontology.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { openBrowser, openPage, overflows, send } from "./browser.mjs";
import { LANGUAGES } from "./pages.mjs";
import { startServer } from "./server.mjs";

const FULL = process.env.E2E_FULL === "1";
const TEXT = "Mon fils a un genou branlant et un mollet ballon ; pas de souffle sifflant. Sa tante a une main tambour.";
const PATHS = { fr: "/fr/decrire", de: "/de/beschreiben", en: "/en/describe-signs", pt: "/pt/descrever", lb: "/lb/beschreiwen" };
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
const DISORDERS = /Invented|Duchenne|Muco|Wilson|Marfan|OMIM:|ORPHA:(?!616874)/;

const server = await startServer({ signs: true });
const local = await startServer({ signs: true, candidates: true });
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await Promise.all([server.stop(), local.stop()]);
});

/** Clicks and waits for the page that the form leads to. */
async function go(page, selector) {
  await Promise.all([page.waitForResponse((r) => r.request().isNavigationRequest()), page.waitForEvent("load"), page.locator(selector).first().click()]);
}

/** The steps of the walk as pages: each opens the one before. */
const steps = (language) => {
  const form = async (page) => { await page.goto(PATHS[language]); };
  const signs = async (page) => {
    await form(page);
    await page.fill("#text", TEXT);
    await page.selectOption("#lang", "fr");
    await page.fill("#age", "4");
    await go(page, "button[value=read]");
  };
  const networks = async (page) => {
    await signs(page);
    await go(page, "section[aria-labelledby=go-on] button:not([name])");
  };
  return {
    form,
    nothing: async (page) => { await form(page); await go(page, "button[value=read]"); },
    signs,
    search: async (page) => { await form(page); await go(page, "button[value=pick]"); await page.fill("#q", "odd"); await go(page, "button[value=search]"); },
    browse: async (page) => {
      await form(page);
      await go(page, "button[value=pick]");
      await page.locator("#add-signs summary").click();
      await go(page, "button[value='open.33127']");
    },
    networks,
    candidates: async (page) => { await networks(page); await go(page, "form[action$=candidats] button, form[action$=kandidaten] button, form[action$=candidates] button, form[action$=candidatos] button"); },
  };
};

for (const language of LANGUAGES) {
  describe(`signs in ${language}`, () => {
    let page;
    before(async () => { page = await openPage(browser, local.base, DESK); });
    after(() => page.context().close());
    for (const [name, open] of Object.entries(steps(language))) {
      test(`${name} (${language})`, async () => {
        page.seen.length = 0;
        await page.setViewportSize(DESK);
        await open(page);
        await frame(page, language);
        assert.equal(await axe(page), "", "at 1280 px");
        await page.setViewportSize(PHONE);
        assert.equal(await overflows(page), "", "no sideways scrolling at 360 px");
        if (language === "fr" || FULL) assert.equal(await axe(page), "", "at 360 px");
        assert.doesNotMatch(page.url(), /\?/, "nothing in the address");
        assert.deepEqual(page.seen, []);
      });
    }
  });
}

test("in the dark too", async () => {
  const page = await openPage(browser, local.base, { ...DESK, colorScheme: "dark" });
  const walk = steps("fr");
  for (const name of ["signs", "networks", "candidates"]) {
    await walk[name](page);
    assert.equal(await axe(page), "", name);
  }
  await page.context().close();
});

test("without scripts: describe, correct, search, browse, remove, networks, phenopacket", async () => {
  const page = await openPage(browser, server.base, { javaScriptEnabled: false });
  await page.goto("/fr");
  await page.locator(".instead a").click();
  await page.fill("#text", TEXT);
  await page.fill("#age", "4");
  await page.locator("input[name=sex][value=male]").check();
  await page.click("button[value=read]");
  assert.equal(await page.locator("mark").count(), 4);
  assert.ok(await page.locator("main input[name=mark-2][value=excluded]").isChecked());
  assert.ok(await page.locator("main input[name=mark-3][value=family]").isChecked());
  await page.locator("main input[name=mark-1][value=dropped]").check();
  await page.locator("main select[name=sign-0]").selectOption("HP:9900104");

  await page.fill("#q", "demarche au pa");
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("main input[name=mark-1][value=dropped]").isChecked(), "what was decided is kept");
  await page.click("button[value='add.9900105']");
  assert.equal(await page.locator("section[aria-labelledby=picked] li").count(), 1);
  await page.locator("#add-signs summary").click();
  await page.click("button[value='open.33127']");
  await page.click("button[value='open.9900100']");
  await page.click("button[value='add.9900100']");
  assert.equal(await page.locator("section[aria-labelledby=picked] li").count(), 2);
  await page.locator("section[aria-labelledby=picked] li button").nth(1).click();
  assert.equal(await page.locator("section[aria-labelledby=picked] li").count(), 1);
  assert.equal(await page.locator("#age").inputValue(), "4");
  assert.equal(await page.locator("main select[name=sign-0]").inputValue(), "HP:9900104");

  await page.locator("section[aria-labelledby=go-on] button").first().click();
  assert.equal(new URL(page.url()).pathname, "/fr/decrire/reseaux");
  const present = await page.locator(".doctor ul").first().innerText();
  assert.match(present, /Genou très branlant/);
  assert.match(present, /Démarche au pas/);
  assert.doesNotMatch(present, /Mollet ballon|Main tambour/, "neither what was dropped nor what a relative has");
  assert.match(await page.locator(".doctor").innerText(), /4.ans/);
  assert.doesNotMatch(await page.content(), DISORDERS);
  const saved = page.waitForEvent("download");
  await page.locator("form[action$=phenopacket] button").click();
  assert.equal((await saved).suggestedFilename(), "ariane-phenopacket.json");
  await page.locator("form[action='/fr/decrire'] button").click();
  assert.equal(await page.locator("section[aria-labelledby=picked] li").count(), 1, "the way back keeps the signs");
  await page.context().close();
});

test("by keyboard: suggestions are chosen with arrows and added with Enter", async () => {
  const page = await openPage(browser, server.base);
  const asked = [];
  page.on("request", (r) => asked.push(`${r.method()} ${r.url()}`));
  await page.goto("/fr/decrire");
  await go(page, "button[value=pick]");
  await page.locator("#q").focus();
  await page.keyboard.type("souffle");
  await page.locator("#q-list li").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  assert.match(await page.locator("section[aria-labelledby=picked]").innerText(), /Souffle/);
  assert.ok(asked.some((a) => a.startsWith("POST") && a.endsWith("/api/signs")));
  assert.ok(asked.every((a) => !a.includes("souffle")), "what was typed is in no address");
  assert.deepEqual(page.seen, []);
  await page.context().close();
});

test("danger comes first, and the language can be changed without losing the text", async () => {
  const page = await openPage(browser, server.base);
  await page.goto("/fr/decrire");
  await send(page, "form.ask", { text: "je veux mourir" });
  assert.equal(await page.locator("main > :first-child").getAttribute("role"), "alert");
  await page.goto("/fr/decrire");
  await page.fill("#text", TEXT);
  await go(page, "button[value=read]");
  await go(page, ".languages button[lang=de]");
  assert.equal(new URL(page.url()).pathname, "/de/beschreiben");
  assert.match(await page.locator(".marked").innerText(), /genou branlant/);
  await page.context().close();
});

test("candidates are shown at this machine when asked for, and nowhere else", async () => {
  const shown = await openPage(browser, local.base);
  await steps("fr").candidates(shown);
  assert.match(await shown.locator("main").innerText(), /Duchenne/);
  assert.ok(await shown.locator("svg.account rect.for").count(), "what speaks for it is drawn");
  assert.ok(await shown.locator(".candidate table").count(), "and written");
  await shown.context().close();
  const body = "sign-0=HP%3A9900101&sign-1=HP%3A9900102";
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const closed = await fetch(`${server.base}/fr/decrire/candidats`, { method: "POST", body, headers });
  assert.equal(closed.status, 404);
  assert.doesNotMatch(await closed.text(), DISORDERS);
  const passedOn = await fetch(`${local.base}/fr/decrire/candidats`, { method: "POST", body, headers: { ...headers, "x-forwarded-for": "192.0.2.7" } });
  assert.equal(passedOn.status, 404);
});

test("the networks print with the list for the doctor, without forms", async () => {
  const page = await openPage(browser, server.base);
  await steps("fr").networks(page);
  await page.emulateMedia({ media: "print" });
  for (const hidden of [".top nav", "form", "button"]) assert.equal(await page.locator(`${hidden} >> visible=true`).count(), 0, hidden);
  for (const visible of ["h1", ".doctor", ".calibration", ".disclaimer"]) assert.ok(await page.locator(visible).first().isVisible(), visible);
  await page.context().close();
});
