// Starts Ariane on a free port with a scratch data directory, and ends it.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const binary = resolve(process.env.ARIANE_BIN ?? join(here, "../target/debug/ariane"));
const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5_000;

const fixtures = join(here, "../crates/web/tests/it/fixtures");

/**
 * Starts the server on the starter set, or on the data directory given; call `stop()` when done. With `signs` a tiny
 * invented ontology is imported first; with `candidates` the page for professionals at this machine is shown. `settings`
 * is the text of ariane.toml, `port` a port to listen on. `kill()` ends it at once, as a crash does. `setUpCode` is the code that an empty installation prints.
 */
export async function startServer({ data, signs = false, candidates = false, settings = "", port = 0 } = {}) {
  const scratch = mkdtempSync(join(tmpdir(), "ariane-e2e-"));
  const directory = data ?? scratch;
  let child;
  const stop = async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
      child.kill("SIGTERM");
      await ended;
      clearTimeout(late);
    }
    rmSync(scratch, { recursive: true, force: true });
  };
  try {
    if (signs) {
      const files = ["hp.obo", "phenotype.hpoa", "hp-fr.babelon.tsv"].map((name) => join(fixtures, name));
      const done = spawnSync(binary, ["reference", "import", ...files, "--data", directory], { encoding: "utf8" });
      if (done.status !== 0) throw new Error(`the invented ontology was not imported:\n${done.stderr}`);
    }
    if (settings) writeFileSync(join(directory, "ariane.toml"), settings);
    child = spawn(binary, ["serve", "--demo=centres", "--listen", `127.0.0.1:${port}`, "--data", directory], {
      env: { ...process.env, NO_COLOR: "1", ARIANE_SHOW_CANDIDATES: candidates ? "1" : "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const kill = () => new Promise((done) => { child.once("exit", done); child.kill("SIGKILL"); });
    return { ...(await address(child)), stop, kill, data: directory };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address and the set-up code in the lines with which the server says that it answers. */
function address(child) {
  return new Promise((found, failed) => {
    let said = "";
    const late = setTimeout(() => failed(new Error(`no answer within ${START_LIMIT_MS} ms:\n${said}`)), START_LIMIT_MS);
    const read = (bytes) => {
      if (said.length > 100_000) return; // it answers already: keep the pipe empty, not the text
      said += bytes;
      const match = said.replace(/\x1b\[[0-9;]*m/g, "").match(/(http:\/\/127\.0\.0\.1:\d+) answers/);
      if (match) {
        clearTimeout(late);
        found({ base: match[1], setUpCode: said.match(/type this code: (\S+)/)?.[1] });
      }
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", failed);
    child.once("exit", (code) => {
      clearTimeout(late);
      failed(new Error(`the server ended with ${code}:\n${said}`));
    });
  });
}
