//! The table of `ariane_mail::thread`, line by line.

use std::collections::HashMap;

use ariane_mail::message::Receiver;
use ariane_mail::thread::{Decision, Known, KnownMessage, Proof, decide, evidence};
use ariane_mail::{Limits, parse};

const A: &str = "AAAABBBBCCCCDDDD";
const B: &str = "BBBBCCCCDDDDEEEE";

fn known() -> Known<u8> {
    let message = |enquiry, who: &str, ours| KnownMessage { enquiry, participants: vec![who.into()], ours };
    Known {
        messages: HashMap::from([
            ("a1@us".into(), message(1, "anne@example.org", true)),
            ("a2@example.org".into(), message(1, "anne@example.org", false)),
            ("b1@us".into(), message(2, "bob@example.org", true)),
        ]),
        tokens: HashMap::from([(A.into(), 1), (B.into(), 2)]),
    }
}

fn decided(header: &str, text: &str) -> Decision<u8> {
    let raw = format!("Message-ID: <x@y>\n{header}\n\n{text}\n");
    let incoming = parse(raw.as_bytes(), &Receiver::default(), &Limits::default());
    decide(&incoming, &evidence(&incoming), &known())
}

#[test]
fn table() {
    let joined = |proof| Decision::Join { enquiry: 1, proof };
    let new = |ids: &[u8]| Decision::New { may_belong_to: ids.to_vec() };
    let cases: Vec<(&str, String, String, Decision<u8>)> = vec![
        ("nothing", "From: anne@example.org".into(), "hello".into(), new(&[])),
        (
            "same subject and sender",
            "From: anne@example.org\nSubject: Re: your question".into(),
            "x".into(),
            new(&[]),
        ),
        (
            "answer by a participant",
            "From: Anne <ANNE@example.org>\nIn-Reply-To: <a1@us>".into(),
            "x".into(),
            joined(Proof::Answer),
        ),
        (
            "by references only",
            "From: anne@example.org\nReferences: <o@o> <a1@us> <n@n>".into(),
            "x".into(),
            joined(Proof::Answer),
        ),
        (
            "stranger cites",
            "From: eve@example.org\nIn-Reply-To: <a1@us>\nReferences: <a1@us>".into(),
            "x".into(),
            new(&[1]),
        ),
        (
            "participant of another thread cites",
            "From: bob@example.org\nIn-Reply-To: <a1@us>".into(),
            "x".into(),
            new(&[1]),
        ),
        (
            "name is no address",
            "From: \"anne@example.org\" <eve@example.org>\nIn-Reply-To: <a1@us>".into(),
            "x".into(),
            new(&[1]),
        ),
        (
            "two senders",
            "From: anne@example.org, eve@example.org\nIn-Reply-To: <a1@us>".into(),
            "x".into(),
            new(&[1]),
        ),
        (
            "two sender fields",
            "From: anne@example.org\nFrom: eve@example.org\nIn-Reply-To: <a1@us>".into(),
            "x".into(),
            new(&[1]),
        ),
        (
            "found forged",
            "From: anne@example.org\nIn-Reply-To: <a1@us>\nAuthentication-Results: mx; dmarc=fail".into(),
            "x".into(),
            new(&[1]),
        ),
        ("no sender", "In-Reply-To: <a1@us>".into(), "x".into(), new(&[1])),
        (
            "nearest reference decides",
            "From: anne@example.org\nIn-Reply-To: <b1@us>\nReferences: <a1@us> <b1@us>".into(),
            "x".into(),
            new(&[2]),
        ),
        (
            "newest of the references decides",
            "From: anne@example.org\nReferences: <b1@us> <a1@us>".into(),
            "x".into(),
            joined(Proof::Answer),
        ),
        (
            "token in the address",
            format!("From: new@example.org\nTo: info+{}@us", A.to_lowercase()),
            "x".into(),
            joined(Proof::Token),
        ),
        (
            "token where it was delivered",
            format!("From: new@example.org\nDelivered-To: info+{A}@us"),
            "x".into(),
            joined(Proof::Token),
        ),
        (
            "token in the subject",
            format!("From: new@example.org\nSubject: Re [Ariane-{A}]"),
            "x".into(),
            joined(Proof::Token),
        ),
        (
            "token in the quoted text",
            "From: new@example.org".into(),
            format!("x\n> [ARIANE-{A}]"),
            joined(Proof::Token),
        ),
        (
            "token broken by a line end",
            "From: new@example.org".into(),
            format!("> [ARIANE-{}\n> {}]", &A[..8], &A[8..]),
            joined(Proof::Token),
        ),
        (
            "token and the same thread",
            format!("From: eve@example.org\nIn-Reply-To: <a1@us>\nTo: info+{A}@us"),
            "x".into(),
            joined(Proof::Token),
        ),
        (
            "token against reference",
            format!("From: eve@example.org\nIn-Reply-To: <b1@us>\nTo: info+{A}@us"),
            "x".into(),
            new(&[2, 1]),
        ),
        (
            "participant before a pasted token",
            "From: anne@example.org\nIn-Reply-To: <a1@us>".into(),
            format!("[ARIANE-{B}]"),
            joined(Proof::Answer),
        ),
        ("two tokens", "From: new@example.org".into(), format!("[ARIANE-{A}] [ARIANE-{B}]"), new(&[1, 2])),
        (
            "address before text",
            format!("From: new@example.org\nTo: info+{A}@us"),
            format!("[ARIANE-{B}]"),
            joined(Proof::Token),
        ),
        ("short token", "From: new@example.org\nTo: info+AAAA@us".into(), "[ARIANE-AAAA]".into(), new(&[])),
        ("unknown token", "From: new@example.org".into(), "[ARIANE-ZZZZZZZZZZZZZZZZ]".into(), new(&[])),
        ("unknown id", "From: anne@example.org\nIn-Reply-To: <zz@us>".into(), "x".into(), new(&[])),
    ];
    for (name, header, text, expected) in cases {
        assert_eq!(decided(&header, &text), expected, "{name}");
    }
}

fn report(recipient: &str, original: &str) -> Decision<u8> {
    let header = "From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b";
    let text = format!(
        "--b\n\nfailed\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; {recipient}\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <{original}>\n\nour text [ARIANE-{A}]\n--b--"
    );
    decided(header, &text)
}

#[test]
fn reports_of_delivery() {
    assert_eq!(
        report("anne@example.org", "a1@us"),
        Decision::Undelivered { enquiry: 1, message_id: "a1@us".into() }
    );
    assert_eq!(report("eve@example.org", "a1@us"), Decision::New { may_belong_to: vec![1] });
    assert_eq!(report("anne@example.org", "a2@example.org"), Decision::New { may_belong_to: vec![1] });
    assert_eq!(report("anne@example.org", "unknown@us"), Decision::New { may_belong_to: vec![] });
}
