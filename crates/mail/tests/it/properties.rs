//! What holds for any bytes.

use std::time::Instant;

use ariane_mail::message::{Defect, Receiver, history};
use ariane_mail::thread::{Known, decide, evidence};
use ariane_mail::{Incoming, Limits, html, parse};
use proptest::prelude::*;

/// Holds for every message, whatever its bytes.
pub fn holds(bytes: &[u8], limits: &Limits) -> Incoming {
    let incoming = parse(bytes, &Receiver::default(), limits);
    assert!(!incoming.defects.contains(&Defect::Unreadable), "a reader failed");
    assert!(!incoming.message_id.is_empty() && incoming.message_id.bytes().all(|b| (33..=126).contains(&b)));
    assert!(incoming.references.len() <= limits.references);
    assert!(incoming.subject.chars().count() <= limits.subject);
    assert!(!incoming.subject.contains(char::is_control));
    assert!(incoming.text.len() <= limits.text);
    assert!(!incoming.text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'));
    assert_eq!(format!("{}{}", incoming.visible_text(), incoming.quoted_text()), incoming.text);
    for mailbox in incoming.from.iter().chain(&incoming.reply_to).chain(&incoming.to) {
        assert!(!mailbox.address.contains(|c: char| c.is_control() || c.is_whitespace()));
        assert!(mailbox.name.iter().all(|name| !name.contains(char::is_control)));
        assert!(!mailbox.folded().is_empty());
    }
    for file in &incoming.attachments {
        assert!(!file.name.is_empty() && file.name.chars().count() <= 120);
        assert!(!file.name.contains(|c: char| c.is_control() || matches!(c, '/' | '\\' | '\u{202E}')));
        assert!(!matches!(file.media_type(), "text/html" | "image/svg+xml" | "application/javascript"));
    }
    if let Some(page) = &incoming.html {
        safe(page);
    }
    assert_eq!(parse(bytes, &Receiver::default(), limits), incoming, "the same bytes read the same");
    let found = evidence(&incoming);
    let _ = decide::<u8>(&incoming, &found, &Known::default());
    incoming
}

/// No tag but those of text, no attribute that loads or runs.
pub fn safe(page: &str) {
    for tag in page.split('<').skip(1) {
        let inside = tag.split('>').next().unwrap_or("").to_ascii_lowercase();
        let name = inside.trim_start_matches('/').split([' ', '/']).next().unwrap_or("");
        assert!(
            [
                "a",
                "b",
                "blockquote",
                "br",
                "caption",
                "code",
                "dd",
                "div",
                "dl",
                "dt",
                "em",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "hr",
                "i",
                "li",
                "ol",
                "p",
                "pre",
                "s",
                "small",
                "span",
                "strong",
                "sub",
                "sup",
                "table",
                "tbody",
                "td",
                "tfoot",
                "th",
                "thead",
                "tr",
                "u",
                "ul"
            ]
            .contains(&name),
            "<{inside}>"
        );
        // Outside of quoted values, attributes of the list only.
        let mut outside = String::new();
        for (number, piece) in inside.split('"').enumerate() {
            if number % 2 == 0 {
                outside.push_str(piece);
            }
        }
        for attribute in outside.split_whitespace().skip(1) {
            assert!(
                ["href=", "target=", "rel=", "class=", "colspan=", "rowspan="]
                    .contains(&attribute.trim_end_matches('/')),
                "{attribute} in <{inside}>"
            );
        }
        if let Some(href) = inside.split("href=\"").nth(1) {
            assert!(
                ["http://", "https://", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme)),
                "{href}"
            );
        }
    }
}

fn small() -> Limits {
    Limits { text: 2_000, html: 3_000, depth: 5, parts: 10, header: 200, attachments: 3, ..Limits::default() }
}

fn pieces(alphabet: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(alphabet), 0..most).prop_map(|pieces| pieces.concat())
}

