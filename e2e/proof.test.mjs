// The proof by a stranger, in one walk: a request passes from the infoline to the agenda and to a decision in two browsers, one
// of them offline for a while; it becomes a step and a PDF; a document of it reaches the outside reader, who is let in and
// locked out on time. On the way, the pages of papers and people are looked at by axe, narrow and in German.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";

const house = await startInstallation();
const { mailbox, as } = house;
const scratch = mkdtempSync(join(tmpdir(), "ariane-papers-"));
after(async () => {
  await house.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const main = (page) => page.locator("main").innerText();
const go = (page, locator) => Promise.all([page.waitForEvent("load"), locator.click()]);

/** A moment in Luxembourg as a form takes it. */
function local(moment) {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Luxembourg", dateStyle: "short", timeStyle: "short" }).format(moment);
  return parts.replace(" ", "T");
}

/** A file on disk that a form may send. */
function paper(name, content) {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

describe("proof", () => {
  let file;
  before(() => house.invite({
    anne: ["Anne Imaginaire", ROLE.listener],
    cleo: ["Cléo Imaginaire", ROLE.psychosocial],
    max: ["Max Imaginaire", ROLE.medical],
    gaia: ["Gaia Imaginaire", ROLE.participant],
  }));

  test("a pressing call is handed over and becomes a file that leads the agenda", async () => {
    const anne = await as("anne");
    await anne.goto("/fr/permanence/appel");
    await anne.locator("main [name=name]").first().fill("Zoé Imaginaire");
    await anne.fill("#summary", "Suivi imaginaire");
    await anne.fill("#note", "Cherche un suivi, note imaginaire.");
    await anne.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    await anne.locator("[name=f-requester-kind][value=person-concerned]").check();
    await anne.locator("[name=agrees-handover]").check();
    await Promise.all([anne.waitForURL(/\/demande\//), anne.locator(".save button").click()]);
    const at = new URL(anne.url()).pathname;
    await anne.goto(`${at}/handover`);
    await anne.locator("[name=reason][value=follow-up]").check();
    await anne.fill("[name=message]", "Merci de suivre.");
    await Promise.all([anne.waitForURL(/done=/), anne.locator("form:has([name=message]) button[type=submit]").click()]);
    await anne.context().close();

    const max = await as("max");
    await max.goto("/fr/transmissions");
    await go(max, max.locator("main a[href*='/transmissions/']").first());
    await click(max, "Ouvrir un dossier");
    file = new URL(max.url()).pathname;
    await max.goto(`${file}/head`);
    await max.fill("#doctor", "Dr Imaginaire");
    await max.fill("#question", "Question imaginaire pour la génétique.");
    await go(max, max.locator("form:has(#doctor) button[type=submit]").last());
    await click(max, "Accepter");
    await max.locator("summary", { hasText: "Marquer comme urgent" }).click();
    await max.fill("#pressing-why", "Crises imaginaires");
    await go(max, max.locator("#pressing button[type=submit]"));
    assert.match(await main(max), /Urgent depuis/);
    await max.context().close();
  });

  test("a document that lies is refused; one for the RCP and one for the pair are kept", async () => {
    const max = await as("max");
    await max.goto(`${file}/documents`);
    await max.setInputFiles("#document-file", paper("photo.png", "%PDF-1.7\n"));
    await max.fill("#document-about", "IRM imaginaire");
    await click(max, "Ajouter le document");
    assert.match(await main(max), /n’est pas ce que son nom annonce/);
    assert.equal(await max.inputValue("#document-about"), "IRM imaginaire", "what was typed stays");
    for (const [name, isForRcp] of [["rapport-genetique.pdf", true], ["confidentiel.pdf", false]]) {
      await max.setInputFiles("#document-file", paper(name, "%PDF-1.7\n% imaginaire\n"));
      await max.locator("[name=rcp]").setChecked(isForRcp);
      await click(max, "Ajouter le document");
    }
    await max.goto(`${file}/hospital`);
    await max.fill("#request-hospital", "Hôpital Imaginaire, radiologie");
    await max.fill("#request-reader", "Gaia Imaginaire, généticienne");
    await max.fill("#request-until", "2031-06-30");
    await max.fill("#request-why", "Lire l’IRM imaginaire avant la RCP.");
    await click(max, "Garder la demande");
    await max.goto(`${file}/contacts`);
    await max.fill("#contact-new-name", "Dr Imaginaire");
    await max.selectOption("#contact-new-may-know", "medical");
    await max.fill("#contact-new-place", "Cabinet imaginaire");
    await max.locator("#contact-new button[type=submit]").click();
    await max.getByText("C’est enregistré").or(max.locator("[role=status]")).first().waitFor();
    await max.goto(`${file}/wishes`);
    await max.locator("summary", { hasText: "Noter un souhait" }).click();
    await max.fill("#wish-text", "Pas maintenant.");
    await go(max, max.locator("#wish button[type=submit]"));
    for (const [options, language] of [[{}, "fr"], [{ width: 360 }, "fr"], [{}, "de"], [{ width: 360 }, "de"]]) {
      const page = await as("max", options);
      const base = language === "de" ? file.replace("/fr/cellule/dossier/", "/de/zelle/akte/") : file;
      for (const word of ["", "/documents", "/hospital", "/contacts", "/wishes"]) {
        await page.goto(`${base}${word}`);
        if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${word.slice(1) || "file"}-${language}-${options.width ?? 1280}.png`), fullPage: true });
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
        assert.equal(await axe(page), "", `${base}${word}`);
        await frame(page, language);
        assert.equal(await overflows(page), "", `${base}${word}`);
      }
      assert.deepEqual(page.seen, []);
      await page.context().close();
    }
    await max.context().close();
  });

  test("two browsers, one offline for a while: a decision with dissent, a step, minutes as PDF", async () => {
    const cleo = await as("cleo");
    await cleo.goto("/fr/reunions");
    await cleo.fill("#date", "2031-03-03");
    await cleo.fill("#time", "14:00");
    await click(cleo, "Proposer les dates");
    await click(cleo, "Prévoir les dates cochées");
    await Promise.all([cleo.waitForURL(/\/seance\//), cleo.locator("section:has(#coming) a").first().click()]);
    await click(cleo, "Construire l’ordre du jour");
    assert.match(await cleo.locator("article.item").first().innerText(), /Zoé Imaginaire[\s\S]*urgent/);
    await click(cleo, "Commencer la réunion");
    const at = new URL(cleo.url()).pathname;
    const max = await as("max");
    await max.goto(at);
    await cleo.locator("[data-here]", { hasText: "Max Imaginaire" }).waitFor();
    const item = (page) => page.locator("article.item", { hasText: "Zoé" }).first();
    const text = (page) => item(page).locator("textarea[name=text]").first();
    const holds = (page, words) => page.waitForFunction((words) => [...document.querySelectorAll("article.item textarea[name=text]")].some((t) => t.value === words), words, { timeout: 15_000 });
    assert.equal(await item(max).locator("h3 a").getAttribute("href"), file, "the item leads to its file");
    await text(cleo).fill("Orienter vers le centre imaginaire.");
    await holds(max, "Orienter vers le centre imaginaire.");
    await max.context().setOffline(true);
    await text(max).fill("Orienter vers le centre imaginaire.\n\nAvis génétique, écrit sans réseau.");
    await max.getByText("La connexion est coupée").waitFor();
    await max.getByText("Brouillon gardé, chiffré").first().waitFor();
    await max.context().setOffline(false);
    await holds(cleo, "Orienter vers le centre imaginaire.\n\nAvis génétique, écrit sans réseau.");
    await item(cleo).getByRole("button", { name: "Décidé" }).click();
    await item(max).locator("[data-state]", { hasText: "Décidé" }).waitFor();
    await item(max).locator("input[name=why]").fill("Plutôt attendre l’IRM.");
    await item(max).getByRole("button", { name: "Je suis d’un autre avis" }).click();
    await item(cleo).locator("[data-dissent]", { hasText: "Plutôt attendre l’IRM." }).waitFor();
    await item(cleo).locator("summary").click();
    const form = item(cleo).locator("details form");
    await form.locator("[name=text]").fill("Demander un avis imaginaire.");
    await form.locator("[name=due]").fill("2031-06-01");
    await go(cleo, form.getByRole("button"));
    if (process.env.SHOTS) await cleo.screenshot({ path: join(process.env.SHOTS, "meeting-fr-1280.png"), fullPage: true });
    assert.equal(await axe(cleo), "", "the meeting");
    await click(cleo, "Terminer la réunion");
    await cleo.goto(`${at}/minutes`);
    assert.match(await main(cleo), /écrit sans réseau[\s\S]*Demander un avis imaginaire/);
    assert.match(await main(cleo), /Max Imaginaire[\s\S]*Plutôt attendre l’IRM/);
    const pdf = await cleo.request.get(`${at}/minutes.pdf`);
    assert.equal(pdf.headers()["content-type"], "application/pdf");
    assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
    await cleo.goto(file);
    assert.match(await main(cleo), /Demander un avis imaginaire/);
    assert.deepEqual([cleo.seen, max.seen.filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(line))], [[], []]);
    await cleo.context().close();
    await max.context().close();
  });

  test("the outside reader is let in, opens the document meant for her, and is locked out with the validation", async () => {
    const max = await as("max");
    await max.goto("/fr/rcp");
    await max.getByRole("link", { name: "Créer une RCP" }).click();
    await max.fill("#name", "Génétique imaginaire");
    await max.fill("#first", "2031-02-11");
    await max.fill("#time", "14:00");
    await max.fill("#after-validation", "0");
    await click(max, "Enregistrer");
    await max.fill("#at", local(new Date()));
    await click(max, "Prévoir cette séance");
    const session = new URL(max.url()).pathname;
    await max.fill("#number", "1");
    await click(max, "Ajouter à la liste");
    await max.selectOption("#account", { label: "Gaia Imaginaire" });
    await max.fill("#specialty", "Génétique humaine");
    await click(max, "Inviter à cette séance");
    await click(max, "Envoyer les invitations");
    const mail = await mailbox.next("gaia@example.org", /Vous êtes invité/);
    const own = mail.text.match(/http:\/\/localhost:\d+(\/fr\/mes-rcp\/\S+)/)[1];
    const gaia = await as("gaia");
    await gaia.goto(own);
    await go(gaia, gaia.getByRole("link", { name: "Dossier n° 1" }));
    const text = await main(gaia);
    assert.ok(text.includes("rapport-genetique.pdf") && !text.includes("confidentiel.pdf"));
    assert.equal(await axe(gaia), "");
    if (process.env.SHOTS) await gaia.screenshot({ path: join(process.env.SHOTS, "listed-fr-1280.png"), fullPage: true });
    const paper = await gaia.getByRole("link", { name: "rapport-genetique.pdf" }).getAttribute("href");
    const got = await gaia.request.get(paper);
    assert.equal(got.status(), 200);
    assert.match(got.headers()["content-disposition"], /^attachment/);
    await max.goto(session);
    await click(max, "La séance a eu lieu");
    await max.locator("article.item textarea[name=text]").fill("Avis imaginaire.");
    await click(max, "Enregistrer l’avis");
    assert.equal((await gaia.request.get(paper)).status(), 200, "until the validation");
    await click(max, "Valider le compte rendu");
    assert.equal((await gaia.request.get(paper)).status(), 403, "locked out with the validation");
    assert.equal((await gaia.reload()).status(), 403);
    await gaia.context().close();
    await max.context().close();
  });
});
