// The clinical summary in a browser: written, proposed by a file and by words, drawn, printed on one page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { followed } from "./followed.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";
import { seen } from "./pictures.mjs";

const house = await startInstallation();
const { as, open } = house;
after(() => house.stop());

const main = (page) => page.locator("main").innerText();

const PACKET = JSON.stringify({
  id: "imaginary",
  subject: { id: "kid", sex: "FEMALE" },
  phenotypicFeatures: [
    { type: { id: "HP:0000526", label: "Aniridia" }, onset: { age: { iso8601duration: "P2Y" } } },
    { type: { id: "HP:0001250", label: "Seizure" }, excluded: true },
  ],
  interpretations: [{ diagnosis: { genomicInterpretations: [{ variantInterpretation: {
    acmgPathogenicityClassification: "PATHOGENIC",
    variationDescriptor: {
      geneContext: { symbol: "PAX6" },
      expressions: [{ syntax: "hgvs.c", value: "NM_000280.4:c.718C>T" }],
      allelicState: { id: "GENO:0000135", label: "heterozygous" },
    },
  } }] } }],
  measurements: [{ assay: { id: "LOINC:1", label: "Copper" } }],
});

/** Opens a form of the page, fills it by field name and sends it. */
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

describe("clinical summary", () => {
  let file, link, code;
  before(async () => {
    await house.invite({ anne: ["Anne Imaginaire", ROLE.listener], mara: ["Mara Imaginaire", ROLE.medical] });
    ({ file, link, code } = await followed(house, { birth: "1990-01-02" }));
  });

  test("a doctor writes it, and what is wrong is said beside the field", async () => {
    const mara = await as("mara");
    await mara.goto(`${file}/clinical`);
    assert.match(await main(mara), /Cela ne dit pas qu’il n’y en a pas/);
    await write(mara, "new-allergy", { substance: "Pénicilline", reaction: "urticaire" });
    await write(mara, "new-problem", { text: "Aniridie isolée", state: "present", since: "05/2019", code: "ORPHA:250923" });
    await write(mara, "new-treatment", { text: "Collyre imaginaire", dose: "deux fois par jour", since: "2020" });
    await mara.locator("#new-variant summary").click();
    await mara.fill("#new-variant [name=hgvs]", "mutation de l’exon 5");
    await Promise.all([mara.waitForEvent("load"), mara.locator("#new-variant button[type=submit]").click()]);
    assert.match(await main(mara), /ni du HGVS ni de l’ISCN/);
    assert.equal(await mara.locator("#new-variant [name=hgvs]").inputValue(), "mutation de l’exon 5");
    await mara.context().close();
  });

  test("a phenopacket proposes, the doctor ticks, the date of the class is asked", async () => {
    const mara = await as("mara");
    await mara.goto(`${file}/clinical`);
    await mara.locator("#read-file").setInputFiles({ name: "cas.json", mimeType: "application/json", buffer: Buffer.from(PACKET) });
    await click(mara, "Lire et proposer");
    const proposed = await main(mara);
    assert.match(proposed, /PAX6/);
    assert.match(proposed, /Copper/);
    await seen(mara, "clinical-proposed");
    await click(mara, "Écrire dans le dossier");
    assert.match(await main(mara), /jour où la classe a été attribuée/);
    await mara.fill("[name=day-0]", "2024-02-03");
    await Promise.all([mara.waitForURL(/done=/), mara.getByRole("button", { name: "Écrire dans le dossier" }).click()]);
    assert.match(await main(mara), /classe 5 : pathogène \(3 février 2024\)/);
    await mara.context().close();
  });

  test("a family is drawn, on a narrow page and in two languages", async () => {
    const mara = await as("mara");
    await mara.goto(`${file}/clinical`);
    for (const fields of [
      { kinship: "mother", affected: "carrier", born: "1962" },
      { kinship: "maternal-grandfather", affected: "yes" },
      { kinship: "maternal-aunt", affected: "no" },
      { kinship: "father", affected: "no" },
      { kinship: "brother", affected: "yes" },
      { kinship: "daughter", affected: "not-known" },
    ]) await write(mara, "new-relative", fields);
    const drawn = mara.locator("svg.pedigree");
    assert.match(await drawn.getAttribute("aria-label"), /grand-père maternel, atteint·e/);
    assert.equal(await drawn.locator(".affected").count(), 3);
    for (const language of ["fr", "de"]) {
      const path = language === "fr" ? file : file.replace("/fr/cellule/dossier", "/de/zelle/akte");
      await mara.setViewportSize({ width: 1280, height: 900 });
      const answer = await mara.goto(`${path}/clinical`);
      assert.equal(answer.status(), 200, path);
      assert.equal(await axe(mara), "", path);
      await seen(mara, `clinical-${language}`);
      await frame(mara, language);
      assert.equal(await overflows(mara), "", path);
    }
    await mara.context().close();
  });

  test("what the person sends through their link lies in the file", async () => {
    const zoe = await open();
    await zoe.goto(link);
    await zoe.fill("#code", code);
    await zoe.click("main form button[type=submit]");
    await zoe.locator("#file").setInputFiles({ name: "résultat.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n% imaginaire\n") });
    assert.equal(await axe(zoe), "", "private page");
    await seen(zoe, "clinical-mine");
    await zoe.locator("form[enctype] button[type=submit]").click();
    assert.match(await main(zoe), /2 messages de vous/);
    assert.doesNotMatch(await main(zoe), /résultat\.pdf/);
    await zoe.context().close();
    const mara = await as("mara");
    await mara.goto(`${file}/documents`);
    assert.match(await main(mara), /résultat\.pdf/);
    assert.match(await main(mara), /la personne, par son lien privé/);
    await mara.context().close();
  });

  test("in an emergency one clinician opens the little that it needs, and is told who knows of it", async () => {
    const mara = await as("mara");
    await mara.goto("/fr/cellule/urgence");
    assert.equal(await axe(mara), "", "emergency");
    await mara.fill("#name", "Zoé Imaginaire");
    await mara.fill("#birth", "1990-01-02");
    await Promise.all([mara.waitForEvent("load"), mara.locator("#emergency button[type=submit]").click()]);
    assert.match(await main(mara), /Dites pourquoi/);
    assert.equal(await mara.locator("#name").inputValue(), "Zoé Imaginaire");
    await mara.fill("#reason", "Malaise imaginaire");
    await Promise.all([mara.waitForEvent("load"), mara.locator("#emergency button[type=submit]").click()]);
    const opened = await main(mara);
    assert.match(opened, /Pénicilline/);
    assert.match(opened, /Collyre imaginaire/);
    assert.doesNotMatch(opened, /PAX6|grand-père/);
    assert.equal(await axe(mara), "", "emergency, opened");
    await seen(mara, "clinical-emergency");
    assert.equal(await overflows(mara), "");
    await mara.goto("/de/zelle/notfall");
    assert.equal(await axe(mara), "", "Notfall");
    await mara.context().close();
  });

  test("on paper nothing of a form is left", async () => {
    const mara = await as("mara");
    await mara.goto(`${file}/clinical`);
    await mara.emulateMedia({ media: "print" });
    assert.equal(await mara.locator("main form:visible, main summary:visible").count(), 0);
    assert.ok(await mara.locator(".clinical-entries li:visible").count() >= 12);
    await seen(mara, "clinical-paper");
    await mara.context().close();
  });
});
