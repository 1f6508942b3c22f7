// The way in for staff: set-up, two factors, passkeys, invitation, recovery, sessions, an outside service.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, frame } from "./axe.mjs";
import { openBrowser, openPage, overflows } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { PASSWORD, addApp, code, freePort, send, setUp, signIn, startMailbox, startProvider } from "./staff.mjs";

const CHIEF = "chef@example.org";
const mailbox = await startMailbox();
const port = await freePort();
const provider = await startProvider(`http://localhost:${port}/sign-in/return`);
const secretFile = new URL(`file:///tmp/ariane-e2e-secret-${port}`);
const { writeFileSync, rmSync } = await import("node:fs");
writeFileSync(secretFile, "a secret of the test\n");
const server = await startServer({
  port,
  settings: `
[mail]
address = "infoline@example.org"
smtp = { host = "127.0.0.1", port = ${mailbox.port}, security = "none" }

[sign_in]
issuer = "${provider.issuer}"
client_id = "ariane"
client_secret_file = "${secretFile.pathname}"
name = "Hôpital Imaginaire"
`,
});
const base = `http://localhost:${port}`;
const browser = await openBrowser();
const secrets = {};
after(async () => {
  await browser.close();
  await server.stop();
  await mailbox.stop();
  await provider.stop();
  rmSync(secretFile, { force: true });
});

const open = (options) => openPage(browser, base, options);
const link = (mail) => mail.text.match(/http:\/\/localhost:\d+(\/\S+)/)[1];
const click = (page, name) => Promise.all([page.waitForEvent("load"), page.getByRole("button", { name }).first().click()]);

