//! The numbers of the cell that an installation sets; each has a default that says where we begin.

use super::follow_up::FollowUpRule;
use super::silence::SilenceRule;
use serde::{Deserialize, Serialize};

/// What an installation sets for its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellSettings {
    /// What makes a file one in active follow-up.
    pub follow_up: FollowUpRule,
    /// After how many days silence is told.
    pub silence: SilenceRule,
    /// Days before the end of a right from which its renewal is raised (duty D47).
    pub renewal_days: u16,
    /// Days after which a step that nobody answered asks for a call to the person.
    pub answer_days: u16,
}

impl Default for CellSettings {
    fn default() -> Self {
        Self {
            follow_up: FollowUpRule::default(),
            silence: SilenceRule::default(),
            renewal_days: 90,
            answer_days: 14,
        }
    }
}

/// Why a number is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{name} is a number of days from 1 to 366")]
pub struct NotDays {
    /// Name of the setting.
    pub name: &'static str,
}

impl CellSettings {
    /// Checks that each number of days is one that a person can mean.
    ///
    /// # Errors
    /// [`NotDays`], with the first that is not.
    pub fn check(self) -> Result<Self, NotDays> {
        let all = [
            ("contact_days", self.follow_up.contact_days),
            ("overdue_days", self.follow_up.overdue_days),
            ("silence_psychosocial_days", self.silence.psychosocial_days),
            ("silence_medical_days", self.silence.medical_days),
            ("renewal_days", self.renewal_days),
            ("answer_days", self.answer_days),
        ];
        match all.into_iter().find(|(_, days)| !(1..=366).contains(days)) {
            Some((name, _)) => Err(NotDays { name }),
            None => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_nobody_means_is_named() {
        assert!(CellSettings::default().check().is_ok());
        let none = CellSettings { renewal_days: 0, ..CellSettings::default() };
        assert_eq!(none.check(), Err(NotDays { name: "renewal_days" }));
        let silent = SilenceRule { medical_days: 400, ..SilenceRule::default() };
        let far = CellSettings { silence: silent, ..CellSettings::default() };
        assert_eq!(far.check(), Err(NotDays { name: "silence_medical_days" }));
    }
}
