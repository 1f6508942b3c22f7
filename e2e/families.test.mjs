// Contact between two families in browsers: both agree, both are asked, each sees the other after two yeses, one ends it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { followed } from "./followed.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";
import { seen } from "./pictures.mjs";

const house = await startInstallation();
const { as, open, mailbox } = house;
after(() => house.stop());

const main = (page) => page.locator("main").innerText();

describe("two families", () => {
  let link, code, zoe, bea;
  before(async () => {
    await house.invite({ anne: ["Anne Imaginaire", ROLE.listener], mara: ["Mara Imaginaire", ROLE.medical] });
    ({ link, code, file: zoe } = await followed(house, { birth: "1990-01-02" }));
    const mara = await as("mara");
    await mara.goto(zoe);
    await click(mara, "Accepter");
    await mara.goto("/fr/cellule/envoyer");
    await mara.fill("#name", "Béa Imaginaire");
    await mara.fill("#question", "Rencontrer une autre famille");
    await click(mara, /^Envoyer$/);
    await mara.goto("/fr/cellule");
    await Promise.all([mara.waitForEvent("load"), mara.locator("main .data-line, main tr", { hasText: "Béa Imaginaire" }).locator("a").first().click()]);
    bea = new URL(mara.url()).pathname;
    await click(mara, "Accepter");
    await mara.context().close();
  });

  test("without both agreements nothing is asked; with them both are", async () => {
    const mara = await as("mara");
    await mara.goto(`${zoe}/families`);
    assert.match(await main(mara), /n’a pas donné son accord/);
    for (const file of [zoe, bea]) {
      await mara.goto(`${file}/consents?purpose=family-contact&towards=everybody`);
      assert.equal(await mara.locator("#purpose").inputValue(), "family-contact", "nothing is chosen again");
      await mara.locator("input[name=how][value=paper]").check();
      await mara.fill("#text", "Classeur imaginaire");
      await Promise.all([mara.waitForURL(/done=/), mara.locator("form:has(#purpose) button[type=submit]").click()]);
    }
    await mara.goto(`${zoe}/families`);
    assert.doesNotMatch(await main(mara), /Béa/);
    await mara.fill("#new-own", "une famille imaginaire avec un enfant de cinq ans");
    await mara.fill("#new-theirs", "une adulte imaginaire");
    await click(mara, "Demander aux deux");
    assert.match(await main(mara), /Réponse attendue/);
    await mara.goto(`${bea}/families`);
    await mara.locator("[name=way]").fill("Béa, 621 000 000");
    await click(mara, "Noter son oui");
    for (const [language, path] of [["fr", `${bea}/families`], ["de", `${bea.replace("/fr/cellule/dossier", "/de/zelle/akte")}/families`]]) {
      await mara.setViewportSize({ width: 1280, height: 900 });
      await mara.goto(path);
      assert.equal(await axe(mara), "", path);
      await seen(mara, `families-${language}`);
      await frame(mara, language);
      assert.equal(await overflows(mara), "", path);
    }
    await mara.context().close();
  });

  test("the person says yes on her own page, sees how to reach the other, and ends it", async () => {
    const page = await open();
    await page.goto(link);
    await page.fill("#code", code);
    await page.click("main form button[type=submit]");
    await page.goto("/fr/ma-demande/mes-donnees");
    await click(page, "Envoyer un code à l’adresse de courriel");
    const proof = await mailbox.next("zoe@example.org", /Votre code : /);
    await page.fill("#code", proof.text.match(/Votre code : (\S+)/)[1]);
    await Promise.all([page.waitForEvent("load"), page.locator("form:has(#code) button[type=submit]").click()]);
    const asked = await main(page);
    assert.match(asked, /une famille imaginaire avec un enfant de cinq ans/);
    assert.doesNotMatch(asked, /Béa|621/);
    assert.equal(await axe(page), "", "asked");
    await seen(page, "families-mine-asked");
    await page.locator("[name=way]").fill("Zoé, le soir");
    await click(page, "Oui, je souhaite ce contact");
    assert.match(await main(page), /Béa, 621 000 000/);
    await seen(page, "families-mine-open");
    await click(page, "Mettre fin à ce contact");
    const over = await main(page);
    assert.doesNotMatch(over, /Béa, 621 000 000/);
    assert.match(over, /effacez ce que vous avez noté/);
    const told = await mailbox.next("mara@example.org", /met fin au contact/);
    assert.doesNotMatch(told.text, /Zoé|Béa/);
    await page.context().close();
  });
});
