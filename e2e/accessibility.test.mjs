// WCAG 2.0, 2.1 and 2.2, A and AA, on every public page: axe, and what axe does not look at.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage, overflows } from "./browser.mjs";
import { LANGUAGES, publicPages } from "./pages.mjs";
import { startServer } from "./server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const FULL = process.env.E2E_FULL === "1";
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

const server = await startServer();
const browser = await openBrowser();
const scout = await openPage(browser, server.base);
const pages = await publicPages(scout);
await scout.context().close();
after(async () => {
  await browser.close();
  await server.stop();
});

async function axe(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (tags) => (await axe.run(document, { runOnly: tags, resultTypes: ["violations"] })).violations,
    TAGS,
  );
  return violations.map((v) => `${v.id}: ${v.help}\n` + v.nodes.slice(0, 4).map((n) => `  ${n.target} ${n.html.slice(0, 160)}\n    ${n.failureSummary.replace(/\s+/g, " ").slice(0, 220)}`).join("\n")).join("\n");
}

/** What the page is made of: language, title, one heading, no gap in the order of headings, no text left out. */
async function frame(page, language) {
  const found = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((h) => Number(h.tagName[1])),
    empty: [...document.querySelectorAll("h1,h2,h3,h4,a,button,label")].filter((e) => !e.textContent.trim()).map((e) => e.outerHTML.slice(0, 120)),
    doubled: [...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
    unfilled: document.body.innerText.match(/\{\s*\$\w+[^}]*\}?/)?.[0] ?? "",
  }));
  assert.equal(found.language, language);
  assert.match(found.title, /\S+.* · Ariane$/);
  assert.equal(found.headings.filter((level) => level === 1).length, 1, "one h1");
  found.headings.reduce((last, level) => {
    assert.ok(level <= last + 1 || last === 0, `a heading of level ${level} follows one of level ${last}`);
    return level;
  }, 0);
  assert.deepEqual([found.empty, found.doubled, found.unfilled], [[], [], ""]);
}

for (const language of LANGUAGES) {
  describe(`pages in ${language}`, () => {
    let page;
    before(async () => { page = await openPage(browser, server.base, DESK); });
    after(() => page.context().close());
    for (const entry of pages.filter((p) => p.language === language)) {
      test(`${entry.id} (${language})`, async () => {
        page.seen.length = 0;
        await page.setViewportSize(DESK);
        assert.equal(await entry.open(page), entry.expect, "status");
        await frame(page, language);
        assert.equal(await axe(page), "", "at 1280 px");
        await page.setViewportSize(PHONE);
        assert.equal(await overflows(page), "", "no sideways scrolling at 360 px");
        if (language === "fr" || FULL) assert.equal(await axe(page), "", "at 360 px");
        assert.deepEqual(page.seen, []);
      });
    }
  });
}

for (const colorScheme of ["light", "dark"]) {
  describe(`contrast, ${colorScheme}`, () => {
    let page;
    before(async () => { page = await openPage(browser, server.base, { ...DESK, colorScheme }); });
    after(() => page.context().close());
    const wanted = FULL ? pages.map((p) => p.id) : ["start", "results", "danger", "disease", "rarity", "carte", "sheet", "sheet-unknown-place"];
    for (const entry of pages.filter((p) => p.language === "fr" && wanted.includes(p.id))) {
      test(`${entry.id} (${colorScheme})`, async () => {
        await entry.open(page);
        const [ink, paper] = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]);
        const light = (rgb) => rgb.match(/\d+/g).slice(0, 3).reduce((sum, n) => sum + Number(n), 0);
        assert.equal(light(paper) > light(ink), colorScheme === "light", `${ink} on ${paper}`);
        assert.equal(await axe(page), "");
      });
    }
  });
}

test("large text: at 200 % and half the width, nothing is cut off and nothing scrolls sideways", async () => {
  const page = await openPage(browser, server.base, { width: 640, height: 800 });
  for (const id of ["start", "disease", "sheet"]) {
    await pages.find((p) => p.id === id && p.language === "fr").open(page);
    await page.evaluate(() => { document.documentElement.style.fontSize = "34px"; });
    assert.equal(await overflows(page), "", id);
  }
  await page.context().close();
});

test("forced colours: the thread's knots and the focus stay to be seen", async () => {
  const page = await openPage(browser, server.base, { ...DESK, forcedColors: "active" });
  await pages.find((p) => p.id === "sheet" && p.language === "fr").open(page);
  const knot = await page.locator(".way li").first().evaluate((li) => getComputedStyle(li, "::after").borderTopWidth);
  assert.notEqual(knot, "0px");
  await page.keyboard.press("Tab");
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
  await page.context().close();
});

test("targets are at least 24 px high, but for links within sentences", async () => {
  const page = await openPage(browser, server.base, PHONE);
  for (const id of ["start", "results", "sheet"]) {
    await pages.find((p) => p.id === id && p.language === "fr").open(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, select, input:not([type=hidden]), .top a, nav a, .button-quiet")]
        .filter((e) => e.offsetParent && !e.matches(".skip"))
        .map((e) => [e.outerHTML.slice(0, 100), e.closest("label")?.getBoundingClientRect().height ?? e.getBoundingClientRect().height])
        .filter(([, height]) => height < 24));
    assert.deepEqual(small, [], id);
  }
  await page.context().close();
});
