// Care beyond the two analyses in a browser: a plan without scripts, the way drawn, a letter on paper, a family, an absence,
// a guideline that the public reads; each page looked at by axe in two languages and at the width of a phone.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";

const house = await startInstallation("[cell]\nanswer_days = 20\n");
const { open, as } = house;
after(() => house.stop());

const main = (page) => page.locator("main").innerText();
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** Sends somebody to the cell, accepts the file, and gives its address. */
async function fileOf(page, name, fields) {
  await page.goto("/fr/cellule/envoyer");
  for (const [field, value] of Object.entries({ name, question: "Un suivi imaginaire", ...fields })) await page.fill(`[name=${field}]`, value);
  await click(page, /^Envoyer$/);
  await page.goto("/fr/cellule");
  await Promise.all([page.waitForEvent("load"), page.locator("tr.line", { hasText: name }).locator("a[data-open]").click()]);
  await click(page, "Accepter");
  return new URL(page.url()).pathname;
}

describe("care", () => {
  let file;
  let other;
  let letter;
  let guideline;
  before(async () => {
    await house.invite({ cleo: ["Cléo Imaginaire", ROLE.psychosocial], mara: ["Mara Imaginaire", ROLE.medical] });
    const page = await as("cleo");
    const year = new Date().getFullYear();
    file = await fileOf(page, "Zoé Imaginaire", { birth: `${year - 16}-01-02`, doctor: "Dr Imaginaire", "disorder-text": "Mucoviscidose" });
    other = await fileOf(page, "Luc Imaginaire", { birth: `${year - 8}-01-02` });
    await page.context().close();
  });

  test("a plan without scripts: a gap is said, a refusal asks why, nothing typed is lost", async () => {
    const page = await as("cleo", { javaScriptEnabled: false });
    await page.goto(file);
    assert.match(await main(page), /Passage à l’âge adulte à préparer depuis le/);
    await Promise.all([page.waitForEvent("load"), page.getByRole("link", { name: "Plan de prise en charge" }).click()]);
    await page.locator("#line-new-part").selectOption("school-work");
    await page.fill("#line-new-action", "Aménagement imaginaire à l’école");
    await page.fill("#line-new-on", "2026-01-05");
    await page.locator("#line-new-outcome").selectOption("refused");
    await Promise.all([page.waitForEvent("load"), page.locator("#line-new button[type=submit]").click()]);
    assert.match(await main(page), /Dites pourquoi/);
    assert.equal(await page.inputValue("#line-new-action"), "Aménagement imaginaire à l’école");
    await page.locator("#line-new-outcome").selectOption("");
    await Promise.all([page.waitForURL(/done=1/), page.locator("#line-new button[type=submit]").click()]);
    assert.match(await main(page), /Aménagement imaginaire[\s\S]*Personne encore[\s\S]*Issue à noter/);
    await page.goto("/fr/cellule/suites");
    assert.match(await main(page), /Issue à noter[\s\S]*Zoé Imaginaire[\s\S]*Aménagement imaginaire/);
    await page.context().close();
  });

  test("a checklist is marked by keyboard alone", async () => {
    const page = await as("cleo");
    await page.goto(`${file}/transition`);
    const item = page.locator("#check-spoken-alone");
    await item.locator("details.act summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Vue seule, tout va bien");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForURL(/done=1/), page.keyboard.press("Enter")]);
    assert.match(await item.innerText(), /Fait[\s\S]*Vue seule, tout va bien/);
    assert.deepEqual(page.seen, []);
    await page.context().close();
  });

  test("the way is drawn, and told in a table", async () => {
    const page = await as("cleo");
    await page.goto(`${file}/way`);
    for (const [field, date] of [["first-symptom", "2019"], ["first-contact", "02/2021"], ["orientation", "03/2022"], ["diagnosis", "6.5.2024"]]) await page.fill(`#${field}`, date);
    await click(page, "Enregistrer");
    assert.equal(await page.locator("svg.in-time circle.knot").count(), 4);
    assert.match(await page.locator("table").innerText(), /Premier signe\s+2019[\s\S]*Diagnostic\s+6 mai 2024/);
    await page.context().close();
  });

  test("a letter holds back what was not explained, and says it once it was", async () => {
    const cleo = await as("cleo");
    await cleo.goto(file);
    for (const text of ["Visite imaginaire de l’école", "Contrôle de la mucoviscidose"]) {
      await cleo.locator("#step-new summary").click();
      await cleo.fill("#step-text", text);
      await cleo.fill("#step-due", day(30));
      await click(cleo, /^Proposer$/);
      const step = cleo.locator("li.step", { hasText: text });
      await step.locator("summary", { hasText: "La personne accepte" }).click();
      await Promise.all([cleo.waitForEvent("load"), step.locator("details[open] button[type=submit]").click()]);
    }
    await cleo.goto(`${file}/letters/new/person`);
    assert.match(await cleo.locator("section:has(#held)").innerText(), /Contrôle de la mucoviscidose[\s\S]*à expliquer de vive voix/);
    // The step that was agreed to, and the line of the plan whose outcome nobody wrote yet.
    assert.equal(await cleo.locator("[name=line]").count(), 2);
    await cleo.fill("#opening", "Votre mucoviscidose nous occupe.");
    await click(cleo, "Écrire le courrier");
    assert.match(await main(cleo), /pas encore été expliqué/);
    assert.equal(await cleo.inputValue("#opening"), "Votre mucoviscidose nous occupe.");
    const mara = await as("mara");
    await mara.goto(`${file}/letters`);
    await mara.locator("#told-new summary").click();
    await mara.fill("#told-text", "Dre Imaginaire, en consultation");
    await Promise.all([mara.waitForURL(/done=1/), mara.locator("#told-new button[type=submit]").click()]);
    await click(cleo, "Écrire le courrier");
    letter = new URL(cleo.url()).pathname;
    assert.match(await cleo.locator("article.letter").innerText(), /Votre mucoviscidose[\s\S]*Visite imaginaire[\s\S]*Coordination psycho-sociale[\s\S]*Cléo Imaginaire/);
    const answer = await cleo.request.get(`${letter}/pdf`);
    assert.equal(answer.headers()["content-type"], "application/pdf");
    assert.ok((await answer.body()).subarray(0, 4).equals(Buffer.from("%PDF")));
    await cleo.emulateMedia({ media: "print" });
    assert.equal(await cleo.locator("button:visible").count(), 0);
    assert.ok(await cleo.getByText("Votre mucoviscidose nous occupe.").isVisible());
    for (const page of [cleo, mara]) {
      assert.deepEqual(page.seen, []);
      await page.context().close();
    }
  });

  test("a family is linked by number, and the file itself names nobody", async () => {
    const page = await as("mara");
    await page.goto(`${file}/household`);
    await page.fill("#number", "2");
    await page.locator("#own-tie").selectOption("sibling");
    await page.locator("#tie").selectOption("sibling");
    await Promise.all([page.waitForURL(/done=1/), page.locator("#household button[type=submit]").click()]);
    await page.locator("#facts-burden").selectOption("too-heavy");
    await Promise.all([page.waitForURL(/done=1/), page.locator("#facts button[type=submit]").click()]);
    assert.match(await main(page), /Luc Imaginaire[\s\S]*frère ou sœur/);
    await page.goto(other);
    assert.doesNotMatch(await main(page), /Zoé Imaginaire/);
    await page.context().close();
  });

  test("an absence names who acts meanwhile", async () => {
    const page = await as("mara");
    await page.goto("/fr/cellule/absences");
    assert.match(await main(page), /20 jours/);
    await page.fill("#from", day(0));
    await page.fill("#until", day(5));
    await page.locator("#stand-in").selectOption({ label: "Cléo Imaginaire" });
    await click(page, "Enregistrer");
    assert.match(await main(page), /absent, remplacé par Cléo Imaginaire/);
    await page.context().close();
  });

  test("a guideline stands on the disease's page once it is in force", async () => {
    const page = await as("mara");
    await page.goto("/fr/cellule/recommandations");
    for (const [field, value] of [["title", "Suivi imaginaire"], ["disorder", "Mucoviscidose"], ["authors", "Dre Imaginaire"], ["body", "Un contrôle imaginaire par an."]]) await page.fill(`#${field}`, value);
    await Promise.all([page.waitForURL(/recommandations\/\S+/), page.locator("#guideline-new button[type=submit]").click()]);
    guideline = new URL(page.url()).pathname;
    await page.locator("#guideline-validate summary").click();
    await page.fill("#guideline-validate-review", day(300));
    await Promise.all([page.waitForURL(/done=1/), page.locator("#guideline-validate button[type=submit]").click()]);
    const anyone = await open();
    await anyone.goto("/fr/maladie/586");
    assert.match(await anyone.locator("section:has(#guidelines)").innerText(), /Suivi imaginaire[\s\S]*Auteurs : Dre Imaginaire[\s\S]*à relire avant le/);
    assert.equal(await axe(anyone), "");
    for (const one of [page, anyone]) {
      assert.deepEqual(one.seen, []);
      await one.context().close();
    }
  });

  for (const [language, cell, words] of [
    ["fr", "cellule/dossier", ["cellule/suites", "cellule/absences", "cellule/recommandations", "cellule/mes-demarches"]],
    ["de", "zelle/akte", ["zelle/offenes", "zelle/abwesenheiten", "zelle/leitlinien", "zelle/meine-schritte"]],
  ]) {
    for (const width of [1280, 360]) {
      test(`accessible and within the window: ${language}, ${width} px`, async () => {
        const page = await as("mara", { width });
        const one = `/${language}/${cell}/${file.split("/").pop()}`;
        const of = ["", "/plan", "/transition", "/rights", "/way", "/letters", "/letters/new/person", "/letters/new/gp", "/household", "/consents"].map((word) => one + word);
        const all = [...of, `${one}/letters/${letter.split("/").pop()}`, ...words.map((word) => `/${language}/${word}`), `/${language}/${words[2]}/${guideline.split("/").pop()}`];
        for (const address of all) {
          await page.goto(address);
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
          assert.equal(await axe(page), "", address);
          await frame(page, language);
          assert.equal(await overflows(page), "", address);
        }
        assert.deepEqual(page.seen, []);
        await page.context().close();
      });
    }
  }
});
