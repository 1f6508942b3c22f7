// The cell in a browser: from a hand-over to a file by keyboard, two who write at once, all of it without scripts, paper.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";

const house = await startInstallation();
const { as } = house;
after(() => house.stop());

const main = (page) => page.locator("main").innerText();
/** Sends the form of a details element after opening it. */
async function act(page, summary, fields) {
  const details = page.locator("details.act", { has: page.locator("summary", { hasText: summary }) }).first();
  await details.locator("summary").first().click();
  for (const [name, value] of Object.entries(fields)) {
    const field = details.locator(`[name=${name}]`);
    if (await field.evaluate((e) => e.tagName === "SELECT")) await field.selectOption(value);
    else await field.fill(value);
  }
  await Promise.all([page.waitForEvent("load"), details.locator("button[type=submit]").click()]);
}

describe("cell", () => {
  let file;
  before(async () => {
    await house.invite({
      anne: ["Anne Imaginaire", ROLE.listener],
      cleo: ["Cléo Imaginaire", ROLE.psychosocial],
      mara: ["Mara Imaginaire", ROLE.medical],
    });
    const anne = await as("anne");
    await anne.goto("/fr/permanence/appel");
    await anne.fill("#p-mail", "zoe@example.org");
    await anne.fill("#summary", "Cherche un suivi");
    await anne.fill("#note", "Histoire imaginaire.");
    await Promise.all([anne.waitForURL(/\/demande\//), anne.locator(".save button").click()]);
    const at = new URL(anne.url()).pathname;
    await anne.goto(`${at}/handover`);
    await click(anne, "La personne est d’accord");
    await anne.locator("[name=reason][value=follow-up]").check();
    await anne.fill("[name=message]", "Merci de suivre.");
    await Promise.all([anne.waitForURL(/done=/), anne.locator("form:has([name=message]) button[type=submit]").click()]);
    await anne.context().close();
  });

  test("a hand-over becomes a file by keyboard alone, with nothing typed again", async () => {
    const page = await as("cleo");
    const enter = async (target) => {
      for (let tries = 0; tries < 120; tries++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((text) => document.activeElement?.textContent.trim().startsWith(text), target)) {
          await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
          return;
        }
      }
      assert.fail(`no way to ${target}`);
    };
    await page.goto("/fr/transmissions");
    await enter("Demande n°");
    await enter("Ouvrir un dossier");
    file = new URL(page.url()).pathname;
    const text = await main(page);
    for (const wanted of ["Dossier n° 1", "Cherche un suivi", "En trouver un est la première démarche"]) assert.ok(text.includes(wanted), wanted);
    await page.locator("details.handed summary").click();
    assert.match(await main(page), /Histoire imaginaire\.[\s\S]*/);
    await enter("Accepter");
    assert.match(await page.locator(".status").first().innerText(), /Ouvert/);
    await page.goto("/fr/cellule");
    await page.keyboard.press("j");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.equal(new URL(page.url()).pathname, file);
    assert.deepEqual(page.seen, []);
    await page.context().close();
  });

  test("two windows write the same lines: both wordings are shown, and both are kept", async () => {
    const [one, two] = [await as("cleo"), await as("cleo")];
    const at = `${file}/analysis/psychosocial`;
    await one.goto(at);
    await one.fill("#text", "Début\nFin");
    await Promise.all([one.waitForURL(/done=/), one.keyboard.press("Control+Enter")]);
    await one.goto(at);
    await two.goto(at);
    await one.fill("#text", "Début d’une fenêtre\nFin");
    await click(one, "Enregistrer");
    await two.fill("#text", "Début de l’autre fenêtre\nFin");
    await click(two, "Enregistrer");
    assert.match(await main(two), /mêmes lignes[\s\S]*Début d’une fenêtre[\s\S]*Début de l’autre fenêtre/);
    assert.equal(await axe(two), "");
    await click(two, "Enregistrer ce choix");
    assert.match(await two.locator("#analysis-psychosocial").innerText(), /Début d’une fenêtre\s+Début de l’autre fenêtre\s+Fin/);
    await click(two, "Signer");
    assert.match(await two.locator("#analysis-psychosocial").innerText(), /signé par Cléo Imaginaire/);
    for (const page of [one, two]) {
      assert.deepEqual(page.seen, []);
      await page.context().close();
    }
  });

  test("all of it without scripts", async () => {
    const page = await as("mara", { javaScriptEnabled: false });
    await page.goto(file);
    await page.goto(`${file}/analysis/medical`);
    await page.fill("#text", "Sans script.");
    await click(page, "Enregistrer");
    await click(page, "Signer");
    assert.match(await page.locator("#analysis-medical").innerText(), /signé par Mara Imaginaire/);
    // A browser without the hint of the earliest day lets it through; the server does not.
    await page.locator("#step-due").evaluate((field) => field.removeAttribute("min"));
    await act(page, "Proposer une démarche", { text: "Prendre rendez-vous", due: "2020-01-01" });
    assert.match(await main(page), /échéance est passée/);
    assert.equal(await page.inputValue("#step-text"), "Prendre rendez-vous");
    await page.fill("#step-due", "2099-01-01");
    await click(page, /^Proposer$/);
    assert.match(await page.locator(".step").first().innerText(), /Prendre rendez-vous[\s\S]*Proposée/);
    await act(page, "La personne accepte", { reason: "spoken" });
    await click(page, "Commencer");
    await act(page, "C’est fait", { reason: "reached", text: "Rendez-vous donné." });
    assert.match(await page.locator("details.ended").textContent(), /But atteint[\s\S]*Rendez-vous donné/);
    await page.goto(`${file}/head`);
    await page.fill("#matters", "Rester à l’école");
    await page.fill("#doctor", "Dr Imaginaire");
    await click(page, "Enregistrer");
    assert.match(await page.locator(".matters").innerText(), /Rester à l’école/);
    for (const button of await page.locator("main button").all()) assert.equal(await button.getAttribute("type"), "submit");
    await page.context().close();
  });

  test("two people say at once what came of one step: the second is told, and keeps their words", async () => {
    const [cleo, mara] = [await as("cleo"), await as("mara")];
    await cleo.goto(file);
    await act(cleo, "Proposer une démarche", { text: "Appeler l’école", due: "2099-01-01" });
    await act(cleo, "La personne accepte", { reason: "spoken" });
    await mara.goto(file);
    await cleo.goto(file);
    await act(cleo, "C’est fait", { reason: "reached", text: "Vue mardi par l’une." });
    await act(mara, "C’est fait", { reason: "reached", text: "Vue jeudi par l’autre." });
    assert.match(await main(mara), /autre personne a modifié|modifié entre-temps|entre-temps/i);
    const kept = await mara.locator("main textarea").evaluateAll((all) => all.map((field) => field.value).join("\n"));
    assert.match(kept + (await main(mara)), /Vue jeudi par l’autre\./);
    assert.match(await mara.locator("details.ended").textContent(), /Vue mardi par l’une\./);
    for (const page of [cleo, mara]) await page.context().close();
  });

  for (const [language, cell, words] of [["fr", "cellule", ["envoyer", "dossier"]], ["de", "zelle", ["senden", "akte"]]]) {
    for (const width of [1280, 360]) {
      test(`accessible and within the window: ${language}, ${width} px`, async () => {
        const page = await as("mara", { width });
        const one = `/${language}/${cell}/${words[1]}/${file.split("/").pop()}`;
        const all = [`/${language}/${cell}`, `/${language}/${cell}?training=1`, `/${language}/${cell}/${words[0]}`, one, `${one}/head`, `${one}/summary`, `${one}/analysis/medical`];
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

  test("a file on paper is the file, without buttons and without confidential notes", async () => {
    const page = await as("mara");
    await page.goto(file);
    await page.locator("#notes summary").click();
    await page.fill("#note-text", "Confié à voix basse.");
    await Promise.all([page.waitForEvent("load"), page.locator("#notes form button").first().click()]);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("button:visible").count(), 0);
    assert.ok(await page.getByText("Sans script.").first().isVisible());
    assert.ok(await page.getByText("Rester à l’école").first().isVisible());
    assert.equal(await page.getByText("Confié à voix basse.").isVisible(), false);
    await page.context().close();
  });
});
