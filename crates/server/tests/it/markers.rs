//! Names that exist nowhere else are planted wherever people write; then everything that the server wrote is searched.

use crate::installation::{Installation, now, queue};
use crate::mail::{header, mail, settings, wait_for};
use crate::visitor::{Answer, Visitor};
use ariane_domain::Language;
use ariane_domain::account::session::Level;
use ariane_domain::account::{AccountState, Role};
use ariane_store::accounts::people::NewAccount;
use ariane_store::accounts::sessions::Origin;
use ariane_store::accounts::{Accounts, By};
use ariane_testkit::{Dovecot, Receiver, Wire};
use std::path::Path;
use std::time::Duration;

/// Planted as name, address, number, place, story, name of a file, search and part of an address.
const MARKERS: [&str; 8] = [
    "Zyxmarquenom",
    "zyxadresse",
    "691987654",
    "Zyxrue",
    "zyxhistoire",
    "zyxfichier",
    "zyxcherche",
    "zyxchemin",
];

fn marked(bytes: &[u8]) -> Vec<&'static str> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    MARKERS.into_iter().filter(|marker| text.contains(&marker.to_lowercase())).collect()
}

/// All files below a directory.
fn files(directory: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(directory).expect("a directory").map_while(Result::ok) {
        let path = entry.path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

fn with_file(from: &str, text: &str) -> Vec<u8> {
    let message = format!(
        "Return-Path: <{from}>\r\nFrom: Zyxmarquenom Fictive <{from}>\r\nTo: info@ariane.example\r\n\
         Message-ID: <zyxadresse.1@example.org>\r\nSubject: zyxhistoire\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n\
         --b\r\nContent-Type: application/pdf; name=\"zyxfichier.pdf\"\r\n\
         Content-Disposition: attachment; filename=\"zyxfichier.pdf\"\r\n\r\n%PDF-1.4 zyxhistoire\r\n--b--\r\n"
    );
    message.into_bytes()
}

/// What a member of staff does in a day, with markers in every field; all answers.
fn a_day(visitor: &mut Visitor, base: &str, enquiry: &str) -> Vec<Answer> {
    let at = |path: &str| format!("{base}{path}");
    let mut answers = Vec::new();
    let form = visitor.get(&at("/fr/permanence/appel")).expect("the call form");
    let token = form.field("form_token");
    let call = [
        ("form_token", token.as_str()),
        ("once", "un-appel-fictif"),
        // Seen, and another person.
        ("known", "new"),
        ("f-entry-mode", "phone"),
        ("name", "Zyxmarquenom"),
        ("mail", "zyxadresse@example.org"),
        ("phone", "+352 691 987 654"),
        ("summary", "zyxhistoire"),
        ("note", "zyxhistoire, habite Zyxrue 3"),
        ("listening", "zyxhistoire confiée"),
    ];
    answers.push(form);
    answers.push(visitor.post(&at("/fr/permanence/appel"), &call).expect("logged"));
    let here = format!("/fr/permanence/demande/{enquiry}");
    for path in ["/fr/permanence", &here, "/fr/permanence/modeles", "/fr/permanence/besoins-non-couverts"] {
        answers.push(visitor.get(&at(path)).expect("a page"));
    }
    let sought = [("form_token", token.as_str()), ("sought", "zyxcherche Zyxmarquenom")];
    answers.push(visitor.post(&at("/fr/permanence/recherche"), &sought).expect("searched"));
    // What goes wrong: a form without its token, one that cannot be read, one that is too long, addresses made up.
    answers.push(visitor.post(&at("/fr/permanence/appel"), &[("name", "Zyxmarquenom")]).expect("refused"));
    answers.push(visitor.post(&at(&here), &[("zyxcherche", "zyxhistoire")]).expect("refused"));
    let long = "zyxhistoire ".repeat(200_000);
    let long = [("form_token", token.as_str()), ("note", long.as_str())];
    answers.extend(visitor.post(&at("/fr/permanence/appel"), &long));
    answers
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_the_server_writes_names_a_person() {
    let folder = tempfile::tempdir().expect("a directory");
    let mut dovecot = Dovecot::start().expect("a mailbox");
    let receiver = Receiver::start(Wire::Tls, None).expect("a receiver");
    let monitor = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("a port");
    let text = settings(&dovecot, &receiver, "Mo 00:00-00:01", folder.path());
    let mut installation = Installation::new(&format!("{text}[monitor]\nlisten = \"{monitor}\"\n"));
    // More than any operator is told to log.
    installation.log_filter = "trace";
    let base = installation.start();
    let records = installation.records().await;

    let story =
        "Bonjour, zyxhistoire : ma fille habite Zyxrue 3, téléphone 691987654. Merci pour une réponse.";
    dovecot.deliver("info", &with_file("zyxadresse@example.org", story)).expect("delivered");
    dovecot
        .deliver(
            "info",
            &mail("zyxadresse@example.org", "zyxadresse.2@example.org", "", "zyxhistoire", story),
        )
        .expect("delivered");
    wait_for(&records, |rows| rows.len() == 2).await;
    let enquiry = queue(&records).await.remove(0).id.to_string();

    let accounts = Accounts::new(&records);
    let by = By::anyone(now());
    let new = NewAccount {
        mail: "listener@example.org",
        name: "Odile Fictive",
        language: Language::Fr,
        roles: &[Role::Listener],
    };
    let account = accounts.create(by, new).await.expect("stored").expect("a new address");
    accounts.set_state(by, account.id, AccountState::Active).await.expect("stored");
    let origin = Origin { agent: String::new(), network: String::new() };
    let session = accounts.begin_session(account.id, Level::Full, &origin, now()).await.expect("begun");
    let mut staff = Visitor::from("192.0.2.9");
    staff.hold("ariane", &session);
    let mut answers = a_day(&mut staff, &base, &enquiry);
    assert_eq!(answers[1].status, 303, "{}", answers[1].text);

    let mut person = Visitor::from("192.0.2.10");
    let form = person.get(&format!("{base}/fr/ecrire")).expect("the form");
    std::thread::sleep(Duration::from_millis(3_200));
    let (token, stamp) = (form.field("form_token"), form.field("stamp"));
    let fields = [
        ("form_token", token.as_str()),
        ("stamp", stamp.as_str()),
        ("message", story),
        ("channel", "mail"),
        ("name", "Zyxmarquenom"),
        ("mail", "zyxadresse@example.org"),
        ("phone", "+352 691987654"),
        ("address", "Zyxrue 3"),
    ];
    answers.push(person.post(&format!("{base}/fr/ecrire"), &fields).expect("written"));
    assert_eq!(answers.last().map(|a| a.status), Some(200));
    answers.push(person.post(&format!("{base}/fr/ecrire"), &[("message", story)]).expect("refused"));
    let lost = [answers.len()];
    // What somebody types into the line of addresses comes back to nobody but them.
    for made_up in ["/fr/zyxchemin", "/fr/ma-demande/zyxchemin", "/zyxchemin", "/api/zyxchemin"] {
        answers.push(person.get(&format!("{base}{made_up}")).expect("refused"));
    }
    let mut monitoring = Visitor::from("192.0.2.11");
    let figures = monitoring.get(&format!("http://{monitor}/metrics")).expect("figures");
    // Started anew, with mail that came meanwhile. What was owed is sent before: a mail in the hands of a killed server waits longer.
    receiver.wait(3, Duration::from_secs(60)).expect("acknowledged");
    installation.kill();
    dovecot
        .deliver(
            "info",
            &mail("zyxadresse@example.org", "zyxadresse.3@example.org", "", "zyxhistoire", story),
        )
        .expect("delivered");
    installation.start();
    wait_for(&records, |rows| rows.len() == 5).await;
    let sent = receiver.wait(4, Duration::from_secs(60)).expect("acknowledged");
    assert!(figures.text.contains("ariane_health_level{part=\"mailbox\"} 0"), "{}", figures.text);
    assert!(figures.text.contains("ariane_http_seconds_bucket"), "{}", figures.text);
    assert_eq!(marked(figures.text.as_bytes()), [""; 0], "figures for a monitor");
    let log = installation.log();
    assert!(log.contains("mail sent"), "something is logged");
    let telling: Vec<&str> = log.lines().filter(|line| !marked(line.as_bytes()).is_empty()).collect();
    assert_eq!(telling, [""; 0], "the log");
    for answer in &answers[..lost[0]] {
        for address in answer.addresses() {
            assert_eq!(marked(address.as_bytes()), [""; 0], "{address}");
        }
        if answer.status >= 400 && answer.status != 422 {
            assert_eq!(marked(answer.text.as_bytes()), [""; 0], "an error of status {}", answer.status);
        }
    }
    for mail in &sent {
        let text = String::from_utf8_lossy(&mail.bytes);
        for name in ["subject", "from", "message-id", "reply-to", "x-mailer"] {
            assert_eq!(marked(header(&text, name).as_bytes()), [""; 0], "{name} of a mail");
        }
    }
    let mut all = Vec::new();
    files(installation.data.path(), &mut all);
    for path in all {
        let bytes = std::fs::read(&path).expect("a file");
        assert_eq!(marked(&bytes), [""; 0], "{}", path.display());
        assert_eq!(marked(path.display().to_string().as_bytes()), [""; 0], "a name of a file");
    }
}
