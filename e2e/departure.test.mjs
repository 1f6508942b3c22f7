// A colleague leaves: the administrator is told what they hold, names who takes it over, and nothing is left without a holder.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { followed } from "./followed.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";
import { seen } from "./pictures.mjs";

const house = await startInstallation();
const { as } = house;
after(() => house.stop());

const main = (page) => page.locator("main").innerText();

describe("a colleague leaves", () => {
  let file;
  let person;
  before(async () => {
    await house.invite({
      anne: ["Anne Imaginaire", ROLE.listener],
      mara: ["Mara Imaginaire", ROLE.medical],
      nora: ["Nora Imaginaire", ROLE.medical],
    });
    ({ file } = await followed(house, { question: "Un diagnostic", doctor: "" }));
    const mara = await as("mara");
    await mara.goto(file);
    await click(mara, "Accepter");
    const steps = mara.locator("details.act", { has: mara.locator("summary", { hasText: "Proposer une démarche" }) }).first();
    await steps.locator("summary").click();
    await steps.locator("[name=owner]").selectOption({ label: "Mara Imaginaire" });
    await steps.locator("[name=due]").fill("2031-01-01");
    await steps.locator("[name=text]").fill("Consultation imaginaire");
    await Promise.all([mara.waitForEvent("load"), steps.locator("button[type=submit]").click()]);
    assert.match(await main(mara), /Consultation imaginaire/);
    await mara.context().close();
    const chief = await as("chief");
    await chief.goto("/fr/equipe");
    person = new URL(await chief.getByRole("link", { name: "Mara Imaginaire" }).getAttribute("href"), house.base).pathname;
    await chief.context().close();
  });

  for (const [language, path, wanted] of [["fr", "equipe", /1 piste médicale[\s\S]*1 démarche/], ["pt", "equipa", /1 vertente médica[\s\S]*1 diligência/]]) {
    for (const width of [360, 1280]) {
      test(`what they hold is told and accessible: ${language}, ${width} px`, async () => {
        const chief = await as("chief", { width });
        await chief.goto(person.replace("/fr/equipe", `/${language}/${path}`));
        assert.match(await main(chief), wanted);
        assert.ok(!(await main(chief)).includes("Zoé"), "who it is about stays unread");
        assert.equal(await axe(chief), "");
        assert.equal(await overflows(chief), "");
        await seen(chief, `departure-${language}`);
        await chief.context().close();
      });
    }
  }

  test("without scripts: refused with the number, then closed with a name, and the other has it", async () => {
    const chief = await as("chief", { javaScriptEnabled: false });
    await chief.goto(person);
    await click(chief, "Fermer le compte");
    await seen(chief, "departure-refused");
    const errors = await chief.locator(".errors").innerText();
    assert.match(errors, /1 piste médicale : personne ne peut reprendre/);
    await chief.locator(".errors a").first().click();
    assert.equal(await chief.evaluate(() => location.hash), "#close-medical-track");
    for (const name of ["close-medical-track", "close-step"]) await chief.locator(`[name=${name}]`).selectOption({ label: "Nora Imaginaire" });
    await click(chief, "Fermer le compte");
    assert.match(await main(chief), /L’accès est changé/);
    await chief.context().close();

    const told = await house.mailbox.next("nora@example.org", /confié/);
    assert.ok(!told.text.includes("Zoé"));
    const nora = await as("nora");
    await nora.goto(file);
    assert.match(await main(nora), /Démarche confiée à quelqu’un d’autre/);
    assert.match(await nora.locator("#steps, main").first().innerText(), /Nora Imaginaire/);
    await seen(nora, "departure-file");
    await nora.context().close();
    const mara = await as("mara");
    await mara.goto(file);
    assert.match(mara.url(), /connexion/);
    await mara.context().close();
  });
});
