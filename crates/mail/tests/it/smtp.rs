//! Sending to a real SMTP server, and the way back through a mailbox.

use std::time::Duration;

use ariane_mail::reply::Composed;
use ariane_mail::send::{Outcome, Smtp, Trouble};
use ariane_mail::thread::{Decision, Known, KnownMessage, Proof, decide, evidence};
use ariane_mail::{Limits, Secret, Security, parse};
use ariane_testkit::{Receiver, Wire};

use crate::compose::{TOKEN, outgoing, receiver};

fn settings(server: &Receiver, security: Security) -> Smtp {
    Smtp {
        host: "localhost".into(),
        port: server.port,
        security,
        login: Some(("info".into(), Secret::new("geheim"))),
        extra_root: Some(server.certificate.root.clone()),
        timeout: Duration::from_secs(5),
    }
}

fn mail() -> Composed {
    outgoing().compose().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn over_each_kind_of_connection() {
    for (wire, security) in
        [(Wire::Tls, Security::Tls), (Wire::StartTls, Security::StartTls), (Wire::None, Security::None)]
    {
        let server = Receiver::start(wire, Some(("info", "geheim"))).unwrap();
        assert_eq!(settings(&server, security).send(&mail()).await, Outcome::Sent, "{wire:?}");
        let received = server.wait(1, Duration::from_secs(5)).unwrap();
        let envelope = &received[0].envelope;
        assert_eq!(envelope.from, "info@ligne.example");
        assert_eq!(envelope.to, ["anne@example.org"]);
        assert_eq!(envelope.user.as_deref(), Some("info"));
        assert_eq!(envelope.secure, security != Security::None);
        assert_eq!(envelope.greeting.as_deref(), Some("ligne.example"));
        assert_eq!(received[0].bytes.trim_ascii_end(), mail().bytes().trim_ascii_end());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn outcomes() {
    let server = Receiver::start(Wire::StartTls, Some(("info", "geheim"))).unwrap();
    let smtp = settings(&server, Security::StartTls);
    for (behaviour, expected) in [
        ("450 at recipient", Outcome::Temporary(Trouble::Other)),
        ("550 at recipient", Outcome::Permanent(Trouble::Recipient)),
        ("451 at data", Outcome::Temporary(Trouble::Size)),
        ("554 at data", Outcome::Permanent(Trouble::Recipient)),
    ] {
        server.behave(behaviour).unwrap();
        let outcome = smtp.send(&mail()).await;
        match (outcome, expected) {
            (Outcome::Temporary(_), Outcome::Temporary(_)) => {}
            (outcome, expected) => assert_eq!(outcome, expected, "{behaviour}"),
        }
    }
    server.behave("silent at data").unwrap();
    let hasty = Smtp { timeout: Duration::from_millis(800), ..smtp.clone() };
    assert_eq!(hasty.send(&mail()).await, Outcome::Temporary(Trouble::Timeout));
    server.behave("accept").unwrap();
    let wrong = Smtp { login: Some(("info".into(), Secret::new("falsch"))), ..smtp.clone() };
    assert_eq!(wrong.send(&mail()).await, Outcome::Temporary(Trouble::Authentication));
    let none = Smtp { login: None, ..smtp.clone() };
    assert_eq!(none.send(&mail()).await, Outcome::Temporary(Trouble::Authentication));
    let stranger = Smtp { extra_root: None, ..smtp.clone() };
    assert_eq!(stranger.send(&mail()).await, Outcome::Temporary(Trouble::Tls));
    let far = Smtp { security: Security::None, host: "192.0.2.1".into(), ..smtp.clone() };
    assert_eq!(far.send(&mail()).await, Outcome::Temporary(Trouble::Settings));
    let unreadable = Smtp { extra_root: Some("/no/such/file".into()), ..smtp.clone() };
    assert_eq!(unreadable.send(&mail()).await, Outcome::Temporary(Trouble::Settings));
    let plain = Receiver::start(Wire::None, None).unwrap();
    assert_eq!(settings(&plain, Security::StartTls).send(&mail()).await, Outcome::Temporary(Trouble::Tls));
    let mut gone = Receiver::start(Wire::None, None).unwrap();
    gone.stop();
    assert_eq!(settings(&gone, Security::None).send(&mail()).await, Outcome::Temporary(Trouble::Connection));
    assert!(server.received().unwrap().is_empty());
    assert_eq!(smtp.send(&mail()).await, Outcome::Sent);
}

#[tokio::test(flavor = "multi_thread")]
async fn there_and_back_in_one_thread() {
    let server = Receiver::start(Wire::Tls, None).unwrap();
    let smtp = Smtp { login: None, ..settings(&server, Security::Tls) };
    assert_eq!(smtp.send(&mail()).await, Outcome::Sent);
    let sent = server.wait(1, Duration::from_secs(5)).unwrap().remove(0);
    // What the person's program sees, and answers.
    let seen = parse(&sent.bytes, &Default::default(), &Limits::default());
    assert_eq!(seen.in_reply_to, ["question@example.org"]);
    let quoted: String = seen.text.lines().map(|line| format!("> {line}\n")).collect();
    let answer = format!(
        "Message-ID: <answer@example.org>\r\nFrom: Anne <anne@example.org>\r\nTo: {}\r\nIn-Reply-To: <{}>\r\nReferences: <{}> <{}>\r\nSubject: Re: {}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMerci !\r\n\r\nLe 3 mars 2026 à 10:12, Ligne <info@ligne.example> a écrit :\r\n{quoted}",
        seen.reply_to.clone().unwrap().address,
        seen.message_id,
        seen.references[0],
        seen.message_id,
        seen.subject
    );
    let mut dovecot = ariane_testkit::Dovecot::start().unwrap();
    dovecot.deliver("info", answer.as_bytes()).unwrap();
    let imap = ariane_mail::mailbox::Imap {
        host: "localhost".into(),
        port: dovecot.tls_port,
        security: Security::Tls,
        user: "info".into(),
        password: Secret::new("secret password"),
        extra_root: Some(dovecot.certificate.root.clone()),
        folder: "INBOX".into(),
        done_folder: None,
        largest: 1_000_000,
        times: Default::default(),
    };
    let mut arrived = Vec::new();
    ariane_mail::mailbox::once(&imap, None, |fetched| {
        arrived.push(fetched.parse(&receiver(), &Limits::default()));
        async { Ok::<(), ()>(()) }
    })
    .await
    .unwrap();
    let incoming = arrived.remove(0);
    assert_eq!(incoming.visible_text(), "Merci !\n\n");
    assert!(!incoming.nature.looped && !incoming.nature.automatic);
    let evidence = evidence(&incoming);
    assert_eq!(evidence.references[0], "reply-1@ligne.example");
    assert_eq!(evidence.address_tokens, [TOKEN]);
    assert_eq!(evidence.text_tokens, [TOKEN]);
    let message = KnownMessage { enquiry: 5, participants: vec!["anne@example.org".into()], ours: true };
    let by_id =
        Known { messages: [("reply-1@ligne.example".into(), message)].into(), tokens: Default::default() };
    assert_eq!(decide(&incoming, &evidence, &by_id), Decision::Join { enquiry: 5, proof: Proof::Answer });
    let by_token = Known { messages: Default::default(), tokens: [(TOKEN.to_owned(), 5)].into() };
    assert_eq!(decide(&incoming, &evidence, &by_token), Decision::Join { enquiry: 5, proof: Proof::Token });
    // Our own mail, coming back, is known as such.
    assert!(parse(&sent.bytes, &receiver(), &Limits::default()).nature.looped);
}
