// What walks of staff need: an authenticator app, a mailbox, an outside sign-in service, and the way in.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { createServer as createSocket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import Provider from "oidc-provider";
import { SMTPServer } from "smtp-server";

export const PASSWORD = "un chat dort sous la table";

const STEP = 30_000;
const TYPED_MS = 10_000; // what may pass between reading a code and the server's look at it
const used = new Map();

function bytes(base32) {
  const bits = [...base32.replace(/\s/g, "")].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

/**
 * The next code of an authenticator app (RFC 6238). Each is good once, so a walk may have to wait for the next; the step before is
 * taken only where it is still good when it arrives.
 */
export async function code(secret) {
  const step = Math.max((used.get(secret) ?? 0) + 1, Math.floor((Date.now() + TYPED_MS) / STEP) - 1);
  used.set(secret, step);
  while (Math.floor(Date.now() / STEP) + 1 < step) await sleep(500);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", bytes(secret)).update(counter).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A port that is free now. */
export const freePort = () =>
  new Promise((found) => {
    const socket = createSocket().listen(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => found(port));
    });
  });

/** A mail server that takes everything; `next(to)` waits for a mail to an address. */
export async function startMailbox() {
  const mails = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      let text = "";
      stream.setEncoding("utf8").on("data", (chunk) => { text += chunk; });
      stream.on("end", () => {
        mails.push({ to: session.envelope.rcptTo.map((r) => r.address), text });
        done();
      });
    },
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const read = (raw) => {
    const [head, ...rest] = raw.split("\r\n\r\n");
    const body = rest.join("\r\n\r\n");
    const plain = /quoted-printable/i.test(raw)
      ? Buffer.from(body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), "latin1").toString()
      : /base64/i.test(head) ? Buffer.from(body, "base64").toString() : body;
    return { head, text: plain };
  };
  return {
    port: server.server.address().port,
    mails,
    stop: () => new Promise((done) => server.close(done)),
    async next(to, wanted = /./) {
      for (let tries = 0; tries < 400; tries++) {
        const at = mails.findIndex((mail) => mail.to.includes(to) && wanted.test(read(mail.text).text));
        if (at >= 0) return read(mails.splice(at, 1)[0].text);
        await sleep(100);
      }
      throw new Error(`no mail to ${to} within 40 s`);
    },
  };
}

/** A real OpenID Connect provider; `methods` says how the person of the next sign-in proves who they are. */
export async function startProvider(redirect) {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const state = { subject: "person-7", methods: ["pwd"], port, issuer };
  const provider = new Provider(issuer, {
    clients: [{ client_id: "ariane", client_secret: "a secret of the test", redirect_uris: [redirect], grant_types: ["authorization_code"], response_types: ["code"] }],
    claims: { openid: ["sub", "amr", "acr"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    const login = { accountId: state.subject, amr: state.methods, remember: false };
    return provider.interactionFinished(request, response, { login });
  });
  await new Promise((ready) => server.listen(port, ready));
  state.stop = () => new Promise((done) => { server.close(done); server.closeAllConnections(); });
  return state;
}

/** Sends the first form of the page that holds a field. */
export async function send(page, field, values) {
  for (const [name, value] of Object.entries(values)) await page.fill(`form:has([name=${field}]) [name=${name}]`, value);
  const form = page.locator(`form:has([name=${field}])`).first();
  await Promise.all([page.waitForEvent("load"), form.locator("button[type=submit]").click()]);
}

/** Adds an authenticator app on the page of factors and gives its secret. */
export async function addApp(page) {
  const secret = (await page.locator("code.secret").textContent()).replace(/\s/g, "");
  await page.fill("#code", await code(secret));
  await Promise.all([page.waitForEvent("load"), page.locator("form:has(#code) button").click()]);
  assert.equal(await page.locator("code.secret").count(), 0, "the code of a new app was refused");
  return secret;
}

/** Sets an empty installation up and gives the secret of the administrator's app. */
export async function setUp(page, setUpCode, mail = "chef@example.org") {
  await page.goto("/fr/installer");
  await send(page, "organisation", { code: setUpCode, organisation: "Association Imaginaire", name: "Anne Fictive", mail, password: PASSWORD, again: PASSWORD });
  assert.match(page.url(), /\/fr\/compte\/second-facteur$/);
  const secret = await addApp(page);
  assert.equal(await page.locator(".codes li").count(), 8);
  return secret;
}

/** Signs in with password and app. */
export async function signIn(page, mail, secret, password = PASSWORD) {
  await page.goto("/fr/connexion");
  await send(page, "password", { mail, password });
  await page.fill("#code", await code(secret));
  await Promise.all([page.waitForEvent("load"), page.locator("form:has(#code) button").click()]);
}
