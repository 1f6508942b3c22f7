// A real SMTP receiver that keeps what it is sent and fails when told to. Started with one JSON argument:
//   { dir, security: "tls" | "starttls" | "none", cert, key, user, password, port }
// Says its port in one line on standard output. Each mail becomes `<n>.eml` and `<n>.json` (envelope) in `dir`.
// The file `behaviour` in `dir` says how it answers, looked at anew each time:
//   accept | <code> at recipient | <code> at data | silent at data
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

const options = JSON.parse(process.argv[2]);
let count = 0;

function behaviour() {
  const text = readFileSync(join(options.dir, "behaviour"), "utf8").trim();
  const [what, , place] = text.split(" ");
  return { what, place };
}

function refusal(place) {
  const told = behaviour();
  if (told.place !== place) return null;
  const code = Number(told.what);
  const words = code >= 500 ? "5.1.1 No such person <who@example.org>" : "4.3.0 Not now <who@example.org>";
  return Object.assign(new Error(words), { responseCode: code });
}

const server = new SMTPServer({
  secure: options.security === "tls",
  hideSTARTTLS: options.security !== "starttls",
  cert: options.cert && readFileSync(options.cert),
  key: options.key && readFileSync(options.key),
  authOptional: !options.user,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  size: 50 * 1024 * 1024,
  logger: false,
  onAuth(auth, session, done) {
    if (auth.username === options.user && auth.password === options.password) return done(null, { user: auth.username });
    done(Object.assign(new Error("5.7.8 Not accepted"), { responseCode: 535 }));
  },
  onRcptTo(address, session, done) {
    done(refusal("recipient"));
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      if (behaviour().what === "silent") return;
      const refused = refusal("data");
      if (refused) return done(refused);
      count += 1;
      const name = join(options.dir, String(count).padStart(5, "0"));
      const { mailFrom, rcptTo } = session.envelope;
      writeFileSync(`${name}.eml.part`, Buffer.concat(chunks));
      writeFileSync(`${name}.json`, JSON.stringify({
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map((r) => r.address),
        user: session.user ?? null,
        secure: session.secure,
        greeting: session.hostNameAppearsAs,
      }));
      renameSync(`${name}.eml.part`, `${name}.eml`);
      done();
    });
  },
});
server.on("error", () => {});
server.listen(options.port ?? 0, "127.0.0.1", () => console.log(server.server.address().port));
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
