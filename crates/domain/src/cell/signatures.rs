//! One text that two people stand behind: the joint summary of a file, the minutes of a meeting.

use super::words::Track;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Somebody's name under a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Signature {
    /// Account.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why a signature is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignFault {
    /// The text changed since they read it.
    #[error("the text changed: version {current} has not been read")]
    NotWhatWasRead {
        /// Version that stands there now.
        current: u32,
    },
    /// They signed for the other track: two people stand behind it, not one twice.
    #[error("the same person signed for the other track")]
    SamePerson,
    /// This track signed already.
    #[error("this track signed already")]
    Already,
}

/// Version and signatures of one text of both tracks. The text itself is sealed and kept apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joint {
    /// Number of the version; each change of the text counts one.
    pub version: u32,
    /// For the psycho-social track.
    pub psychosocial: Option<Signature>,
    /// For the medical track.
    pub medical: Option<Signature>,
}

impl Joint {
    /// The signature of a track.
    pub const fn of(&self, track: Track) -> Option<Signature> {
        match track {
            Track::Psychosocial => self.psychosocial,
            Track::Medical => self.medical,
        }
    }

    /// After a change of the text: nobody stands behind what they have not read, so both signatures go.
    #[must_use]
    pub const fn changed(self) -> Self {
        Self { version: self.version.saturating_add(1), psychosocial: None, medical: None }
    }

    /// With the signature of a track under the version that its signer read.
    ///
    /// # Errors
    /// [`SignFault`].
    pub fn sign(self, track: Track, read: u32, by: Uuid, at: DateTime<Utc>) -> Result<Self, SignFault> {
        if read != self.version {
            return Err(SignFault::NotWhatWasRead { current: self.version });
        }
        if self.of(track).is_some() {
            return Err(SignFault::Already);
        }
        if self.of(track.other()).is_some_and(|other| other.by == by) {
            return Err(SignFault::SamePerson);
        }
        let signature = Some(Signature { by, at });
        Ok(match track {
            Track::Psychosocial => Self { psychosocial: signature, ..self },
            Track::Medical => Self { medical: signature, ..self },
        })
    }

    /// Whether both stand behind it; since the later of both signatures.
    pub fn joint_since(&self) -> Option<DateTime<Utc>> {
        self.psychosocial.zip(self.medical).map(|(a, b)| a.at.max(b.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CNPS: Uuid = Uuid::from_u128(1);
    const CNM: Uuid = Uuid::from_u128(2);

    fn at(n: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(n, 0).unwrap()
    }

    #[test]
    fn a_change_takes_both_names_away() {
        let one = Joint::default().sign(Track::Medical, 0, CNM, at(1)).unwrap();
        assert_eq!(one.joint_since(), None);
        let both = one.sign(Track::Psychosocial, 0, CNPS, at(2)).unwrap();
        assert_eq!(both.joint_since(), Some(at(2)));
        assert_eq!(both.changed(), Joint { version: 1, ..Joint::default() });
    }

    #[test]
    fn nobody_signs_what_they_have_not_read_or_twice() {
        let changed = Joint::default().changed();
        let unread = changed.sign(Track::Medical, 0, CNM, at(1));
        assert_eq!(unread, Err(SignFault::NotWhatWasRead { current: 1 }));
        let one = changed.sign(Track::Medical, 1, CNM, at(1)).unwrap();
        assert_eq!(one.sign(Track::Medical, 1, CNPS, at(2)), Err(SignFault::Already));
        assert_eq!(one.sign(Track::Psychosocial, 1, CNM, at(2)), Err(SignFault::SamePerson));
    }

    proptest! {
        #[test]
        fn both_names_always_stand_under_one_version_of_two_people(
            acts in proptest::collection::vec((any::<bool>(), any::<bool>(), 0u32..4, 1u128..4), 0..30),
        ) {
            let mut joint = Joint::default();
            for (is_change, is_medical, read, by) in acts {
                let track = if is_medical { Track::Medical } else { Track::Psychosocial };
                let before = joint;
                if is_change {
                    joint = joint.changed();
                } else if let Ok(signed) = joint.sign(track, read, Uuid::from_u128(by), at(1)) {
                    prop_assert_eq!(read, before.version);
                    joint = signed;
                }
                let names = joint.psychosocial.zip(joint.medical);
                prop_assert!(names.is_none_or(|(a, b)| a.by != b.by));
            }
        }
    }
}
