//! From the parts of a message to what a listener reads.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use mail_parser::HeaderValue;
use mail_parser::parsers::MessageStream;
use sha2::{Digest, Sha256};

use crate::fold::{cut, lines, single_line};
use crate::html;
use crate::limits::Limits;

use super::archive::Budget;
use super::attachment::{Found, Refusal, Verdict, judge};
use super::header::{Header, terminated};
use super::mime::{self, Leaf, Place, Tree};
use super::nature::{self, Receiver};
use super::sniff;
use super::{Defect, Incoming, address, bounce, decode, quoted, sha256, tnef, transfer, uu};

/// How often a message within a message is looked into for its files.
const WITHIN: usize = 3;
/// How many addresses of a field are read.
const ADDRESSES: usize = 100;

pub(super) fn read(bytes: &[u8], receiver: &Receiver, limits: &Limits) -> Incoming {
    let converted;
    let bytes = if memchr::memchr(b'\n', bytes).is_none() && memchr::memchr(b'\r', bytes).is_some() {
        // Line ends of another age.
        converted = bytes.iter().map(|b| if *b == b'\r' { b'\n' } else { *b }).collect::<Vec<u8>>();
        &converted[..]
    } else {
        bytes
    };
    let tree = mime::split(bytes, limits);
    let mut defects = BTreeSet::new();
    for (met, defect) in [
        (tree.bounds.depth, Defect::TooDeep),
        (tree.bounds.parts, Defect::TooManyParts),
        (tree.bounds.header, Defect::HeaderCut),
        (tree.bounds.unclosed, Defect::Truncated),
        (tree.encrypted, Defect::Encrypted),
        (tree.header.is_empty(), Defect::NoHeader),
    ] {
        if met {
            defects.insert(defect);
        }
    }
    let mut budget = Budget::new(limits);
    let body = body(&tree, limits, WITHIN, &mut budget, &mut defects);
    let mut files = body.files;
    let (text, html, forms_differ) = forms(body.plain, body.html, limits, &mut files, &mut defects);

    let header = &tree.header;
    let from: Vec<_> = header.all("from").take(3).flat_map(|v| address::read(v, 5)).collect();
    let sender = || header.first("sender").and_then(|v| address::read(v, 1).into_iter().next());
    let nature = nature::of(header, &from, receiver, limits);
    let from = from.into_iter().next().or_else(sender);
    if from.is_none() {
        defects.insert(Defect::NoSender);
    }
    let subject = single_line(&header.text("subject").unwrap_or_default(), limits.subject);
    let ids = |name: &str| header.all(name).flat_map(address::message_ids).collect::<Vec<_>>();
    let mut references = ids("references");
    references.drain(..references.len().saturating_sub(limits.references));
    let mut in_reply_to = ids("in-reply-to");
    in_reply_to.truncate(10);
    let given = ids("message-id").into_iter().next();
    let bounce = bounce::of(&tree, from.as_ref(), &subject, &text, limits);
    Incoming {
        message_id_given: given.is_some(),
        // Two mails without an id may say the same and yet be two: they differ in what servers added.
        fingerprint: if given.is_some() { fingerprint(header, bytes, limits) } else { sha256(bytes) },
        message_id: given.unwrap_or_else(|| derived_id(bytes)),
        in_reply_to,
        references,
        from,
        reply_to: header.first("reply-to").and_then(|v| address::read(v, 1).into_iter().next()),
        to: ["to", "cc", "delivered-to", "x-original-to", "envelope-to"]
            .iter()
            .flat_map(|name| header.all(name).take(8))
            .flat_map(|v| address::read(v, ADDRESSES))
            .take(ADDRESSES)
            .collect(),
        subject,
        date: header.first("date").and_then(date),
        language: language(header),
        history_at: quoted::history(&text),
        text,
        html,
        forms_differ,
        attachments: files
            .into_iter()
            .enumerate()
            .map(|(n, found)| judge(found, n + 1, limits, &mut budget))
            .collect(),
        nature,
        bounce,
        defects: defects.into_iter().collect(),
    }
}

/// The message as one attachment of raw bytes.
pub(super) fn unreadable(bytes: &[u8], limits: &Limits) -> Incoming {
    let found = Found {
        name: Some("message.bin".into()),
        declared: "application/octet-stream".into(),
        inline: false,
        bytes: bytes.to_vec(),
        within: Some(Refusal::Unreadable),
        unread: true,
    };
    Incoming {
        message_id: derived_id(bytes),
        message_id_given: false,
        fingerprint: sha256(bytes),
        in_reply_to: Vec::new(),
        references: Vec::new(),
        from: None,
        reply_to: None,
        to: Vec::new(),
        subject: String::new(),
        date: None,
        language: None,
        text: String::new(),
        history_at: None,
        html: None,
        forms_differ: false,
        attachments: vec![judge(found, 1, limits, &mut Budget::new(limits))],
        nature: nature::Nature::default(),
        bounce: None,
        defects: vec![Defect::Unreadable],
    }
}

