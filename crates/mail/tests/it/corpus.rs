//! Hostile and broken mail, made here.

use std::io::{Cursor, Write as _};
use std::time::Instant;

use ariane_mail::message::{Attachment, Defect, Kind, Receiver, Refusal, Verdict};
use ariane_mail::{Incoming, Limits, parse};

use crate::properties::holds;

fn read(bytes: impl AsRef<[u8]>) -> Incoming {
    holds(bytes.as_ref(), &Limits::default())
}

/// A mail as most are.
pub fn ordinary() -> Vec<u8> {
    mixed(&[
        "Content-Type: multipart/alternative; boundary=alt\r\n\r\n--alt\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nBonjour, ma fille a =C3=A9t=C3=A9 diagnostiqu=C3=A9e.\r\n--alt\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Bonjour, ma fille a été diagnostiquée.</p>\r\n--alt--".as_bytes(),
        b"Content-Type: application/pdf; name=\"lettre.pdf\"\r\nContent-Disposition: attachment; filename=\"lettre.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK",
    ])
}

fn mixed(parts: &[&[u8]]) -> Vec<u8> {
    let mut mail = b"Message-ID: <m1@example.org>\r\nFrom: =?utf-8?q?Zo=C3=A9?= <zoe@example.org>\r\nTo: info@ligne.example\r\nDate: Tue, 3 Mar 2026 10:12:00 +0100\r\nSubject: =?iso-8859-1?q?Une_question_=E0_vous?=\r\nContent-Language: fr-LU\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n".to_vec();
    for part in parts {
        mail.extend_from_slice(b"--outer\r\n");
        mail.extend_from_slice(part);
        mail.extend_from_slice(b"\r\n");
    }
    mail.extend_from_slice(b"--outer--\r\n");
    mail
}

