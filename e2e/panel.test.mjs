// A local advice in browsers: prepared from an approved dossier, its access validated by one person and its case by another, read and voted
// on by two experts who have a link and a code, closed by the lead, come back to the file; and a European panel that is only followed.

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
const PLACES = { list: ["panels-et-avis", "panels-und-rat"], invited: ["demande-avis", "bitte-um-rat"], file: ["cellule/dossier", "zelle/akte"] };

/** A page in French and German: for axe, for a narrow window, for the eye. */
async function looks(page, path, name) {
  for (const [at, language] of ["fr", "de"].entries()) {
    const [from, to] = Object.values(PLACES).find(([fr]) => path.includes(fr));
    const address = at === 0 ? path : path.replace("/fr/", "/de/").replace(from, to);
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.equal((await page.goto(address)).status(), 200, address);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    assert.equal(await axe(page), "", address);
    await seen(page, `${name}-${language}`);
    await frame(page, language);
    assert.equal(await overflows(page), "", address);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
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

/** Sends the form with this id, with these fields. */
async function send(page, form, fields = {}, checks = []) {
  const box = page.locator(`#${form}`);
  for (const [name, value] of Object.entries(fields)) await box.locator(`[name=${name}]`).fill(value);
  for (const name of checks) await box.locator(`[name=${name}]`).check();
  await Promise.all([page.waitForEvent("load"), box.locator("button[type=submit]").first().click()]);
}

/** An expert in a browser of their own, with the link of their mail and the code that was told. */
async function invited(mail, code) {
  const letter = await mailbox.next(mail, /\/link\//);
  assert.doesNotMatch(letter.text, /Zoé|Imaginaire|Aniridie/);
  const page = await open({ javaScriptEnabled: false });
  await page.goto(letter.text.match(/http:\/\/localhost:\d+(\/\S+)/)[1].replace("/de/bitte-um-rat", "/fr/demande-avis"));
  await page.fill("#code", code);
  await page.click("main form button[type=submit]");
  assert.match(await main(page), /Avant de lire/);
  return page;
}

describe("panel", () => {
  let file, link, code, one;
  before(async () => {
    await house.invite({
      anne: ["Anne Imaginaire", ROLE.listener],
      mara: ["Mara Imaginaire", ROLE.medical],
      hugo: ["Hugo Imaginaire", ROLE.hub],
      cleo: ["Cléo Imaginaire", ROLE.psychosocial],
    });
    ({ file, link, code } = await followed(house, { birth: "1990-01-02", doctor: "Dr Zacharie Fabuleux" }));
    const mara = await as("mara");
    await mara.goto(`${file}/clinical`);
    await write(mara, "new-problem", { text: "Aniridie isolée", state: "present", since: "2019-05", code: "ORPHA:250923" });
    await write(mara, "new-allergy", { substance: "Pénicilline", reaction: "urticaire" });
    await mara.goto(`${file}/consents`);
    await mara.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    await mara.locator("#purpose").selectOption("panel");
    await mara.locator("input[name=how][value=paper]").check();
    await mara.fill("[name=text]", "Classeur imaginaire");
    await Promise.all([mara.waitForEvent("load"), mara.locator("form:has(#purpose) button[type=submit]").click()]);
    await mara.goto(`${file}/sharing`);
    await mara.selectOption("#show-age", "ten-years");
    for (let tries = 0; tries < 2 && (await mara.getByRole("button", { name: "Garder dans le dossier" }).count()); tries++) {
      if (await mara.locator("#reason").count()) await mara.fill("#reason", "Décidé, imaginaire");
      await click(mara, "Garder dans le dossier");
      if (/done=/.test(mara.url())) break;
    }
    await mara.goto(`${file}/dossier`);
    await mara.locator("input[name=purpose][value=panel]").check();
    await mara.fill("#name", "Experts imaginaires");
    await mara.fill("#question", "Faut-il opérer maintenant ?");
    await mara.selectOption("#language", "fr");
    await click(mara, "Préparer et regarder");
    await mara.locator("input[name=read]").check();
    await click(mara, "Approuver en mon nom");
    assert.match(await main(mara), /Approuvé par Mara Imaginaire/);
    await mara.context().close();
  });

  test("it is prepared from the approved dossier, validated by two persons, opened", async () => {
    const cleo = await as("cleo");
    await cleo.goto(file);
    await Promise.all([cleo.waitForURL(/panel$/), cleo.locator("main").getByRole("link", { name: "Panels et avis" }).click()]);
    await looks(cleo, `${file}/panel`, "panel-case");
    await cleo.locator("input[name=kind][value=local]").check();
    await cleo.selectOption("#urgency", "soon");
    await click(cleo, "Préparer");
    one = new URL(cleo.url()).pathname;
    assert.match(await main(cleo), /Avis local 1[\s\S]*en préparation[\s\S]*Faut-il opérer maintenant/);
    for (const [name, mail, specialty, country] of [["Lena Fiktiv", "lena@example.org", "ophtalmologie", "DE"], ["Otto Fiktiv", "otto@example.org", "génétique", "AT"]]) {
      if (!(await cleo.locator("#expert-new[open]").count())) await cleo.locator("#expert-new > summary").click();
      await cleo.selectOption("#expert-language", "de");
      await send(cleo, "expert-new", { name, specialty, country, mail, phone: "+49 000 111 222" }, name.startsWith("Lena") ? ["lead"] : []);
    }
    if (!(await cleo.locator("#expert-new[open]").count())) await cleo.locator("#expert-new > summary").click();
    await send(cleo, "expert-new", { name: "Uma Fiktiv", specialty: "génétique", country: "US", mail: "uma@example.org", phone: "+1 000 111 222" });
    assert.match(await main(cleo), /hors de l’Espace économique européen/);
    assert.equal(await cleo.inputValue("#expert-name"), "Uma Fiktiv", "what was typed is not lost");
    await looks(cleo, one, "panel-prepared");

    const hugo = await as("hugo");
    await hugo.goto("/fr/panels-et-avis");
    assert.match(await main(hugo), /Avis local 1/);
    await hugo.goto(one);
    assert.doesNotMatch(await main(hugo), /Zoé/, "the hub reads no file");
    for (let n = 0; n < 2; n++) await click(hugo, /Valider l’accès/);
    assert.equal(await hugo.getByRole("button", { name: /Valider le cas/ }).count(), 0);
    const mara = await as("mara");
    await mara.goto(one);
    assert.equal(await mara.getByRole("button", { name: /Valider l’accès/ }).count(), 0);
    await send(mara, "validate-case", {}, ["read"]);
    assert.match(await main(mara), /cas validé/);
    await hugo.goto(one);
    await click(hugo, "Ouvrir l’avis local");
    assert.match(await main(hugo), /ouvert/);
    await looks(hugo, "/fr/panels-et-avis", "panel-list");
    for (const page of [cleo, hugo, mara]) await page.context().close();
  });

  test("two experts read, ask, propose, vote and do not agree; the lead closes; it comes back to the file", async () => {
    const cleo = await as("cleo");
    await cleo.goto(one);
    const codes = {};
    for (const name of ["Lena Fiktiv", "Otto Fiktiv"]) {
      await click(cleo, new RegExp(`Envoyer le lien.*${name}`));
      await click(cleo, new RegExp(`Faire un code.*${name}`));
      codes[name] = await cleo.locator("strong.code").innerText();
    }
    const lena = await invited("lena@example.org", codes["Lena Fiktiv"]);
    const otto = await invited("otto@example.org", codes["Otto Fiktiv"]);
    await seen(otto, "panel-door-fr");
    for (const page of [lena, otto]) {
      await page.locator("#sit input[name=nothing-against]").check();
      await page.locator("#sit button").click();
      assert.match(await main(page), /Faut-il opérer maintenant/);
      assert.doesNotMatch(await main(page), /Zoé|Imaginaire|Fabuleux|Lena|Otto/);
    }
    const [download] = await Promise.all([otto.waitForEvent("download"), otto.getByRole("link", { name: "PDF", exact: true }).click()]);
    assert.match(download.suggestedFilename(), /^P-.*\.pdf$/);
    await send(otto, "ask", { text: "Quelle acuité visuelle ?" });
    const mara = await as("mara");
    await mara.goto(one);
    assert.match(await main(mara), /la réponse à une question/);
    await send(mara, "answer", { text: "Vue par Fabuleux à Esch." });
    assert.match(await main(mara), /nomment peut-être quelqu’un[\s\S]*Fabuleux/);
    await send(mara, "answer", { text: "Acuité de deux dixièmes." });
    await otto.goto("/fr/demande-avis/case");
    assert.match(await main(otto), /Acuité de deux dixièmes/);
    await send(otto, "contribute", { text: "Vu par Mme Estournet à Metz." });
    assert.match(await main(otto), /nomment peut-être quelqu’un[\s\S]*Estournet/);
    await seen(otto, "panel-expert-named-fr");
    await send(otto, "contribute", { text: "Le risque de glaucome domine." });
    await send(otto, "propose", { text: "Opérer dans les six mois." });
    await lena.goto("/fr/demande-avis/case");
    const card = lena.locator("#proposals ~ ul > li").first();
    await card.locator("input[value=disagree]").check();
    await card.locator("textarea").fill("Trop tôt sans imagerie.");
    await card.locator("button").click();
    await otto.goto("/fr/demande-avis/case");
    const own = otto.locator("#proposals ~ ul > li").first();
    await own.locator("input[value=agree]").check();
    await own.locator("button").click();
    assert.match(await main(otto), /Ne sont pas d’accord[\s\S]*ophtalmologie \(DE\)[\s\S]*Trop tôt sans imagerie/);
    await send(lena, "draft", { text: "Imagerie d’abord, puis décider." });
    await lena.goto("/fr/demande-avis/case");
    const eyes = await as("hugo");
    await eyes.context().addCookies(await lena.context().cookies());
    await looks(eyes, "/fr/demande-avis/case", "panel-expert");
    await eyes.context().close();
    await lena.goto("/fr/demande-avis/case");
    await send(lena, "close", {}, ["read"]);
    assert.match(await main(lena), /Merci[\s\S]*Imagerie d’abord/);
    await otto.goto("/fr/demande-avis/case");
    assert.doesNotMatch(await main(otto), /Faut-il opérer/, "the case is gone");
    assert.equal((await otto.goto("/fr/demande-avis/case/pdf")).status(), 404);

    await mara.goto(one);
    assert.match(await main(mara), /Imagerie d’abord[\s\S]*Trop tôt sans imagerie/);
    await send(mara, "decide", { text: "Imagerie demandée, puis consultation." });
    await mara.locator("#tell textarea").fill("Les experts conseillent une image de l’œil avant toute opération.");
    await click(mara, /expliqué/i);
    assert.match(await main(mara), /est parmi les documents du dossier/);
    await looks(mara, one, "panel-outcome");
    const [paper] = await Promise.all([mara.waitForEvent("download"), mara.getByRole("link", { name: /parmi les documents/ }).click()]);
    assert.match(paper.suggestedFilename(), /^avis-1\.pdf$/);
    const thanks = await mailbox.next("otto@example.org", /Danke|merci/i);
    assert.doesNotMatch(thanks.text, /Imagerie|Zoé/);
    await otto.goto("/fr/demande-avis/case");
    assert.match(await main(otto), /Imagerie demandée, puis consultation/);
    await mara.goto(file);
    assert.match(await main(mara), /Panel ou avis[\s\S]*avis rendu/);
    for (const page of [cleo, lena, otto, mara]) await page.context().close();
  });

  test("the person reads what was explained, and who read their case", async () => {
    const zoe = await open();
    await zoe.goto(link);
    await zoe.fill("#code", code);
    await zoe.click("main form button[type=submit]");
    await zoe.goto("/fr/ma-demande/mes-donnees");
    await click(zoe, "Envoyer un code à l’adresse de courriel");
    const proof = await mailbox.next("zoe@example.org", /Votre code : /);
    await zoe.fill("#code", proof.text.match(/Votre code : (\S+)/)[1]);
    await Promise.all([zoe.waitForEvent("load"), zoe.locator("form:has(#code) button[type=submit]").click()]);
    const text = await main(zoe);
    assert.match(text, /Les experts conseillent une image de l’œil/);
    assert.match(text, /Experts invités par la coordination/);
    assert.match(text, /cas pseudonymisé lu par un expert/);
    assert.equal(await axe(zoe), "");
    await seen(zoe, "panel-person-fr");
    await zoe.context().close();
  });

  test("a panel in CPMS is prepared, printed and followed", async () => {
    const mara = await as("mara");
    await mara.goto(`${file}/panel`);
    await mara.locator("input[name=kind][value=european]").check();
    assert.equal(await mara.locator("#network option:checked").innerText(), "ERN-EYE", "what the rules name for the disorder");
    await click(mara, "Préparer");
    const panel = new URL(mara.url()).pathname;
    assert.match(await main(mara), /Panel européen 2[\s\S]*parties sur/);
    const [sheet] = await Promise.all([mara.waitForEvent("download"), mara.getByRole("link", { name: "Feuille pour CPMS" }).click()]);
    assert.match(sheet.suggestedFilename(), /^cpms-.*\.pdf$/);
    await send(mara, "validate-case", {}, ["read"]);
    await send(mara, "open", { number: "IMAGINAIRE-1" });
    await mara.selectOption("#note-state", "requested");
    await send(mara, "note");
    assert.match(await main(mara), /IMAGINAIRE-1[\s\S]*demande envoyée au réseau/);
    await looks(mara, panel, "panel-european");
    await mara.context().close();
  });
});