struct Body {
    plain: Vec<String>,
    html: Vec<String>,
    files: Vec<Found>,
}

/// Divides the parts into text and files.
fn body(
    tree: &Tree<'_>,
    limits: &Limits,
    within: usize,
    budget: &mut Budget,
    defects: &mut BTreeSet<Defect>,
) -> Body {
    let mut body = Body { plain: Vec::new(), html: Vec::new(), files: Vec::new() };
    let report = tree.report.is_some();
    // A second plain or HTML form of one alternative adds nothing; it is kept as a file.
    let mut forms: BTreeSet<(usize, bool)> = BTreeSet::new();
    for leaf in &tree.leaves {
        let (bytes, wrong) = transfer(leaf);
        if wrong {
            defects.insert(Defect::Encoding);
        }
        let is_html = leaf.media_type == "text/html";
        let is_text = is_html
            || leaf.media_type == "text/plain"
            || leaf.media_type == "text"
            || leaf.media_type == "text/enriched";
        let own_text = is_text
            && !leaf.attached
            && !leaf.unread
            && (leaf.name.is_none() || leaf.place == Place::Alternative);
        let fresh =
            leaf.alternative.is_none_or(|a| leaf.place != Place::Alternative || forms.insert((a, is_html)));
        if own_text && fresh {
            let wide = leaf.charset.as_deref().is_some_and(|c| c.to_ascii_lowercase().contains("16"));
            if !wide && binary(&bytes) {
                // What the text cannot show is kept as it came; beyond a few bytes, it is shown as a file only.
                body.files.push(file(leaf, bytes.to_vec(), None));
                if bytes.len() >= 64 {
                    continue;
                }
            }
            let charset = leaf.charset.clone().or_else(|| is_html.then(|| meta_charset(&bytes)).flatten());
            let (text, aside) = decode::text(&bytes, charset.as_deref());
            if aside {
                defects.insert(Defect::Charset);
            }
            if is_html {
                body.html.push(text);
            } else {
                let (text, files) = uu::extract(&lines(&text));
                body.plain.push(text);
                body.files.extend(files.into_iter().map(|(name, bytes)| Found {
                    name: Some(name),
                    declared: "application/octet-stream".into(),
                    inline: false,
                    bytes,
                    within: None,
                    unread: false,
                }));
            }
            continue;
        }
        if leaf.media_type == "message/delivery-status" && report {
            body.plain.push(lines(&decode::text(&bytes, None).0));
            continue;
        }
        if leaf.media_type == "application/ms-tnef"
            || leaf.name.as_deref().is_some_and(|n| n.eq_ignore_ascii_case("winmail.dat"))
        {
            let inner = tnef::extract(&bytes, limits.attachments + 1);
            if !inner.is_empty() {
                body.files.extend(inner.into_iter().map(|(name, bytes)| Found {
                    name,
                    declared: "application/octet-stream".into(),
                    inline: false,
                    bytes,
                    within: None,
                    unread: false,
                }));
                continue;
            }
        }
        let verdict = (leaf.media_type.starts_with("message/") && !leaf.unread)
            .then(|| worst_within(&bytes, limits, within, budget))
            .flatten();
        body.files.push(file(leaf, bytes.into_owned(), verdict));
    }
    body
}

fn file(leaf: &Leaf<'_>, bytes: Vec<u8>, within: Option<Refusal>) -> Found {
    Found {
        name: leaf.name.clone(),
        declared: leaf.media_type.clone(),
        inline: !leaf.attached && leaf.place == Place::Related && leaf.header.has("content-id"),
        bytes,
        within,
        unread: leaf.unread,
    }
}

/// The gravest refusal among the files of a message within the message.
fn worst_within(bytes: &[u8], limits: &Limits, within: usize, budget: &mut Budget) -> Option<Refusal> {
    if within == 0 {
        return Some(Refusal::Unreadable);
    }
    let tree = mime::split(bytes, limits);
    let inner = body(&tree, limits, within - 1, budget, &mut BTreeSet::new());
    let refusals: Vec<Refusal> = inner
        .files
        .into_iter()
        .enumerate()
        .filter_map(|(n, found)| match judge(found, n + 1, limits, budget).verdict {
            Verdict::Refuse(refusal) => Some(refusal),
            Verdict::Accept(_) => None,
        })
        .collect();
    let grave = |r: &Refusal| {
        matches!(
            r,
            Refusal::Executable
                | Refusal::Bomb
                | Refusal::UnsafePath
                | Refusal::Mismatch
                | Refusal::Unreadable
        )
    };
    refusals.into_iter().find(grave)
}

