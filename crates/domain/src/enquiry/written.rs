//! What a person writes in the form of the web site: which fields it needs, and what they may hold.

use super::queue::Urgency;
use super::words::{AgeBand, DisorderStatus, ReferralSource, RequesterKind};
use crate::danger::Danger;
use crate::need::NeedCode;
use crate::person::{Channel, NeverTell, SafeContact};
use crate::place::Country;
use chrono::{DateTime, TimeDelta, Utc};

/// Most characters of a message.
pub const MESSAGE_LIMIT: usize = 20_000;
/// Most characters of a line.
pub const LINE_LIMIT: usize = 200;

/// How old a form is that comes back, from the time it was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormAge {
    /// As a person fills in forms.
    Right,
    /// Quicker than anybody reads: to be sent once more.
    TooQuick,
    /// From another day: to be sent once more, with all that was typed.
    TooOld,
}

impl FormAge {
    /// Judges a form that was shown at a time and came back now.
    pub fn of(shown: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        let age = now - shown;
        if age < TimeDelta::seconds(3) {
            Self::TooQuick
        } else if age > TimeDelta::hours(24) {
            Self::TooOld
        } else {
            Self::Right
        }
    }
}

/// For how long a form that is sent once more shows the secrets of its receipt again: a double click, a reload, a
/// lost connection.
pub const RECEIPT_AGAIN: TimeDelta = TimeDelta::minutes(30);

/// Whether a receipt may show its secrets again.
pub fn shows_receipt_again(received: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - received < RECEIPT_AGAIN
}

/// What was written, as typed. Texts are one line each but for the message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// What the person asks or tells.
    pub message: String,
    /// How they wish to be reached.
    pub contact: SafeContact,
    /// Whether a way was chosen at all.
    pub has_channel: bool,
    /// Name.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// Telephone number.
    pub phone: String,
    /// Postal address.
    pub address: String,
    /// Who asks.
    pub who: Option<RequesterKind>,
    /// Whether the person concerned knows of it, where somebody else asks (duty D24).
    pub person_knows: Option<bool>,
    /// Age of the person concerned.
    pub age: Option<AgeBand>,
    /// Country of residence.
    pub residence: Option<Country>,
    /// What is known of the disorder.
    pub disorder_status: Option<DisorderStatus>,
    /// The disorder, as typed.
    pub disorder: String,
    /// What is asked for.
    pub needs: Vec<NeedCode>,
    /// How the person heard of the infoline.
    pub referral: Option<ReferralSource>,
    /// Agreed to a hand-over to the cell.
    pub agrees_handover: bool,
    /// Agreed to be asked afterwards.
    pub agrees_satisfaction: bool,
}

/// What is in the way, by the name of its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WrittenFault {
    /// Nothing was written.
    NoMessage,
    /// The message is longer than [`MESSAGE_LIMIT`].
    MessageTooLong,
    /// It is not said how to answer.
    NoChannel,
    /// An answer by mail needs an address.
    NoMail,
    /// What was typed is no mail address.
    OddMail,
    /// A call needs a number.
    NoPhone,
    /// What was typed is no telephone number.
    OddPhone,
    /// A letter needs an address.
    NoAddress,
}

impl WrittenFault {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::NoMessage,
        Self::MessageTooLong,
        Self::NoChannel,
        Self::NoMail,
        Self::OddMail,
        Self::NoPhone,
        Self::OddPhone,
        Self::NoAddress,
    ];

    /// Stable word for translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoMessage => "no-message",
            Self::MessageTooLong => "message-too-long",
            Self::NoChannel => "no-channel",
            Self::NoMail => "no-mail",
            Self::OddMail => "odd-mail",
            Self::NoPhone => "no-phone",
            Self::OddPhone => "odd-phone",
            Self::NoAddress => "no-address",
        }
    }

    /// The field that is to be mended.
    pub const fn field(self) -> &'static str {
        match self {
            Self::NoMessage | Self::MessageTooLong => "message",
            Self::NoChannel => "channel",
            Self::NoMail | Self::OddMail => "mail",
            Self::NoPhone | Self::OddPhone => "phone",
            Self::NoAddress => "address",
        }
    }
}

/// A text without line breaks and other control characters, at most `limit` characters long: what could become a header
/// of a mail stays one line.
pub fn one_line(text: &str, limit: usize) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(limit).collect()
}

/// Whether a text has the form of a mail address: one `@`, a host with a dot, nothing that could open another header.
pub fn is_mail(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let is_clean = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"@".contains(c);
    !local.is_empty()
        && local.len() <= 64
        && text.len() <= 254
        && local.chars().all(is_clean)
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
        && host.contains('.')
        && host.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

/// Whether a text has the form of a telephone number: six to fifteen digits (ITU-T E.164) as people write them.
pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (6..=15).contains(&digits)
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '.' | '/' | '(' | ')'))
}

impl Written {
    /// What is in the way, in the order of the fields; empty when it may be sent.
    pub fn faults(&self) -> Vec<WrittenFault> {
        use WrittenFault as F;
        let mut faults = Vec::new();
        if self.message.trim().is_empty() {
            faults.push(F::NoMessage);
        } else if self.message.chars().count() > MESSAGE_LIMIT {
            faults.push(F::MessageTooLong);
        }
        if !self.has_channel {
            faults.push(F::NoChannel);
        }
        let needs = |channel| self.has_channel && self.contact.channel == channel;
        if !self.mail.is_empty() && !is_mail(&self.mail) {
            faults.push(F::OddMail);
        } else if self.mail.is_empty() && needs(Channel::Mail) {
            faults.push(F::NoMail);
        }
        if !self.phone.is_empty() && !is_phone(&self.phone) {
            faults.push(F::OddPhone);
        } else if self.phone.is_empty() && needs(Channel::Phone) {
            faults.push(F::NoPhone);
        }
        if self.address.is_empty() && needs(Channel::Letter) {
            faults.push(F::NoAddress);
        }
        faults
    }

