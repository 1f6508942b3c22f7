// What axe and we look at on every page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong; empty when it is right. */
export async function axe(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (tags) => (await axe.run(document, { runOnly: tags, resultTypes: ["violations"] })).violations,
    TAGS,
  );
  return violations.map((v) => `${v.id}: ${v.help}\n` + v.nodes.slice(0, 4).map((n) => `  ${n.target} ${n.html.slice(0, 160)}\n    ${n.failureSummary.replace(/\s+/g, " ").slice(0, 220)}`).join("\n")).join("\n");
}

/** What the page is made of: language, title, one heading, no gap in the order of headings, no text left out. */
export async function frame(page, language) {
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
