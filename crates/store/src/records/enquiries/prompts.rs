//! What an enquiry asks of a human by itself: a child alone, a person who must be told (duties D23, D24).

use super::log::{EnquiryCodes, EnquiryTexts};
use crate::StoreError;
use crate::entities::enquiry;
use crate::records::Work;
use ariane_domain::enquiry::form::Answers;
use ariane_domain::enquiry::{AgeBand, Profile, RequesterKind, TaskKind};
use ariane_domain::protection::notice;

/// What is asked of a human.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Prompts {
    /// A child or adolescent asks alone.
    pub(crate) is_minor_alone: bool,
    /// The notice of article 14, or its exemption.
    needs_notice: bool,
}

impl Work<'_> {
    /// By the words of a row.
    pub(crate) fn is_minor_alone(&self, requester_kind: &str, age_band: &str) -> bool {
        let kind = RequesterKind::from_word(requester_kind).unwrap_or(RequesterKind::Other);
        kind.is_minor_alone(AgeBand::from_word(age_band).unwrap_or(AgeBand::Unknown))
    }

    /// What an enquiry with these codes and answers asks of a human.
    pub(crate) fn prompts(
        &self,
        codes: &EnquiryCodes,
        texts: &EnquiryTexts,
        is_somebody_on_record: bool,
    ) -> Prompts {
        let answers: Answers = serde_json::from_str(&texts.profile).unwrap_or_default();
        let knows = Profile::of(&answers).person_knows;
        Prompts {
            is_minor_alone: self.is_minor_alone(codes.requester_kind.word(), &codes.person.age_band),
            needs_notice: notice::is_needed(codes.requester_kind, knows, is_somebody_on_record),
        }
    }

    /// Leaves the tasks, each once.
    pub(crate) async fn prompt(
        &self,
        row: &enquiry::Model,
        prompts: &Prompts,
        actor: &str,
    ) -> Result<(), StoreError> {
        if prompts.is_minor_alone {
            let kind = TaskKind::MinorAlone;
            self.add_task_once(row, kind, kind.due(self.now), actor).await?;
        }
        if prompts.needs_notice {
            let due = self.records.settings().notice.due(row.received_at);
            self.add_task_once(row, TaskKind::Notice, due, actor).await?;
        }
        Ok(())
    }
}