    /// Whether a child or an adolescent writes alone: they get a human, and the lines for the young (duty D23).
    pub fn is_minor_alone(&self) -> bool {
        self.who.is_some_and(|who| who.is_minor_alone(self.age.unwrap_or(AgeBand::Unknown)))
    }

    /// How pressing it is: danger in the words first; a child or adolescent alone is not left waiting (duties D1, D23).
    pub fn urgency(&self, dangers: &[Danger]) -> Urgency {
        let own = if self.is_minor_alone() { Urgency::Pressing } else { Urgency::None };
        Urgency::of(dangers).or(own)
    }

    /// Whether somebody else's story is told, who has to be informed or about whom it is asked whether they know
    /// (article 14; duty D24).
    pub fn is_anothers_story(&self) -> bool {
        self.who.is_some_and(RequesterKind::speaks_for_another)
    }

    /// The first line of the message, short: what tells the request apart in the queue.
    pub fn summary(&self) -> String {
        let line = self.message.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        one_line(line, 120)
    }

    /// Who must never be told, in a fixed order and each once.
    pub fn never_tell(words: &[String]) -> Vec<NeverTell> {
        NeverTell::ALL.into_iter().filter(|who| words.iter().any(|word| word == who.word())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::WrittenFault as F;
    use super::*;

    fn written(channel: Channel) -> Written {
        Written {
            message: "Bonjour\nje cherche".into(),
            contact: SafeContact { channel, ..SafeContact::default() },
            has_channel: true,
            ..Written::default()
        }
    }

    #[test]
    fn few_fields_are_needed_and_each_way_needs_its_own() {
        assert_eq!(Written::default().faults(), [F::NoMessage, F::NoChannel]);
        assert_eq!(written(Channel::Mail).faults(), [F::NoMail]);
        assert_eq!(written(Channel::Phone).faults(), [F::NoPhone]);
        assert_eq!(written(Channel::Letter).faults(), [F::NoAddress]);
        assert_eq!(written(Channel::LinkOnly).faults(), []);
        let long = Written { message: "é".repeat(MESSAGE_LIMIT + 1), ..written(Channel::LinkOnly) };
        assert_eq!(long.faults(), [F::MessageTooLong]);
    }

    #[test]
    fn what_is_typed_without_being_needed_is_looked_at_too() {
        let odd = Written { mail: "a@b".into(), phone: "12".into(), ..written(Channel::LinkOnly) };
        assert_eq!(odd.faults(), [F::OddMail, F::OddPhone]);
    }

    #[test]
    fn no_address_or_name_can_open_another_header() {
        assert_eq!(one_line("Anne\r\nBcc: x@evil.example\u{2028}y\0", 200), "Anne Bcc: x@evil.example y");
        for good in ["anne.fictive@example.org", "a+b@sub.example.lu", "é@exämple.org"] {
            assert!(is_mail(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@b.lu",
            "a@",
            "a@b",
            "a b@c.lu",
            "a@b.lu\r\nBcc: x@y.lu",
            "a@b.lu, c@d.lu",
            "<a@b.lu>",
            "a@b..lu",
            "a@-b.lu",
            "a@b@c.lu",
        ] {
            assert!(!is_mail(bad), "{bad:?}");
        }
        assert!(
            is_phone("+352 (0) 20 21-20.22/1")
                && !is_phone("20 21")
                && !is_phone("call 202120")
                && !is_phone("+352202120221234567")
        );
    }

    #[test]
    fn a_child_alone_and_anothers_story_are_known() {
        let alone = Written {
            who: Some(RequesterKind::PersonConcerned),
            age: Some(AgeBand::From12To18),
            ..Written::default()
        };
        assert!(alone.is_minor_alone() && !alone.is_anothers_story());
        let parent = Written { who: Some(RequesterKind::Relative), ..alone.clone() };
        assert!(!parent.is_minor_alone() && parent.is_anothers_story());
        assert_eq!(alone.urgency(&[]), Urgency::Pressing);
        assert_eq!(alone.urgency(&[Danger::Acute]), Urgency::Danger(Danger::Acute));
        assert_eq!(parent.urgency(&[]), Urgency::None);
        assert!(!Written::default().is_minor_alone() && !Written::default().is_anothers_story());
    }

    #[test]
    fn a_form_is_neither_sent_at_once_nor_the_day_after() {
        let shown: DateTime<Utc> = "2026-11-22T10:00:00Z".parse().unwrap();
        assert_eq!(FormAge::of(shown, shown + TimeDelta::seconds(2)), FormAge::TooQuick);
        assert_eq!(FormAge::of(shown, shown + TimeDelta::seconds(3)), FormAge::Right);
        assert_eq!(FormAge::of(shown, shown + TimeDelta::hours(24)), FormAge::Right);
        assert_eq!(FormAge::of(shown, shown + TimeDelta::hours(25)), FormAge::TooOld);
        assert_eq!(FormAge::of(shown, shown - TimeDelta::hours(1)), FormAge::TooQuick, "from the future");
        assert!(shows_receipt_again(shown, shown + TimeDelta::minutes(29)));
        assert!(!shows_receipt_again(shown, shown + TimeDelta::minutes(30)));
    }

    #[test]
    fn the_summary_is_the_first_line_that_says_something() {
        let text = Written { message: "\n  \n Ma fille\ta 3 ans \nsuite".into(), ..Written::default() };
        assert_eq!(text.summary(), "Ma fille a 3 ans");
    }
}
