// The listener's desk in a browser: a call by keyboard, drafts through crashes, two listeners, replies, no scripts, paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { axe, frame } from "./axe.mjs";
import { overflows } from "./browser.mjs";
import { ROLE, click, startInstallation } from "./installation.mjs";
import { signIn } from "./staff.mjs";

const house = await startInstallation();
const { mailbox, base, secrets, as } = house;
after(() => house.stop());

async function log(page, summary) {
  await page.goto("/fr/permanence/appel");
  await page.fill("#summary", summary);
  await page.fill("#note", "Note imaginaire.");
  await Promise.all([page.waitForURL(/\/demande\//), page.locator(".save button").click()]);
}

describe("desk", () => {
  before(() => house.invite({
    anne: ["Anne Imaginaire", ROLE.listener],
    bea: ["Béa Imaginaire", ROLE.listener],
  }));

  test("a call is logged by keyboard alone, in less than a minute", async () => {
    const page = await as("anne");
    await page.goto("/fr/permanence");
    const began = Date.now();
    await page.keyboard.press("n");
    await page.waitForURL(/\/appel$/);
    const tabTo = async (name) => {
      for (let tries = 0; tries < 80; tries++) {
        await page.keyboard.press("Tab");
        if ((await page.evaluate(() => document.activeElement.name)) === name) return;
      }
      assert.fail(`no way to ${name}`);
    };
    await tabTo("name");
    await page.keyboard.type("Marie Imaginaire");
    await tabTo("phone");
    await page.keyboard.type("691 000 222");
    await tabTo("summary");
    await page.keyboard.type("École");
    await tabTo("note");
    await page.keyboard.type("Demande une aide pour la rentrée.");
    await tabTo("f-requester-kind");
    await page.keyboard.press("ArrowDown");
    await tabTo("f-needs");
    await page.keyboard.press("Space");
    await tabTo("disorder-text");
    await page.keyboard.type("mucoviscid");
    await page.locator(".suggestions li").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await Promise.all([page.waitForURL(/\/demande\//), page.keyboard.press("Control+Enter")]);
    assert.ok(Date.now() - began < 60_000, `${Date.now() - began} ms`);
    const text = await page.locator("main").innerText();
    for (const wanted of ["Marie Imaginaire", "Mucoviscidose", "Demande une aide"]) assert.ok(text.includes(wanted), wanted);
    await page.keyboard.press("?");
    assert.ok(await page.locator("#keys").isVisible());
    await page.keyboard.press("?");
    assert.ok(await page.locator("#keys").isHidden());
    assert.deepEqual(page.seen, []);
    await page.context().close();
  });

  test("a draft survives a killed browser and a killed server, encrypted, and is wiped when it is saved", async () => {
    const profile = mkdtempSync(join(tmpdir(), "ariane-profile-"));
    const marker = "Marqueurconfidentiel";
    const start = () => chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--headless", "--no-sandbox", "--disable-gpu"], baseURL: base, locale: "fr-LU",
    });
    let context = await start();
    let page = context.pages()[0] ?? (await context.newPage());
    await signIn(page, "anne@example.org", secrets.anne);
    await page.goto("/fr/permanence/appel");
    await page.fill("#note", marker);
    await page.getByText("Brouillon gardé, chiffré").waitFor();
    for (const id of execFileSync("pgrep", ["-f", `user-data-dir=${profile}`], { encoding: "utf8" }).trim().split("\n")) {
      try { process.kill(Number(id), "SIGKILL"); } catch { /* a child that ended with its parent */ }
    }
    await house.crash(() => {
      const found = (() => { try { return execFileSync("grep", ["-rla", marker, profile], { encoding: "utf8" }); } catch { return ""; } })();
      assert.equal(found, "", "no draft in plain text on disk");
    });
    context = await start();
    page = context.pages()[0] ?? (await context.newPage());
    await signIn(page, "anne@example.org", secrets.anne);
    await page.goto("/fr/permanence/appel");
    await page.getByText("Votre brouillon a été retrouvé").waitFor();
    assert.equal(await page.inputValue("#note"), marker);
    await Promise.all([page.waitForURL(/\/demande\//), page.locator(".save button").click()]);
    await page.waitForTimeout(500);
    await page.goto("/fr/permanence/appel");
    await page.waitForTimeout(800);
    assert.equal(await page.inputValue("#note"), "", "wiped when it was saved");
    await page.fill("#note", marker);
    await page.getByText("Brouillon gardé, chiffré").waitFor();
    await click(page, "Se déconnecter");
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map((d) => d.name)), [], "wiped at sign-out");
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test("a lost connection is waited for, and the call is saved once", async () => {
    const page = await as("anne");
    await page.goto("/fr/permanence/appel");
    await page.fill("#summary", "Sans réseau");
    await page.getByText("Brouillon gardé, chiffré").waitFor();
    await page.context().setOffline(true);
    await page.locator(".save button").click();
    await page.getByText("Le serveur ne répond pas").waitFor();
    await page.context().setOffline(false);
    await page.waitForURL(/\/demande\//, { timeout: 15_000 });
    await page.goto("/fr/permanence");
    assert.equal(await page.getByText("Sans réseau").count(), 1);
    await page.context().close();
  });

  test("two listeners: presence, conflict, taking over knowingly", async () => {
    const anne = await as("anne");
    await log(anne, "Pour deux");
    await click(anne, "Remettre dans la file");
    const bea = await as("bea");
    await bea.goto(new URL(anne.url()).pathname);
    assert.match(await bea.locator("[data-presence]").innerText(), /Anne Imaginaire lit/);
    await anne.goto(new URL(anne.url()).pathname);
    await click(anne, "Prendre");
    await click(bea, "Prendre");
    assert.match(await bea.locator("main").innerText(), /Quelqu’un a été plus rapide[\s\S]*Anne Imaginaire s’en occupe/);
    await click(bea, /reprendre en connaissance/);
    assert.match(await bea.locator(".hold").innerText(), /Vous vous en occupez/);
    await anne.context().close();
    await bea.context().close();
  });

  test("a reply with a dated fact goes out by mail, in the person's thread", async () => {
    const page = await as("anne");
    await page.goto("/fr/permanence/appel");
    await page.fill("#p-mail", "demandeuse@example.org");
    await page.fill("#summary", "Par mail");
    await Promise.all([page.waitForURL(/\/demande\//), page.locator(".save button").click()]);
    await page.fill("#text", "Bonjour Madame,");
    await Promise.all([page.waitForEvent("load"), page.locator(".side-facts button").first().click()]);
    const text = await page.inputValue("#text");
    assert.match(text, /^Bonjour Madame,\n\n[\s\S]*Source/);
    await click(page, "Envoyer par mail");
    const mail = await mailbox.next("demandeuse@example.org");
    assert.match(mail.text, /Bonjour Madame/);
    assert.match(mail.head, /Message-ID: <[0-9a-f]+@example.org>/i);
    await page.context().close();
  });

  test("all of it without scripts", async () => {
    const page = await as("bea", { javaScriptEnabled: false });
    await page.goto("/fr/permanence/appel");
    await page.fill("[name=disorder-text]", "mucoviscidose");
    await page.fill("#note", "Sans script.");
    await page.locator(".save button").click();
    assert.match(await page.locator("main").innerText(), /Mucoviscidose[\s\S]*/);
    await page.locator(".side-facts button").first().click();
    assert.notEqual(await page.inputValue("#text"), "");
    await page.getByRole("button", { name: "Noter la réponse donnée" }).click();
    await page.getByRole("button", { name: "Clore la demande" }).click();
    assert.match(await page.locator(".status").innerText(), /Close/);
    for (const button of await page.locator("button:visible").all()) assert.equal(await button.getAttribute("type"), "submit");
    await page.context().close();
  });

  for (const [language, desk] of [["fr", "permanence"], ["de", "dienst"]]) {
    for (const width of [1280, 360]) {
      test(`accessible and within the window: ${language}, ${width} px`, async () => {
        const page = await as("anne", { width });
        await page.goto(`/${language}/${desk}`);
        const one = await page.locator("[data-open]").first().getAttribute("href");
        const rest = { fr: ["appel", "modeles", "besoins-non-couverts"], de: ["anruf", "vorlagen", "ungedeckter-bedarf"] }[language];
        for (const address of [`/${language}/${desk}`, ...rest.map((r) => `/${language}/${desk}/${r}`), one, `${one}/edit`, `${one}/persons`]) {
          await page.goto(address);
          assert.equal(await axe(page), "", address);
          await frame(page, language);
          assert.equal(await overflows(page), "", address);
        }
        assert.deepEqual(page.seen, []);
        await page.context().close();
      });
    }
  }

  test("an enquiry on paper is the enquiry, not its buttons", async () => {
    const page = await as("anne");
    await log(page, "Sur papier");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("button:visible").count(), 0);
    assert.ok(await page.getByText("Sur papier").first().isVisible());
    await page.context().close();
  });
});
