//! Functions of staff.

use serde::{Deserialize, Serialize};

/// A function (product.md: "The people, and the job each hires Ariane for").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// Psycho-social worker of the association.
    PsychosocialWorker,
    /// Keeps the directory.
    DirectoryEditor,
    /// Reads figures.
    SteeringMember,
    /// Reads figures and unmet needs, comments.
    PatientsRepresentative,
    /// Watches over the protection of data.
    DataProtectionOfficer,
    /// Runs accounts and settings; reads no content.
    Administrator,
}

impl Role {
    /// All functions.
    pub const ALL: [Role; 10] = [
        Self::Listener,
        Self::PsychosocialCoordinator,
        Self::MedicalCoordinator,
        Self::HubCoordinator,
        Self::PsychosocialWorker,
        Self::DirectoryEditor,
        Self::SteeringMember,
        Self::PatientsRepresentative,
        Self::DataProtectionOfficer,
        Self::Administrator,
    ];

    /// Stable word for the database and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Listener => "listener",
            Self::PsychosocialCoordinator => "psychosocial-coordinator",
            Self::MedicalCoordinator => "medical-coordinator",
            Self::HubCoordinator => "hub-coordinator",
            Self::PsychosocialWorker => "psychosocial-worker",
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
