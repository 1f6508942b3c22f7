//! Composed mail, read again.

use ariane_mail::message::{Kind, Receiver, Verdict};
use ariane_mail::reply::{Calendar, CalendarMethod, ComposeError, File, Outgoing};
use ariane_mail::{Incoming, Limits, parse};
use chrono::DateTime;

pub const TOKEN: &str = "ABCDEFGHIJKLMNOP234567QR";

pub fn receiver() -> Receiver {
    Receiver { addresses: vec!["info@ligne.example".into()], loop_mark: "ariane-test-7".into() }
}

pub fn outgoing() -> Outgoing {
    Outgoing {
        message_id: "reply-1@ligne.example".into(),
        date: DateTime::from_timestamp(1_772_530_320, 0).unwrap(),
        from_name: "Ligne info – équipe".into(),
        from: "info@ligne.example".into(),
        to: "anne@example.org".into(),
        token: Some(TOKEN.into()),
        plus_address: true,
        subject: "Réponse à votre message".into(),
        text: "Bonjour,\n\nvoici l'adresse : https://centre.example/a?b=1&c=2.\n\nCordialement\nl'équipe"
            .into(),
        language: "fr".into(),
        in_reply_to: Some("question@example.org".into()),
        references: vec!["first@example.org".into(), "question@example.org".into()],
        automatic: false,
        loop_mark: "ariane-test-7".into(),
        files: vec![],
        calendar: None,
    }
}

fn again(outgoing: &Outgoing) -> (String, Incoming) {
    let mail = outgoing.compose().unwrap();
    assert!(mail.bytes().is_ascii(), "goes through any server");
    let header = String::from_utf8(mail.bytes().to_vec()).unwrap();
    let header = header.split("\r\n\r\n").next().unwrap().to_owned();
    (header, parse(mail.bytes(), &Receiver::default(), &Limits::default()))
}

#[test]
fn what_is_composed_reads_back() {
    let (header, incoming) = again(&outgoing());
    assert_eq!(incoming.message_id, "reply-1@ligne.example");
    assert_eq!(incoming.in_reply_to, ["question@example.org"]);
    assert_eq!(incoming.references, ["first@example.org", "question@example.org"]);
    assert_eq!(incoming.from.as_ref().unwrap().name.as_deref(), Some("Ligne info – équipe"));
    assert_eq!(
        incoming.reply_to.as_ref().unwrap().address,
        format!("info+{}@ligne.example", TOKEN.to_lowercase())
    );
    assert_eq!(incoming.subject, "Réponse à votre message");
    assert_eq!(incoming.date, Some(outgoing().date));
    assert_eq!(incoming.language.as_deref(), Some("fr"));
    assert_eq!(incoming.text, format!("{}\n\n-- \n[ARIANE-{TOKEN}]\n", outgoing().text));
    assert!(!incoming.forms_differ);
    let html = incoming.html.unwrap();
    assert!(html.contains("<a href=\"https://centre.example/a?b=1&amp;c=2\""), "{html}");
    assert!(incoming.defects.is_empty(), "{:?}", incoming.defects);
    assert!(!header.contains("Auto-Submitted") && !header.contains("Precedence"));
    assert!(header.contains("X-Ariane-Loop: ariane-test-7"));
    // The token is in no subject, and nothing else was added to it.
    assert!(!incoming.subject.contains("ARIANE"));
}

#[test]
fn the_same_mail_twice_is_the_same_mail() {
    let mut one = outgoing();
    one.files = vec![File { name: "a.pdf".into(), bytes: b"%PDF-1.4".to_vec() }];
    assert_eq!(one.compose().unwrap().bytes(), one.compose().unwrap().bytes());
}

#[test]
fn acknowledgements_say_what_they_are() {
    let (header, incoming) = again(&Outgoing { automatic: true, ..outgoing() });
    for field in ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All", "Precedence: auto_reply"] {
        assert!(header.contains(field), "{field}");
    }
    assert!(incoming.nature.automatic);
}

#[test]
fn documents_go_along() {
    let mut mail = outgoing();
    mail.files = vec![File { name: "../lettre n° 1\r\nX: y.pdf".into(), bytes: b"%PDF-1.7 x".to_vec() }];
    let (_, incoming) = again(&mail);
    assert_eq!(incoming.attachments.len(), 1);
    assert_eq!(incoming.attachments[0].name, "lettre n° 1X_ y.pdf");
    assert_eq!(incoming.attachments[0].verdict, Verdict::Accept(Kind::Pdf));
    assert_eq!(incoming.attachments[0].bytes, b"%PDF-1.7 x");
    mail.files[0].bytes = b"MZ".to_vec();
    assert_eq!(mail.compose().unwrap_err(), ComposeError::NotPdf);
    mail.files[0].bytes = [b"%PDF-".to_vec(), vec![0; 21 * 1024 * 1024]].concat();
    assert_eq!(mail.compose().unwrap_err(), ComposeError::TooLarge);
}