fn with_file(name: &str, kind: &str, bytes: &[u8]) -> Attachment {
    let head = format!(
        "Content-Type: {kind}\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    );
    let part = [head.into_bytes(), data_encoding::BASE64.encode(bytes).into_bytes()].concat();
    read(mixed(&[b"\r\ntext", &part])).attachments.remove(0)
}

#[test]
fn an_ordinary_mail() {
    let incoming = read(ordinary());
    assert_eq!(incoming.message_id, "m1@example.org");
    assert_eq!(incoming.from.as_ref().unwrap().name.as_deref(), Some("Zoé"));
    assert_eq!(incoming.subject, "Une question à vous");
    assert_eq!(incoming.language.as_deref(), Some("fr"));
    assert_eq!(incoming.date.unwrap().to_rfc3339(), "2026-03-03T09:12:00+00:00");
    assert_eq!(incoming.text, "Bonjour, ma fille a été diagnostiquée.\n");
    assert_eq!(incoming.html.as_deref(), Some("<p>Bonjour, ma fille a été diagnostiquée.</p>"));
    assert!(!incoming.forms_differ);
    assert_eq!(incoming.attachments.len(), 1);
    assert_eq!(incoming.attachments[0].verdict, Verdict::Accept(Kind::Pdf));
    assert!(incoming.defects.is_empty(), "{:?}", incoming.defects);
    let shown = format!("{incoming:?}");
    for secret in ["zoe", "Zoé", "question", "fille", "lettre", "m1@"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

fn nested(depth: usize) -> Vec<u8> {
    let mut mail = b"From: a@example.org\r\n".to_vec();
    for level in 0..depth {
        mail.extend(
            format!("Content-Type: multipart/mixed; boundary=\"b{level}\"\r\n\r\n--b{level}\r\n").bytes(),
        );
    }
    mail.extend(b"Content-Type: text/plain\r\n\r\nat the bottom\r\n");
    for level in (0..depth).rev() {
        mail.extend(format!("--b{level}--\r\n").bytes());
    }
    mail
}

#[test]
fn parts_in_parts() {
    assert_eq!(read(nested(100)).text, "at the bottom\n");
    for depth in [1_000, 10_000] {
        let incoming = read(nested(depth));
        assert!(incoming.defects.contains(&Defect::TooDeep));
        assert_eq!(incoming.attachments.len(), 1);
        assert_eq!(incoming.attachments[0].verdict, Verdict::Refuse(Refusal::Unreadable));
        assert!(incoming.attachments[0].bytes.windows(13).any(|w| w == b"at the bottom"));
    }
    let messages = [
        b"From: a@example.org\r\n".to_vec(),
        b"Content-Type: message/rfc822\r\n\r\n".repeat(10_000),
        b"\r\nend".to_vec(),
    ]
    .concat();
    assert_eq!(read(messages).attachments.len(), 1);
    // A thread with a small stack reads it as well.
    let small = std::thread::Builder::new().stack_size(512 * 1024);
    small
        .spawn(|| drop(parse(&nested(10_000), &Receiver::default(), &Limits::default())))
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn large_and_many() {
    let began = Instant::now();
    let content = vec![b'x'; 25 * 1024 * 1024];
    let head = b"Content-Type: text/plain; name=a.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n".to_vec();
    let part = [head, data_encoding::BASE64.encode(&content).into_bytes()].concat();
    let file = parse(&mixed(&[&part]), &Receiver::default(), &Limits::default()).attachments.remove(0);
    assert_eq!((file.verdict, file.size()), (Verdict::Accept(Kind::Text), content.len()));
    let limits = Limits { attachment: 1_000, ..Limits::default() };
    let part = [b"Content-Type: text/plain; name=a.txt\r\n\r\n".to_vec(), vec![b'x'; 1_001]].concat();
    let too_large = parse(&mixed(&[&part]), &Receiver::default(), &limits).attachments.remove(0);
    assert_eq!((too_large.verdict, too_large.size()), (Verdict::Refuse(Refusal::TooLarge), 1_001));
    let huge = [b"From: a@example.org\r\nSubject: s\r\n\r\n".to_vec(), vec![b'x'; 36 * 1024 * 1024]].concat();
    let incoming = read(huge);
    assert_eq!((incoming.subject.as_str(), incoming.defects.as_slice()), ("s", &[Defect::TooLarge][..]));
    let headers = [
        b"Subject: s\r\n".to_vec(),
        b"X-A: b\r\nTo: a@example.org\r\n".repeat(10_000),
        b"From: a@example.org\r\n\r\ntext".to_vec(),
    ]
    .concat();
    let incoming = read(headers);
    assert_eq!((incoming.subject.as_str(), incoming.text.as_str()), ("s", "text\n"));
    assert!(incoming.from.is_some() && incoming.defects.contains(&Defect::HeaderCut));
    let line =
        [b"Subject: ".to_vec(), b"x".repeat(1_000_000), b"\r\nFrom: a@example.org\r\n\r\ntext".to_vec()]
            .concat();
    let incoming = read(line);
    assert_eq!((incoming.subject.len(), incoming.text.as_str()), (300, "text\n"));
    let part: &[u8] = b"Content-Type: application/pdf\r\n\r\n%PDF-1.4";
    let incoming = read(mixed(&vec![part; 3_000]));
    assert!(incoming.defects.contains(&Defect::TooManyParts));
    assert_eq!(incoming.attachments[39].verdict, Verdict::Accept(Kind::Pdf));
    assert_eq!(incoming.attachments[40].verdict, Verdict::Refuse(Refusal::TooMany));
    let text = format!("From: a@example.org\r\n\r\n{}", "mot ".repeat(300_000));
    let incoming = read(&text);
    assert_eq!(incoming.attachments[0].bytes.trim_ascii_end().len(), "mot ".len() * 300_000 - 1);
    assert!(incoming.defects.contains(&Defect::TextCut));
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}

#[test]
fn character_sets() {
    for (charset, bytes, expected) in [
        ("windows-1252", &b"d\xE9j\xE0 \x80"[..], "déjà €"),
        ("utf-8", b"d\xE9j\xE0", "déjà"),
        ("iso-8859-1", "déjà".as_bytes(), "déjà"),
        ("no-such-thing", "déjà".as_bytes(), "déjà"),
        ("iso-2022-jp", b"\x1b$B$3$s$K$A$O\x1b(B", "こんにちは"),
        ("gb18030", b"\xC4\xE3\xBA\xC3\x81\x30\x84\x32", "你好\u{a6}"),
        ("utf-7", b"+AGEA6Q-", "aé"),
        ("utf-7", b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "<script>alert(1)</script>"),
        ("koi8-r", b"\xD0\xD2\xC9\xD7\xC5\xD4", "привет"),
        ("big5", b"\xA7A\xA6n", "你好"),
        ("utf-16le", b"a\0\xE9\0", "aé"),
        ("\"\"", b"a", "a"),
    ] {
        let mail = [
            format!("From: a@example.org\r\nContent-Type: text/plain; charset={charset}\r\n\r\n").as_bytes(),
            bytes,
        ]
        .concat();
        let text = read(&mail).text;
        // A difference in one mapping of an old table is none for a reader.
        assert_eq!(
            text.trim_end().replace('\u{a6}', ""),
            expected.replace('\u{a6}', "").trim_end(),
            "{charset}"
        );
    }
    let incoming = read(b"From: Andr\xE9 <a@example.org>\r\nSubject: caf\xE9 cr\xE8me\r\n\r\nx\0y\x07z");
    assert_eq!(incoming.from.unwrap().name.as_deref(), Some("André"));
    assert_eq!((incoming.subject.as_str(), incoming.text.as_str()), ("café crème", "xyz\n"));
    let page = "From: a@example.org\r\nContent-Type: text/html; charset=utf-7\r\n\r\n+ADw-script+AD4-alert(1)+ADw-/script+AD4-ok";
    assert_eq!(read(page).html.as_deref(), Some("ok"));
}

#[test]
fn header_injection() {
    let incoming = read(
        "From: =?utf-8?q?A=0D=0ABcc=3A_v=40example.org?= <a@example.org>\r\nReply-To: =?utf-8?b?eA0KWC1ZOiB6?= <r@example.org>\r\nSubject: =?utf-8?q?s=0D=0A=0D=0Abody=E2=80=AEx?=\r\n\r\ny",
    );
    assert_eq!(incoming.subject, "s bodyx");
    assert_eq!(incoming.from.unwrap().name.as_deref(), Some("A Bcc: v@example.org"));
    assert_eq!(incoming.text, "y\n");
    let twice = read(
        "From: a@example.org\r\nFrom: b@example.org\r\nSubject: one\r\nSubject: two\r\nMessage-ID: <1@x>\r\nMessage-ID: <2@x>\r\n\r\ny",
    );
    assert!(twice.nature.ambiguous_sender);
    assert_eq!((twice.subject.as_str(), twice.message_id.as_str()), ("one", "1@x"));
}

#[test]
fn missing_and_broken() {
    let empty = read(b"");
    assert!(empty.message_id.ends_with("@missing.invalid") && !empty.message_id_given);
    assert_eq!(empty.defects, [Defect::NoSender, Defect::NoHeader]);
    assert_ne!(read(b"a").message_id, read(b"b").message_id);
    let noise: Vec<u8> = (0..50_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let incoming = read(&noise);
    assert!(incoming.attachments.iter().any(|a| a.bytes == noise), "kept as it came");
    let cut = &ordinary()[..900.min(ordinary().len() - 20)];
    let incoming = read(cut);
    assert!(incoming.defects.contains(&Defect::Truncated));
    assert!(incoming.text.contains("diagnostiquée"));
    let bad = read(b"From: a@example.org\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBE!!!!Ri0x%%LjQ");
    assert_eq!(bad.attachments[0].bytes, b"%PDF-1.4");
    assert!(bad.defects.contains(&Defect::Encoding));
    let group = read("From: Team: a@example.org, b@example.org;\r\nTo: undisclosed-recipients:;\r\n\r\nx");
    assert_eq!(group.from.unwrap().address, "a@example.org");
    assert!(group.nature.ambiguous_sender);
    let unicode = read("From: Zoë <zoë@exämple.org>\r\n\r\nx");
    assert_eq!(unicode.from.unwrap().folded(), "zoë@xn--exmple-cua.org");
    let mac = read("From: a@example.org\rSubject: s\r\rtext\rmore");
    assert_eq!((mac.subject.as_str(), mac.text.as_str()), ("s", "text\nmore\n"));
}

#[test]
fn the_same_message_is_known_again() {
    let print =
        |header: &str, body: &str| read(format!("{header}From: a@example.org\r\n\r\n{body}")).fingerprint;
    let id = "Message-ID: <1@x>\r\n";
    assert_eq!(print(id, "text\r\n"), print(&format!("Received: by another way\r\n{id}"), "text\n\n"));
    assert_ne!(print(id, "text"), print(id, "another text"), "a borrowed id is no proof");
    assert_ne!(
        print("Received: 1\r\n", "call me"),
        print("Received: 2\r\n", "call me"),
        "two mails without id"
    );
}

#[test]
fn files_in_old_wrappings() {
    let incoming =
        read("From: a@example.org\r\n\r\nHello\r\nbegin 644 ../cat.txt\r\n#0V%T\r\n`\r\nend\r\nBye\r\n");
    assert_eq!(incoming.text, "Hello\nBye\n");
    assert_eq!(
        (incoming.attachments[0].name.as_str(), incoming.attachments[0].bytes.as_slice()),
        ("cat.txt", &b"Cat"[..])
    );
    let attribute = |id: u32, data: &[u8]| {
        [&[2][..], &id.to_le_bytes(), &(data.len() as u32).to_le_bytes(), data, &[0, 0]].concat()
    };
    let container = [
        b"\x78\x9F\x3E\x22\x01\0".to_vec(),
        attribute(0x0006_9002, &[0; 14]),
        attribute(0x0001_8010, b"..\\result.pdf\0"),
        attribute(0x0006_800F, b"%PDF-1.4"),
    ]
    .concat();
    let file = with_file("winmail.dat", "application/ms-tnef", &container);
    assert_eq!((file.name.as_str(), file.verdict), ("result.pdf", Verdict::Accept(Kind::Pdf)));
    let broken = with_file("winmail.dat", "application/ms-tnef", b"\x78\x9F\x3E\x22\x01\0\x02");
    assert_eq!(broken.verdict, Verdict::Refuse(Refusal::NotAllowed));
}

#[test]
fn messages_in_messages() {
    let inner = ordinary().replace_outer();
    let part = [
        b"Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=\"old.eml\"\r\n\r\n"
            .to_vec(),
        inner,
    ]
    .concat();
    let incoming = read(mixed(&[b"\r\nsee below", &part]));
    assert_eq!(incoming.text, "see below\n");
    assert_eq!(incoming.attachments[0].verdict, Verdict::Accept(Kind::Message));
    let hostile = mixed(&[b"Content-Type: application/octet-stream; name=a.exe\r\n\r\nMZ\x90\0\x03"]);
    let part = [b"Content-Type: message/rfc822\r\n\r\n".to_vec(), hostile.replace_outer()].concat();
    let incoming = read(mixed(&[b"\r\nsee below", &part]));
    assert_eq!(incoming.attachments[0].verdict, Verdict::Refuse(Refusal::Executable));
}

trait ReplaceOuter {
    fn replace_outer(self) -> Vec<u8>;
}

impl ReplaceOuter for Vec<u8> {
    /// The boundary of a message within another must be another.
    fn replace_outer(self) -> Vec<u8> {
        String::from_utf8_lossy(&self).replace("outer", "inner").into_bytes()
    }
}

#[test]
fn names_of_files() {
    for (name, expected) in [
        ("..\\\\..\\\\evil.pdf", "evil.pdf"),
        ("/etc/passwd", "passwd"),
        ("=?utf-8?q?exe=E2=80=AEfdp.pdf?=", "exefdp.pdf"),
        ("a\u{202E}b.pdf", "ab.pdf"),
        ("x.pdf ", "x.pdf"),
        ("CON.pdf", "_CON.pdf"),
    ] {
        assert_eq!(with_file(name, "application/pdf", b"%PDF-1.4").name, expected, "{name}");
    }
    let extended = b"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*0*=utf-8''%2E%2E%2Fr%C3%A9; filename*1=\"sultat.pdf\"\r\n\r\n%PDF-1.4";
    assert_eq!(read(mixed(&[extended])).attachments[0].name, "résultat.pdf");
    assert_eq!(with_file("", "application/pdf", b"%PDF-1.4").name, "1.pdf");
    let disguised = with_file("photo\u{202E}gpj.exe", "image/jpeg", b"\xFF\xD8\xFF\xE0");
    assert_eq!(disguised.verdict, Verdict::Refuse(Refusal::Executable));
}

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn archives() {
    for (entries, expected) in [
        (&[("a.pdf", &b"%PDF-1.4"[..])][..], Verdict::Accept(Kind::Zip)),
        (&[("../../.ssh/authorized_keys", b"x")], Verdict::Refuse(Refusal::UnsafePath)),
        (&[("/etc/x", b"x")], Verdict::Refuse(Refusal::UnsafePath)),
        (&[("a.pdf", b"MZ\x90\0\x03")], Verdict::Refuse(Refusal::Executable)),
        (&[("a.pdf.lnk", b"x")], Verdict::Refuse(Refusal::Executable)),
        (&[("a\u{202E}fdp.txt", b"x")], Verdict::Refuse(Refusal::UnsafePath)),
    ] {
        let file = with_file("files.zip", "application/zip", &archive(entries));
        assert_eq!(file.verdict, expected, "{entries:?}");
    }
    let bomb = archive(&[("zero.txt", &vec![0; 12 * 1024 * 1024])]);
    assert!(bomb.len() < 100_000);
    assert_eq!(with_file("files.zip", "application/zip", &bomb).verdict, Verdict::Refuse(Refusal::Bomb));
    // Many small bombs are one large one.
    let limits = Limits { unpacked: 3 * 1024 * 1024, ..Limits::default() };
    let small = archive(&[("zero.txt", &vec![0; 1024 * 1024])]);
    let part = [
        b"Content-Type: application/zip; name=z.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n".to_vec(),
        data_encoding::BASE64.encode(&small).into_bytes(),
    ]
    .concat();
    let verdicts: Vec<Verdict> = parse(&mixed(&[part.as_slice(); 5]), &Receiver::default(), &limits)
        .attachments
        .iter()
        .map(|a| a.verdict)
        .collect();
    assert_eq!(verdicts[2..4], [Verdict::Accept(Kind::Zip), Verdict::Refuse(Refusal::Bomb)]);
    // Encrypted: the flag in both headers of an entry.
    let mut locked = archive(&[("a.txt", b"hello")]);
    let central = locked.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    locked[6] |= 1;
    locked[central + 8] |= 1;
    assert_eq!(
        with_file("files.zip", "application/zip", &locked).verdict,
        Verdict::Refuse(Refusal::Encrypted)
    );
    // A directory that says one byte for what unpacks to many.
    let mut liar = archive(&[("a.txt", &vec![b'a'; 12 * 1024 * 1024])]);
    let central = liar.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    liar[central + 24..central + 28].copy_from_slice(&1u32.to_le_bytes());
    assert!(matches!(with_file("files.zip", "application/zip", &liar).verdict, Verdict::Refuse(_)));
    let document = archive(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<w/>")]);
    assert_eq!(
        with_file("brief.docx", "application/octet-stream", &document).verdict,
        Verdict::Accept(Kind::Docx)
    );
    assert_eq!(
        with_file("brief.pdf", "application/pdf", &document).verdict,
        Verdict::Refuse(Refusal::Mismatch)
    );
    let many: Vec<(String, &[u8])> = (0..2_100).map(|n| (format!("{n}.txt"), &b"x"[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    assert_eq!(
        with_file("files.zip", "application/zip", &archive(&many)).verdict,
        Verdict::Refuse(Refusal::Bomb)
    );
}

#[test]
fn pages_load_nothing() {
    let page = "From: a@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><base href=https://evil.example><meta http-equiv=refresh content='0;url=https://evil.example'><link rel=stylesheet href=https://evil.example><style>body{background:url(https://evil.example)}</style></head><body background=https://evil.example onload=x()><img src=https://evil.example/p.gif alt=Logo><img src=cid:1><p style='background:url(https://evil.example)'>Bonjour <a href='https://evil.example/x' onclick=y()>votre banque</a><form action=https://evil.example><input value=secret></form><svg><script>z()</script></svg><b>gras";
    let incoming = read(page);
    assert_eq!(
        incoming.html.unwrap(),
        "[Logo]<p>Bonjour <a href=\"https://evil.example/x\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">votre banque</a> <span class=\"link-target\">[https://evil.example/x]</span><b>gras</b></p>"
    );
    assert_eq!(incoming.text, "[Logo]\n\nBonjour votre banque <https://evil.example/x>gras\n");
}

#[test]
fn two_forms_that_differ() {
    let alternative = |plain: &str, page: &str| {
        read(format!(
            "From: a@example.org\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n--b\r\nContent-Type: text/html\r\n\r\n{page}\r\n--b--"
        ))
    };
    let hostile = alternative(
        "Merci pour votre réponse.",
        "<p>Veuillez envoyer immédiatement le dossier complet à cette adresse</p>",
    );
    assert!(
        hostile.forms_differ && hostile.text.contains("Merci") && hostile.html.unwrap().contains("dossier")
    );
    assert!(
        !alternative(
            "Merci pour votre réponse rapide.",
            "<div>Merci <b>pour</b> votre réponse rapide.</div>"
        )
        .forms_differ
    );
}

#[test]
fn reports_of_delivery() {
    let report = "From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nSubject: Undelivered Mail Returned to Sender\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nsorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; Anne@Example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <ours-1@ligne.example>\r\nSubject: x\r\n\r\ny\r\n--b--";
    let bounce = read(report).bounce.unwrap();
    assert_eq!(bounce.original.as_deref(), Some("ours-1@ligne.example"));
    assert_eq!(bounce.recipients, ["anne@example.org"]);
    assert_eq!((bounce.permanent, bounce.status.as_deref()), (true, Some("5.1.1")));
    let delayed =
        read(report.replace("Action: failed", "Action: delayed").replace("5.1.1", "4.4.1")).bounce.unwrap();
    assert!(!delayed.permanent);
    let exim = "From: Mail Delivery System <Mailer-Daemon@mx.example>\r\nX-Failed-Recipients: anne@example.org\r\nSubject: Mail delivery failed: returning message to sender\r\n\r\nA message could not be delivered.\r\n\r\n  anne@example.org\r\n    550 5.1.1 unknown\r\n\r\n------ This is a copy of the message. ------\r\n\r\nMessage-ID: <ours-1@ligne.example>\r\nSubject: x\r\n";
    let bounce = read(exim).bounce.unwrap();
    assert_eq!(
        (bounce.original.as_deref(), bounce.status.as_deref()),
        (Some("ours-1@ligne.example"), Some("5.1.1"))
    );
    let qmail = "From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nSubject: failure notice\r\n\r\nHi. This is the qmail-send program.\r\n<anne@example.org>:\r\nno such user\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <ours-1@ligne.example>\r\n";
    let bounce = read(qmail).bounce.unwrap();
    assert_eq!(
        (bounce.original.as_deref(), bounce.recipients.as_slice()),
        (Some("ours-1@ligne.example"), &["anne@example.org".to_owned()][..])
    );
    let person =
        "From: anne@example.org\r\nSubject: Your mail could not be delivered to my mother\r\n\r\nwhy?\r\n";
    assert!(read(person).bounce.is_none());
}
