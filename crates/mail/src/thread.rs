//! Which enquiry a message belongs to, and which it may never join by itself.
//!
//! | The message … | … and | Decision |
//! |---|---|---|
//! | answers a known message (the first known id of `In-Reply-To`, then `References` newest first) | its sender takes part in that thread | join |
//! | answers a known message | its sender is a stranger, unclear, or found forged by our mail server | new, may belong there |
//! | carries the token of an enquiry (address, then subject, then text) | no known message of another enquiry is answered | join |
//! | carries a token | it answers a message of another enquiry | new, may belong to both |
//! | carries tokens of several enquiries in the same place | | new, may belong to them |
//! | reports that a message of ours did not arrive | the address it names takes part in that thread | delivery failure there |
//! | reports it of a message we did not write, or of an address unknown there | | new, may belong there |
//! | has neither a known id nor a token | | new |
//!
//! Subject and sender alone never join anything: two people share a mailbox, one person has two concerns. A stranger
//! who learnt a message id, from a forwarded mail for example, gains nothing by citing it.

use std::collections::HashMap;
use std::hash::BuildHasher;

use crate::fold::folded_address;
use crate::message::Incoming;

/// Shortest token, in characters of base 32: 80 bits, not to be guessed.
pub const TOKEN_SHORTEST: usize = 16;
/// Longest token.
pub const TOKEN_LONGEST: usize = 64;
/// How many tokens of a place are looked at.
const TOKENS: usize = 8;

/// What a message brings along for finding its thread. The caller looks up every id and token in the store.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Message ids it answers, the nearest first.
    pub references: Vec<String>,
    /// Tokens in the addresses it was sent to.
    pub address_tokens: Vec<String>,
    /// Tokens in its subject.
    pub subject_tokens: Vec<String>,
    /// Tokens in its text, the quoted part included.
    pub text_tokens: Vec<String>,
    /// The message that did not arrive, when this is a report of that.
    pub undelivered: Option<String>,
}

impl Evidence {
    /// All message ids to look up.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.undelivered.iter().chain(&self.references).map(String::as_str)
    }

    /// All tokens to look up, in upper case. The store keeps their hash only.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        self.address_tokens.iter().chain(&self.subject_tokens).chain(&self.text_tokens).map(String::as_str)
    }
}

impl std::fmt::Debug for Evidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Evidence")
            .field("references", &self.references.len())
            .field("tokens", &self.tokens().count())
            .field("undelivered", &self.undelivered.is_some())
            .finish()
    }
}

/// A message the store knows.
#[derive(Clone, PartialEq, Eq)]
pub struct KnownMessage<Id> {
    /// The enquiry it belongs to (after merges).
    pub enquiry: Id,
    /// Everybody who takes part in that thread: whom we wrote to, and who wrote and was joined. Our own addresses are
    /// not among them.
    pub participants: Vec<String>,
    /// Whether the helpline wrote it.
    pub ours: bool,
}

/// What the caller found of the evidence.
#[derive(Clone)]
pub struct Known<Id> {
    /// By message id.
    pub messages: HashMap<String, KnownMessage<Id>>,
    /// By token in upper case.
    pub tokens: HashMap<String, Id>,
}

impl<Id> Default for Known<Id> {
    fn default() -> Self {
        Self { messages: HashMap::new(), tokens: HashMap::new() }
    }
}

/// Why a message joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Proof {
    /// It answers a message of the thread and its sender takes part in it.
    Answer,
    /// It carries the token of the thread.
    Token,
}

/// What becomes of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision<Id> {
    /// It joins an enquiry.
    Join {
        /// Which.
        enquiry: Id,
        /// Why.
        proof: Proof,
    },
    /// It becomes an enquiry of its own. Staff is shown which ones it may belong to; nothing is disclosed by that to
    /// the sender.
    New {
        /// Enquiries it refers to without proof.
        may_belong_to: Vec<Id>,
    },
    /// A message of ours did not arrive.
    Undelivered {
        /// The enquiry of that message.
        enquiry: Id,
        /// Its id.
        message_id: String,
    },
}

/// What a message brings along for finding its thread.
pub fn evidence(incoming: &Incoming) -> Evidence {
    let mut references: Vec<String> = Vec::new();
    for id in incoming.in_reply_to.iter().chain(incoming.references.iter().rev()) {
        if !references.contains(id) {
            references.push(id.clone());
        }
    }
    let mut address_tokens = Vec::new();
    for mailbox in &incoming.to {
        let local = mailbox.address.rsplit_once('@').map_or("", |(local, _)| local);
        if let Some((_, detail)) = local.split_once('+') {
            push(&mut address_tokens, token(detail));
        }
    }
    Evidence {
        references,
        address_tokens,
        subject_tokens: tokens_in(&incoming.subject),
        text_tokens: tokens_in(&incoming.text),
        undelivered: incoming.bounce.as_ref().and_then(|b| b.original.clone()),
    }
}

