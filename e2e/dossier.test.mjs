// What leaves a file in a browser: prepared, read, approved, fetched; and what a person takes along, read in by the same house.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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
const SHOTS = process.env.ARIANE_SHOTS;

/** A page in French and German, for the eye and for axe. */
async function looks(page, path, name) {
  for (const language of ["fr", "de"]) {
    const at = language === "fr" ? path : path.replace("/fr/cellule/dossier", "/de/zelle/akte");
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.equal((await page.goto(at)).status(), 200, at);
    assert.equal(await axe(page), "", at);
    await seen(page, `${name}-${language}`);
    await frame(page, language);
    assert.equal(await overflows(page), "", at);
  }
  await page.goto(path);
}

async function write(page, form, fields) {
  const box = page.locator(`#${form}`);
  await box.locator("summary").first().click();
  for (const [name, value] of Object.entries(fields)) {
    const field = box.locator(`[name=${name}]`);
    if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
  await Promise.all([page.waitForURL(/done=/), box.locator("button[type=submit]").first().click()]);
}

async function fetched(page, locator) {
  const [download] = await Promise.all([page.waitForEvent("download"), locator.click()]);
  return readFileSync(await download.path());
}

/** A picture that nobody is in, drawn by the browser. */
async function picture() {
  const page = await open();
  await page.setViewportSize({ width: 320, height: 200 });
  await page.goto("/fr");
  const drawn = await page.locator("h1").first().screenshot();
  await page.context().close();
  return drawn;
}

/** Adds a picture to the documents of the file, encloses it, looks at it. */
async function encloses(page, one) {
  await page.goto(one.replace(/dossier\/[^/]*$/, "documents"));
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  const form = page.locator("form:has(input[type=file])");
  await form.locator("input[type=file]").setInputFiles({ name: "Mme Imaginaire.png", mimeType: "image/png", buffer: await picture() });
  await form.locator("[name=kind]").selectOption("imaging");
  await form.locator("[name=source]").selectOption("doctor");
  await Promise.all([page.waitForEvent("load"), form.locator("button[type=submit]").click()]);
  await page.goto(one);
  assert.match(await page.locator("#document").innerText(), /Mme Imaginaire\.png/);
  await page.fill("#enclosure-reason", "Voir l’œil");
  await click(page, "Joindre");
  assert.match(await main(page), /Personne ne l’a encore regardé/);
  const shown = page.locator("figure.enclosed img");
  await shown.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector("figure.enclosed img").naturalWidth > 0);
  await page.locator("input[name=looked][value=clean]").check();
  await page.locator("form[id^='enclosure-'] button[type=submit]").first().click();
  await page.waitForURL(/done=/);
  assert.match(await main(page), /Peut partir tel quel/);
  assert.match(await page.locator("section.leaves").innerText(), /enclosure-1\.png/);
}

