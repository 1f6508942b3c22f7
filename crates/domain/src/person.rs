//! How a person may be reached without harm (duty D10), and how their records are told apart.

use serde::{Deserialize, Serialize};

/// A way to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// By mail.
    #[default]
    Mail,
    /// By telephone.
    Phone,
    /// By letter.
    Letter,
    /// Through the private link only: nothing is sent.
    LinkOnly,
}

impl Channel {
    /// All ways.
    pub const ALL: [Channel; 4] = [Self::Mail, Self::Phone, Self::Letter, Self::LinkOnly];

    /// Stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Letter => "letter",
            Self::LinkOnly => "link-only",
        }
    }

    /// Reads [`Channel::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.word() == word)
    }
}

/// Who must never be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NeverTell {
    /// The family doctor.
    Doctor,
    /// A parent.
    Parent,
    /// The partner or other relatives.
    Relatives,
    /// The employer.
    Employer,
    /// The insurer.
    Insurer,
    /// The school.
    School,
}

impl NeverTell {
    /// All of them.
    pub const ALL: [NeverTell; 6] =
        [Self::Doctor, Self::Parent, Self::Relatives, Self::Employer, Self::Insurer, Self::School];

    /// Stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Doctor => "doctor",
            Self::Parent => "parent",
            Self::Relatives => "relatives",
            Self::Employer => "employer",
            Self::Insurer => "insurer",
            Self::School => "school",
        }
    }

    /// Reads [`NeverTell::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.word() == word)
    }
}

/// How a person wishes to be reached. Every outgoing message obeys (duty D10).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeContact {
    /// The way.
    pub channel: Channel,
    /// When, in their words; empty for any time.
    #[serde(default)]
    pub hours: String,
    /// Whether sender and subject must say nothing of what this is about.
    #[serde(default)]
    pub is_neutral: bool,
    /// Who must never be told.
    #[serde(default)]
    pub never_tell: Vec<NeverTell>,
}

/// Whether and how something may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// It may go out by mail; `is_neutral`: with neutral sender and subject.
    Mail {
        /// With neutral sender and subject.
        is_neutral: bool,
    },
    /// It must not go out by mail: somebody calls, writes a letter, or waits.
    ByHuman(Channel),
    /// Nothing automatic goes out: the person died (duty D6).
    Stopped,
}

impl SafeContact {
    /// Whether these wishes are at least as quiet as those before: nothing is sent that was not sent, nobody may be told
    /// who might not. Such a change needs no stronger proof; any other does (duties D3, D10).
    pub fn is_quieter_than(&self, before: &Self) -> bool {
        (self.channel == before.channel || self.channel == Channel::LinkOnly)
            && (self.is_neutral || !before.is_neutral)
            && before.never_tell.iter().all(|who| self.never_tell.contains(who))
    }

    /// Whether a mail may go out to this person. `is_automatic` is false for an answer that a human wrote and sends; a
    /// human may answer a mail by mail although another way is preferred, an automatic message may not.
    pub fn sending(&self, is_automatic: bool, has_died: bool) -> Sending {
        if has_died && is_automatic {
            return Sending::Stopped;
        }
        match self.channel {
            Channel::Mail => Sending::Mail { is_neutral: self.is_neutral },
            Channel::Phone | Channel::Letter if !is_automatic => {
                Sending::Mail { is_neutral: self.is_neutral }
            }
            other => Sending::ByHuman(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(channel: Channel) -> SafeContact {
        SafeContact { channel, is_neutral: true, ..SafeContact::default() }
    }

    #[test]
    fn only_a_quieter_wish_needs_no_stronger_proof() {
        let before = SafeContact { never_tell: vec![NeverTell::Parent], ..contact(Channel::Phone) };
        let quieter = SafeContact { channel: Channel::LinkOnly, ..before.clone() };
        assert!(before.is_quieter_than(&before) && quieter.is_quieter_than(&before));
        assert!(!before.is_quieter_than(&quieter));
        assert!(!SafeContact { channel: Channel::Mail, ..before.clone() }.is_quieter_than(&before));
        assert!(!SafeContact { is_neutral: false, ..before.clone() }.is_quieter_than(&before));
        assert!(!SafeContact { never_tell: Vec::new(), ..before.clone() }.is_quieter_than(&before));
    }

    #[test]
    fn nothing_automatic_reaches_who_chose_another_way() {
        for channel in [Channel::Phone, Channel::Letter, Channel::LinkOnly] {
            assert_eq!(contact(channel).sending(true, false), Sending::ByHuman(channel));
        }
        assert_eq!(contact(Channel::Mail).sending(true, false), Sending::Mail { is_neutral: true });
        assert_eq!(contact(Channel::LinkOnly).sending(false, false), Sending::ByHuman(Channel::LinkOnly));
    }

    #[test]
    fn after_a_death_every_automatic_message_stops() {
        for channel in Channel::ALL {
            assert_eq!(contact(channel).sending(true, true), Sending::Stopped);
        }
    }
}
