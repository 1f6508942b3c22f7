//! What the two tracks wrote, as the page of a file shows it: analyses, summary, notes.

use super::fault::Failed;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::start::Choice;
use ariane_domain::access::Actor;
use ariane_domain::cell::Track;
use ariane_domain::cell::analysis::NoteSharing;
use ariane_domain::cell::roster::Roster;
use ariane_domain::cell::signatures::Signature;
use ariane_store::records::cell::analyses::Written;
use ariane_store::records::cell::read::Case;
use ariane_store::records::cell::tracks;

/// A version of an analysis.
pub struct VersionView {
    /// Number, author, signature.
    pub heading: String,
    /// Why it was written anew; empty for the first.
    pub reason: String,
    /// Words.
    pub text: String,
}

/// The analysis of one track.
pub struct AnalysisView {
    /// Id of its section, and of its forms.
    pub form: String,
    /// Address below the file.
    pub at: String,
    /// Title.
    pub title: String,
    /// The draft, when one is open.
    pub draft: Option<VersionView>,
    /// What counts.
    pub in_force: Option<VersionView>,
    /// What counted before, newest first.
    pub older: Vec<VersionView>,
    /// Whether who reads may write the draft, or begin.
    pub may_write: bool,
    /// Whether who reads may sign the draft.
    pub may_sign: bool,
    /// Whether who reads may open it anew.
    pub may_reopen: bool,
    /// Revision of the draft.
    pub revision: u32,
    /// Reason that was typed.
    pub text: String,
    /// What is wrong.
    pub error: String,
}

/// The joint summary.
pub struct SummaryView {
    /// Words.
    pub text: String,
    /// Version.
    pub version: u32,
    /// Who stands behind it, or does not yet: per track.
    pub signatures: Vec<String>,
    /// Since when both do; empty while not.
    pub joint: String,
    /// Where who reads may put their name: address, label.
    pub may_sign: Vec<(String, String)>,
    /// What is wrong.
    pub error: String,
}

/// A note that may be read.
pub struct NoteView {
    /// Track, author, moment.
    pub heading: String,
    /// Who reads it.
    pub sharing: String,
    /// Words.
    pub text: String,
    /// Where its author shares it or takes that back; empty for others.
    pub action: String,
    /// What that would make of it, as word and in words.
    pub to: (String, String),
}

impl Desk {
    /// The tracks whose coordinator is signed in.
    pub fn own_tracks(&self) -> Vec<Track> {
        match self.actor() {
            Actor::Staff(staff) => tracks(&staff),
            _ => Vec::new(),
        }
    }

    fn signed_by(&self, signature: &Signature, colleagues: &Colleagues) -> String {
        let (name, at) = (colleagues.name(signature.by), self.moment(signature.at));
        self.visit.t.ww("cell-signed-by", ("name", &name), ("moment", &at))
    }

    fn version_view(&self, written: &Written, colleagues: &Colleagues) -> VersionView {
        let t = self.visit.t;
        let version = &written.version;
        let number = t.w("cell-version", "number", &version.number.to_string());
        let by = match &version.signed {
            Some(signature) => self.signed_by(signature, colleagues),
            None => {
                let (name, at) = (colleagues.name(version.author), self.moment(version.begun_at));
                t.ww("cell-draft-by", ("name", &name), ("moment", &at))
            }
        };
        VersionView {
            heading: format!("{number} · {by}"),
            reason: version.reason.clone(),
            text: written.text.clone(),
        }
    }

    /// The analysis of a track.
    pub fn analysis_view(
        &self,
        case: &Case,
        track: Track,
        roster: &Roster,
        colleagues: &Colleagues,
        failed: &Failed,
    ) -> AnalysisView {
        let form = super::case::analysis_form(track);
        let analysis = case.analysis(track);
        let may = match analysis {
            Some(there) => there.analysis.may_write(self.account(), roster, self.now),
            None => self.own_tracks().contains(&track),
        };
        let draft = analysis.and_then(|there| there.draft());
        let in_force = analysis.and_then(|there| there.in_force());
        let counts = in_force.map(|written| written.version.number);
        let older = analysis
            .iter()
            .flat_map(|there| there.versions.iter().rev())
            .filter(|written| written.version.signed.is_some() && Some(written.version.number) != counts);
        AnalysisView {
            at: format!("{}/analysis/{}", self.case_at(case.id), track.word()),
            title: self.visit.t.k("cell-analysis", track.word()),
            may_write: may && (draft.is_some() || in_force.is_none()),
            may_sign: may && draft.is_some_and(|written| !written.text.trim().is_empty()),
            may_reopen: may && draft.is_none() && in_force.is_some(),
            revision: draft.map(|written| written.version.revision).unwrap_or_default(),
            older: older.map(|written| self.version_view(written, colleagues)).collect(),
            draft: draft.map(|written| self.version_view(written, colleagues)),
            in_force: in_force.map(|written| self.version_view(written, colleagues)),
            text: failed.text(&form, "text"),
            error: failed.error(&form),
            form,
        }
    }

    /// The joint summary.
    pub fn summary_view(&self, case: &Case, colleagues: &Colleagues, failed: &Failed) -> SummaryView {
        let t = self.visit.t;
        let joint = &case.summary.joint;
        let signatures = Track::ALL.map(|track| {
            let name = t.k("track", track.word());
            let by = match joint.of(track) {
                Some(signature) => self.signed_by(&signature, colleagues),
                None => t.s("cell-unsigned"),
            };
            format!("{name} : {by}")
        });
        // Whether a name would be taken is asked of the rule, not guessed.
        let takes = |track: &Track| joint.sign(*track, joint.version, self.account(), self.now).is_ok();
        let is_written = !case.summary.text.trim().is_empty();
        let own = self.own_tracks().into_iter().filter(|track| is_written && takes(track));
        SummaryView {
            text: case.summary.text.clone(),
            version: joint.version,
            signatures: signatures.into(),
            joint: joint.joint_since().map(|at| self.moment(at)).unwrap_or_default(),
            may_sign: own
                .map(|track| {
                    let at = format!("{}/summary/sign/{}", self.case_at(case.id), track.word());
                    (at, t.k("cell-sign-as", track.word()))
                })
                .collect(),
            error: failed.error("summary"),
        }
    }

    /// The notes that who reads was given by the store.
    pub fn note_views(&self, case: &Case, colleagues: &Colleagues) -> Vec<NoteView> {
        let t = self.visit.t;
        case.notes
            .iter()
            .map(|note| {
                let to = match note.sharing {
                    NoteSharing::OwnTrack => NoteSharing::BothTracks,
                    NoteSharing::BothTracks => NoteSharing::OwnTrack,
                };
                let by = t.ww(
                    "desk-note-by",
                    ("name", &colleagues.name(note.author)),
                    ("moment", &self.moment(note.at)),
                );
                let is_own = note.author == self.account();
                NoteView {
                    heading: format!("{} · {by}", t.k("track", note.track.word())),
                    sharing: t.k("note-sharing", note.sharing.word()),
                    text: note.text.clone(),
                    action: if is_own {
                        format!("{}/notes/{}/share", self.case_at(case.id), note.id)
                    } else {
                        String::new()
                    },
                    to: (to.word().to_owned(), t.k("cell-share", to.word())),
                }
            })
            .collect()
    }

    /// Tracks in which who reads may write a note.
    pub fn note_tracks(&self, failed: &Failed) -> Vec<Choice> {
        let words: Vec<&str> = self.own_tracks().into_iter().map(Track::word).collect();
        self.choices(&words, "track", &failed.text("notes", "track"))
    }
}
