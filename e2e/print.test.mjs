// The sheet on paper, from the browser's own print command.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openBrowser, openPage, send } from "./browser.mjs";
import { DISEASE } from "./pages.mjs";
import { startServer } from "./server.mjs";

const server = await startServer();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await server.stop();
});

/** Sizes of the pages of a PDF, in points. */
const sizes = (pdf) =>
  [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map((m) => [Number(m[1]), Number(m[2])]);

for (const colorScheme of ["light", "dark"]) {
  test(`the sheet prints on A4, without menus and forms (${colorScheme})`, async () => {
    const page = await openPage(browser, server.base, { colorScheme });
    await page.goto(`/fr/maladie/${DISEASE}`);
    await send(page, "form.ask", { place: "1111", need: "school-work/school" });
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".top nav", ".skip", ".tools", ".panel", "form", "button"]) {
      assert.equal(await page.locator(`${hidden} >> visible=true`).count(), 0, hidden);
    }
    for (const shown of ["h1", ".meta", ".way", ".part-networks .card", ".source", ".disclaimer"]) {
      assert.ok(await page.locator(shown).first().isVisible(), shown);
    }
    const [ink, paper] = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]);
    assert.deepEqual([ink, paper], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = sizes(pdf);
    assert.ok(pages.length >= 1 && pages.length <= 12, `${pages.length} pages`);
    for (const [width, height] of pages) {
      assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `${width} × ${height}`);
    }
    assert.deepEqual(page.seen, []);
    await page.context().close();
  });
}