const MAIL: &[&str] = &[
    "From: ",
    "a@example.org",
    "\r\n",
    "\n",
    "\n\n",
    "Subject: ",
    "=?utf-8?q?=0D=0A?=",
    "=?iso-2022-jp?B?GyRC?=",
    "Content-Type: ",
    "multipart/mixed; boundary=b",
    "multipart/alternative; boundary=\"b c\"",
    "multipart/report; report-type=delivery-status; boundary=b",
    "message/rfc822",
    "text/html; charset=utf-7",
    "text/plain; charset=\"gb18030\"",
    "--b",
    "--b--",
    "--b c",
    "Content-Transfer-Encoding: ",
    "base64",
    "quoted-printable",
    "x-uuencode",
    "AAAA====",
    "=C3=A9",
    "begin 644 x\n#0V%T\nend\n",
    "<a href=\"",
    "<script>",
    "\0",
    "é",
    "\u{202E}",
    "Content-Disposition: attachment; filename*=utf-8''%2e%2e%2f",
    "Message-ID: <",
    "References: ",
    "<x@y>",
    " ",
    ":",
    ";",
    "(",
    "\"",
    ">",
    "[ARIANE-AAAABBBBCCCCDDDD]",
    "Le 3 mars 2026 a écrit :",
    "PK\u{3}\u{4}",
    "Auto-Submitted: auto-replied",
    "Status: 5.1.1",
    "Final-Recipient: rfc822;",
];

const PAGE: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "<p>",
    "<b",
    "<a href=",
    "\"",
    "'",
    "=",
    " ",
    "javascript:alert(1)",
    "https://x.example/",
    "<!--",
    "-->",
    "--!>",
    "<svg>",
    "<math>",
    "<style>",
    "</style>",
    "<script",
    "</script>",
    "<table><tr><td>",
    "</table>",
    "<img src=x onerror=alert(1)",
    "&lt;",
    "&#x3c;",
    "&",
    "<title>",
    "<textarea>",
    "<noscript>",
    "<template>",
    "<![CDATA[",
    "]]>",
    "<xmp>",
    "<plaintext>",
    "text",
    "é",
    "\0",
    "\u{202E}",
    " onclick=alert(1)",
    " style=",
    "<form>",
    "<mglyph>",
    "<mtext>",
    "<select>",
    "<li>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        holds(&bytes, &Limits::default());
    }

    #[test]
    fn anything_like_a_mail(text in pieces(MAIL, 80)) {
        holds(text.as_bytes(), &Limits::default());
        holds(text.as_bytes(), &small());
    }

    #[test]
    fn any_cut_and_flip_of_a_mail(cut in 0usize..2_000, flip in 0usize..2_000, byte in any::<u8>()) {
        let mut bytes = crate::corpus::ordinary();
        let at = flip % bytes.len();
        bytes[at] = byte;
        bytes.truncate(cut.max(1));
        holds(&bytes, &Limits::default());
    }

    #[test]
    fn any_page(page in pieces(PAGE, 60)) {
        let clean = html::clean(&page);
        safe(&clean);
        safe(&html::clean(&clean));
        let _ = html::plain(&page);
    }

    #[test]
    fn no_text_is_lost_by_dividing(text in pieces(MAIL, 60)) {
        if let Some(at) = history(&text) {
            prop_assert!(text.is_char_boundary(at) && at > 0 && at < text.len());
        }
    }
}

#[test]
fn time_grows_with_size_only() {
    let limits = Limits::default();
    for (name, bytes) in [
        ("headers", b"To: a@example.org\n".repeat(300_000)),
        ("other headers", b"X-Whatever: a\n".repeat(300_000)),
        ("addresses", [b"To: ".to_vec(), b"a@example.org, ".repeat(300_000)].concat()),
        ("comments", [b"From: ".to_vec(), b"(".repeat(2_000_000)].concat()),
        ("encoded words", [b"Subject: ".to_vec(), b"=?utf-8?q?a?= ".repeat(200_000)].concat()),
        (
            "boundaries",
            [b"Content-Type: multipart/mixed; boundary=b\n\n".to_vec(), b"--b\n\n".repeat(400_000)].concat(),
        ),
        (
            "false boundaries",
            [b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\n".to_vec(), b"--bb\n".repeat(400_000)]
                .concat(),
        ),
        (
            "digest",
            [
                b"Content-Type: multipart/digest; boundary=b\n\n".to_vec(),
                b"--b\n\nSubject: x\n\ny\n".repeat(200_000),
            ]
            .concat(),
        ),
        ("uuencode", b"begin 644 a\n".repeat(200_000)),
        ("quoted", [b"\n\nx\n".to_vec(), b"> q\n".repeat(200_000), b"y\n".to_vec()].concat()),
        ("tokens", [b"\n\n".to_vec(), b"[ARIANE-".repeat(60_000)].concat()),
        ("references", [b"References: ".to_vec(), b"<a@b> ".repeat(300_000)].concat()),
    ] {
        let began = Instant::now();
        let _ = evidence(&parse(&bytes, &Receiver::default(), &limits));
        assert!(began.elapsed().as_secs() < 10, "{name}: {:?}", began.elapsed());
    }
}
