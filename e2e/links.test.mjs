// No dead ends: every link of every public page leads somewhere, and every part of a page that is pointed at exists.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";
import { LANGUAGES, publicPages } from "./pages.mjs";
import { startServer } from "./server.mjs";

const AT_ONCE = 8;
const server = await startServer();
const browser = await openBrowser();
const scout = await openPage(browser, server.base, { javaScriptEnabled: false });
const pages = await publicPages(scout);
after(async () => {
  await browser.close();
  await server.stop();
});

// The reduced form follows the links of two languages; `./test full` those of all five.
for (const language of process.env.E2E_FULL === "1" ? LANGUAGES : ["fr", "lb"]) {
  test(`links of the pages in ${language}`, async () => {
    const wanted = new Map();
    for (const entry of pages.filter((p) => p.language === language)) {
      await entry.open(scout);
      const [hrefs, ids] = await scout.evaluate(() => [
        [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")),
        [...document.querySelectorAll("[id]")].map((e) => e.id),
      ]);
      for (const href of hrefs) {
        if (href.startsWith("#")) assert.ok(ids.includes(href.slice(1)), `${entry.id}: nothing is called ${href}`);
        else if (href.startsWith("/")) wanted.set(href.replace(/#.*/, ""), entry.id);
        else assert.match(href, /^(https?:\/\/[^\s/]+\.[^\s]+|tel:\+?\d{2,15}|mailto:\S+@\S+\.\S+)$/, entry.id);
      }
      assert.ok(hrefs.some((h) => h.startsWith("tel:") || h.startsWith("mailto:") || /infoline/.test(h)), `${entry.id}: nobody to reach`);
    }
    const left = [...wanted];
    const broken = [];
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const answer = await fetch(server.base + next[0]);
        await answer.arrayBuffer();
        if (!answer.ok) broken.push(`${answer.status} ${next[0]} (on ${next[1]})`);
      }
    }));
    assert.deepEqual(broken, []);
  });
}
