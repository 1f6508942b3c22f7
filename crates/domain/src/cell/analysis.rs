//! The analyses of a file: one per track, each with author, versions and signature (F34).

use super::roster::Roster;
use super::signatures::Signature;
use super::words::Track;
use crate::stable::stable_words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One version. Its text is sealed and kept apart; `revision` counts its changes for the check of concurrent edits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// Who began it.
    pub author: Uuid,
    /// When.
    pub begun_at: DateTime<Utc>,
    /// How often its text changed.
    pub revision: u32,
    /// Name under it; none while it is a draft.
    pub signed: Option<Signature>,
    /// Why it was written anew; empty for the first.
    pub reason: String,
}

/// The analysis of one track: all its versions, oldest first; only the last may be a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// Track.
    pub track: Track,
    /// Account that holds the track in this file.
    pub holder: Uuid,
    /// Versions, oldest first.
    pub versions: Vec<Version>,
}

/// Why an act on an analysis is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnalysisFault {
    /// The track is held by somebody else, for whom they do not stand in.
    #[error("this track is held by somebody else")]
    NotYourTrack,
    /// A signed version is not changed; it is opened anew.
    #[error("the version is signed; open it anew to change it")]
    Signed,
    /// There is a draft already.
    #[error("a draft is open already")]
    DraftOpen,
    /// The text changed since they read it.
    #[error("the text changed: revision {current} has not been read")]
    NotWhatWasRead {
        /// Revision that stands there now.
        current: u32,
    },
    /// A new version says why.
    #[error("a new version needs a reason")]
    ReasonMissing,
}

impl Analysis {
    /// Begins the analysis of a track with an empty draft.
    pub fn begin(track: Track, holder: Uuid, author: Uuid, at: DateTime<Utc>) -> Self {
        let first =
            Version { number: 1, author, begun_at: at, revision: 0, signed: None, reason: String::new() };
        Self { track, holder, versions: vec![first] }
    }

    /// The draft, when one is open.
    pub fn draft(&self) -> Option<&Version> {
        self.versions.last().filter(|version| version.signed.is_none())
    }

    /// What counts: the last signed version, also while a new one is being written.
    pub fn in_force(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.signed.is_some())
    }

    /// Whether somebody writes it: its holder, or who stands in for them.
    pub fn may_write(&self, by: Uuid, roster: &Roster, at: DateTime<Utc>) -> bool {
        roster.may_act_for(by, self.holder, at)
    }

    fn check(&self, by: Uuid, roster: &Roster, at: DateTime<Utc>) -> Result<(), AnalysisFault> {
        if self.may_write(by, roster, at) { Ok(()) } else { Err(AnalysisFault::NotYourTrack) }
    }

    /// Counts a change of the draft's text made on `read`, and gives the new revision.
    ///
    /// # Errors
    /// [`AnalysisFault::NotWhatWasRead`] when another change came first: join both texts (`cell::join`) and try again.
    pub fn edit(
        &mut self,
        by: Uuid,
        read: u32,
        roster: &Roster,
        at: DateTime<Utc>,
    ) -> Result<u32, AnalysisFault> {
        self.check(by, roster, at)?;
        let draft = self.open_draft(read)?;
        draft.revision = draft.revision.saturating_add(1);
        Ok(draft.revision)
    }

    /// Signs the draft in the revision that was read.
    ///
    /// # Errors
    /// [`AnalysisFault`].
    pub fn sign(
        &mut self,
        by: Uuid,
        read: u32,
        roster: &Roster,
        at: DateTime<Utc>,
    ) -> Result<(), AnalysisFault> {
        self.check(by, roster, at)?;
        self.open_draft(read)?.signed = Some(Signature { by, at });
        Ok(())
    }

    fn open_draft(&mut self, read: u32) -> Result<&mut Version, AnalysisFault> {
        let draft = self.versions.last_mut().filter(|version| version.signed.is_none());
        let draft = draft.ok_or(AnalysisFault::Signed)?;
        if draft.revision != read {
            return Err(AnalysisFault::NotWhatWasRead { current: draft.revision });
        }
        Ok(draft)
    }

    /// Opens it anew: the signed version stays as it is and counts until the new one is signed.
    ///
    /// # Errors
    /// [`AnalysisFault`].
    pub fn reopen(
        &mut self,
        by: Uuid,
        reason: &str,
        roster: &Roster,
        at: DateTime<Utc>,
    ) -> Result<u32, AnalysisFault> {
        self.check(by, roster, at)?;
        if self.draft().is_some() {
            return Err(AnalysisFault::DraftOpen);
        }
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(AnalysisFault::ReasonMissing);
        }
        let number = self.versions.last().map_or(1, |last| last.number.saturating_add(1));
        let reason = reason.to_owned();
        self.versions.push(Version { number, author: by, begun_at: at, revision: 0, signed: None, reason });
        Ok(number)
    }
}