describe("accounts", () => {
  let chief;
  before(async () => {
    chief = await open();
    secrets[CHIEF] = await setUp(chief, server.setUpCode);
  });

  test("an empty installation is set up once, and the administrator is in", async () => {
    await chief.getByRole("link", { name: /continuer/ }).click();
    assert.match(chief.url(), /\/fr\/compte$/);
    assert.equal((await chief.goto("/fr/installer")).status(), 404);
    assert.deepEqual(chief.seen, []);
  });

  test("a sign-in takes password and app, and works without scripts", async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto("/fr/equipe");
    assert.match(page.url(), /\/fr\/connexion\?to=/);
    await send(page, "password", { mail: CHIEF, password: PASSWORD });
    assert.match(page.url(), /second-facteur\?to=\/fr\/equipe/);
    await page.fill("#code", await code(secrets[CHIEF]));
    await click(page, "Confirmer");
    assert.match(page.url(), /\/fr\/equipe$/);
    await click(page, "Se déconnecter");
    await page.goto("/fr/equipe");
    assert.match(page.url(), /\/fr\/connexion\?to=/);
    await page.context().close();
  });

  test("an invitation goes out by mail and leads to an account", async () => {
    await chief.goto("/fr/equipe");
    await chief.fill("#mail", "anne@example.org");
    await chief.getByLabel("Écoutante ou écoutant de l’infoline").check();
    await click(chief, "Envoyer l’invitation");
    const mail = await mailbox.next("anne@example.org", /invite/);
    assert.doesNotMatch(mail.head.match(/^Subject: .*/im)[0], /anne|fictive/i);
    const page = await open();
    await page.goto(link(mail));
    await send(page, "again", { name: "Anne Fictive", password: PASSWORD, again: PASSWORD });
    secrets["anne@example.org"] = await addApp(page);
    assert.equal(await page.locator(".codes li").count(), 8);
    assert.equal((await page.goto("/fr/equipe")).status(), 403);
    assert.match(await page.locator("main").innerText(), /administrateur/);
    await page.context().close();
  });

  test("a passkey is added and signs in", async () => {
    const page = await open();
    await signIn(page, "anne@example.org", secrets["anne@example.org"]);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    });
    await page.goto("/fr/compte/second-facteur");
    await page.fill("#name", "ordinateur imaginaire");
    await click(page, "Ajouter une clé d’accès");
    assert.match(await page.locator("main").innerText(), /ordinateur imaginaire/);
    await click(page, "Se déconnecter");
    await page.goto("/fr/connexion");
    await send(page, "password", { mail: "anne@example.org", password: PASSWORD });
    await click(page, "Utiliser une clé d’accès");
    assert.match(page.url(), /\/fr\/compte$/);
    const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
    assert.equal(credentials.length, 1);
    // Without the key the browser says so, and another way stays open.
    await devtools.send("WebAuthn.clearCredentials", { authenticatorId });
    await click(page, "Se déconnecter");
    await page.goto("/fr/connexion");
    await send(page, "password", { mail: "anne@example.org", password: PASSWORD });
    await page.getByRole("button", { name: "Utiliser une clé d’accès" }).click();
    await page.locator(".failed").waitFor({ state: "visible" });
    await page.fill("#code", await code(secrets["anne@example.org"]));
    await click(page, "Confirmer");
    assert.match(page.url(), /\/fr\/compte$/);
    assert.deepEqual(page.seen, []);
    await page.context().close();
  });

  test("a forgotten password comes back by mail; the second factor is asked for as always", async () => {
    const page = await open();
    await page.goto("/fr/connexion/mot-de-passe-oublie");
    await send(page, "mail", { mail: "anne@example.org" });
    const mail = await mailbox.next("anne@example.org", /nouveau mot de passe/);
    await page.goto(link(mail));
    const fresh = "trois oies traversent la cour";
    await send(page, "again", { password: fresh, again: fresh });
    await send(page, "password", { mail: "anne@example.org", password: fresh });
    assert.match(page.url(), /second-facteur/);
    assert.equal((await page.goto("/fr/compte")).url().includes("second-facteur"), true);
    await page.fill("#code", await code(secrets["anne@example.org"]));
    await click(page, "Confirmer");
    assert.match(page.url(), /\/fr\/compte$/);
    secrets.fresh = fresh;
    await page.context().close();
  });

  test("a session is ended from another browser", async () => {
    const [here, there] = [await open(), await open()];
    await signIn(here, "anne@example.org", secrets["anne@example.org"], secrets.fresh);
    await signIn(there, "anne@example.org", secrets["anne@example.org"], secrets.fresh);
    await here.goto("/fr/compte");
    await click(here, "Déconnecter partout ailleurs");
    await there.goto("/fr/compte");
    assert.match(there.url(), /\/fr\/connexion/);
    await here.goto("/fr/compte");
    assert.match(here.url(), /\/fr\/compte$/);
    await here.context().close();
    await there.context().close();
  });

  test("an account at an outside service is linked, and opens with or without its second factor", async () => {
    const page = await open();
    const foreign = (address) => !address.includes(provider.issuer);
    await signIn(page, "anne@example.org", secrets["anne@example.org"], secrets.fresh);
    await Promise.all([page.waitForURL(/done=linked/), page.getByRole("link", { name: "Relier à Hôpital Imaginaire" }).click()]);
    await click(page, "Se déconnecter");
    // With the password only there: our second factor is asked for.
    provider.methods = ["pwd"];
    await page.goto("/fr/connexion");
    await Promise.all([page.waitForURL(/second-facteur/), page.getByRole("link", { name: /Hôpital Imaginaire/ }).click()]);
    await page.fill("#code", await code(secrets["anne@example.org"]));
    await click(page, "Confirmer");
    assert.match(page.url(), /\/fr\/compte$/);
    await click(page, "Se déconnecter");
    // With a second factor there: in.
    provider.methods = ["pwd", "otp"];
    await page.context().clearCookies();
    await page.goto("/fr/connexion");
    await Promise.all([page.waitForURL(/\/fr\/compte$/), page.getByRole("link", { name: /Hôpital Imaginaire/ }).click()]);
    // Somebody whom nobody linked stays out.
    provider.subject = "person-8";
    await page.context().clearCookies();
    await page.goto("/fr/connexion");
    await Promise.all([page.waitForURL(/sign-in\/return/), page.getByRole("link", { name: /Hôpital Imaginaire/ }).click()]);
    assert.match(await page.locator("main").innerText(), /relié à aucun compte/);
    assert.deepEqual(page.seen.filter(foreign), []);
    await page.context().close();
  });

  test("pages are accessible, by keyboard and at 360 px, in French and German", async () => {
    const pages = {
      fr: ["connexion", "connexion/mot-de-passe-oublie", "compte", "compte/second-facteur", "connexion/confirmer", "equipe"],
      de: ["anmelden", "anmelden/passwort-vergessen", "konto", "konto/zweiter-faktor", "anmelden/bestaetigen", "team"],
    };
    const anyone = await open();
    for (const [language, paths] of Object.entries(pages)) {
      for (const path of paths) {
        const page = path.includes("/mot") || path.includes("/passwort") || ["connexion", "anmelden"].includes(path) ? anyone : chief;
        await page.setViewportSize({ width: 1280, height: 900 });
        const response = await page.goto(`/${language}/${path}`);
        assert.equal(response.status(), 200, path);
        await frame(page, language);
        assert.equal(await axe(page), "", path);
        await page.setViewportSize({ width: 360, height: 740 });
        assert.equal(await overflows(page), "", path);
      }
    }
    const person = await chief.goto("/fr/equipe").then(() => chief.locator(".rows a").nth(1).getAttribute("href"));
    await chief.goto(person);
    assert.equal(await axe(chief), "", person);
    assert.equal(await overflows(chief), "", person);
    // The whole sign-in with the keyboard alone.
    await anyone.setViewportSize({ width: 1280, height: 900 });
    await anyone.goto("/fr/connexion");
    await anyone.locator("#mail").focus();
    await anyone.keyboard.type(CHIEF);
    await anyone.keyboard.press("Tab");
    await anyone.keyboard.type(PASSWORD);
    await Promise.all([anyone.waitForURL(/second-facteur/), anyone.keyboard.press("Enter")]);
    await anyone.locator("#code").focus();
    await anyone.keyboard.type(await code(secrets[CHIEF]));
    await Promise.all([anyone.waitForURL(/compte$/), anyone.keyboard.press("Enter")]);
    await anyone.context().close();
  });

  test("who guesses waits, and is told how long", async () => {
    const page = await open();
    await page.goto("/fr/connexion");
    for (let tries = 0; tries < 6; tries++) await send(page, "password", { mail: "personne@example.org", password: "faux mot de passe" });
    assert.match(await page.locator(".errors").innerText(), /Réessayez dans/);
    await page.context().close();
  });
});