describe("dossier", () => {
  let file, link, code, one;
  before(async () => {
    await house.invite({ anne: ["Anne Imaginaire", ROLE.listener], mara: ["Mara Imaginaire", ROLE.medical] });
    ({ file, link, code } = await followed(house, { birth: "1990-01-02" }));
    const mara = await as("mara");
    await mara.goto(`${file}/clinical`);
    await write(mara, "new-allergy", { substance: "Pénicilline", reaction: "urticaire" });
    await write(mara, "new-problem", { text: "Aniridie isolée", state: "present", since: "2019-05", code: "ORPHA:250923" });
    await write(mara, "new-treatment", { text: "Collyre imaginaire", dose: "deux fois par jour", since: "2020" });
    await write(mara, "new-variant", { gene: "PAX6", hgvs: "NM_000280.4:c.718C>T", class: "pathogenic", "classified-on": "2024-02-03" });
    await write(mara, "new-opinion", { by: "RCP imaginaire", said: "Vu avec Mme Imaginaire le 06/05/2023, tél. 621 123 456." });
    await write(mara, "new-relative", { kinship: "mother", affected: "carrier", born: "1962" });
    await mara.context().close();
  });

  test("without an agreement the page says what to do", async () => {
    const mara = await as("mara");
    await mara.goto(file);
    await Promise.all([mara.waitForURL(/dossier$/), mara.getByRole("link", { name: "Dossiers à transmettre" }).click()]);
    assert.match(await main(mara), /Sans accord général/);
    await looks(mara, `${file}/dossier`, "dossier-list");
    await mara.locator("input[name=purpose][value=panel]").check();
    await mara.fill("#name", "Panel imaginaire");
    await click(mara, "Préparer et regarder");
    assert.match(await main(mara), /n’a pas donné d’accord/);
    assert.equal(await mara.inputValue("#name"), "Panel imaginaire");
    await mara.goto(`${file}/consents`);
    await mara.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    await mara.locator("#purpose").selectOption("panel");
    await mara.locator("input[name=how][value=paper]").check();
    await mara.fill("[name=text]", "Classeur imaginaire");
    await Promise.all([mara.waitForEvent("load"), mara.locator("form:has(#purpose) button[type=submit]").click()]);
    await mara.context().close();
  });

  test("the doctor reads what would leave, takes a word out, approves and fetches", async () => {
    const mara = await as("mara");
    await mara.goto(`${file}/sharing`);
    await mara.selectOption("#show-age", "ten-years");
    if (await mara.locator("#reason").count()) await mara.fill("#reason", "Décidé, imaginaire");
    await click(mara, "Garder dans le dossier");
    if (await mara.locator("#reason").count()) {
      await mara.fill("#reason", "Décidé, imaginaire");
      await click(mara, "Garder dans le dossier");
    }
    await mara.goto(`${file}/dossier`);
    await mara.locator("input[name=purpose][value=panel]").check();
    await mara.fill("#name", "Panel imaginaire");
    await mara.fill("#question", "Que proposer ?");
    await mara.selectOption("#language", "fr");
    await click(mara, "Préparer et regarder");
    one = new URL(mara.url()).pathname;
    const text = await main(mara);
    assert.match(text, /30 à 39 ans/);
    const leaves = await mara.locator("section.leaves").innerText();
    assert.doesNotMatch(leaves, /Mme Imaginaire|621 123 456|06\/05\/2023|1962/);
    assert.match(await mara.locator("table").innerText(), /621 123 456/);
    await looks(mara, one, "dossier-one");
    await encloses(mara, one);
    await looks(mara, one, "dossier-enclosure");
    await mara.fill("#words", "urticaire");
    await click(mara, "Enregistrer et regarder");
    assert.doesNotMatch(await mara.locator("section.leaves").innerText(), /urticaire/);
    await click(mara, "Approuver en mon nom");
    assert.match(await main(mara), /Confirmez que vous avez lu/);
    await mara.locator("input[name=read]").check();
    await click(mara, "Approuver en mon nom");
    assert.match(await main(mara), /Approuvé par Mara Imaginaire/);
    await looks(mara, one, "dossier-approved");
    const pdf = await fetched(mara, mara.getByRole("link", { name: "PDF", exact: true }));
    assert.equal(pdf.subarray(0, 4).toString(), "%PDF");
    const enclosed = await fetched(mara, mara.getByRole("link", { name: /enclosure-1\.png/ }));
    assert.equal(enclosed.subarray(1, 4).toString(), "PNG");
    const bundle = JSON.parse(await fetched(mara, mara.getByRole("link", { name: /FHIR/ })));
    assert.equal(bundle.type, "document");
    const packet = JSON.parse(await fetched(mara, mara.getByRole("link", { name: /Phenopacket/ })));
    assert.equal(packet.metaData.phenopacketSchemaVersion, "2.0");
    await mara.context().close();
  });

  test("the person sees it in their log, takes their file and a card along, and it is read in again", async () => {
    const zoe = await open();
    await zoe.goto(link);
    await zoe.fill("#code", code);
    await zoe.click("main form button[type=submit]");
    await zoe.goto("/fr/ma-demande/mes-donnees");
    await Promise.all([zoe.waitForEvent("load"), zoe.locator("form[action$='/envoyer-code'] button").click()]);
    const mail = await mailbox.next("zoe@example.org", /code/i);
    await zoe.fill("[name=code]", mail.text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)[0]);
    await Promise.all([zoe.waitForEvent("load"), zoe.locator("form[action$='/code'] button").click()]);
    assert.match(await main(zoe), /dossier pseudonymisé pour un panel d’experts/);
    assert.equal(await axe(zoe), "");
    await seen(zoe, "dossier-mine");
    const zip = await fetched(zoe, zoe.getByRole("button", { name: "Télécharger mon dossier portable" }));
    assert.equal(zip.subarray(0, 2).toString(), "PK");
    const card = await fetched(zoe, zoe.getByRole("button", { name: "Télécharger ma carte d’urgence" }));
    assert.equal(card.subarray(0, 4).toString(), "%PDF");
    if (SHOTS) (await import("node:fs")).writeFileSync(`${SHOTS}/card.pdf`, card);
    await zoe.goto("/fr/carte-urgence");
    await zoe.fill("#code", "AAAA-BBBB-CCCC-DDDD");
    await click(zoe, "Vérifier");
    assert.match(await main(zoe), /n’est pas connu ici/);
    assert.equal(await axe(zoe), "");
    await seen(zoe, "dossier-card");
    await frame(zoe, "fr");
    assert.equal(await overflows(zoe), "");
    await zoe.context().close();
    const mara = await as("mara");
    await mara.goto(`${file}/clinical`);
    await mara.locator("#read-file").setInputFiles({ name: "capsule.zip", mimeType: "application/zip", buffer: zip });
    await click(mara, "Lire et proposer");
    assert.match(await main(mara), /Signature intacte, faite par cette installation/);
    assert.match(await main(mara), /Se trouve déjà dans le résumé/);
    assert.equal(await axe(mara), "");
    await seen(mara, "dossier-capsule");
    await mara.context().close();
  });
});
