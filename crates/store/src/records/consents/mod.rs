//! What persons agreed to, one purpose at a time: [`given`] by who follows the file, [`own`] by the person, [`coordination`] where nobody
//! may follow it yet, what of it is [`ending`], and what the policy must know of it at every reading.

pub mod coordination;
pub(in crate::records) mod ending;
pub mod given;
pub mod own;

use crate::StoreError;
use crate::entities::{case_file, consent as c};
use crate::records::{Work, open_text};
use ariane_domain::consent::{Consent, GivenBy, Means, Minority, Parents, Standing, choices, signed_for};
use ariane_domain::purpose::{Choices, Purpose};
use ariane_domain::representation::RepresentativeKind;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "consent";
const PERSON: &str = "person";

/// An agreement as it is kept, with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Id.
    pub id: Uuid,
    /// To what.
    pub purpose: Purpose,
    /// When it was asked for, and by whom.
    pub asked: (DateTime<Utc>, Uuid),
    /// How it was given, and what counts; none while it is only asked for.
    pub given: Option<(Means, Consent)>,
    /// How it was taken back.
    pub withdrawn: Option<Means>,
    /// For whom, as it was written; empty for everybody of that purpose.
    pub recipient: String,
    /// Where the paper is, who signed, what was said.
    pub text: String,
    /// The signed paper among the documents of the file.
    pub paper: Option<Uuid>,
    /// Day on which the second of two parents signed.
    pub second_on: Option<NaiveDate>,
    /// Version.
    pub version: i32,
}

impl Recorded {
    /// What it is worth on a day, as a word: that of [`Standing`], `asked` before an answer, `refused` where the answer was no.
    pub fn standing_word(&self, day: NaiveDate, minority: &Minority) -> &'static str {
        match (self.given, self.withdrawn) {
            (Some((_, given)), _) => given.standing(day, minority).word(),
            (None, Some(_)) => "refused",
            (None, None) => "asked",
        }
    }
}

fn by_word(by: GivenBy) -> &'static str {
    match by {
        GivenBy::Person => PERSON,
        GivenBy::Representative(kind) => kind.word(),
    }
}

/// The agreement of a row; none while it is only asked for.
fn agreement(row: &c::Model) -> Result<Option<Consent>, StoreError> {
    let damaged = || StoreError::Damaged(format!("{TABLE}/{}", row.id));
    let purpose = Purpose::from_word(&row.purpose).ok_or_else(damaged)?;
    let (Some(by), Some(from), Some(until)) = (&row.given_by, row.from_day, row.until_day) else {
        return Ok(None);
    };
    let by = match by.as_str() {
        PERSON => GivenBy::Person,
        kind => GivenBy::Representative(RepresentativeKind::from_word(kind).ok_or_else(damaged)?),
    };
    let parents = row.parents.as_deref().map(|word| Parents::from_word(word).ok_or_else(damaged));
    let given = Consent {
        purpose,
        recipient: row.recipient_id,
        by,
        parents: parents.transpose()?,
        // It counts once everybody signed who must.
        from: row.second_on.map_or(from, |second| from.max(second)),
        until,
        withdrawn_at: row.withdrawn_at,
    };
    Ok(Some(given))
}

impl Work<'_> {
    async fn consent_rows(&self, controller: Uuid, persons: &[Uuid]) -> Result<Vec<c::Model>, StoreError> {
        Ok(c::Entity::find()
            .filter(c::Column::ControllerId.eq(controller))
            .filter(c::Column::SubjectId.is_in(persons.iter().copied()))
            .order_by_asc(c::Column::AskedAt)
            .order_by_asc(c::Column::Id)
            .all(&self.transaction)
            .await?)
    }

    /// When a person comes of age, where that is known, and what the place asks of parents.
    async fn minority(&mut self, controller: Uuid, person: Uuid) -> Result<Minority, StoreError> {
        let opened = self.open_persons(controller, &[person]).await?;
        let born = opened.first().and_then(|one| one.identity.birth_date);
        Ok(Minority::of(born, self.records.ages()))
    }

    /// What a person chose, towards one recipient or none in particular: what the policy asks at every reading of a file.
    pub(crate) async fn choices_towards(
        &mut self,
        file: &case_file::Model,
        recipient: Option<Uuid>,
    ) -> Result<Choices, StoreError> {
        self.choices_of_person(file.controller_id, file.subject_id, recipient).await
    }

    /// The same of a person, whatever is kept of them.
    pub(crate) async fn choices_of_person(
        &mut self,
        controller: Uuid,
        subject: Uuid,
        recipient: Option<Uuid>,
    ) -> Result<Choices, StoreError> {
        let persons = self.same_person(controller, subject).await?;
        let made = self.choices_of(controller, &persons).await?;
        let rows = self.consent_rows(controller, &persons).await?;
        let mut all = Vec::new();
        for row in &rows {
            all.extend(agreement(row)?);
        }
        let is_spoken_for = all.iter().any(|one| one.by != GivenBy::Person);
        let minority = match is_spoken_for {
            true => self.minority(controller, subject).await?,
            false => Minority::default(),
        };
        let signed = signed_for(&all, recipient, self.today(), minority);
        let agreed = choices(&all, recipient, self.today(), minority);
        let made = made.into_iter().map(|one| (one.purpose, one.choice));
        Ok(Choices::new(made.chain(agreed)).signed_for(signed))
    }

    /// Whether the person agreed to be passed on or shown to experts, towards whomever.
    pub(crate) async fn passes_on(&mut self, file: &case_file::Model) -> Result<bool, StoreError> {
        let persons = self.same_person(file.controller_id, file.subject_id).await?;
        let mut given = Vec::new();
        for row in self.consent_rows(file.controller_id, &persons).await? {
            given.extend(agreement(&row)?);
        }
        given.retain(|one| matches!(one.purpose, Purpose::Transfer | Purpose::Panel));
        if given.is_empty() {
            return Ok(false);
        }
        let (day, minority) = (self.today(), self.minority(file.controller_id, file.subject_id).await?);
        Ok(given.iter().any(|one| one.standing(day, &minority) == Standing::Valid))
    }

    pub(crate) async fn open_consents(
        &mut self,
        file: &case_file::Model,
    ) -> Result<Vec<Recorded>, StoreError> {
        let persons = self.same_person(file.controller_id, file.subject_id).await?;
        let mut all = Vec::new();
        for row in self.consent_rows(file.controller_id, &persons).await? {
            let damaged = || StoreError::Damaged(format!("{TABLE}/{}", row.id));
            let key = self.key(row.subject_id).await?;
            let open =
                |column, sealed: &Option<Vec<u8>>| open_text(&key, TABLE, column, row.id, sealed.as_deref());
            let means = row.means.as_deref().and_then(Means::from_word);
            all.push(Recorded {
                id: row.id,
                purpose: Purpose::from_word(&row.purpose).ok_or_else(damaged)?,
                asked: (row.asked_at, row.asked_by),
                given: means.zip(agreement(&row)?),
                withdrawn: row.withdrawn_means.as_deref().and_then(Means::from_word),
                recipient: open("sealed_recipient", &row.sealed_recipient)?,
                text: open("sealed_text", &row.sealed_text)?,
                paper: row.paper_id,
                second_on: row.second_on,
                version: row.version,
            });
        }
        Ok(all)
    }
}
