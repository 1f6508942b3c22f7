// An RCP in browsers: a coordinator plans it, lists a file, invites a geneticist; she reads the file until the report is
// validated and not a moment longer; the person whose file it is sees that she did.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { followed } from "./followed.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";
import { seen } from "./pictures.mjs";

const house = await startInstallation();
const { mailbox, open, as } = house;
after(() => house.stop());

const main = (page) => page.locator("main").innerText();

/** The local time in Luxembourg of a moment, as a form takes it. */
function local(moment) {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Luxembourg", dateStyle: "short", timeStyle: "short" }).format(moment);
  return parts.replace(" ", "T");
}

/** Looks at a page as axe does and as a narrow window shows it. */
async function looks(page, address, language = "fr") {
  await page.goto(address);
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  assert.equal(await axe(page), "", address);
  await frame(page, language);
  assert.equal(await overflows(page), "", address);
}

describe("rcp", () => {
  let link, code, session, own, listed;
  before(async () => {
    await house.invite({
      anne: ["Anne Imaginaire", ROLE.listener],
      mara: ["Mara Imaginaire", ROLE.medical],
      gaia: ["Gaia Imaginaire", ROLE.participant],
    });
    ({ link, code } = await followed(house, { doctor: "Dr Imaginaire", question: "Question imaginaire pour la génétique." }));
  });

  test("a series, a session, a file, an invitation that calendars take", async () => {
    const mara = await as("mara");
    await mara.goto("/fr/rcp");
    await mara.getByRole("link", { name: "Créer une RCP" }).click();
    await mara.fill("#name", "Génétique imaginaire");
    await mara.fill("#first", "2031-02-11");
    await mara.fill("#time", "14:00");
    await mara.fill("#after-validation", "0");
    await click(mara, "Enregistrer");
    assert.match(await main(mara), /chaque mois[\s\S]*11 février 2031/);
    const series = new URL(mara.url()).pathname;
    // A session that begins this minute, so that it can be held.
    await mara.fill("#at", local(new Date()));
    await click(mara, "Prévoir cette séance");
    session = new URL(mara.url()).pathname;
    await mara.fill("#number", "1");
    await click(mara, "Ajouter à la liste");
    assert.match(await main(mara), /Zoé Imaginaire/);
    await mara.fill("#number", "1");
    await click(mara, "Ajouter à la liste");
    assert.match(await main(mara), /déjà sur la liste de cette séance/);
    await mara.selectOption("#account", { label: "Gaia Imaginaire" });
    await mara.fill("#specialty", "Génétique humaine");
    await click(mara, "Inviter à cette séance");
    await click(mara, "Envoyer les invitations");
    const mail = await mailbox.next("gaia@example.org", /Vous êtes invité/);
    assert.match(mail.head, /Subject: =\?utf-8\?|Subject: Invitation/i);
    assert.match(mail.text, /text\/calendar; method=REQUEST/);
    assert.doesNotMatch(mail.text, /Zoé/);
    own = mail.text.match(/http:\/\/localhost:\d+(\/fr\/mes-rcp\/\S+)/)[1];
    await looks(mara, "/fr/rcp");
    await looks(mara, series);
    await looks(mara, session);
    assert.deepEqual(mara.seen, []);
    await mara.context().close();
  });

  test("she reads the file and nothing else", async () => {
    const gaia = await as("gaia");
    await gaia.goto(own);
    assert.match(await main(gaia), /Dossier n° 1[\s\S]*Chaque lecture est inscrite/);
    await gaia.getByLabel("vient", { exact: true }).check();
    await click(gaia, "Répondre");
    assert.match(await main(gaia), /Votre réponse est enregistrée/);
    await Promise.all([gaia.waitForEvent("load"), gaia.getByRole("link", { name: "Dossier n° 1" }).click()]);
    listed = new URL(gaia.url()).pathname;
    const text = await main(gaia);
    for (const wanted of ["Zoé Imaginaire", "Question imaginaire pour la génétique.", "Dr Imaginaire"]) assert.ok(text.includes(wanted), wanted);
    assert.ok(!text.includes("zoe@example.org") && !text.includes("Merci de suivre"));
    for (const address of ["/fr/cellule", "/fr/rcp", session, `${session}/report.pdf`, "/fr/reunions", "/fr/permanence"]) {
      assert.equal((await gaia.request.get(address)).status(), 403, address);
    }
    const tabs = await gaia.locator(".work-top nav").first().innerText();
    assert.ok(tabs.includes("Mes RCP") && !tabs.includes("Cellule"));
    assert.deepEqual(gaia.seen, []);
    for (const address of ["/fr/mes-rcp", own, listed]) await looks(gaia, address);
    await gaia.emulateMedia({ media: "print" });
    assert.equal(await gaia.locator("button:visible").count(), 0);
    await gaia.context().close();
    const narrow = await as("gaia", { width: 360 });
    for (const address of ["/fr/mes-rcp", own, listed]) await looks(narrow, address);
    await narrow.goto(own.replace("/fr/mes-rcp/", "/de/meine-fallkonferenzen/"));
    assert.equal(await axe(narrow), "");
    await narrow.context().close();
  });

  test("held, advised, validated without a day to read: she is locked out at once", async () => {
    const mara = await as("mara");
    const gaia = await as("gaia");
    await gaia.goto(listed);
    assert.match(await main(gaia), /Zoé Imaginaire/, "still open");
    await mara.goto(session);
    await click(mara, "La séance a eu lieu");
    await mara.getByLabel("Gaia Imaginaire · génétique humaine").check();
    await click(mara, "Enregistrer les présences");
    await mara.locator("article.item textarea[name=text]").fill("Avis imaginaire.");
    await mara.locator("article.item textarea[name=plain]").fill("Un examen imaginaire est proposé.");
    await mara.locator("article.item input[name=dissent]").check();
    await mara.locator("article.item input[name^=why]").fill("Plutôt attendre.");
    await click(mara, "Enregistrer l’avis");
    await looks(mara, session);
    await click(mara, "Valider le compte rendu");
    const out = await gaia.reload();
    assert.equal(out.status(), 403);
    assert.match(await main(gaia), /Le temps de lecture est écoulé/);
    assert.equal(await axe(gaia), "", "the refusal");
    await gaia.goto(own);
    assert.match(await main(gaia), /les dossiers sont fermés/);
    await click(mara, "Signer le compte rendu");
    const pdf = await mara.request.get(`${session}/report.pdf`);
    assert.equal(pdf.headers()["content-type"], "application/pdf");
    await looks(mara, `${session}/report`);
    assert.match(await main(mara), /Avis imaginaire[\s\S]*Avis différent : Gaia Imaginaire[\s\S]*Plutôt attendre/);
    await mara.goto(session);
    await mara.locator("summary", { hasText: "Noter l’annonce" }).click();
    await click(mara, "Je l’ai expliqué");
    assert.match(await main(mara), /Expliqué par Mara Imaginaire/);
    await click(mara, "Le compte rendu est transmis");
    assert.match(await main(mara), /Dites d’abord, pour chaque dossier avec un avis/);
    await mara.locator("summary", { hasText: "Dire comment il est transmis" }).click();
    await mara.locator("select[name=way]").selectOption("secure-mail");
    await looks(mara, session);
    await mara.locator("select[name=way]").selectOption("secure-mail");
    await Promise.all([mara.waitForEvent("load"), mara.locator("form[action$='/pass'] button").click()]);
    assert.match(await main(mara), /Transmis à Dr Imaginaire le .* : par messagerie protégée/);
    await seen(mara, "rcp-passed");
    await click(mara, "Le compte rendu est transmis");
    assert.match(await main(mara), /les participants sont prévenus/);
    const ready = await mailbox.next("gaia@example.org", /est signé/);
    assert.doesNotMatch(ready.text, /Zoé|Avis imaginaire/);
    await mara.context().close();
    await gaia.context().close();
    const narrow = await as("mara", { width: 360 });
    for (const address of ["/fr/rcp", session, `${session}/report`]) await looks(narrow, address);
    await narrow.goto(session.replace("/fr/rcp/seance/", "/de/fallkonferenzen/sitzung/"));
    assert.equal(await axe(narrow), "");
    assert.equal(await overflows(narrow), "");
    await narrow.context().close();
  });

  test("the person sees that she read, and the words that were explained", async () => {
    const zoe = await open({ javaScriptEnabled: false });
    await zoe.goto(link);
    await zoe.fill("#code", code);
    await zoe.click("main form button[type=submit]");
    await zoe.goto("/fr/ma-demande/mes-donnees");
    await click(zoe, "Envoyer un code à l’adresse de courriel");
    const proof = await mailbox.next("zoe@example.org", /Votre code : /);
    await zoe.fill("#code", proof.text.match(/Votre code : (\S+)/)[1]);
    await zoe.locator("form:has(#code) button[type=submit]").click();
    const text = await main(zoe);
    assert.match(text, /participant d’une réunion de concertation \(RCP\)[\s\S]*dossier lu pour une réunion de concertation \(RCP\)/);
    assert.match(text, /Ce qui a été décidé[\s\S]*Un examen imaginaire est proposé/);
    assert.doesNotMatch(text, /Gaia|Plutôt attendre/, "functions, no names of staff");
    await zoe.context().close();
  });
});
