//! What only a human can do about a request, by a date.

use crate::protection::notice::NoticeEnding;
use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};

stable_words! {
    /// What has to be done.
    pub enum TaskKind in "task" {
        /// Somebody died: look at what was under way and speak with the relatives (duty D6).
        AfterDeath = "after-death",
        /// Somebody else's story: give the person the notice of article 14, or write down the exemption (duty D24).
        Notice = "notice",
        /// A child or adolescent writes alone: somebody answers in person, soon (duty D23).
        MinorAlone = "minor-alone",
        /// A person came of age: the parent's link has ended, the person is asked afresh (duty D23).
        Majority = "majority",
    }
}

/// How a task ends where no choice is offered.
const DONE: &[&str] = &["done"];
/// How the notice of article 14 ends.
const NOTICE: &[&str] = &[
    NoticeEnding::Given.word(),
    NoticeEnding::Knows.word(),
    NoticeEnding::Effort.word(),
    NoticeEnding::Law.word(),
    NoticeEnding::Secrecy.word(),
];

impl TaskKind {
    /// Beginning of the translation keys of [`TaskKind::endings`] and of [`CLOSED_BY_DEATH`].
    pub const ENDINGS: &'static str = "task-ending";

    /// Words of how it may end, in the order in which pages offer them.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Notice => NOTICE,
            Self::AfterDeath | Self::MinorAlone | Self::Majority => DONE,
        }
    }

    /// The ending that a form names; none where this task does not end so.
    pub fn ending(self, word: &str) -> Option<&'static str> {
        self.endings().iter().copied().find(|ending| *ending == word)
    }

    /// By when it is done, where no setting says so: within a day, for each of them cannot wait for the next week.
    pub fn due(self, now: DateTime<Utc>) -> DateTime<Utc> {
        now + TimeDelta::days(1)
    }
}

/// How open tasks end when a death is recorded: one human task takes their place (duty D6).
pub const CLOSED_BY_DEATH: &str = "death";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_ends_only_as_it_may() {
        assert_eq!(TaskKind::Notice.ending("secrecy"), Some("secrecy"));
        assert_eq!(TaskKind::Notice.ending("done"), None, "the notice is given, or its exemption is named");
        assert_eq!(TaskKind::AfterDeath.ending("done"), Some("done"));
        assert_eq!(TaskKind::AfterDeath.ending(CLOSED_BY_DEATH), None, "only a death ends tasks so");
    }
}
