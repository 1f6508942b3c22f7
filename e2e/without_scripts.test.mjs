// All of it without JavaScript.

import assert from "node:assert/strict";
import { after, afterEach, beforeEach, test } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";
import { DISEASE } from "./pages.mjs";
import { startServer } from "./server.mjs";

const server = await startServer();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await server.stop();
});

let page;
beforeEach(async () => { page = await openPage(browser, server.base, { javaScriptEnabled: false }); });
afterEach(() => page.context().close());

/** Every visible button sends a form: one that needs scripts would do nothing. */
async function everyButtonWorks() {
  for (const button of await page.locator("button:visible, [role=button]:visible, input[type=button]:visible").all()) {
    assert.equal(await button.getAttribute("type"), "submit", await button.innerText());
  }
  assert.equal(await page.locator("a[href='#']:visible, a[href^='javascript:']:visible").count(), 0);
}

test("search, results, disease, sheet, PDF", async () => {
  await page.goto("/fr");
  await everyButtonWorks();
  await page.fill("#q", "mucovisidose");
  await page.fill("#place", "1111");
  await page.selectOption("#need", "school-work/school");
  await page.click("form.ask button[type=submit]");
  assert.match(await page.locator("h1").innerText(), /Résultats/);
  await everyButtonWorks();
  assert.equal(await page.locator("#q").inputValue(), "mucovisidose");

  await page.locator(".hits button").first().click();
  assert.match(await page.locator(".meta").innerText(), /1111 Luxembourg.*école/);
  await everyButtonWorks();

  await page.locator("article.sheet > p > a").first().click();
  assert.equal(new URL(page.url()).pathname, `/fr/maladie/${DISEASE}`);
  await everyButtonWorks();
  await page.fill("#place", "4000");
  await page.locator("input[type=radio][name=age][value=child]").check();
  await page.click("form.ask button[type=submit]");
  await everyButtonWorks();
  await page.locator(".errors button", { hasText: "Liège" }).click();
  assert.match(await page.locator(".meta").innerText(), /Liège \(BE\)/);
  assert.ok(await page.locator("input[type=radio][name=age][value=child]").isChecked(), "the age is kept");

  const sent = page.waitForResponse((r) => r.url().endsWith("/fr/orientation.pdf"));
  await page.locator(".tools button[type=submit]").click();
  assert.equal((await sent).headers()["content-type"], "application/pdf");
});

test("directory, rarity and rules can be asked", async () => {
  await page.goto("/fr/annuaire");
  await everyButtonWorks();
  await page.fill("#words", "ERN-LUNG");
  await page.click("main form button[type=submit]");
  assert.match(await page.locator(".cards").innerText(), /ERN-LUNG/);
  await page.goto(`/fr/rarete/${DISEASE}`);
  await everyButtonWorks();
  await page.selectOption("#area", { index: 1 });
  await page.click("main form button[type=submit]");
  assert.match(page.url(), /area=/);
  await page.goto("/fr/regles");
  await everyButtonWorks();
  await page.selectOption("#network", { index: 1 });
  await page.click("main form button[type=submit]");
  assert.match(page.url(), /network=/);
});

test("danger is answered without scripts too", async () => {
  await page.goto("/fr");
  await page.fill("#q", "je veux mourir");
  await page.click("form.ask button[type=submit]");
  assert.match(await page.locator("main > :first-child").innerText(), /112/);
});

test("a new installation says that it has the starter set only, and answers all the same", async () => {
  await page.goto("/fr");
  assert.equal(await page.locator(".bar:not(.bar-demo)").count(), 1);
  await page.fill("#q", "mucoviscidose");
  await page.click("form.ask button[type=submit]");
  await page.locator(".hits button").first().click();
  assert.ok(await page.locator(".part-networks .card", { hasText: "ERN-LUNG" }).count());
});
