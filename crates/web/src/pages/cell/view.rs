//! The parts of a file's page that are more than a text.

use super::acts::form_of;
use super::fault::Failed;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::start::Choice;
use ariane_domain::cell::Acting;
use ariane_domain::cell::file::{CloseReason, FileChange, FileState, PauseReason};
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::enquiry::DeclineReason;
use ariane_store::records::persons::Identity;
use uuid::Uuid;

/// Something that may be done, with what it asks.
pub struct ActView {
    /// Id of its form.
    pub form: String,
    /// Where it is sent.
    pub action: String,
    /// What it does.
    pub label: String,
    /// What it means, where the label does not say all.
    pub hint: String,
    /// Whether a press is all that it takes.
    pub is_direct: bool,
    /// Label of the reasons.
    pub reason_label: String,
    /// Reasons; empty where none is asked.
    pub reasons: Vec<Choice>,
    /// Whether it asks for a day.
    pub has_day: bool,
    /// What the day is.
    pub day_label: String,
    /// The day.
    pub day: String,
    /// The words.
    pub text: String,
    /// What is wrong.
    pub error: String,
    /// Whether it is shown opened.
    pub is_open: bool,
}

/// A file's field with a choice of people.
pub struct HolderView {
    /// Id of its form.
    pub form: String,
    /// Where it is sent.
    pub action: String,
    /// Track.
    pub track: String,
    /// Who holds it; empty for nobody.
    pub name: String,
    /// Who may.
    pub choices: Vec<Choice>,
    /// What is wrong.
    pub error: String,
}

impl Desk {
    /// The words of a family as choices, with one chosen.
    pub fn choices(&self, words: &[&str], family: &str, chosen: &str) -> Vec<Choice> {
        let choice = |word: &&str| Choice {
            value: (*word).to_owned(),
            text: self.visit.t.k(family, word),
            chosen: *word == chosen,
        };
        words.iter().map(choice).collect()
    }

    /// Who a person is, in words: birth date, ways to reach them.
    pub fn person_facts(&self, identity: &Identity) -> Vec<(String, String)> {
        let t = self.visit.t;
        let birth = identity.birth_date.map(|day| {
            let years = self.today().years_since(day).unwrap_or_default();
            t.ww("cell-born", ("day", &t.date(day)), ("years", &t.years(f64::from(years))))
        });
        let rows = [
            ("desk-birth", birth.unwrap_or_default()),
            ("desk-phone", identity.phone.clone()),
            ("desk-mail", identity.mail.clone()),
            ("desk-contact-hours", identity.contact.hours.clone()),
        ];
        rows.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (t.s(key), text)).collect()
    }

    /// The changes of a file that are open to somebody, as forms.
    pub fn file_acts(&self, id: Uuid, state: FileState, acting: &Acting, failed: &Failed) -> Vec<ActView> {
        state.open_to(acting).into_iter().map(|change| self.file_act(id, change, failed)).collect()
    }

    fn file_act(&self, id: Uuid, change: FileChange, failed: &Failed) -> ActView {
        let t = self.visit.t;
        let form = form_of(change);
        let chosen = failed.text(&form, "reason");
        let reasons = match change {
            FileChange::Refuse => {
                self.choices(&DeclineReason::ALL.map(DeclineReason::word), "decline-reason", &chosen)
            }
            FileChange::Pause => {
                // That a death was recorded in error is said by taking the record back, never chosen.
                let offered =
                    PauseReason::ALL.into_iter().filter(|r| *r != PauseReason::DeathRecordedInError);
                let words: Vec<&str> = offered.map(PauseReason::word).collect();
                self.choices(&words, "pause-reason", &chosen)
            }
            FileChange::Close => {
                self.choices(&CloseReason::ALL.map(CloseReason::word), "close-reason", &chosen)
            }
            _ => Vec::new(),
        };
        ActView {
            action: format!("{}/change/{}", self.case_at(id), change.word()),
            label: t.k("file-change", change.word()),
            hint: t.k("cell-hint", change.word()),
            is_direct: matches!(change, FileChange::Accept | FileChange::Resume),
            reason_label: t.s("cell-reason"),
            reasons,
            has_day: matches!(change, FileChange::Pause | FileChange::RecordDeath),
            day_label: match change {
                FileChange::RecordDeath => t.s("cell-died-on"),
                _ => t.s("cell-until"),
            },
            day: failed.text(&form, "until"),
            text: failed.text(&form, "text"),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }

    /// People as choices, with one chosen.
    pub fn people(&self, people: &[(Uuid, String)], chosen: &str) -> Vec<Choice> {
        let choice = |(id, name): &(Uuid, String)| {
            let value = id.to_string();
            Choice { chosen: value == chosen, text: name.clone(), value }
        };
        people.iter().map(choice).collect()
    }

    /// Who holds the tracks of a file, and who could.
    pub fn holders(
        &self,
        case: &ariane_store::records::cell::read::Case,
        colleagues: &Colleagues,
        failed: &Failed,
    ) -> Vec<HolderView> {
        ariane_domain::cell::Track::ALL
            .into_iter()
            .map(|track| {
                let form = format!("hold-{}", track.word());
                let holder = case.holder(track);
                let chosen = holder.map(|id| id.to_string()).unwrap_or_default();
                HolderView {
                    action: format!("{}/hold/{}", self.case_at(case.id), track.word()),
                    track: self.visit.t.k("track", track.word()),
                    name: holder.map(|id| colleagues.name(id)).unwrap_or_default(),
                    choices: self.people(&colleagues.holding(&super::acts::roles_of(track)), &chosen),
                    error: failed.error(&form),
                    form,
                }
            })
            .collect()
    }
}
