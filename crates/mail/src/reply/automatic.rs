//! When a program may answer by itself (RFC 3834, and common sense where it is silent).

use crate::message::{Defect, Incoming};

/// Why no automatic answer goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoAutoReply {
    /// Nobody to answer to, or unclear whom.
    NoSender,
    /// Written by a program.
    Automatic,
    /// A report about another message.
    Bounce,
    /// From a mailing list or in bulk.
    List,
    /// Taken for spam.
    Spam,
    /// Our own, coming back.
    Loop,
    /// The address says that nobody reads it, or is one of a system.
    NoReply,
    /// The sender's address was found forged: the answer would reach somebody who did not write.
    Forged,
    /// The message asks for none.
    Suppressed,
    /// Nothing of it could be read.
    Unreadable,
}

/// Whether an acknowledgement may go to [`Incoming::from`]. That it goes out once per thread only, and only where the
/// person's safe-contact setting allows it, is for the caller to see.
///
/// # Errors
/// The reason why not.
pub fn may_auto_reply(incoming: &Incoming) -> Result<(), NoAutoReply> {
    let nature = incoming.nature;
    let from = incoming.from.as_ref().map(|f| f.folded()).filter(|f| !f.is_empty());
    for (met, reason) in [
        (incoming.defects.contains(&Defect::Unreadable), NoAutoReply::Unreadable),
        (incoming.bounce.is_some(), NoAutoReply::Bounce),
        (nature.looped || nature.from_us, NoAutoReply::Loop),
        (nature.automatic, NoAutoReply::Automatic),
        (nature.suppresses_replies, NoAutoReply::Suppressed),
        (nature.list, NoAutoReply::List),
        (nature.spam, NoAutoReply::Spam),
        (nature.unauthenticated, NoAutoReply::Forged),
        (from.is_none() || nature.ambiguous_sender, NoAutoReply::NoSender),
        (from.as_deref().is_some_and(nobody_reads), NoAutoReply::NoReply),
    ] {
        if met {
            return Err(reason);
        }
    }
    Ok(())
}

/// Addresses of systems and such as say that answers are not read.
fn nobody_reads(folded: &str) -> bool {
    let local = folded.split('@').next().unwrap_or("");
    let local = local.split('+').next().unwrap_or("");
    let bare: String = local.chars().filter(|c| c.is_alphanumeric()).collect();
    const WORDS: &[&str] = &[
        "noreply",
        "donotreply",
        "dontreply",
        "nepasrepondre",
        "nepasrépondre",
        "nereponsepas",
        "nichtantworten",
        "keineantwort",
        "naoresponda",
        "nãoresponda",
        "mailerdaemon",
        "mailerdemon",
        "autoreply",
        "autoresponder",
    ];
    WORDS.iter().any(|w| bare.contains(w))
        || matches!(
            local,
            "postmaster"
                | "daemon"
                | "root"
                | "bounce"
                | "bounces"
                | "listserv"
                | "majordomo"
                | "abuse"
                | "nobody"
                | "www-data"
        )
        || local.starts_with("bounce-")
        || local.starts_with("bounces-")
        || local.starts_with("owner-")
        || local.ends_with("-request")
        || local.ends_with("-owner")
        || local.ends_with("-bounces")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Receiver;

    #[test]
    fn table() {
        let receiver = Receiver { addresses: vec!["info@us.example".into()], loop_mark: "mark".into() };
        for (header, expected) in [
            ("From: Anne <anne@example.org>", Ok(())),
            ("From: anne@example.org\nAuto-Submitted: no", Ok(())),
            ("Subject: x", Err(NoAutoReply::NoSender)),
            ("From: a@example.org, b@example.org", Err(NoAutoReply::NoSender)),
            ("From: anne@example.org\nAuto-Submitted: auto-generated", Err(NoAutoReply::Automatic)),
            ("From: anne@example.org\nReturn-Path: <>", Err(NoAutoReply::Automatic)),
            ("From: anne@example.org\nX-Auto-Response-Suppress: All", Err(NoAutoReply::Suppressed)),
            ("From: anne@example.org\nList-Id: <x>", Err(NoAutoReply::List)),
            ("From: anne@example.org\nPrecedence: bulk", Err(NoAutoReply::List)),
            ("From: anne@example.org\nX-Spam-Flag: YES", Err(NoAutoReply::Spam)),
            ("From: info@us.example", Err(NoAutoReply::Loop)),
            ("From: a@example.org\nX-Ariane-Loop: mark", Err(NoAutoReply::Loop)),
            ("From: no-reply@example.org", Err(NoAutoReply::NoReply)),
            ("From: ne_pas.repondre+7@example.org", Err(NoAutoReply::NoReply)),
            ("From: MAILER-DAEMON@example.org", Err(NoAutoReply::NoReply)),
            ("From: friends-request@example.org", Err(NoAutoReply::NoReply)),
            ("From: noreplynoreen@example.org", Err(NoAutoReply::NoReply)),
            ("From: a@example.org\nAuthentication-Results: x; dmarc=fail", Err(NoAutoReply::Forged)),
            ("From: MAILER-DAEMON@example.org\nX-Failed-Recipients: a@example.org", Err(NoAutoReply::Bounce)),
        ] {
            let incoming =
                crate::parse(format!("{header}\n\nx\n").as_bytes(), &receiver, &crate::Limits::default());
            assert_eq!(may_auto_reply(&incoming), expected, "{header}");
        }
    }
}