stable_words! {
    /// Who reads a confidential note of a track.
    pub enum NoteSharing in "note-sharing" {
        /// The track in which it was written.
        OwnTrack = "own-track",
        /// Both tracks.
        BothTracks = "both-tracks",
    }
}

/// Whether somebody who acts for `reader` tracks reads a note written in `written`.
///
/// A note is its track's alone until its author shares it; what was shared can be taken back for readings to come.
pub fn reads_note(written: Track, sharing: NoteSharing, reader: &[Track]) -> bool {
    reader.contains(&written) || (sharing == NoteSharing::BothTracks && !reader.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CNM: Uuid = Uuid::from_u128(2);
    const OTHER: Uuid = Uuid::from_u128(3);

    fn at(n: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(n, 0).unwrap()
    }

    fn analysis() -> Analysis {
        Analysis::begin(Track::Medical, CNM, CNM, at(0))
    }

    #[test]
    fn the_signed_version_counts_until_the_next_is_signed() {
        let (mut analysis, roster) = (analysis(), Roster::default());
        assert_eq!(analysis.edit(CNM, 0, &roster, at(1)), Ok(1));
        analysis.sign(CNM, 1, &roster, at(2)).unwrap();
        assert_eq!(analysis.edit(CNM, 1, &roster, at(3)), Err(AnalysisFault::Signed));
        assert_eq!(analysis.reopen(CNM, " ", &roster, at(3)), Err(AnalysisFault::ReasonMissing));
        assert_eq!(analysis.reopen(CNM, "new result", &roster, at(3)), Ok(2));
        assert_eq!(analysis.reopen(CNM, "again", &roster, at(3)), Err(AnalysisFault::DraftOpen));
        assert_eq!(analysis.in_force().map(|v| v.number), Some(1));
        analysis.sign(CNM, 0, &roster, at(4)).unwrap();
        assert_eq!(analysis.in_force().map(|v| v.number), Some(2));
    }

    #[test]
    fn nobody_signs_for_another_without_standing_in() {
        let (mut analysis, roster) = (analysis(), Roster::default());
        assert_eq!(analysis.sign(OTHER, 0, &roster, at(1)), Err(AnalysisFault::NotYourTrack));
        let away = crate::cell::roster::Absence {
            account: CNM,
            span: crate::cell::span::Span::new(at(0), at(9)),
            stand_in: Some(OTHER),
        };
        let roster = Roster { absences: vec![away] };
        assert_eq!(analysis.sign(OTHER, 0, &roster, at(9)), Err(AnalysisFault::NotYourTrack));
        assert_eq!(analysis.sign(OTHER, 0, &roster, at(8)), Ok(()));
        assert_eq!(analysis.in_force().and_then(|v| v.signed).map(|s| s.by), Some(OTHER));
    }

    #[test]
    fn a_note_is_its_tracks_own_until_shared() {
        let (psychosocial, medical) = (Track::Psychosocial, Track::Medical);
        assert!(reads_note(medical, NoteSharing::OwnTrack, &[medical]));
        assert!(!reads_note(medical, NoteSharing::OwnTrack, &[psychosocial]));
        assert!(reads_note(medical, NoteSharing::BothTracks, &[psychosocial]));
        assert!(
            !reads_note(medical, NoteSharing::BothTracks, &[]),
            "shared within the pair, not with everybody"
        );
    }

    proptest! {
        #[test]
        fn a_signed_version_never_changes(acts in proptest::collection::vec((0u8..3, 0u32..3, any::<bool>()), 0..40)) {
            let (mut analysis, roster) = (analysis(), Roster::default());
            for (act, read, is_holder) in acts {
                let before: Vec<Version> = analysis.versions.iter().filter(|v| v.signed.is_some()).cloned().collect();
                let by = if is_holder { CNM } else { OTHER };
                let done = match act {
                    0 => analysis.edit(by, read, &roster, at(1)).is_ok(),
                    1 => analysis.sign(by, read, &roster, at(1)).is_ok(),
                    _ => analysis.reopen(by, "why", &roster, at(1)).is_ok(),
                };
                prop_assert!(is_holder || !done);
                prop_assert!(before.iter().all(|version| analysis.versions.contains(version)));
                prop_assert!(analysis.versions.iter().rev().skip(1).all(|version| version.signed.is_some()));
            }
        }
    }
}
