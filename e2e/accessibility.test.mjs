// WCAG 2.0, 2.1 and 2.2, A and AA, on every public page: axe, and what axe does not look at.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { openBrowser, openPage, overflows } from "./browser.mjs";
import { LANGUAGES, publicPages } from "./pages.mjs";
import { startServer } from "./server.mjs";

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

// The reduced form looks at two languages; `./test full` at all five.
for (const language of FULL ? LANGUAGES : ["fr", "de"]) {
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
