// Who decides for a child whom the hub brought: kept in the file, asked before anything leaves it, and what waits says when it ends.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, startInstallation } from "./installation.mjs";
import { seen } from "./pictures.mjs";

const house = await startInstallation();
const { as } = house;
after(() => house.stop());

const main = (page) => page.locator("main").innerText();
const load = (page, act) => Promise.all([page.waitForEvent("load"), act()]);
const section = (page, title) => page.locator("form", { has: page.locator("h3", { hasText: title }) }).first();

describe("who acts for a child without an enquiry", () => {
  let file;
  before(async () => {
    await house.invite({ mara: ["Mara Imaginaire", ROLE.medical] });
    const mara = await as("mara", { javaScriptEnabled: false });
    await mara.goto("/fr/cellule/envoyer");
    await mara.fill("[name=name]", "Léa Imaginaire");
    await mara.fill("[name=birth]", "2019-05-01");
    await mara.fill("[name=question]", "Un suivi");
    await load(mara, () => mara.locator("main form button[type=submit]").last().click());
    await mara.goto("/fr/cellule");
    file = await mara.locator("a[href*='/fr/cellule/dossier/']").first().getAttribute("href");
    await mara.context().close();
  });

  test("both parents are asked before anything is handed on", async () => {
    const mara = await as("mara", { javaScriptEnabled: false });
    await mara.goto(file);
    await load(mara, () => mara.getByRole("link", { name: "Qui agit pour la personne" }).click());
    assert.match(await main(mara), /Il faut l’accord des deux parents/);
    for (const name of ["Mère Imaginaire", "Père Imaginaire"]) {
      const add = section(mara, "Inscrire quelqu’un");
      await add.locator("[name=name]").fill(name);
      await load(mara, () => add.locator("button").click());
    }
    const hand = async () => {
      const form = section(mara, "Inscrire un destinataire");
      await form.locator("[name=recipient]").fill("Clinique Imaginaire");
      await load(mara, () => form.locator("button").click());
    };
    await hand();
    assert.match(await main(mara), /Ceux qui décident pour la personne ne sont pas d’accord/);
    for (const name of ["Mère Imaginaire", "Père Imaginaire"]) {
      const say = section(mara, "Noter ce qui a été dit");
      await say.locator("[name=by]").selectOption({ label: name });
      await say.locator("[name=said]").selectOption("agrees");
      await load(mara, () => say.locator("button").click());
    }
    assert.doesNotMatch(await main(mara), /arrêté/);
    await hand();
    assert.match(await main(mara), /Clinique Imaginaire/);
    await seen(mara, "representation-of-a-file");
    await mara.context().close();
  });

  for (const language of ["fr", "de"]) {
    for (const width of [360, 1280]) {
      test(`accessible and within the window: ${language}, ${width}`, async () => {
        const mara = await as("mara", { width });
        await mara.goto(`${file}/representation`);
        if (language !== "fr") {
          await mara.goto(await mara.locator(`a[hreflang=${language}]`).first().getAttribute("href"));
        }
        assert.equal(await axe(mara), "");
        assert.equal(await overflows(mara), "");
        if (width === 360) await seen(mara, `representation-${language}`);
        await mara.context().close();
      });
    }
  }
});