#[test]
fn nothing_typed_becomes_a_header() {
    let hostile = "x\r\nBcc: victim@example.org\r\n\r\nbody\u{2028}\u{85}\0\u{b}end";
    let mail = Outgoing { subject: hostile.into(), from_name: hostile.into(), ..outgoing() };
    let (header, incoming) = again(&mail);
    assert!(!header.lines().any(|line| line.to_ascii_lowercase().starts_with("bcc")), "{header}");
    assert_eq!(incoming.message_id, "reply-1@ligne.example");
    assert!(incoming.subject.starts_with("x Bcc: victim@example.org"));
    for (broken, error) in [
        (Outgoing { message_id: hostile.into(), ..outgoing() }, ComposeError::MessageId),
        (Outgoing { message_id: "a@b> <c@d".into(), ..outgoing() }, ComposeError::MessageId),
        (Outgoing { message_id: "a@b\r\nX: y".into(), ..outgoing() }, ComposeError::MessageId),
        (Outgoing { to: "a@b.example\r\nBcc: v@example.org".into(), ..outgoing() }, ComposeError::To),
        (Outgoing { to: "a@b.example, v@example.org".into(), ..outgoing() }, ComposeError::To),
        (Outgoing { to: "a@b.example> RCPT TO:<v@example.org".into(), ..outgoing() }, ComposeError::To),
        (Outgoing { to: String::new(), ..outgoing() }, ComposeError::To),
        (Outgoing { from: "x\n@y".into(), ..outgoing() }, ComposeError::From),
        (Outgoing { token: Some("short".into()), ..outgoing() }, ComposeError::Token),
        (Outgoing { token: Some(format!("{TOKEN}\r\nX: y")), ..outgoing() }, ComposeError::Token),
        (Outgoing { loop_mark: "a\r\nb".into(), ..outgoing() }, ComposeError::Mark),
        (Outgoing { language: "fr\"><script>".into(), ..outgoing() }, ComposeError::Mark),
    ] {
        assert_eq!(broken.compose().unwrap_err(), error);
    }
    // References of strangers that are not fit for a header are left out.
    let mail = Outgoing {
        references: vec![hostile.into(), "ok@example.org".into()],
        in_reply_to: Some("a b\r\nX: y".into()),
        ..outgoing()
    };
    let (_, incoming) = again(&mail);
    assert_eq!(incoming.references, ["ok@example.org"]);
    assert!(incoming.in_reply_to.is_empty());
}

#[test]
fn long_threads_stay_bounded_and_long_ids_whole() {
    let long = format!("{}@example.org", "x".repeat(200));
    let references = (0..60).map(|n| format!("{n}@example.org")).chain([long.clone()]).collect();
    let (header, incoming) = again(&Outgoing { references, in_reply_to: Some(long.clone()), ..outgoing() });
    assert_eq!(incoming.references.len(), 20);
    assert_eq!(incoming.references[0], "0@example.org");
    assert_eq!(incoming.references.last(), Some(&long));
    assert!(header.lines().all(|line| line.len() < 998));
}

#[test]
fn domains_in_unicode_go_out_in_ascii() {
    let (header, _) = again(&Outgoing { to: "anne@bücher.example".into(), ..outgoing() });
    assert!(header.contains("anne@xn--bcher-kva.example"), "{header}");
}

#[test]
fn an_invitation_is_a_third_form_of_the_text_and_agrees_with_its_mail() {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nSUMMARY:Réunion\r\nEND:VCALENDAR\r\n";
    let with = |method, text: &str| Outgoing {
        calendar: Some(Calendar { method, text: text.into() }),
        token: None,
        ..outgoing()
    };
    let mail = with(CalendarMethod::Request, text).compose().unwrap();
    let whole = String::from_utf8(mail.bytes().to_vec()).unwrap();
    let part = whole.split("Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n").nth(1).unwrap();
    let (header, rest) = part.split_once("\r\n\r\n").unwrap();
    assert!(header.contains("Content-Transfer-Encoding: base64"), "{header}");
    let encoded: String = rest.split("\r\n--").next().unwrap().split_whitespace().collect();
    assert_eq!(data_encoding::BASE64.decode(encoded.as_bytes()).unwrap(), text.as_bytes());
    let (_, incoming) = again(&with(CalendarMethod::Request, text));
    assert!(incoming.text.starts_with("Bonjour,"), "the words are there for who has no calendar");
    for (method, text) in [(CalendarMethod::Cancel, text), (CalendarMethod::Request, "hello")] {
        assert_eq!(with(method, text).compose().unwrap_err(), ComposeError::Calendar);
    }
}
