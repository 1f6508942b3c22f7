//! The functions of the people who work with Ariane (the table of people in `product.md`).

use super::UnknownWord;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What somebody is in the organisation; one person may have several.
///
/// The operator is not among them: who runs the program acts at the command line and has no account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Answers at the infoline.
    Listener,
    /// Psycho-social coordinator of the cell (CNPS).
    PsychosocialCoordinator,
    /// Medical coordinator of the cell (CNM).
    MedicalCoordinator,
    /// ERN coordinator at the hub (CERN).
    HubCoordinator,
    /// Worker of the association's psycho-social service (duty D29).
    PsychosocialWorker,
    /// Takes part in an RCP, also from outside: reads the files on its list, for a time (F45).
    RcpParticipant,
    /// Keeps centres, networks, associations and services true.
    DirectoryEditor,
    /// Steering group, ministry: figures.
    SteeringMember,
    /// Reads figures and unmet needs, comments (duty D40).
    PatientsRepresentative,
    /// Data protection officer (duty D26).
    DataProtectionOfficer,
    /// Invites people and gives roles; reads no content (duty D15).
    Administrator,
}

impl Role {
    /// All roles, in the order in which pages list them.
    pub const ALL: [Self; 11] = [
        Self::Listener,
        Self::PsychosocialCoordinator,
        Self::MedicalCoordinator,
        Self::HubCoordinator,
        Self::PsychosocialWorker,
        Self::RcpParticipant,
        Self::DirectoryEditor,
        Self::SteeringMember,
        Self::PatientsRepresentative,
        Self::DataProtectionOfficer,
        Self::Administrator,
    ];

    /// Stable word for store, access log and texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Listener => "listener",
            Self::PsychosocialCoordinator => "psychosocial-coordinator",
            Self::MedicalCoordinator => "medical-coordinator",
            Self::HubCoordinator => "hub-coordinator",
            Self::PsychosocialWorker => "psychosocial-worker",
            Self::RcpParticipant => "rcp-participant",
            Self::DirectoryEditor => "directory-editor",
            Self::SteeringMember => "steering-member",
            Self::PatientsRepresentative => "patients-representative",
            Self::DataProtectionOfficer => "data-protection-officer",
            Self::Administrator => "administrator",
        }
    }

    /// Reads [`Role::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Role {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::from_word(word).ok_or(UnknownWord)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_back_from_their_words() {
        for role in Role::ALL {
            assert_eq!(role.word().parse(), Ok(role));
        }
        assert_eq!("operator".parse::<Role>(), Err(UnknownWord));
    }
}
