// Coming dates: found from the start page, narrowed, empty, and on the page of who holds them.

import assert from "node:assert/strict";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";
import { startServer } from "./server.mjs";

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

const submit = () => Promise.all([page.waitForEvent("load"), page.locator("form.ask button").click()]);

describe("the agenda", () => {
  test("from the start page to a date, and on to who holds it", async () => {
    await page.goto("/fr");
    await page.locator(".ways a[href='/fr/agenda']").click();
    const day = page.locator(".event", { hasText: "Journée internationale des maladies rares" });
    const when = await day.locator("time").getAttribute("datetime");
    assert.match(when, /^20\d\d-02-(28|29)$/);
    const today = new Date().toISOString().slice(0, 10);
    assert.ok(when >= today, `${when} is over`);
    assert.match(await day.locator(".source").innerText(), /rarediseaseday\.org/);
    await day.locator("p a[href^='/fr/structure/']").click();
    assert.equal(await page.locator("#events").innerText(), "Dates à venir");
    assert.equal(await page.locator(".event time").first().getAttribute("datetime"), when);
  });

  test("a choice that nothing fits is kept, teaches, and leads back to all dates", async () => {
    await page.goto("/de/termine");
    await page.locator("#kind").selectOption("training");
    await page.locator("#for").selectOption("professionals");
    await submit();
    assert.equal(await page.locator("#kind").inputValue(), "training");
    assert.equal(await page.locator("#for").inputValue(), "professionals");
    assert.match(await page.locator(".empty").innerText(), /mit Quelle/);
    const fr = await page.locator(".languages a[hreflang=fr]").getAttribute("href");
    assert.match(fr, /kind=training/, "the choice goes along to the other languages");
    await page.locator(".next a").first().click();
    assert.equal(await page.locator(".event").count() > 0, true);
  });
});

describe("a laboratory", () => {
  test("says what is known of its tests and what is not", async () => {
    await page.goto("/fr/annuaire?kind=laboratory");
    await page.locator(".card h2 a", { hasText: "LNS biologie médicale" }).click();
    const facts = page.locator("section[aria-labelledby=laboratory]");
    assert.match(await facts.innerText(), /Dépistage néonatal/);
    assert.match(await facts.innerText(), /ISO 15189/);
    assert.equal(await facts.locator("dd", { hasText: "non connu de nous" }).count() >= 2, true);
  });
});
