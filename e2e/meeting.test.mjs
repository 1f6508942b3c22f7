// The weekly meeting in two browsers: one writes and the other sees it, a lost connection loses no word, minutes signed by both.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";

const house = await startInstallation();
const { as } = house;
after(() => house.stop());

/** Somebody reaches the cell; sent as its form sends it, whatever the form looks like. */
async function openFile(page, name, origin = "hub") {
  await page.goto("/fr/reunions");
  const status = await page.evaluate(async ([name, origin]) => {
    const headers = { "x-form-token": document.body.dataset.token };
    const body = new URLSearchParams({ name, origin, "brought-by": "psychosocial-coordinator", question: "Question imaginaire." });
    return (await fetch("/fr/cellule/envoyer", { method: "POST", headers, body, redirect: "manual" })).type;
  }, [name, origin]);
  assert.equal(status, "opaqueredirect", "a file was opened");
}

let day = 1;
/** A live meeting about everything that is open; gives its address. */
async function begin(page) {
  const date = `2031-03-${String(day++).padStart(2, "0")}`;
  await page.goto("/fr/reunions");
  await page.fill("#date", date);
  await page.fill("#time", "14:00");
  await click(page, "Proposer les dates");
  await click(page, "Prévoir les dates cochées");
  await Promise.all([page.waitForURL(/\/seance\//), page.locator("section:has(#coming) a").last().click()]);
  await click(page, "Construire l’ordre du jour");
  await click(page, "Commencer la réunion");
  return new URL(page.url()).pathname;
}
const item = (page, name) => page.locator("article.item", { hasText: name }).first();
const text = (page, name) => item(page, name).locator("textarea[name=text]").first();
const said = (page, name, wanted) => item(page, name).locator("[data-live-state]").getByText(wanted).waitFor();

describe("meeting", () => {
  before(async () => {
    await house.invite({ cleo: ["Cléo Imaginaire", ROLE.psychosocial], max: ["Max Imaginaire", ROLE.medical] });
    const cleo = await as("cleo");
    await openFile(cleo, "Hugo Imaginaire");
    await openFile(cleo, "Sara Imaginaire", "psychosocial-service");
    await cleo.context().close();
  });

  test("one writes, the other sees it; two who write at once lose nothing", async () => {
    const cleo = await as("cleo");
    const at = await begin(cleo);
    const max = await as("max");
    await max.goto(at);
    await cleo.locator("[data-here]", { hasText: "Max Imaginaire" }).waitFor();
    await text(cleo, "Hugo").pressSequentially("L’école attend.");
    await said(cleo, "Hugo", "Enregistré.");
    await max.waitForFunction(() => document.querySelector("article.item textarea[name=text]") && [...document.querySelectorAll("article.item textarea[name=text]")].some((t) => t.value === "L’école attend."));
    // Both in one item, on different lines, at the same time.
    await text(max, "Hugo").evaluate((t) => { t.value += "\n\nAvis génétique demandé."; t.dispatchEvent(new Event("input", { bubbles: true })); });
    await text(cleo, "Hugo").evaluate((t) => { t.value = "L’école attend un plan."; t.dispatchEvent(new Event("input", { bubbles: true })); });
    for (const page of [cleo, max]) {
      await page.waitForFunction(() => [...document.querySelectorAll("article.item textarea[name=text]")].some((t) => t.value === "L’école attend un plan.\n\nAvis génétique demandé."));
    }
    // Another item is untouched, and its state goes round too.
    await item(max, "Sara").getByRole("button", { name: "Décidé" }).click();
    await item(cleo, "Sara").locator("[data-state]", { hasText: "Décidé" }).waitFor();
    assert.deepEqual([cleo.seen, max.seen], [[], []]);
    await cleo.context().close();
    await max.context().close();
  });

  test("offline for a while: the words arrive afterwards, and where both wrote the same line both are shown", async () => {
    const cleo = await as("cleo");
    const at = await begin(cleo);
    const max = await as("max");
    await max.goto(at);
    await text(cleo, "Hugo").fill("Ligne commune.");
    await said(cleo, "Hugo", "Enregistré.");
    await max.waitForFunction(() => [...document.querySelectorAll("article.item textarea[name=text]")].some((t) => t.value === "Ligne commune."));
    await max.context().setOffline(true);
    await text(max, "Hugo").fill("Ligne commune, vue par Max.");
    await text(max, "Sara").fill("Écrit sans réseau.");
    await max.getByText("La connexion est coupée").waitFor();
    await max.getByText("Brouillon gardé, chiffré").first().waitFor();
    await text(cleo, "Hugo").fill("Ligne commune, vue par Cléo.");
    await said(cleo, "Hugo", "Enregistré.");
    await max.context().setOffline(false);
    await cleo.waitForFunction(() => [...document.querySelectorAll("article.item textarea[name=text]")].some((t) => t.value === "Écrit sans réseau."), null, { timeout: 15_000 });
    const clash = max.locator(".clash-live");
    await clash.waitFor();
    assert.match(await clash.innerText(), /vue par Cléo[\s\S]*vue par Max/);
    assert.equal(await axe(max), "", "with both wordings shown");
    await clash.getByRole("button", { name: "Garder les deux" }).click();
    await cleo.waitForFunction(() => [...document.querySelectorAll("article.item textarea[name=text]")].some((t) => /vue par Cléo[\s\S]*vue par Max/.test(t.value)));
    // Saved, the drafts are gone: nothing comes back after a reload.
    await max.waitForTimeout(800);
    await max.reload();
    await max.waitForTimeout(1500);
    assert.equal(await max.getByText("Votre brouillon a été retrouvé").count(), 0);
    await cleo.context().close();
    await max.context().close();
  });

  test("a page that is closed while offline gives its words back when it is opened again", async () => {
    const cleo = await as("cleo");
    const at = await begin(cleo);
    await cleo.waitForTimeout(500);
    await cleo.context().setOffline(true);
    await text(cleo, "Sara").fill("Perdu sinon.");
    await item(cleo, "Sara").getByText("Brouillon gardé, chiffré").waitFor();
    await cleo.close();
    const context = cleo.context();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(at);
    await item(again, "Sara").getByText("Enregistré.").waitFor();
    await again.reload();
    assert.equal(await text(again, "Sara").inputValue(), "Perdu sinon.");
    await context.close();
  });

  test("a step, the end, two signatures, the minutes on paper", async () => {
    const cleo = await as("cleo");
    const at = await begin(cleo);
    await item(cleo, "Hugo").locator("summary").click();
    const form = item(cleo, "Hugo").locator("details form");
    await form.locator("[name=text]").fill("Demander un avis imaginaire.");
    await form.locator("[name=due]").fill("2031-06-01");
    await text(cleo, "Sara").fill("Tapé juste avant.");
    await Promise.all([cleo.waitForEvent("load"), form.getByRole("button").click()]);
    assert.match(await cleo.locator("main").innerText(), /La démarche est proposée[\s\S]*Demander un avis imaginaire/);
    assert.equal(await text(cleo, "Sara").inputValue(), "Tapé juste avant.", "saved before the page was left");
    await click(cleo, "Terminer la réunion");
    await text(cleo, "Hugo").fill("Complété après la séance.");
    await said(cleo, "Hugo", "Enregistré.");
    await click(cleo, "Signer pour le volet psycho-social");
    const max = await as("max");
    await max.goto(at);
    await click(max, "Signer pour le volet médical");
    assert.match(await max.locator(".status").innerText(), /Signée par les deux volets[\s\S]*Cléo Imaginaire[\s\S]*Max Imaginaire/);
    assert.equal(await max.locator("article.item textarea").count(), 0);
    const pdf = await max.request.get(`${at}/minutes.pdf`);
    assert.equal(pdf.headers()["content-type"], "application/pdf");
    assert.match(pdf.headers()["content-disposition"], /filename="compte-rendu-2031-03-\d\d\.pdf"/);
    await max.goto(`${at}/minutes`);
    await max.emulateMedia({ media: "print" });
    assert.equal(await max.locator("button:visible").count(), 0);
    assert.match(await max.locator("main").innerText(), /Complété après la séance[\s\S]*Demander un avis imaginaire/);
    await cleo.context().close();
    await max.context().close();
  });

  test("all of it without scripts: a form with the revision that was read, and both wordings", async () => {
    const cleo = await as("cleo", { javaScriptEnabled: false });
    const at = await begin(cleo);
    const max = await as("max", { javaScriptEnabled: false });
    await max.goto(at);
    await text(cleo, "Hugo").fill("Écrit par Cléo.");
    await item(cleo, "Hugo").getByRole("button", { name: "Décidé" }).click();
    assert.match(await item(cleo, "Hugo").innerText(), /Décidé/);
    await text(max, "Hugo").fill("Écrit par Max.");
    await item(max, "Hugo").getByRole("button", { name: "Enregistrer" }).click();
    assert.match(await max.locator("main").innerText(), /Rien n’est perdu[\s\S]*Écrit par Cléo[\s\S]*Écrit par Max/);
    await max.getByRole("button", { name: "Enregistrer ce texte" }).click();
    assert.match(await text(max, "Hugo").inputValue(), /Écrit par Cléo[\s\S]*Écrit par Max/);
    for (const button of await max.locator("button:visible").all()) assert.equal(await button.getAttribute("type"), "submit");
    await cleo.context().close();
    await max.context().close();
  });

  for (const [language, words] of [["fr", ["reunions", "reunions/seance"]], ["de", ["sitzungen", "sitzungen/sitzung"]]]) {
    for (const width of [1280, 360]) {
      test(`accessible and within the window: ${language}, ${width} px`, async () => {
        const page = await as("cleo", { width });
        await page.goto("/fr/reunions");
        const ids = await page.locator("[data-open]").evaluateAll((links) => links.map((link) => link.href.split("/").pop()));
        const meetings = ids.map((id) => `/${language}/${words[1]}/${id}`);
        await page.goto(meetings[0]);
        const step = await page.locator("article.item form[data-live]").first().getAttribute("action");
        const addresses = [`/${language}/${words[0]}`, `/${language}/${words[0]}?training=1`, ...meetings, `${step}/step`, `${meetings.at(-1)}/minutes`];
        for (const address of addresses) {
          await page.goto(address);
          await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
          assert.equal(await axe(page), "", address);
          await frame(page, language);
          assert.equal(await overflows(page), "", address);
        }
        // The page of two wordings, as a form without scripts gets it: on a revision that nobody knows.
        await page.goto(meetings[0]);
        await Promise.all([page.waitForEvent("load"), page.locator("article.item form[data-live]").first().evaluate((form) => {
          form.elements.revision.value = "99";
          form.elements.text.value = "Autre version.";
          form.submit();
        })]);
        assert.ok(await page.getByText("Autre version.").first().isVisible());
        assert.equal(await axe(page), "", "two wordings");
        assert.equal(await overflows(page), "", "two wordings");
        assert.deepEqual(page.seen, []);
        await page.context().close();
      });
    }
  }
});
