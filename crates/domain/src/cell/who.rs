//! Who acts, as the rules of the cell see them: by function, or by their tie to what is changed.

use super::words::{Origin, Track};
use crate::account::Role;
use crate::stable::stable_words;

stable_words! {
    /// Somebody who may make a change.
    pub enum Who in "cell-who" {
        /// Listener of the infoline.
        Listener = "listener",
        /// Psycho-social coordinator (CNPS), or who stands in.
        Psychosocial = "psychosocial-coordinator",
        /// Medical coordinator (CNM), or who stands in.
        Medical = "medical-coordinator",
        /// ERN coordinator at the hub (CERN).
        Hub = "hub-coordinator",
        /// Worker of the psycho-social service (duty D29).
        Worker = "psychosocial-worker",
        /// Keeper of directory and guidelines.
        Editor = "directory-editor",
        /// Who invites people and closes accounts.
        Administrator = "administrator",
        /// The person concerned, or a representative with scope and proof (duty D23).
        Person = "person",
        /// Owner of the step.
        Owner = "owner",
        /// Coordinator named for this RCP session.
        SessionCoordinator = "session-coordinator",
        /// Author of the guideline.
        Author = "author",
        /// Who was sent a referral, by its link and code.
        Recipient = "recipient",
        /// Expert invited to a local advice, by their link and code.
        Expert = "expert",
        /// The expert who leads it.
        Lead = "lead",
        /// A rule that runs by itself.
        System = "system",
    }
}

impl Who {
    /// The function as these rules call it; none for functions that have no part in the cell.
    pub const fn of_role(role: Role) -> Option<Self> {
        match role {
            Role::Listener => Some(Self::Listener),
            Role::PsychosocialCoordinator => Some(Self::Psychosocial),
            Role::MedicalCoordinator => Some(Self::Medical),
            Role::HubCoordinator => Some(Self::Hub),
            Role::PsychosocialWorker => Some(Self::Worker),
            Role::DirectoryEditor => Some(Self::Editor),
            Role::Administrator => Some(Self::Administrator),
            Role::RcpParticipant
            | Role::SteeringMember
            | Role::PatientsRepresentative
            | Role::DataProtectionOfficer => None,
        }
    }

    /// The track that a function holds.
    pub const fn track(self) -> Option<Track> {
        match self {
            Self::Psychosocial => Some(Track::Psychosocial),
            Self::Medical => Some(Track::Medical),
            _ => None,
        }
    }

    /// The coordinator of a track.
    pub const fn of_track(track: Track) -> Self {
        match track {
            Track::Psychosocial => Self::Psychosocial,
            Track::Medical => Self::Medical,
        }
    }
}

/// The two coordinators: the pair that seed 000 calls the "binôme".
pub const PAIR: &[Who] = &[Who::Psychosocial, Who::Medical];

/// Everything that somebody is with regard to one record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acting(Vec<Who>);

impl Acting {
    /// Somebody with these functions.
    pub fn of_roles(roles: &[Role]) -> Self {
        Self(roles.iter().filter_map(|role| Who::of_role(*role)).collect())
    }

    /// Somebody who is one thing only.
    pub fn of(who: Who) -> Self {
        Self(vec![who])
    }

    /// With a tie to the record besides: its owner, the named coordinator of a session.
    #[must_use]
    pub fn and(mut self, who: Who) -> Self {
        self.0.push(who);
        self
    }

    /// Whether they are one of these.
    pub fn is_any_of(&self, allowed: &[Who]) -> bool {
        self.0.iter().any(|who| allowed.contains(who))
    }

    /// Whether they may send people of an origin to the cell: the service its own, the hub its own, the pair of both. From
    /// the infoline people come by hand-over, so that nothing is typed twice.
    pub fn may_bring(&self, origin: Origin) -> bool {
        match origin {
            Origin::Infoline => false,
            Origin::PsychosocialService => self.is(Who::Worker) || self.is_any_of(PAIR),
            Origin::Hub => self.is(Who::Hub) || self.is_any_of(PAIR),
        }
    }

    /// Whether they are this.
    pub fn is(&self, who: Who) -> bool {
        self.0.contains(&who)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_reads_figures_protects_data_or_takes_part_in_an_rcp_changes_nothing_in_the_cell() {
        let others = [Role::SteeringMember, Role::PatientsRepresentative, Role::DataProtectionOfficer];
        for role in others.into_iter().chain([Role::RcpParticipant]) {
            assert_eq!(Acting::of_roles(&[role]), Acting::default());
        }
    }

    #[test]
    fn the_word_of_a_function_is_the_word_of_the_role() {
        for role in Role::ALL {
            assert!(Who::of_role(role).is_none_or(|who| who.word() == role.word()));
        }
    }

    #[test]
    fn a_tie_adds_to_the_functions() {
        let acting = Acting::of_roles(&[Role::PsychosocialWorker]).and(Who::Owner);
        assert!(acting.is(Who::Owner) && acting.is_any_of(&[Who::Worker]) && !acting.is_any_of(PAIR));
    }
}
