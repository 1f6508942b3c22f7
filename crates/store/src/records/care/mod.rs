//! Care beyond the two analyses, each against its grant and sealed with the key of the person concerned.
//!
//! * [`plan`]: lines of the care plan; [`marks`]: checklists;
//! * [`told`]: what a clinician explained; [`letters`]: what was written;
//! * [`way`]: from the first symptom to the diagnosis; [`calls`]: calls that are owed;
//! * [`documents`] with `sent`: papers, also those that the person sends; [`contacts`]: who stands around the person; [`wishes`]: what they prefer not to know, relatives;
//! * [`clinical`]: problems, signs, variants, treatments, family;
//! * [`requests`]: access to the hospital's own record;
//! * [`open_ends`]: what waits in all files; [`household`]: files of one family;
//! * [`guidelines`] of disorders, [`procedures`] of a country: of no person.

pub mod calls;
pub mod clinical;
pub mod contacts;
pub mod documents;
pub mod guidelines;
pub mod household;
pub mod letters;
pub mod marks;
pub mod open_ends;
mod opener;
pub mod plan;
pub mod procedures;
pub mod requests;
mod sent;
pub mod told;
pub mod way;
pub mod wishes;

use super::cell::CellError;
use crate::StoreError;
use crate::entities::case_file;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::callback::CallFault;
use ariane_domain::cell::death::DayOfDeathFault;
use ariane_domain::cell::guideline::GuidelineFault;
use ariane_domain::cell::plan::{MarkFault, PlanFault};

/// What is kept of a file's care.
#[derive(Debug, Clone, Default)]
pub struct Care {
    /// Lines of the plan, in the order in which they were written.
    pub plan: Vec<plan::PlanLine>,
    /// Marks on checklists.
    pub marks: Vec<marks::MarkText>,
    /// What was told, oldest first.
    pub told: Vec<told::ToldNote>,
    /// Letters, latest first.
    pub letters: Vec<letters::LetterOutline>,
    /// Way to the diagnosis.
    pub way: way::Way,
    /// Calls, the next first.
    pub calls: Vec<calls::Call>,
    /// Documents, latest first, without their content.
    pub documents: Vec<documents::Document>,
    /// Requests for the hospital's record, latest first.
    pub requests: Vec<requests::Request>,
    /// Contact book, by role.
    pub contacts: Vec<contacts::KeptContact>,
    /// What the person prefers not to know, oldest first.
    pub wishes: Vec<wishes::WishNote>,
    /// What the person said of informing relatives.
    pub relatives: Option<wishes::Relatives>,
    /// Clinical summary, in the order in which it was written.
    pub clinical: Vec<clinical::KeptEntry>,
    /// Whether the household says that the parents are related by blood.
    pub are_parents_related: bool,
}

impl From<PlanFault> for CellError {
    fn from(fault: PlanFault) -> Self {
        Self::Rule(match fault {
            PlanFault::OutcomeAhead => "outcome-ahead",
            PlanFault::NobodyDoesIt => "nobody-does-it",
            PlanFault::RenewalBeforeBeginning => "renewal-before",
        })
    }
}

impl From<MarkFault> for CellError {
    fn from(fault: MarkFault) -> Self {
        match fault {
            MarkFault::ReasonMissing => Self::Rule("reason-missing"),
        }
    }
}

impl From<CallFault> for CellError {
    fn from(fault: CallFault) -> Self {
        Self::Rule(match fault {
            CallFault::DueInPast => "due-in-past",
            CallFault::Ended => "not-possible",
            CallFault::WordsMissing => "words-missing",
        })
    }
}

impl From<DayOfDeathFault> for CellError {
    fn from(fault: DayOfDeathFault) -> Self {
        Self::Rule(match fault {
            DayOfDeathFault::Ahead => "death-ahead",
            DayOfDeathFault::BeforeBirth => "death-before-birth",
        })
    }
}

impl From<GuidelineFault> for CellError {
    fn from(fault: GuidelineFault) -> Self {
        match fault {
            GuidelineFault::Refused(refused) => refused.into(),
            GuidelineFault::NoAuthor => Self::Rule("no-author"),
            GuidelineFault::ReviewTooEarly => Self::Rule("review-too-early"),
        }
    }
}

impl Work<'_> {
    pub(in crate::records) async fn care_of(&mut self, row: &case_file::Model) -> Result<Care, StoreError> {
        Ok(Care {
            plan: self.open_plan(row).await?,
            marks: self.open_marks(row).await?,
            told: self.open_told(row).await?,
            letters: self.letter_outlines(row).await?,
            way: self.open_way(row).await?,
            calls: self.open_calls(row).await?,
            documents: self.documents_of(row).await?,
            requests: self.record_requests(row).await?,
            contacts: self.open_contacts(row).await?,
            wishes: self.open_wishes(row).await?,
            relatives: self.open_relatives(row).await?,
            clinical: self.clinical_of(row).await?,
            are_parents_related: self.are_parents_related(row).await?,
        })
    }

    /// What follows every change: the thread, the clock of silence, follow-up, the log.
    async fn care_changed(
        &mut self,
        grant: &Grant<WriteCase>,
        row: &case_file::Model,
        kind: &'static str,
        detail: &str,
    ) -> Result<(), StoreError> {
        self.case_event(grant, row, kind, detail, "").await?;
        self.track_acted(grant, row).await?;
        self.look_after(row).await?;
        self.log_case(grant, row.id).await
    }
}
