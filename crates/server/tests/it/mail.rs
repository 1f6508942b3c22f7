//! Real mail through a real mailbox and a real receiver: taken in once, answered in its thread, never joined by guess.

use crate::installation::{Installation, grant, now, queue, read};
use ariane_domain::access::grant::AnswerEnquiry;
use ariane_domain::enquiry::{Change, EntryMode, State, Urgency};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::outbox::Outgoing;
use ariane_testkit::{Dovecot, Receiver, Wire};
use std::time::{Duration, Instant};

const LONGEST: Duration = Duration::from_secs(60);

pub fn settings(dovecot: &Dovecot, receiver: &Receiver, hours: &str, folder: &std::path::Path) -> String {
    let password = folder.join("password");
    std::fs::write(&password, "secret password\n").unwrap();
    format!(
        "[infoline]\nhours = \"{hours}\"\n\
         [mail]\naddress = \"info@ariane.example\"\nname = \"Infoline\"\nneutral_name = \"Service\"\n\
         [mail.imap]\nhost = \"localhost\"\nport = {}\nuser = \"info\"\npassword_file = {password:?}\nauthority = {:?}\n\
         [mail.smtp]\nhost = \"localhost\"\nport = {}\nauthority = {:?}\n",
        dovecot.tls_port, dovecot.certificate.root, receiver.port, receiver.certificate.root,
    )
}

