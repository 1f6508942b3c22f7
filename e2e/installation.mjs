// An installation set up by its administrator, with a mail server and people of its own: where the walks of staff begin.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, openPage } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { PASSWORD, addApp, freePort, send, setUp, startMailbox } from "./staff.mjs";

/** Roles as the page of the team names them. */
export const ROLE = {
  listener: "Écoutante ou écoutant de l’infoline",
  psychosocial: "Coordination psycho-sociale (CNPS)",
  medical: "Coordination médicale (CNM)",
  hub: "Coordination ERN du hub (CERN)",
  participant: "Participant d’une RCP",
  worker: "Service psycho-social de l’association",
  editor: "Rédaction de l’annuaire",
};

/** Presses a button and waits for the page that answers. */
export const click = (page, name) =>
  Promise.all([page.waitForEvent("load"), page.getByRole("button", { name }).first().click()]);

/**
 * Starts server, mailbox and browser, with `more` behind the settings of mail; call `stop()` when done. `invite(people)` sets the installation up and brings people in by
 * mail: `{ cleo: ["Cléo Imaginaire", ROLE.psychosocial] }` is `cleo@example.org`, opened with `as("cleo")`, whose authenticator
 * app has `secrets.cleo`; the administrator is `as("chief")`. Who added a second factor is signed in, and that state is kept: a code is good for one sign-in, and the
 * next comes half a minute later.
 */
export async function startInstallation(more = "") {
  const mailbox = await startMailbox();
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), "ariane-staff-"));
  const settings = `
[mail]
address = "infoline@example.org"
name = "Infoline imaginaire"
smtp = { host = "127.0.0.1", port = ${mailbox.port}, security = "none" }
${more}`;
  const start = () => startServer({ data, port, settings });
  const base = `http://localhost:${port}`;
  const secrets = {};
  const states = {};
  let server = await start();
  const browser = await openBrowser();
  const open = (options) => openPage(browser, base, options);
  return {
    mailbox,
    base,
    secrets,
    open,
    as: (who, options) => open({ ...options, storageState: states[who] }),
    async invite(people) {
      const chief = await open();
      await setUp(chief, server.setUpCode);
      for (const [who, [name, role]] of Object.entries(people)) {
        await chief.goto("/fr/equipe");
        await chief.fill("#mail", `${who}@example.org`);
        await chief.getByLabel(role).check();
        await click(chief, "Envoyer l’invitation");
        const invited = await mailbox.next(`${who}@example.org`, /invite/);
        const page = await open();
        await page.goto(invited.text.match(/http:\/\/localhost:\d+(\/\S+)/)[1]);
        await send(page, "again", { name, password: PASSWORD, again: PASSWORD });
        secrets[who] = await addApp(page);
        states[who] = await page.context().storageState();
        await page.context().close();
      }
      states.chief = await chief.context().storageState();
      await chief.context().close();
    },
    /** Ends the server as a crash does, runs what is given meanwhile, and starts it anew. */
    async crash(meanwhile) {
      await server.kill();
      await meanwhile();
      server = await start();
    },
    async stop() {
      await browser.close();
      await server.stop();
      await mailbox.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