/// The mark our replies carry in their text, found again in answers that have lost their headers.
pub fn mark(token: &str) -> String {
    format!("[ARIANE-{}]", token.to_ascii_uppercase())
}

/// Whether a token has the form of ours: letters and digits of base 32, long enough not to be guessed.
pub fn is_token(token: &str) -> bool {
    (TOKEN_SHORTEST..=TOKEN_LONGEST).contains(&token.len())
        && token.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'2'..=b'7'))
}

fn token(text: &str) -> Option<String> {
    is_token(text).then(|| text.to_ascii_uppercase())
}

fn push(tokens: &mut Vec<String>, token: Option<String>) {
    if let Some(token) = token.filter(|t| tokens.len() < TOKENS && !tokens.contains(t)) {
        tokens.push(token);
    }
}

/// `[ARIANE-…]` anywhere in a text, whatever the case, even broken over two lines.
fn tokens_in(text: &str) -> Vec<String> {
    const OPEN: &[u8] = b"[ariane-";
    let mut tokens = Vec::new();
    for (at, _) in text.match_indices('[') {
        let rest = &text.as_bytes()[at..];
        if !rest.get(..OPEN.len()).is_some_and(|open| open.eq_ignore_ascii_case(OPEN)) {
            continue;
        }
        let inside: String = text[at + OPEN.len()..]
            .chars()
            .take(TOKEN_LONGEST + 10)
            .take_while(|c| *c != ']')
            .filter(|c| !c.is_whitespace() && *c != '>')
            .collect();
        push(&mut tokens, token(&inside));
        if tokens.len() >= TOKENS {
            break;
        }
    }
    tokens
}

/// Decides what becomes of a message, by the table at the top of this module.
///
/// The order is: report of delivery, answer by a participant, token. What contradicts itself never joins.
pub fn decide<Id: Clone + PartialEq>(
    incoming: &Incoming,
    evidence: &Evidence,
    known: &Known<Id>,
) -> Decision<Id> {
    if let Some(bounce) = &incoming.bounce {
        return undelivered(&bounce.recipients, evidence, known);
    }
    let answered = evidence.references.iter().find_map(|id| known.messages.get(id));
    if let Some(message) = answered {
        let certain = !incoming.nature.ambiguous_sender && !incoming.nature.unauthenticated;
        let sender = incoming.from.as_ref().map(|f| f.folded()).filter(|f| !f.is_empty());
        if certain && sender.is_some_and(|sender| takes_part(&sender, &message.participants)) {
            return Decision::Join { enquiry: message.enquiry.clone(), proof: Proof::Answer };
        }
    }
    let mut mentioned: Vec<Id> = answered.map(|m| m.enquiry.clone()).into_iter().collect();
    // The strongest place that holds a known token decides: an address is written by a program, a text by anybody.
    for place in [&evidence.address_tokens, &evidence.subject_tokens, &evidence.text_tokens] {
        let mut enquiries: Vec<Id> = Vec::new();
        for enquiry in place.iter().filter_map(|t| look_up(&known.tokens, t)) {
            if !enquiries.contains(enquiry) {
                enquiries.push(enquiry.clone());
            }
        }
        match enquiries.as_slice() {
            [] => continue,
            [one] if mentioned.iter().all(|m| m == one) => {
                return Decision::Join { enquiry: one.clone(), proof: Proof::Token };
            }
            several => mentioned.extend(several.iter().cloned()),
        }
        break;
    }
    let mut may_belong_to: Vec<Id> = Vec::new();
    for enquiry in mentioned {
        if !may_belong_to.contains(&enquiry) {
            may_belong_to.push(enquiry);
        }
    }
    Decision::New { may_belong_to }
}

fn undelivered<Id: Clone + PartialEq>(
    recipients: &[String],
    evidence: &Evidence,
    known: &Known<Id>,
) -> Decision<Id> {
    let Some((id, message)) = evidence.ids().find_map(|id| known.messages.get(id).map(|m| (id, m))) else {
        return Decision::New { may_belong_to: Vec::new() };
    };
    let reached = recipients.is_empty() || recipients.iter().any(|r| takes_part(r, &message.participants));
    if message.ours && reached && evidence.undelivered.as_deref() == Some(id) {
        return Decision::Undelivered { enquiry: message.enquiry.clone(), message_id: id.to_owned() };
    }
    Decision::New { may_belong_to: vec![message.enquiry.clone()] }
}

fn takes_part(folded: &str, participants: &[String]) -> bool {
    participants.iter().filter_map(|p| folded_address(p)).any(|p| p == folded)
}

fn look_up<'x, Id, S: BuildHasher>(tokens: &'x HashMap<String, Id, S>, token: &str) -> Option<&'x Id> {
    tokens.get(token)
}
