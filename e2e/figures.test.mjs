// Figures in a browser: a listener opens a number, a coordinator publishes an edition and prints it; each page looked at by axe in two
// languages and at the width of a phone.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";

const house = await startInstallation();
const { as } = house;
after(() => house.stop());

const main = (page) => page.locator("main").innerText();

async function log(page, summary, age) {
  await page.goto("/fr/permanence/appel");
  await page.fill("#summary", summary);
  await page.locator(`[name=f-age-band][value=${age}], select[name=f-age-band]`).first().evaluate((e, age) => {
    if (e.tagName === "SELECT") e.value = age; else e.checked = true;
  }, age);
  await page.fill("[name=disorder-text]", "mucoviscidose");
  await Promise.all([page.waitForURL(/\/demande\//), page.locator(".save button").click()]);
}

describe("figures", () => {
  let edition;
  before(async () => {
    await house.invite({ anne: ["Anne Imaginaire", ROLE.listener], cleo: ["Cléo Imaginaire", ROLE.psychosocial] });
    const page = await as("anne");
    await log(page, "Demande imaginaire", "adult");
    await log(page, "Autre demande imaginaire", "under-12");
    await page.context().close();
  });

  test("a number is opened by keyboard, and leads to the record", async () => {
    const page = await as("anne");
    await page.goto("/fr/chiffres");
    assert.match(await main(page), /Ces chiffres sont exacts/);
    await page.locator("#infoline-age tr", { hasText: "Adulte" }).locator("a").focus();
    await Promise.all([page.waitForURL(/chiffres\/dossiers/), page.keyboard.press("Enter")]);
    assert.match(await main(page), /Âges : Adulte, 2\d{3}/);
    await Promise.all([page.waitForURL(/\/demande\//), page.locator("main table a").first().click()]);
    assert.match(await main(page), /Demande imaginaire/);
    assert.deepEqual(page.seen, []);
    await page.context().close();
  });

  test("without scripts a period is chosen, and a wrong one is said with what was typed", async () => {
    const page = await as("anne", { javaScriptEnabled: false });
    await page.goto("/fr/chiffres");
    await page.locator("details.filters summary").click();
    await page.fill("#from", "2026-03-01");
    await page.fill("#to", "2026-02-01");
    await click(page, "Afficher");
    assert.match(await main(page), /La fin vient avant le début/);
    assert.equal(await page.inputValue("#from"), "2026-03-01");
    await page.context().close();
  });

  test("an edition is published, and taken along", async () => {
    const page = await as("cleo");
    await page.goto("/fr/chiffres");
    assert.equal(await page.locator("#infoline-records, a[href*='figure=infoline']").count(), 0, "nothing of the infoline");
    assert.match(await main(page), /Non montrés ici[\s\S]*Infoline/);
    await page.goto("/fr/chiffres/editions");
    await page.locator("#period").selectOption({ index: 0 });
    await Promise.all([page.waitForURL(/chiffres\/edition\//), page.getByRole("button", { name: /^Publier$/ }).click()]);
    edition = new URL(page.url()).pathname;
    assert.match(await main(page), /Telle que signée[\s\S]*masqués/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "PDF" }).click()]);
    assert.match(download.suggestedFilename(), /^chiffres-.*\.pdf$/);
    await page.goto(`${edition}?view=slides`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".slides .figure").first().evaluate((e) => getComputedStyle(e).breakBefore), "page");
    assert.deepEqual(page.seen, []);
    await page.context().close();
  });

  test("every page is right for axe, on a phone too", async () => {
    const pages = { fr: ["/fr/chiffres", "/fr/chiffres/editions", edition, "/fr/chiffres/envoi"], de: ["/de/zahlen", "/de/zahlen/ausgaben", edition.replace("/fr/chiffres/edition", "/de/zahlen/ausgabe"), "/de/zahlen/versand"] };
    const live = { fr: ["/fr/chiffres", "/fr/chiffres?as_of=2026-01-31"], de: ["/de/zahlen"] };
    for (const [who, width] of [["cleo", 1280], ["cleo", 360], ["anne", 1280], ["anne", 360]]) {
      const page = await as(who, { viewport: { width, height: 800 } });
      for (const [language, addresses] of Object.entries(who === "anne" ? live : pages)) {
        for (const address of addresses) {
          await page.goto(address);
          await frame(page, language);
          assert.equal(await axe(page), "", `${address} at ${width}`);
          assert.equal(await overflows(page), "", `${address} at ${width}`);
        }
      }
      await page.context().close();
    }
  });
});
