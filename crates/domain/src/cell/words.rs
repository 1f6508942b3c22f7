//! The words of the cell.

use crate::stable::stable_words;

stable_words! {
    /// Where a file came from, counted as such for ever (seed 000, "Présentations des dossiers").
    pub enum Origin in "origin" {
        /// Handed over by the infoline.
        Infoline = "infoline",
        /// Followed by the psycho-social service of the association.
        PsychosocialService = "psychosocial-service",
        /// From the national hub.
        Hub = "hub",
    }
}

stable_words! {
    /// Who brought the person to the cell (duty D42): not the way the file came, and therefore a field of its own.
    ///
    /// Seed 000 counts 26 of 31 files as brought by the CNPS.
    pub enum BroughtBy in "brought-by" {
        /// The psycho-social coordinator (CNPS).
        Psychosocial = "psychosocial-coordinator",
        /// The medical coordinator (CNM).
        Medical = "medical-coordinator",
        /// A coordinator of the hub (CERN).
        Hub = "hub-coordinator",
        /// A worker of the psycho-social service.
        Worker = "psychosocial-worker",
        /// A listener of the infoline.
        Listener = "listener",
        /// A doctor who treats the person.
        Doctor = "doctor",
        /// The person or a relative.
        Person = "person",
        /// Somebody else.
        Other = "other",
    }
}

stable_words! {
    /// One of the two tracks of a file.
    pub enum Track in "track" {
        /// The CNPS's.
        Psychosocial = "psychosocial",
        /// The CNM's.
        Medical = "medical",
    }
}

impl Track {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Psychosocial => Self::Medical,
            Self::Medical => Self::Psychosocial,
        }
    }
}

stable_words! {
    /// Whether a record is about a real person.
    pub enum Reality in "reality" {
        /// It is.
        Real = "real",
        /// A fictitious file for training: visibly so, and in no figure.
        Training = "training",
    }
}

impl Reality {
    /// Whether it may stand in a figure.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Real)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origins_are_those_of_the_document_in_its_order() {
        assert_eq!(Origin::ALL.map(Origin::word), ["infoline", "psychosocial-service", "hub"]);
    }

    #[test]
    fn a_track_has_another() {
        assert!(Track::ALL.iter().all(|track| track.other() != *track && track.other().other() == *track));
    }

    #[test]
    fn training_is_in_no_figure() {
        assert!(Reality::Real.counts() && !Reality::Training.counts());
    }
}
