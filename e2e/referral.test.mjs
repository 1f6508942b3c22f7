// A referral in browsers: prepared from a file, sent by a link with the code told another way, answered by who has no account, seen by the
// coordinator and by the person.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";

const house = await startInstallation();
const { mailbox, open, as } = house;
after(() => house.stop());

const READS_MS = 3_500; // quicker than this nobody reads the form of the infoline, and it says so
const main = (page) => page.locator("main").innerText();
const SHOTS = process.env.ARIANE_SHOTS;

/** Looks at a page as axe does and as a narrow window shows it, in two languages; keeps pictures where asked. */
async function looks(page, address, name) {
  for (const language of ["fr", "de"]) {
    const path = address.startsWith("/fr/adressages") ? address.replace("/fr/adressages", language === "fr" ? "/fr/adressages" : "/de/ueberweisungen") : address;
    if (path === address && language === "de") continue;
    await page.goto(path);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    assert.equal(await axe(page), "", path);
    for (const width of SHOTS ? [360, 1280] : []) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${SHOTS}/${name}-${language}-${width}.png`, fullPage: true });
    }
    if (language === "fr") {
      await frame(page, language);
      assert.equal(await overflows(page), "", path);
    }
  }
}

describe("referral", () => {
  let link, code, file, one;
  before(async () => {
    await house.invite({
      anne: ["Anne Imaginaire", ROLE.listener],
      mara: ["Mara Imaginaire", ROLE.medical],
    });
    const zoe = await open({ javaScriptEnabled: false });
    await zoe.goto("/fr/ecrire");
    await zoe.fill("#message", "Je cherche un suivi imaginaire.");
    await zoe.locator("input[name=channel][value=mail]").check();
    await zoe.fill("#name", "Zoé Imaginaire");
    await zoe.fill("#mail", "zoe@example.org");
    await zoe.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    await zoe.locator("input[name=who][value=person-concerned]").check();
    await zoe.locator("input[name=agree-handover]").check();
    await zoe.waitForTimeout(READS_MS);
    await zoe.click("main form button[type=submit]");
    link = new URL(await zoe.locator(".private-link").getAttribute("href")).pathname;
    code = await zoe.locator(".private-code").innerText();
    await zoe.context().close();
    const anne = await as("anne");
    await anne.goto("/fr/permanence");
    await Promise.all([anne.waitForEvent("load"), anne.locator("[data-open]").first().click()]);
    const at = new URL(anne.url()).pathname;
    await click(anne, "Prendre");
    await anne.goto(`${at}/handover`);
    await anne.locator("[name=reason][value=follow-up]").check();
    await anne.fill("[name=message]", "Merci de suivre.");
    await Promise.all([anne.waitForURL(/done=/), anne.locator("form:has([name=message]) button[type=submit]").click()]);
    await anne.context().close();
    const mara = await as("mara");
    await mara.goto("/fr/transmissions");
    await Promise.all([mara.waitForEvent("load"), mara.locator("main a[href*='/transmissions/']").first().click()]);
    await click(mara, "Ouvrir un dossier");
    file = new URL(mara.url()).pathname;
    await mara.goto(`${file}/head`);
    await mara.fill("#birth", "1990-01-02");
    await Promise.all([mara.waitForEvent("load"), mara.locator("form:has(#doctor) button[type=submit]").last().click()]);
    await mara.context().close();
  });

  test("it is prepared, says what is missing, and goes out", async () => {
    const mara = await as("mara");
    await mara.goto(`${file}/referrals`);
    assert.match(await main(mara), /Fiche d’orientation/);
    await mara.fill("#sought", "aniridie");
    await click(mara, "Proposer");
    await click(mara, /Préparer un adressage.*Gêniris/);
    one = new URL(mara.url()).pathname;
    assert.match(await main(mara), /La question n’est pas écrite[\s\S]*n’a pas donné son accord/);
    await mara.fill("#question", "Un échange entre familles imaginaires.");
    await mara.selectOption("#language", "fr");
    await click(mara, "Enregistrer");
    await mara.getByRole("link", { name: "Noter ou demander l’accord" }).click();
    assert.equal(await mara.locator("#purpose").inputValue(), "transfer", "nothing is chosen again");
    await Promise.all([mara.waitForEvent("load"), mara.locator("form:has(#purpose) button[type=submit]").click()]);
    await looks(mara, one, "one-ready");
    await mara.goto(one);
    assert.match(await main(mara), /Tout est là/);
    await click(mara, "Envoyer l’adressage");
    await click(mara, "Faire un code");
    const spoken = await mara.locator("strong.code").innerText();
    const mail = await mailbox.next("associationgeniris@gmail.com", /adressage/);
    assert.doesNotMatch(mail.text, /Zoé/);
    const guest = await open();
    await guest.goto(mail.text.match(/http:\/\/localhost:\d+(\/\S+)/)[1]);
    await guest.fill("#code", spoken);
    await Promise.all([guest.waitForURL(/packet/), guest.click("main form button[type=submit]")]);
    assert.match(await main(guest), /Un échange entre familles imaginaires[\s\S]*Zoé Imaginaire/);
    if (SHOTS) await guest.screenshot({ path: `${SHOTS}/received-fr-1280.png`, fullPage: true });
    await guest.locator("input[name=change][value=appoint]").check();
    await guest.fill("#day", "2031-02-11");
    await click(guest, "Envoyer la réponse");
    assert.match(await main(guest), /Merci[\s\S]*11 février 2031|11 février 2031[\s\S]*Merci/);
    assert.equal(await axe(guest), "");
    await frame(guest, "fr");
    assert.equal(await overflows(guest), "");
    await guest.context().close();
  });

  test("the coordinator and the person see where it stands", async () => {
    const mara = await as("mara");
    await mara.goto("/fr/adressages");
    assert.match(await main(mara), /Rendez-vous[\s\S]*11 février 2031/);
    await looks(mara, "/fr/adressages", "list");
    await looks(mara, one, "one-sent");
    await looks(mara, `${file}/referrals`, "choose");
    await looks(mara, "/fr/adressages/cern", "roster");
    const zoe = await open();
    await zoe.goto(link);
    await zoe.fill("#code", code);
    await zoe.click("main form button[type=submit]");
    await zoe.goto("/fr/ma-demande/mes-donnees");
    await click(zoe, "Envoyer un code à l’adresse de courriel");
    const proof = await mailbox.next("zoe@example.org", /Votre code : /);
    await zoe.fill("#code", proof.text.match(/Votre code : (\S+)/)[1]);
    await Promise.all([zoe.waitForEvent("load"), zoe.locator("form:has(#code) button[type=submit]").click()]);
    assert.match(await main(zoe), /À qui vous avez été adressé[\s\S]*Vous avez un rendez-vous/);
    assert.match(await main(zoe), /adressage lu par le destinataire/, "each reading is theirs to see");
  });
});
