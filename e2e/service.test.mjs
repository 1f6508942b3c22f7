// The psycho-social service in a browser: its own follow-up, sending to the cell and the answer back; an exchange between meetings.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";
import { seen } from "./pictures.mjs";

const house = await startInstallation();
const { as } = house;
after(() => house.stop());

const main = (page) => page.locator("main").innerText();
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Reads a page in two languages: rules of accessibility, width, and pictures where they are asked for. */
async function read(page, name, paths) {
  for (const [language, path] of Object.entries(paths)) {
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.equal((await page.goto(path)).status(), 200, path);
    assert.equal(await axe(page), "", path);
    await seen(page, `${name}-${language}`);
    await frame(page, language);
    assert.equal(await overflows(page), "", path);
  }
}

async function sent(page, form, fields) {
  const box = page.locator(`#${form}`);
  const shut = box.locator("summary").first();
  if ((await shut.count()) && !(await box.evaluate((one) => one.open))) await shut.click();
  for (const [name, value] of Object.entries(fields)) {
    const field = box.locator(`[name=${name}]`).first();
    if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
  await Promise.all([page.waitForEvent("load"), box.locator("button[type=submit]").first().click()]);
}

describe("psycho-social service", () => {
  let file, cell;
  before(async () => {
    await house.invite({
      wanda: ["Wanda Imaginaire", ROLE.worker],
      cleo: ["Cléo Imaginaire", ROLE.psychosocial],
    });
  });

  test("a worker begins a follow-up, and it is forgotten by nobody", async () => {
    const wanda = await as("wanda");
    await wanda.goto("/fr/suivi");
    await Promise.all([wanda.waitForEvent("load"), wanda.getByRole("link", { name: "Commencer un suivi" }).click()]);
    assert.equal(await axe(wanda), "", "begin");
    await click(wanda, "Commencer le suivi");
    assert.match(await main(wanda), /Écrivez ce que la personne demande/);
    await wanda.fill("#name", "Zoé Imaginaire");
    await wanda.fill("#question", "Une aide pour les droits");
    await wanda.fill("#matters", "Rester chez elle");
    await click(wanda, "Commencer le suivi");
    file = new URL(wanda.url()).pathname;
    assert.match(await main(wanda), /Prochain contact sans jour/);
    await sent(wanda, "entry", { kind: "contact", text: "Vue au bureau, très fatiguée", next: day(7) });
    await wanda.goto("/fr/suivi");
    assert.match(await main(wanda), /Plus tard/);
    await wanda.context().close();
  });

  test("she sends her to the cell, which asks back, and nothing of her notes goes along", async () => {
    const wanda = await as("wanda");
    await wanda.goto(file);
    await sent(wanda, "send", { question: "Quel réseau imaginaire ?" });
    assert.match(await main(wanda), /C’est envoyé à la cellule/);
    await wanda.context().close();
    const cleo = await as("cleo");
    await cleo.goto("/fr/cellule");
    await Promise.all([cleo.waitForEvent("load"), cleo.locator("main a[href*='/cellule/dossier/']").first().click()]);
    cell = new URL(cleo.url()).pathname;
    assert.doesNotMatch(await main(cleo), /très fatiguée/);
    await sent(cleo, "act-ask-back", { text: "Qui est son médecin ?" });
    await cleo.context().close();
    const back = await as("wanda");
    await back.goto("/fr/cellule/envois");
    assert.match(await main(back), /La cellule attend votre réponse/);
    await back.goto(file);
    await read(back, "service-file", { fr: file, de: file.replace("/fr/suivi/dossier", "/de/begleitung/akte") });
    await back.goto(file);
    await sent(back, "answer", { text: "La Dre Fictive" });
    assert.match(await main(back), /La Dre Fictive/);
    await read(back, "service-list", { fr: "/fr/suivi", pt: "/pt/acompanhamento" });
    await read(back, "service-sent", { fr: "/fr/cellule/envois", de: "/de/zelle/gesendet" });
    await back.context().close();
  });

  test("the cell writes a word, and the service answers in its own file", async () => {
    const cleo = await as("cleo");
    await cleo.goto(`${cell}/service`);
    await cleo.fill("#word-text", "Nous la voyons mardi");
    await click(cleo, "Écrire au service");
    assert.match(await main(cleo), /Nous la voyons mardi/);
    const wanda = await as("wanda");
    await wanda.goto(file);
    assert.match(await main(wanda), /Nous la voyons mardi/);
    await sent(wanda, "entry", { kind: "to-cell", text: "Elle viendra avec sa sœur" });
    await wanda.context().close();
    await read(cleo, "service-beside", { fr: `${cell}/service`, de: `${cell.replace("/fr/cellule/dossier", "/de/zelle/akte")}/service` });
    await cleo.goto(`${cell}/service`);
    assert.match(await main(cleo), /Elle viendra avec sa sœur/);
    await cleo.context().close();
  });

  test("what a colleague was asked waits on the file until the answer is written down", async () => {
    const cleo = await as("cleo");
    await cleo.goto(`${cell}/exchanges`);
    await sent(cleo, "exchange-new", { other: "Mme Fictive, médecine scolaire", question: "Un aménagement est-il possible ?" });
    assert.match(await main(cleo), /Réponse attendue/);
    await cleo.goto(cell);
    assert.match(await main(cleo), /1 avis attendu/);
    await cleo.goto(`${cell}/exchanges`);
    await cleo.locator("form[id^=advice-] [name=advice]").fill("Oui, un tiers-temps");
    await click(cleo, "Noter la réponse");
    assert.match(await main(cleo), /Oui, un tiers-temps/);
    await read(cleo, "exchanges", { fr: `${cell}/exchanges`, de: `${cell.replace("/fr/cellule/dossier", "/de/zelle/akte")}/exchanges` });
    await cleo.context().close();
  });
});
