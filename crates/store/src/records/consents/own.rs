//! Agreements on the side of the person: read, given on screen, taken back, behind a proof over a second channel (duty D3).

use super::given::word;
use super::{Recorded, by_word};
use crate::StoreError;
use crate::entities::{case_file, consent as c};
use crate::records::Work;
use crate::records::cell::CellError;
use crate::records::families::answer::ToTell;
use ariane_domain::access::grant::{Grant, UseOwnRights};
use ariane_domain::consent::{Consent, GivenBy, Means, usual_end};
use ariane_domain::purpose::Purpose;
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

/// What taking an agreement back asks for: whom to tell, and which file it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// Number of the file.
    pub number: i64,
    /// Accounts that could read it because of it.
    pub readers: Vec<Uuid>,
    /// Contacts with other families that it ended.
    pub families: Vec<ToTell>,
}

impl Work<'_> {
    /// The file of whom the link belongs to, where that is the person concerned. Who asked for somebody else neither sees nor
    /// changes what that person agreed to.
    pub(in crate::records) async fn own_file(
        &mut self,
        grant: &Grant<UseOwnRights>,
    ) -> Result<Option<case_file::Model>, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        let Some(file) = self.file_of_enquiry(&row).await? else { return Ok(None) };
        let persons = self.same_person(row.controller_id, file.subject_id).await?;
        Ok(persons.contains(&row.requester_id).then_some(file))
    }

    /// What one was asked and agreed to.
    pub async fn own_consents(&mut self, grant: &Grant<UseOwnRights>) -> Result<Vec<Recorded>, StoreError> {
        match self.own_file(grant).await? {
            Some(file) => self.open_consents(&file).await,
            None => Ok(Vec::new()),
        }
    }

    /// Agrees on screen to what one was asked. `today` is the day at the office.
    ///
    /// # Errors
    /// [`CellError::Rule`] `consent-minor` for somebody who is not of age: who decides for them signs on paper.
    pub async fn agree_on_screen(
        &mut self,
        grant: &Grant<UseOwnRights>,
        consent: Uuid,
        version: i32,
        today: NaiveDate,
    ) -> Result<(), CellError> {
        let file = self.own_file(grant).await?.ok_or(StoreError::NotThere)?;
        let one = self.consent_row(&file, consent).await?;
        if one.given_at.is_some() || one.withdrawn_at.is_some() {
            return Err(CellError::Rule("not-possible"));
        }
        let minority = self.minority(file.controller_id, file.subject_id).await?;
        if minority.of_age_on.is_none_or(|day| today < day) {
            return Err(CellError::Rule("consent-minor"));
        }
        let given = Consent {
            purpose: Purpose::from_word(&one.purpose).ok_or(StoreError::NotPossible)?,
            recipient: one.recipient_id,
            by: GivenBy::Person,
            parents: None,
            from: today,
            until: usual_end(today),
            withdrawn_at: None,
        };
        given.give(Means::Screen, today, &minority).map_err(|fault| CellError::Rule(word(fault)))?;
        let set = c::ActiveModel {
            given_by: Set(Some(by_word(given.by).to_owned())),
            means: Set(Some(Means::Screen.word().to_owned())),
            from_day: Set(Some(given.from)),
            until_day: Set(Some(given.until)),
            given_at: Set(Some(self.now)),
            ..c::ActiveModel::default()
        };
        self.write_consent(&one, version, set).await?;
        let actor = grant.actor().pseudonym();
        self.case_event_by(&file, "consent-given", given.purpose.word(), "", actor).await?;
        Ok(self.note(grant).await?)
    }

    /// Takes back what one agreed to, or says no to what one was asked.
    pub async fn take_back_consent(
        &mut self,
        grant: &Grant<UseOwnRights>,
        consent: Uuid,
        version: i32,
    ) -> Result<TakenBack, CellError> {
        let file = self.own_file(grant).await?.ok_or(StoreError::NotThere)?;
        let purpose = self.mark_withdrawn(&file, consent, version, Means::Screen).await?;
        let taken = self.after_taking_back(&file, purpose, &grant.actor().pseudonym()).await?;
        self.note(grant).await?;
        Ok(taken)
    }

    /// Takes back all that one agreed to or was asked, with the whole request (duty D4).
    pub(in crate::records) async fn take_everything_back(
        &mut self,
        file: &case_file::Model,
        actor: &str,
    ) -> Result<Vec<TakenBack>, CellError> {
        let mut purposes = Vec::new();
        for one in self.open_consents(file).await?.into_iter().filter(|one| one.withdrawn.is_none()) {
            let purpose = self.mark_withdrawn(file, one.id, one.version, Means::Screen).await?;
            if !purposes.contains(&purpose) {
                purposes.push(purpose);
            }
        }
        let mut taken = Vec::new();
        for purpose in purposes {
            taken.push(self.after_taking_back(file, purpose, actor).await?);
        }
        Ok(taken)
    }
}
