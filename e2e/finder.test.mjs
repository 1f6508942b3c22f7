// The finder: from a few typed words to the people who can help, by keyboard alone; and what may go wrong.

import assert from "node:assert/strict";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import { openBrowser, openPage, send } from "./browser.mjs";
import { DISEASE, LANGUAGES } from "./pages.mjs";
import { startServer } from "./server.mjs";

const NEED = "school-work/school";
const server = await startServer();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await server.stop();
});

let page;
beforeEach(async () => { page = await openPage(browser, server.base); });
afterEach(async () => {
  const { seen } = page;
  await page.context().close();
  assert.deepEqual(seen, []);
});

const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);

/** Presses Tab until the element has the focus. */
async function tabTo(selector) {
  for (let presses = 0; presses < 250; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never reaches ${selector}`);
}

/** Presses ArrowDown until the select field holds the value. */
async function choose(value) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate(() => document.activeElement.value) === value) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`the arrows never reach ${value}`);
}

const enter = () => Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);

async function sheet(fields = { place: "1111", need: NEED }, language = "fr", word = "maladie") {
  await page.goto(`/${language}/${word}/${DISEASE}`);
  return send(page, "form.ask", fields);
}

describe("the main job, by keyboard", () => {
  test("a misspelt name, a suggestion, a place, a need: the sheet", async () => {
    await page.goto("/fr");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "skip", "the first Tab offers the way past the menu");
    await tabTo("#q");
    await page.keyboard.type("mucovisidose");
    await page.locator("#q-list [role=option]").first().waitFor();
    const box = page.locator("#q");
    assert.equal(await box.getAttribute("aria-expanded"), "true");
    await page.keyboard.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
    await page.keyboard.press("Enter");
    assert.equal(await box.inputValue(), "Mucoviscidose");
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    assert.equal(await page.locator("#q-list").isVisible(), false);
    await tabTo("#place");
    await page.keyboard.type("1111");
    await tabTo("#need");
    await choose(NEED);
    await tabTo("form.ask button[type=submit]");
    await enter();

    assert.match(await page.title(), /Mucoviscidose/);
    assert.match(await page.locator(".meta").innerText(), /1111 Luxembourg \(LU\).*école/);
    const network = page.locator(".part-networks .card", { hasText: "ERN-LUNG" });
    assert.ok((await network.locator(".why li").allInnerTexts()).some((why) => /couvre cette maladie|Mucoviscidose/.test(why)));
    assert.match(await network.locator(".source").innerText(), /^Source\s:\shttps:\/\/\S+ · (vérifié le \d|jamais vérifié)/);
    assert.match(await page.locator(".meta").innerText(), /Fiche du \d{1,2}(er)? \S+ 20\d\d/);
    for (const card of await page.locator(".sheet .card").all()) {
      assert.match(await card.locator(".source").innerText(), /Source\s:\s\S+.* · (vérifié le \d|jamais vérifié)/i);
      assert.ok(await card.locator(".why li").count(), `no reason: ${await card.innerText()}`);
    }
    assert.match(await page.locator(".way").innerText(), /1111 Luxembourg[\s\S]*Médecin[\s\S]*ERN-LUNG/);
    assert.ok(!page.url().includes("1111"), "the place is not in the address");
  });

  test("Escape closes the suggestions and keeps what was typed; typing again forgets the suggestion", async () => {
    await page.goto("/fr");
    await page.keyboard.press("/");
    assert.equal(await focused(), "q");
    await page.keyboard.type("muco");
    await page.locator("#q-list [role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#q-list").isVisible(), false);
    assert.equal(await page.locator("#q").inputValue(), "muco");
    await page.keyboard.press("ArrowDown");
    await page.locator("#q-list [role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("input[name=code]").inputValue(), DISEASE);
    await page.keyboard.type("x");
    assert.equal(await page.locator("input[name=code]").inputValue(), "");
  });

  test("without a suggestion: results, then the sheet, with place and need carried on", async () => {
    await page.goto("/fr");
    await tabTo("#q");
    await page.keyboard.type("mucovisidose");
    await tabTo("#place");
    await page.keyboard.type("l-4001");
    await tabTo("#need");
    await choose(NEED);
    await tabTo("form.ask button[type=submit]");
    await enter();
    assert.match(await page.locator("h1").innerText(), /Résultats/);
    await tabTo(".hits form button");
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /Mucoviscidose/);
    await enter();
    assert.match(await page.locator(".meta").innerText(), /4001 Esch-sur-Alzette.*école/);
  });

  test("the last suggestion asked for wins, however late the first is answered", async () => {
    let held;
    const first = new Promise((release) => { held = release; });
    await page.route("**/api/suggest*", async (route) => {
      if (route.request().url().includes("q=muco&") || route.request().url().endsWith("q=muco")) await first;
      await route.continue();
    });
    await page.goto("/fr");
    await page.locator("#q").pressSequentially("muco");
    await page.waitForTimeout(150);
    await page.locator("#q").fill("marfan");
    await page.locator("#q-list [role=option]", { hasText: "Marfan" }).first().waitFor();
    held();
    await page.waitForTimeout(200);
    assert.match(await page.locator("#q-list").innerText(), /Marfan/);
  });
});

describe("what the sheet gives", () => {
  test("a PDF", async () => {
    assert.equal(await sheet(), 200);
    const form = page.locator(".tools form");
    for (const large of ["", "1"]) {
      const fields = await form.evaluate((f) => Object.fromEntries(new FormData(f)));
      const answer = await page.request.post(await form.getAttribute("action"), { form: { ...fields, large } });
      assert.equal(answer.status(), 200);
      assert.equal(answer.headers()["content-type"], "application/pdf");
      const bytes = await answer.body();
      assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
      assert.match(bytes.subarray(-1024).toString("latin1"), /%%EOF/);
    }
    const sent = page.waitForResponse((r) => r.url().endsWith("/fr/orientation.pdf"));
    await tabTo(".tools button[type=submit]");
    await page.keyboard.press("Enter");
    assert.equal((await sent).headers()["content-type"], "application/pdf");
  });

  test("a link that holds neither place nor postcode, and leads to the same disease", async () => {
    await sheet();
    const share = await page.locator("#share").getAttribute("href");
    assert.doesNotMatch(decodeURIComponent(share), /1111|place|position|luxembourg|49\.6|6\.13/i);
    assert.match(share, /code=586/);
    await page.goto(share);
    assert.match(await page.title(), /Mucoviscidose/);
    assert.match(await page.locator(".meta").innerText(), /école/);
    assert.ok(await page.locator(".part-networks .card", { hasText: "ERN-LUNG" }).count());
  });

  test("a place in an address is not read", async () => {
    await page.goto(`/fr/orientation?code=${DISEASE}&place=1111&position=49.61,6.13`);
    assert.doesNotMatch(await page.locator("main").innerText(), /1111/);
  });

  test("a change of language keeps disease and need", async () => {
    await sheet();
    for (const [language, name] of [["de", "Zystische Fibrose"], ["en", "Cystic fibrosis"], ["pt", "Fibrose quística"], ["lb", "ERN-LUNG"], ["fr", "Mucoviscidose"]]) {
      await page.locator(`.languages a[hreflang=${language}]`).click();
      await page.waitForURL(new RegExp(`/${language}/`));
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.match(await page.locator("main").innerText(), new RegExp(name));
      assert.equal(await page.locator("#need").inputValue(), NEED);
    }
  });

  test("children and adults, another country, no place: always people to reach", async () => {
    for (const fields of [{ place: "1111" }, { place: "" }, { place: "54000" }, { place: "Porto" }, { place: "6700" }]) {
      assert.equal(await sheet(fields), 200, JSON.stringify(fields));
      assert.ok(await page.locator(".sheet .contacts a").count(), JSON.stringify(fields));
      assert.ok(await page.locator("a[href^='tel:']").count(), `${JSON.stringify(fields)}: nobody to call`);
    }
  });
});

describe("danger", () => {
  const WORDS = { fr: "je veux mourir", de: "ich will sterben", en: "I want to die", pt: "quero morrer", lb: "ech wëll stierwen" };
  for (const language of LANGUAGES) {
    test(`words of danger bring up 112 before anything else (${language})`, async () => {
      await page.goto(`/${language}`);
      await page.locator("#q").fill(WORDS[language]);
      await tabTo("form.ask button[type=submit]");
      await enter();
      const first = page.locator("main > :first-child");
      assert.equal(await first.getAttribute("role"), "alert");
      assert.equal(await page.locator("main a").first().getAttribute("href"), "tel:112");
      assert.match(await first.innerText(), /112/);
      const [alert, heading] = await page.evaluate(() => ["main > .danger", "h1"].map((s) => document.querySelector(s).getBoundingClientRect().top));
      assert.ok(alert >= 0 && alert < heading && alert < 450, "in view without scrolling");
      assert.ok(await first.locator("a[href^='tel:']").count() > 1, "lines that listen");
    });
  }

  test("French words of danger are heard on a German page too", async () => {
    await page.goto("/de");
    await send(page, "form.ask", { q: WORDS.fr });
    assert.equal(await page.locator("main > :first-child").getAttribute("role"), "alert");
  });

  test("a disease alone brings up no alert", async () => {
    await page.goto("/fr");
    await send(page, "form.ask", { q: "mucoviscidose" });
    assert.equal(await page.locator(".danger").count(), 0);
  });
});

describe("places", () => {
  test("an unknown place: a summary takes the focus, the field says so, nothing typed is lost", async () => {
    assert.equal(await sheet({ place: "Nirgendwo", need: NEED }), 422);
    assert.equal(await focused(), "errors");
    assert.match(await page.locator(".errors").innerText(), /Nirgendwo/);
    assert.equal(await page.locator("#place").inputValue(), "Nirgendwo");
    assert.equal(await page.locator("#place").getAttribute("aria-invalid"), "true");
    assert.equal(await page.locator("#need").inputValue(), NEED);
    assert.ok(await page.locator(".part-networks .card").count(), "a sheet without a place all the same");
    await tabTo(".errors a");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => location.hash), /place/);
  });

  test("a place of several countries: a choice, by keyboard", async () => {
    assert.equal(await sheet({ place: "4000", need: NEED }), 422);
    assert.equal(await focused(), "errors");
    const choices = await page.locator(".errors button").allInnerTexts();
    assert.ok(choices.some((c) => c.includes("Liège")) && choices.some((c) => c.includes("Porto")), choices.join());
    await tabTo(".errors button");
    while (!(await page.evaluate(() => document.activeElement.textContent.includes("Porto")))) await page.keyboard.press("Tab");
    await enter();
    assert.equal(await page.locator(".errors").count(), 0);
    assert.match(await page.locator(".meta").innerText(), /Porto \(PT\).*école/);
  });

  test("a town by the beginning of its name, with or without accents and capitals", async () => {
    for (const typed of ["Esch", "esch sur alzette", "LIEGE", "L-4001"]) {
      assert.equal(await sheet({ place: typed }), 200, typed);
      assert.match(await page.locator(".meta").innerText(), /Esch-sur-Alzette|Liège/);
    }
  });

  test("my position is rounded before it leaves the browser; refused, it says so", async () => {
    await page.context().grantPermissions(["geolocation"]);
    await page.context().setGeolocation({ latitude: 49.611671, longitude: 6.131935 });
    await page.goto(`/fr/maladie/${DISEASE}`);
    await page.locator("#place + button").click();
    await page.locator(".field [role=status]", { hasText: /\S/ }).waitFor();
    assert.equal(await page.locator("input[name=position]").first().inputValue(), "49.61,6.13");
    await page.locator("form.ask button[type=submit]").click();
    await page.locator(".meta").waitFor();
    assert.doesNotMatch(await page.locator("#share").getAttribute("href"), /49\.61|6\.13/);
    await page.context().clearPermissions();
    await page.goto(`/fr/maladie/${DISEASE}`);
    await page.locator("#place + button").click();
    await page.locator(".field [role=status]", { hasText: /\S/ }).waitFor();
    assert.equal(await focused(), "place");
  });
});

describe("harmless, whatever is typed", () => {
  const TYPED = {
    "10,000 characters": "maladie rare ".repeat(770),
    "10,000 letters without a space": "w".repeat(10_000),
    script: "<script>alert(1)</script>",
    "an image with a handler": "\"><img src=x onerror=alert(1)>",
    SQL: "'; DROP TABLE organisation; -- ' OR '1'='1",
    "control characters": "muco\u0000\u0001\u0007\u001b[31m\u202evisci\u200bdose\r\n",
    template: "{{7*7}} ${7*7} {% raw %} %s%n",
    path: "../../../../etc/passwd",
    "right-to-left and combining": "\u05d0\u05d1\u0627\u0644 " + "e\u0301\u0302\u0303".repeat(200),
    emoji: "👩‍👩‍👧‍👦".repeat(100),
    "only signs": "%%% ___ *** ((( \\\\ \"\"\" '''",
  };
  for (const [what, text] of Object.entries(TYPED)) {
    test(`${what} as question, as place, as need, in the directory`, async () => {
      await page.goto("/fr");
      assert.equal(await send(page, "form.ask", { q: text, place: text }), 200);
      assert.match(await page.locator("h1").innerText(), /Résultats/);
      const echoed = await page.locator("#q").inputValue();
      assert.ok(text.includes("\u0000") || text.trimEnd().startsWith(echoed.trimEnd()), "what was typed is there again");
      await page.goto(`/fr/maladie/${DISEASE}`);
      assert.equal(await send(page, "form.ask", { place: text, code: DISEASE }), 422);
      assert.equal(await page.locator("main script, main img, main iframe").count(), 0);
      const answer = await page.goto(`/fr/annuaire?q=${encodeURIComponent(text.slice(0, 2_000))}&country=${encodeURIComponent(text.slice(0, 50))}`);
      assert.equal(answer.status(), 200);
      assert.equal(await page.locator("main script, main img, main iframe").count(), 0);
      await page.setViewportSize({ width: 360, height: 740 });
      assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), "no sideways scrolling");
      const suggested = await page.request.get(`/api/suggest?lang=fr&q=${encodeURIComponent(text.slice(0, 2_000))}`);
      assert.equal(suggested.status(), 200);
      assert.ok(Array.isArray(await suggested.json()));
    });
  }

  test("a form that is too large, broken, or of another kind is answered by a page in the person's language", async () => {
    const post = (data, type = "application/x-www-form-urlencoded") =>
      page.request.post("/de/suche", { data, headers: { "content-type": type } });
    for (const answer of [await post("q=" + "x".repeat(200_000)), await post("{}", "application/json"), await page.request.put("/de/suche"), await page.request.get("/de/suche?q=a&q=b")]) {
      assert.ok(answer.status() >= 400 && answer.status() < 500, `${answer.status()}`);
      const text = await answer.text();
      assert.match(text, /<html lang="de">[\s\S]*<h1>[\s\S]*112/, `${answer.status()}: ${text.slice(0, 200)}`);
    }
    for (const broken of ["q=%FF%FE", "q=%", "q=%00", "code=99999999999999999999", "code=-1&position=NaN,NaN", "position=1e999,0"]) {
      assert.ok((await post(broken)).status() < 500, broken);
      assert.ok((await page.request.post("/de/orientierung", { data: broken, headers: { "content-type": "application/x-www-form-urlencoded" } })).status() < 500, broken);
    }
  });
});