/// Text that is no text: many NULs and controls.
fn binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    if sniff::text_like(head) {
        return false;
    }
    let odd = head.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    odd * 10 > head.len()
}

/// The text and the safe HTML, whether they differ, and what is too long as a file.
fn forms(
    plain: Vec<String>,
    pages: Vec<String>,
    limits: &Limits,
    files: &mut Vec<Found>,
    defects: &mut BTreeSet<Defect>,
) -> (String, Option<String>, bool) {
    let mut source = pages.join("<hr>");
    if source.len() > limits.html {
        defects.insert(Defect::HtmlCut);
        files.push(overlong("message.html", "text/html", &source));
        source = cut(&source, limits.html).to_owned();
    }
    let derived = lines(&html::plain(&source));
    let written =
        plain.iter().map(|p| p.trim_end()).filter(|p| !p.is_empty()).collect::<Vec<_>>().join("\n\n");
    let safe = Some(html::clean(&source)).filter(|h| !h.trim().is_empty());
    let differ = !written.is_empty() && !derived.trim().is_empty() && differ(&written, &derived);
    let mut text = if written.is_empty() { derived } else { written };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    if text.len() > limits.text {
        defects.insert(Defect::TextCut);
        files.push(overlong("message.txt", "text/plain", &text));
        text = cut(&text, limits.text).to_owned();
    }
    (text, safe, differ)
}

fn overlong(name: &str, declared: &str, text: &str) -> Found {
    Found {
        name: Some(name.into()),
        declared: declared.into(),
        inline: false,
        bytes: text.as_bytes().to_vec(),
        within: None,
        unread: false,
    }
}

/// Whether two forms of a text say different things: a part of the words of one is not in the other.
fn differ(one: &str, other: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.chars().count() > 3)
            .take(20_000)
            .map(str::to_lowercase)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let missing = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
        let lost = a.difference(b).count();
        lost >= 3 && lost * 10 > a.len() * 3
    };
    missing(&one, &other) || missing(&other, &one)
}

/// The character set a page declares within itself.
fn meta_charset(bytes: &[u8]) -> Option<String> {
    let head = bytes[..bytes.len().min(2048)].to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")? + 8;
    let value: String = head[at..]
        .iter()
        .map(|b| char::from(*b))
        .skip_while(|c| matches!(c, '"' | '\''))
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .take(40)
        .collect();
    (!value.is_empty() && !value.starts_with("utf-16")).then_some(value)
}

fn date(value: &str) -> Option<DateTime<Utc>> {
    let value = terminated(value);
    let HeaderValue::DateTime(date) = MessageStream::new(value.as_bytes()).parse_date() else { return None };
    (date.is_valid() && (1970..=2200).contains(&date.year))
        .then(|| DateTime::from_timestamp(date.to_timestamp(), 0))
        .flatten()
}

fn language(header: &Header) -> Option<String> {
    ["content-language", "accept-language"].iter().filter_map(|name| header.first(name)).find_map(|value| {
        let tag = value.split([',', ';', ' ']).find(|t| !t.is_empty())?.trim().to_ascii_lowercase();
        let primary = tag.split(['-', '_']).next()?;
        let fit = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase());
        fit.then(|| primary.to_owned())
    })
}

/// An id for a message that has none: the same bytes, the same id.
fn derived_id(bytes: &[u8]) -> String {
    format!("{}@missing.invalid", data_encoding::HEXLOWER.encode(&sha256(bytes)))
}

fn fingerprint(header: &Header, bytes: &[u8], limits: &Limits) -> [u8; 32] {
    let (_, start) = Header::read(bytes, limits);
    let mut hash = Sha256::new();
    for name in ["message-id", "from", "date", "subject", "in-reply-to"] {
        let value = header.first(name).unwrap_or("");
        hash.update(u64::try_from(value.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(value.as_bytes());
    }
    // Line ends differ between deliveries, and so do blank ends.
    for line in bytes[start..].trim_ascii_end().split(|b| *b == b'\n') {
        hash.update(line.strip_suffix(b"\r").unwrap_or(line));
        hash.update(b"\n");
    }
    hash.finalize().into()
}
