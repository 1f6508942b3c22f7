//! Mail that says another mail did not arrive.

use crate::fold::folded_address;
use crate::limits::Limits;

use super::address::{self, Mailbox};
use super::header::Header;
use super::mime::{Leaf, Place, Tree};

/// A report that a message was not delivered, or not yet.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Bounce {
    /// The id of the message that did not arrive, as far as the report says.
    pub original: Option<String>,
    /// The addresses it did not reach, folded.
    pub recipients: Vec<String>,
    /// Whether it will not arrive at all. `false`: it is delayed, the server still tries.
    pub permanent: bool,
    /// The status code, such as `5.1.1` (RFC 3463).
    pub status: Option<String>,
}

impl std::fmt::Debug for Bounce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bounce")
            .field("recipients", &self.recipients.len())
            .field("permanent", &self.permanent)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// Reads a report of RFC 3464, or one of the older free forms.
pub(crate) fn of(
    tree: &Tree<'_>,
    from: Option<&Mailbox>,
    subject: &str,
    text: &str,
    limits: &Limits,
) -> Option<Bounce> {
    let standard = tree.report.as_deref() == Some("delivery-status")
        || tree.report.is_some()
            && tree.leaves.iter().any(|leaf| leaf.media_type == "message/delivery-status");
    let mut bounce = Bounce { permanent: true, ..Bounce::default() };
    if standard {
        for leaf in tree.leaves.iter().filter(|leaf| leaf.media_type.ends_with("delivery-status")) {
            status(&content(leaf), &mut bounce);
        }
    } else if free_form(tree, from, subject) {
        for value in tree.header.all("x-failed-recipients") {
            bounce.recipients.extend(address::read(value, 20).iter().map(Mailbox::folded));
        }
        if bounce.recipients.is_empty() {
            // Above the copy of the message, whose own addresses are others.
            let said = text.lines().take(200).take_while(|line| {
                !line.starts_with("---") && !line.to_ascii_lowercase().starts_with("message-id")
            });
            let apart = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | ';' | ',' | '(' | ')' | '"');
            bounce.recipients.extend(
                said.flat_map(|line| line.split(apart))
                    .filter(|word| word.contains('@'))
                    .filter_map(|word| folded_address(word.trim_matches([':', '.', '\''])))
                    .take(3),
            );
        }
        bounce.status = text.split_whitespace().find_map(status_code);
        bounce.permanent = !bounce.status.as_deref().is_some_and(|s| s.starts_with('4'));
    } else {
        return None;
    }
    bounce.recipients.sort();
    bounce.recipients.dedup();
    bounce.recipients.truncate(20);
    bounce.original = original(tree, text, limits);
    Some(bounce)
}

/// A sender and subject no person has, and no part that a person would add.
fn free_form(tree: &Tree<'_>, from: Option<&Mailbox>, subject: &str) -> bool {
    if tree.header.has("x-failed-recipients") {
        return true;
    }
    let local = from.map(|f| f.folded()).and_then(|f| f.split_once('@').map(|(local, _)| local.to_owned()));
    let daemon = local
        .is_some_and(|l| matches!(l.as_str(), "mailer-daemon" | "postmaster" | "mail-daemon" | "mdaemon"));
    let nobody = tree.header.first("return-path").is_some_and(|v| v.trim() == "<>");
    let subject = subject.to_lowercase();
    let says = [
        "undeliver",
        "delivery status notification",
        "delivery failure",
        "returned mail",
        "failure notice",
        "mail delivery failed",
        "delivery has failed",
        "could not be delivered",
        "unzustellbar",
        "nicht zugestellt",
        "non remis",
        "échec de la remise",
        "echec de la remise",
        "não entregue",
        "mail system error",
    ]
    .iter()
    .any(|phrase| subject.contains(phrase));
    (daemon || nobody) && says
}

fn content(leaf: &Leaf<'_>) -> String {
    let (bytes, _) = super::transfer(leaf);
    super::decode::text(&bytes[..bytes.len().min(64 * 1024)], Some("utf-8")).0
}

/// The fields of `message/delivery-status`: one block for the message, one per recipient.
fn status(text: &str, bounce: &mut Bounce) {
    let mut failed = false;
    for line in text.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "final-recipient" | "original-recipient" => {
                let address = value.rsplit(';').next().unwrap_or("").trim().trim_matches(['<', '>']);
                bounce.recipients.extend(folded_address(address));
            }
            "action" => {
                let action = value.to_ascii_lowercase();
                failed |= action.starts_with("failed");
                if !failed {
                    bounce.permanent = false;
                }
            }
            "status" => bounce.status = status_code(value).or(bounce.status.take()),
            _ => {}
        }
    }
    bounce.permanent |= failed;
}

fn status_code(word: &str) -> Option<String> {
    let word = word.split_whitespace().next()?.trim_matches(['(', ')', '#', ',', '.', ':', '[', ']']);
    let parts: Vec<&str> = word.split('.').collect();
    let digits = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (parts.len() == 3 && parts.iter().all(digits) && matches!(parts[0], "4" | "5")).then(|| word.to_owned())
}

/// The id of the message that came back: from the message or header that is attached, else from the text.
fn original(tree: &Tree<'_>, text: &str, limits: &Limits) -> Option<String> {
    let attached = tree
        .leaves
        .iter()
        .filter(|leaf| {
            matches!(
                leaf.media_type.as_str(),
                "message/rfc822"
                    | "text/rfc822-headers"
                    | "message/rfc822-headers"
                    | "message/global"
                    | "message/global-headers"
            ) || leaf.place == Place::Report && leaf.media_type.starts_with("text/rfc822")
        })
        .find_map(|leaf| {
            let (bytes, _) = super::transfer(leaf);
            let (header, _) = Header::read(&bytes, limits);
            header.first("message-id").and_then(|v| address::message_ids(v).into_iter().next())
        });
    attached.or_else(|| {
        text.lines().take(2_000).find_map(|line| {
            let line = line.trim_start_matches(['>', ' ', '\t']);
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("message-id").then(|| address::message_ids(value).into_iter().next())?
        })
    })
}
