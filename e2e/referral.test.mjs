// A referral in browsers: prepared from a file, sent by a link with the code told another way, answered by who has no account, seen by the
// coordinator and by the person.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { followed } from "./followed.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";

const house = await startInstallation();
const { mailbox, open, as } = house;
after(() => house.stop());

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
    ({ link, code, file } = await followed(house, { birth: "1990-01-02" }));
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
