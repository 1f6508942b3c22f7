// Agreements of a child: one parent signs, then the other; the signed paper is kept beside what it says.

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
const load = (page, act) => Promise.all([page.waitForEvent("load"), act()]);

describe("agreements", () => {
  let file;
  before(async () => {
    await house.invite({ anne: ["Anne Imaginaire", ROLE.listener], mara: ["Mara Imaginaire", ROLE.medical] });
    ({ file } = await followed(house, { question: "Un diagnostic", doctor: "" }));
    const mara = await as("mara");
    await mara.goto(file);
    await click(mara, "Accepter");
    await mara.context().close();
  });

  test("what one of two parents signed counts once the other signed too; the paper is kept", async () => {
    const mara = await as("mara", { javaScriptEnabled: false });
    await mara.goto(`${file}/consents`);
    await mara.selectOption("[name=purpose]", "panel");
    await mara.selectOption("[name=by]", "parent-one");
    await mara.fill("#text", "Classeur imaginaire");
    await load(mara, () => mara.locator("#consent-new button[type=submit]").click());
    assert.match(await main(mara), /la signature de l’autre parent manque/);
    assert.doesNotMatch(await main(mara), /Accord valable/);
    await seen(mara, "consents-one-parent");

    const act = (summary) => mara.locator("details.act", { has: mara.locator("summary", { hasText: summary }) }).first();
    const second = act("L’autre parent a signé");
    await second.locator("summary").click();
    await load(mara, () => second.locator("button[type=submit]").click());
    assert.match(await main(mara), /Accord valable/);
    assert.match(await main(mara), /les deux parents/);

    const scan = act("Joindre le papier signé");
    await scan.locator("summary").click();
    const file_ = { name: "accord signé.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n% imaginaire\n") };
    await scan.locator("input[type=file]").setInputFiles({ ...file_, buffer: Buffer.from("GIF89a imaginaire") });
    await load(mara, () => scan.locator("button[type=submit]").click());
    assert.match(await main(mara), /À corriger/);
    const again = act("Joindre le papier signé");
    await again.locator("summary").click();
    await again.locator("input[type=file]").setInputFiles(file_);
    await load(mara, () => again.locator("button[type=submit]").click());
    const paper = mara.getByRole("link", { name: "accord signé.pdf" });
    const [download] = await Promise.all([mara.waitForEvent("download"), paper.click()]);
    assert.equal(download.suggestedFilename(), "accord signé.pdf");
    await mara.context().close();
  });

  for (const [language, start] of [["fr", "fr"], ["lb", "lb"]]) {
    test(`accessible and within the window: ${language}`, async () => {
      const mara = await as("mara", { width: 360 });
      await mara.goto(`${file}/consents`);
      const to = await mara.locator(`a[hreflang=${start}], a[lang=${start}]`).first().getAttribute("href").catch(() => null);
      if (to) await mara.goto(to);
      assert.equal(await axe(mara), "");
      assert.equal(await overflows(mara), "");
      await seen(mara, `consents-${language}`);
      await mara.context().close();
    });
  }
});
