// What a person does without an account: write, receive a link and a code, follow, prove, take along.

import assert from "node:assert/strict";
import { after, afterEach, beforeEach, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { openBrowser, openPage, overflows } from "./browser.mjs";
import { startServer } from "./server.mjs";

const server = await startServer();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await server.stop();
});

const READS_MS = 3_500; // quicker than this nobody reads the form, and it says so

let page;
beforeEach(async () => { page = await openPage(browser, server.base, { javaScriptEnabled: false }); });
afterEach(() => page.context().close());

async function write(page, message = "Une question fictive", more = async () => {}) {
  await page.goto("/fr/ecrire");
  await page.fill("#message", message);
  await page.locator("input[name=channel][value=link-only]").check();
  await more();
  await page.waitForTimeout(READS_MS);
  await page.click("main form button[type=submit]");
}

const secrets = async (page) => ({
  link: await page.locator(".private-link").getAttribute("href"),
  code: await page.locator(".private-code").innerText(),
});

test("writing without scripts, the receipt, following the request, a further message", async () => {
  await write(page);
  assert.match(await page.locator("h1").innerText(), /arrivé/);
  const { link, code } = await secrets(page);
  assert.match(code, /^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await page.goto(new URL(link).pathname);
  await page.fill("#code", code.toLowerCase());
  await page.click("main form button[type=submit]");
  assert.equal(new URL(page.url()).pathname, "/fr/ma-demande", "the token is out of the address");
  assert.match(await page.locator(".way").innerText(), /Reçue/);
  await page.fill("#message", "J'ajoute un détail fictif");
  await page.locator("form[action$='/ajouter'] button").click();
  assert.match(await page.locator("dl.facts").innerText(), /2 messages de vous/);
  await page.goto("/fr/ma-demande/mes-donnees");
  assert.match(await page.locator("h1").innerText(), /Prouver/);
  await page.goto("/fr/ma-demande");
  await page.locator("form[action$='/quitter'] button").click();
  await page.goto("/fr/ma-demande");
  assert.equal(await page.locator("#code").count(), 1);
});

test("what is missing is said beside the field and in the summary; nothing typed is lost", async () => {
  await page.goto("/fr/ecrire");
  await page.fill("#message", "Une histoire fictive");
  await page.fill("#name", "Anne Fictive");
  await page.locator("input[name=channel][value=phone]").check();
  await page.waitForTimeout(READS_MS);
  await page.click("main form button[type=submit]");
  assert.equal(await page.locator(".errors a[href='#phone']").count(), 1);
  assert.equal(await page.locator("#phone-fault").count(), 1);
  assert.equal(await page.locator("#message").inputValue(), "Une histoire fictive");
  assert.equal(await page.locator("#name").inputValue(), "Anne Fictive");
  assert.ok(await page.locator("input[name=channel][value=phone]").isChecked());
});

test("danger is answered before anything else, and the message is kept", async () => {
  await write(page, "je veux mourir");
  assert.match(await page.locator("main > :first-child").innerText(), /112/);
  assert.equal(await page.locator(".private-code").count(), 1);
});

test("a reload of the receipt gives the same receipt", async () => {
  await write(page);
  const first = await secrets(page);
  await page.reload();
  assert.deepEqual(await secrets(page), first);
});

test("the receipt prints with link, code and QR", async () => {
  await write(page);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".private-code").isVisible());
  assert.ok(await page.locator("svg.qr").isVisible());
  assert.ok(!(await page.locator("header.top nav").first().isVisible()));
  const pdf = await page.pdf({ format: "A4" });
  assert.ok(pdf.length > 5_000);
});

for (const [language, path] of [["fr", "/fr/ecrire"], ["de", "/de/schreiben"]]) {
  for (const width of [1280, 360]) {
    test(`form, receipt and request are accessible: ${language}, ${width} px`, async () => {
      const wide = await openPage(browser, server.base, { width, height: 900 });
      await wide.goto(path);
      await wide.locator("details").evaluateAll((all) => all.forEach((d) => { d.open = true; }));
      assert.equal(await axe(wide), "");
      await frame(wide, language);
      assert.equal(await overflows(wide), "");
      await wide.fill("#message", "x");
      await wide.locator("input[name=channel][value=link-only]").check();
      await wide.waitForTimeout(READS_MS);
      await wide.click("main form button[type=submit]");
      assert.equal(await axe(wide), "");
      assert.equal(await overflows(wide), "");
      const { link, code } = await secrets(wide);
      await wide.goto(new URL(link).pathname);
      assert.equal(await axe(wide), "");
      await wide.fill("#code", code);
      await wide.click("main form button[type=submit]");
      assert.equal(await axe(wide), "");
      await frame(wide, language);
      assert.equal(await overflows(wide), "");
      assert.deepEqual(wide.seen, []);
      await wide.context().close();
    });
  }
}

test("the notice of data protection is accessible and fits a phone", async () => {
  const phone = await openPage(browser, server.base, { width: 360, height: 800 });
  await phone.goto("/fr/protection-des-donnees");
  assert.equal(await axe(phone), "");
  assert.equal(await overflows(phone), "");
  await phone.context().close();
});
