//! What sort of message it is: written by a person, or by a program.

use crate::fold::folded_address;
use crate::limits::Limits;

use super::address::{Mailbox, read};
use super::header::Header;

/// Who receives: for telling our own mail coming back from mail for us.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Receiver {
    /// The addresses of the helpline, all of them.
    pub addresses: Vec<String>,
    /// The value of `X-Ariane-Loop` this installation writes: anything stable that others don't have.
    pub loop_mark: String,
}

impl std::fmt::Debug for Receiver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Receiver").field("addresses", &self.addresses.len()).finish_non_exhaustive()
    }
}

/// What sort of message it is. Nothing here is proof: a sender can write any header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Nature {
    /// Written by a program: holiday notice, receipt, notification (RFC 3834 and its precursors).
    pub automatic: bool,
    /// Asks for no automatic answer (`X-Auto-Response-Suppress`); a person may have written it.
    pub suppresses_replies: bool,
    /// Came through a mailing list or was sent in bulk.
    pub list: bool,
    /// The mail server of the helpline took it for spam.
    pub spam: bool,
    /// Our own mail coming back (our mark), or mail going round (too many hops). Says nothing new.
    pub looped: bool,
    /// Names an address of ours as its sender. Often a form on a website that sends in our name: to be taken in as any
    /// other, but never to be answered by a program.
    pub from_us: bool,
    /// The receiving server found the sender's domain not to have sent it (DMARC).
    pub unauthenticated: bool,
    /// Several senders are named, so that it is unclear which one a program would show.
    pub ambiguous_sender: bool,
}

pub(crate) fn of(header: &Header, from: &[Mailbox], receiver: &Receiver, limits: &Limits) -> Nature {
    let own: Vec<String> = receiver.addresses.iter().filter_map(|a| folded_address(a)).collect();
    let marked = !receiver.loop_mark.is_empty()
        && header
            .all("x-ariane-loop")
            .any(|mark| mark.trim().eq_ignore_ascii_case(receiver.loop_mark.trim()));
    let from_us = from.iter().any(|f| own.contains(&f.folded()));
    let looped_by_us = header.all("x-loop").flat_map(|v| read(v, 5)).any(|m| own.contains(&m.folded()));
    Nature {
        automatic: automatic(header),
        suppresses_replies: header.first("x-auto-response-suppress").is_some_and(|v| {
            v.to_ascii_lowercase().split(',').any(|part| matches!(part.trim(), "all" | "autoreply" | "oof"))
        }),
        list: list(header),
        spam: spam(header),
        from_us,
        looped: marked || looped_by_us || header.received > limits.hops,
        unauthenticated: header.all("authentication-results").any(|v| {
            v.to_ascii_lowercase().split(';').any(|part| part.trim_start().starts_with("dmarc=fail"))
        }),
        ambiguous_sender: header.all("from").count() > 1 || from.len() > 1,
    }
}

fn automatic(header: &Header) -> bool {
    let first_word =
        |value: &str| value.split([';', ' ', '(']).next().unwrap_or("").trim().to_ascii_lowercase();
    let submitted =
        header.first("auto-submitted").map(first_word).is_some_and(|v| !v.is_empty() && v != "no");
    let replies = ["x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-vacation"]
        .iter()
        .any(|name| {
            header.first(name).is_some_and(|v| !matches!(first_word(v).as_str(), "no" | "false" | "0"))
        });
    let precedence = header
        .first("precedence")
        .map(first_word)
        .is_some_and(|v| matches!(v.as_str(), "auto_reply" | "auto-reply"));
    let null_path = header.first("return-path").is_some_and(|v| v.trim() == "<>");
    let exchange = header.has("x-ms-exchange-inbox-rules-loop")
        || header
            .first("x-ms-exchange-generated-message-source")
            .is_some_and(|v| v.contains("Mailbox Rules Agent"));
    submitted
        || replies
        || precedence
        || null_path
        || exchange
        || header.has("x-cron-env")
        || header.has("feedback-id") && header.has("list-unsubscribe")
}

fn list(header: &Header) -> bool {
    ["list-id", "list-post", "list-unsubscribe", "mailing-list", "x-mailing-list"]
        .iter()
        .any(|name| header.has(name))
        || header
            .first("precedence")
            .is_some_and(|v| matches!(v.trim().to_ascii_lowercase().as_str(), "bulk" | "list" | "junk"))
}

fn spam(header: &Header) -> bool {
    let yes = |name: &str| {
        header.first(name).is_some_and(|v| {
            let v = v.trim().to_ascii_lowercase();
            v.starts_with("yes") || v.starts_with("true")
        })
    };
    yes("x-spam-flag")
        || yes("x-spam-status")
        || yes("x-spam")
        || header.first("x-spamd-result").is_some_and(|v| v.to_ascii_lowercase().contains(": true"))
        || header.first("x-rspamd-action").is_some_and(|v| {
            matches!(v.trim().to_ascii_lowercase().as_str(), "add header" | "reject" | "rewrite subject")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nature(fields: &str) -> Nature {
        let receiver =
            Receiver { addresses: vec!["Info@Helpline.example".into()], loop_mark: "mark-1".into() };
        let limits = Limits::default();
        let (header, _) = Header::read(format!("{fields}\n\n").as_bytes(), &limits);
        let from = header.all("from").flat_map(|v| read(v, 5)).collect::<Vec<_>>();
        of(&header, &from, &receiver, &limits)
    }

    #[test]
    fn table() {
        let none = Nature::default();
        let automatic = Nature { automatic: true, ..none };
        let list = Nature { list: true, ..none };
        let spam = Nature { spam: true, ..none };
        let looped = Nature { looped: true, ..none };
        for (fields, expected) in [
            ("From: a@example.org", none),
            ("Auto-Submitted: no", none),
            ("Auto-Submitted: auto-replied; owner=x", automatic),
            ("X-Autoreply: yes", automatic),
            ("X-Auto-Response-Suppress: DR, OOF, AutoReply", Nature { suppresses_replies: true, ..none }),
            ("X-Auto-Response-Suppress: DR", none),
            ("Precedence: auto_reply", automatic),
            ("Return-Path: <>", automatic),
            ("Return-Path: <a@example.org>", none),
            ("Precedence: bulk", list),
            ("List-Id: <x.example.org>", list),
            ("X-Spam-Flag: YES", spam),
            ("X-Spam-Status: Yes, score=9", spam),
            ("X-Spam-Status: No, score=1", none),
            ("X-Ariane-Loop: mark-1", looped),
            ("X-Ariane-Loop: another", none),
            ("From: info@helpline.EXAMPLE", Nature { from_us: true, ..none }),
            ("From: a@example.org\nFrom: b@example.org", Nature { ambiguous_sender: true, ..none }),
            (
                "Authentication-Results: mx; spf=pass; dmarc=fail (p=reject)",
                Nature { unauthenticated: true, ..none },
            ),
        ] {
            assert_eq!(nature(fields), expected, "{fields}");
        }
        assert_eq!(nature("Received: x\n".repeat(60).trim_end()), looped);
    }
}
