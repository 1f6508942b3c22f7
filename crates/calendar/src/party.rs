//! Who invites and who is invited.

use serde::{Deserialize, Serialize};

/// An address to which an invitation goes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Mailbox {
    /// Name as shown; may be empty.
    pub name: String,
    address: String,
}

impl Mailbox {
    /// Reads an address. None when it could be no mail address, or could break a line or a URI.
    pub fn new(name: &str, address: &str) -> Option<Self> {
        let address = address.trim();
        let (local, domain) = address.rsplit_once('@')?;
        let fits = |part: &str| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| !c.is_control() && !c.is_whitespace() && !"@\"<>(),;:\\?%".contains(c))
        };
        (fits(local) && fits(domain) && address.len() <= 254)
            .then(|| Self { name: name.trim().to_owned(), address: address.to_owned() })
    }

    /// Its address.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// What a participant answered (`PARTSTAT`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartStat {
    /// Nothing yet.
    NeedsAction,
    /// Comes.
    Accepted,
    /// Does not come.
    Declined,
    /// May come.
    Tentative,
}

impl PartStat {
    /// As iCalendar writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NeedsAction => "NEEDS-ACTION",
            Self::Accepted => "ACCEPTED",
            Self::Declined => "DECLINED",
            Self::Tentative => "TENTATIVE",
        }
    }

    /// Reads it, in any case.
    pub fn from_word(word: &str) -> Option<Self> {
        let all = [Self::NeedsAction, Self::Accepted, Self::Declined, Self::Tentative];
        all.into_iter().find(|one| one.word().eq_ignore_ascii_case(word))
    }
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// Where the invitation goes.
    pub mailbox: Mailbox,
    /// What they answered, as far as is known.
    pub answer: PartStat,
    /// Whether they are asked to answer.
    pub asks_answer: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_could_break_a_line_is_none() {
        for wrong in ["", "a", "@b", "a@", "a b@c", "a@b\r\nX:1", "a@b,c@d", "a:b@c", "<a@b>", "a@b?x=1"] {
            assert_eq!(Mailbox::new("", wrong), None, "{wrong}");
        }
        assert_eq!(Mailbox::new(" N ", " a.b+c@example.org ").unwrap().address(), "a.b+c@example.org");
    }
}
