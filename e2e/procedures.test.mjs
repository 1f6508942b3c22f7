// Administrative checklists: an editor changes one, and it holds on the public sheet; two editors of one list lose no words.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";
import { seen } from "./pictures.mjs";

const house = await startInstallation();
const { as } = house;
after(() => house.stop());

const LIST = "/fr/cellule/demarches";
const SHEET = "/fr/orientation?code=586&need=care-pathway%2Fhome-care";
const main = (page) => page.locator("main").innerText();

/** Looks at a page as axe does, as a narrow window shows it, and as a picture. */
async function looks(page, name, address, language = "fr") {
  assert.equal((await page.goto(address)).status(), 200, address);
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  assert.equal(await axe(page), "", address);
  await seen(page, `${name}-${language}`);
  await frame(page, language);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await overflows(page), "", `${address} at ${width}`);
  }
}

describe("administrative checklists", () => {
  let at;
  before(async () => {
    await house.invite({
      edda: ["Edda Imaginaire", ROLE.editor],
      cleo: ["Cléo Imaginaire", ROLE.psychosocial],
    });
  });

  test("an editor changes a list with the keyboard, and the public sheet says so at once", async () => {
    const edda = await as("edda");
    await looks(edda, "procedures", LIST);
    await looks(edda, "procedures", "/de/zelle/verfahren", "de");
    await edda.goto(LIST);
    await Promise.all([edda.waitForEvent("load"), edda.getByRole("link", { name: "Assurance dépendance" }).click()]);
    at = new URL(edda.url()).pathname;
    for (const language of ["fr", "de", "en", "pt", "lb"]) {
      const box = edda.locator(`#in-${language}`);
      if (!(await box.evaluate((one) => one.open))) await box.locator("summary").press("Enter");
    }
    await edda.fill("#steps-fr", "Une seule étape imaginaire.");
    await click(edda, "Enregistrer");
    assert.match(await main(edda), /Chaque langue qui a un titre a toutes les étapes/);
    assert.equal(await edda.inputValue("#steps-fr"), "Une seule étape imaginaire.", "nothing typed is lost");
    for (const language of ["de", "en", "pt", "lb"]) await edda.fill(`#steps-${language}`, "Ein einziger Schritt.");
    await edda.fill("#title-fr", "Aide imaginaire");
    await edda.focus("#procedure-source");
    await Promise.all([edda.waitForEvent("load"), edda.keyboard.press("Enter")]);
    assert.match(await main(edda), /Cela vaut dès maintenant/);
    const stranger = await house.open();
    await stranger.goto(SHEET);
    assert.match(await main(stranger), /Aide imaginaire[\s\S]*Une seule étape imaginaire/);
    await stranger.context().close();
    await looks(edda, "procedure", at);
    await looks(edda, "procedure", at.replace(LIST, "/pt/celula/procedimentos"), "pt");
    assert.deepEqual(edda.seen, []);
    await edda.context().close();
  });

  test("two editors of one list: both see both", async () => {
    const [edda, cleo] = [await as("edda"), await as("cleo")];
    await edda.goto(at);
    await cleo.goto(at);
    await edda.fill("#title-fr", "Celle d’Edda");
    await cleo.fill("#title-fr", "Celle de Cléo");
    await click(cleo, "Enregistrer");
    await click(edda, "Enregistrer");
    assert.match(await main(edda), /Quelqu’un a écrit entre-temps[\s\S]*/);
    assert.equal(await edda.inputValue("#title-fr"), "Celle d’Edda");
    assert.equal(await axe(edda), "", "overtaken");
    await click(edda, "Enregistrer");
    assert.match(await main(edda), /Cela vaut dès maintenant/);
    await edda.locator("summary", { hasText: "Revenir à celle du programme" }).click();
    await click(edda, "Revenir à celle du programme");
    await edda.goto(SHEET);
    assert.match(await main(edda), /Assurance dépendance/);
    await edda.context().close();
    await cleo.context().close();
  });
});