pub fn mail(from: &str, id: &str, more: &str, subject: &str, text: &str) -> Vec<u8> {
    format!(
        "Return-Path: <{from}>\r\nFrom: Personne Fictive <{from}>\r\nTo: info@ariane.example\r\nMessage-ID: <{id}>\r\n\
         Date: Sun, 22 Nov 2026 10:00:00 +0000\r\nSubject: {subject}\r\n{more}\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

pub async fn wait_for(
    records: &Records,
    enough: impl Fn(&[ariane_store::records::enquiries::queue::QueueRow]) -> bool,
) {
    let until = Instant::now() + LONGEST;
    loop {
        let rows = queue(records).await;
        if enough(&rows) {
            return;
        }
        assert!(Instant::now() < until, "{} enquiries after {LONGEST:?}", rows.len());
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

pub fn header<'m>(mail: &'m str, name: &str) -> &'m str {
    let line = mail.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}:")));
    line.and_then(|line| line.split_once(':')).map_or("", |(_, value)| value.trim())
}

#[tokio::test]
async fn a_mail_is_acknowledged_answered_in_its_thread_and_its_answer_joins() {
    let folder = tempfile::tempdir().unwrap();
    let mut dovecot = Dovecot::start().unwrap();
    let receiver = Receiver::start(Wire::Tls, None).unwrap();
    // Open on one minute of the year's first day, which is a holiday: nobody is there.
    let mut installation = Installation::new(&settings(&dovecot, &receiver, "Mo 00:00-00:01", folder.path()));
    installation.start();
    let records = installation.records().await;

    let text = "Bonjour, je vous écris pour mon fils, il est malade depuis un an. Merci pour une réponse.";
    dovecot
        .deliver("info", &mail("anne.fictive@example.org", "m1@example.org", "", "Une question", text))
        .unwrap();
    wait_for(&records, |rows| rows.len() == 1).await;
    let row = queue(&records).await.remove(0);
    assert_eq!(
        (row.summary.as_str(), row.language.as_str(), row.urgency),
        ("Une question", "fr", Urgency::None)
    );
    let acknowledged = receiver.wait(1, LONGEST).unwrap().remove(0);
    let acknowledged = String::from_utf8_lossy(&acknowledged.bytes).into_owned();
    assert_eq!(header(&acknowledged, "in-reply-to"), "<m1@example.org>");
    assert_eq!(header(&acknowledged, "auto-submitted"), "auto-replied");

    // The listener answers; the person answers back from a client that keeps nothing but the thread's headers.
    let enquiry = read(&records, row.id).await;
    let reply = Outgoing {
        to: enquiry.requester.identity.mail.clone(),
        from_name: "Infoline".into(),
        subject: "Re: Une question".into(),
        text: "Voici notre réponse.".into(),
        message_id: "r1@ariane.example".into(),
        in_reply_to: "m1@example.org".into(),
        references: vec!["m1@example.org".into()],
        thread_token: records.thread_token(row.id),
        language: "fr".into(),
        ..Outgoing::default()
    };
    let granted = grant::<AnswerEnquiry>(&records, row.id).await;
    let mut work = records.begin(now()).await.unwrap();
    work.change_enquiry(&granted, enquiry.version, Change::Take).await.unwrap();
    work.reply(&granted, enquiry.version + 1, EntryMode::Mail, "Voici notre réponse.", Some(&reply))
        .await
        .unwrap();
    work.commit().await.unwrap();
    let sent = receiver.wait(2, LONGEST).unwrap().remove(1);
    assert_eq!(sent.envelope.to, ["anne.fictive@example.org"]);
    let sent = String::from_utf8_lossy(&sent.bytes).into_owned();
    assert_eq!(header(&sent, "message-id"), "<r1@ariane.example>");
    assert_eq!(header(&sent, "in-reply-to"), "<m1@example.org>");

    let answer = "In-Reply-To: <r1@ariane.example>\r\n";
    dovecot
        .deliver(
            "info",
            &mail("anne.fictive@example.org", "m2@example.org", answer, "Re: Une question", "Merci"),
        )
        .unwrap();
    // A stranger cites the same message: a new enquiry, never the other's thread.
    dovecot
        .deliver(
            "info",
            &mail("autre@example.net", "m3@example.net", answer, "Re: Une question", "Dites-m'en plus"),
        )
        .unwrap();
    // An absence note of the same person is kept and moves nothing; a danger comes first.
    let danger = "Je veux mourir, aidez-moi.";
    dovecot
        .deliver("info", &mail("claude.fictif@example.org", "m4@example.org", "", "Aide", danger))
        .unwrap();
    wait_for(&records, |rows| rows.len() == 3).await;
    let rows = queue(&records).await;
    assert_eq!(rows[0].summary, "Aide", "danger stands at the head of the queue");
    assert!(rows[0].urgency.is_danger());
    let first = read(&records, row.id).await;
    assert_eq!(first.state, State::Waiting, "who wrote again waits again");
    let texts: Vec<&str> = first.messages.iter().map(|m| m.text.trim()).collect();
    assert!(texts.contains(&"Merci") && !texts.iter().any(|t| t.contains("Dites")), "{texts:?}");
    let received = receiver.wait(4, LONGEST).unwrap();
    let acknowledgements = received
        .iter()
        .filter(|m| header(&String::from_utf8_lossy(&m.bytes), "auto-submitted") == "auto-replied")
        .count();
    assert_eq!(acknowledgements, 3, "once per thread");

    let log = installation.log();
    for marker in ["fictive", "Fictive", "example.org", "question", "mourir"] {
        assert!(!log.contains(marker), "the log names {marker}");
    }
    assert_eq!(records.outbox_state().await.unwrap().given_up, 0);
    let key = records.keys().master().head_signer().public_key();
    assert!(records.store().verify_audit(&[], &key).await.unwrap().faults.is_empty());
    let work = records.begin(now()).await.unwrap();
    assert!(work.mark(OWN_CONTROLLER, "mailbox/INBOX/uid").await.unwrap().is_some_and(|uid| uid >= 3));
}

/// Reduced to 150 mails and six power cuts; `ARIANE_TEST_FULL=1` makes it 1,000 and thirty.
#[tokio::test]
async fn a_power_cut_at_any_moment_neither_loses_nor_doubles_a_mail() {
    let is_full = std::env::var("ARIANE_TEST_FULL").is_ok();
    let (mails, cuts) = if is_full { (1_000, 30) } else { (150, 6) };
    let folder = tempfile::tempdir().unwrap();
    let mut dovecot = Dovecot::start().unwrap();
    let receiver = Receiver::start(Wire::Tls, None).unwrap();
    let mut installation = Installation::new(&settings(&dovecot, &receiver, "24/7", folder.path()));
    for number in 0..mails {
        let (from, id) = (format!("p{number}@example.org"), format!("c{number}@example.org"));
        dovecot.deliver("info", &mail(&from, &id, "", &format!("Sujet {number:04}"), "Bonjour")).unwrap();
    }
    let mut wait = 40_u64;
    for _ in 0..cuts {
        installation.start();
        // Steps of no simple ratio to the intake's own rhythm, the same in every run.
        wait = (wait * 7 + 13) % 400;
        tokio::time::sleep(Duration::from_millis(wait)).await;
        installation.kill();
    }
    installation.start();
    let records = installation.records().await;
    wait_for(&records, |rows| rows.len() >= mails).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut subjects: Vec<String> = queue(&records).await.into_iter().map(|row| row.summary).collect();
    subjects.sort();
    let expected: Vec<String> = (0..mails).map(|number| format!("Sujet {number:04}")).collect();
    assert_eq!(subjects, expected, "each once");
    let key = records.keys().master().head_signer().public_key();
    assert!(records.store().verify_audit(&[], &key).await.unwrap().faults.is_empty());
}
