//! Who acts for a child or a protected adult, and what they and the person said about an act (duty D23).
//!
//! A name is sealed with the key of the person who is represented: with their erasure it is gone.

use crate::StoreError;
use crate::entities::{enquiry, opinion, representative};
use crate::records::desk::account_of;
use crate::records::persons::Person;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{AnswerEnquiry, Grant, ReadEnquiry};
use ariane_domain::enquiry::AgeBand;
use ariane_domain::person::NeverTell;
use ariane_domain::representation::{
    Age, Evidence, Hindrance, Opinion, Position, Representative, RepresentativeFault, RepresentativeKind,
    RepresentedAct, Said, Scope, hindrance,
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "representative";

/// A representative to be recorded.
#[derive(Debug, Clone)]
pub struct NewRepresentative<'a> {
    /// As what.
    pub kind: RepresentativeKind,
    /// How far.
    pub scope: Scope,
    /// What shows it.
    pub evidence: Evidence,
    /// Whether this parent decides alone.
    pub is_sole: bool,
    /// Name.
    pub name: &'a str,
    /// From when on.
    pub from: NaiveDate,
    /// Until when; none without an end.
    pub until: Option<NaiveDate>,
}

/// A representative as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Who and how.
    pub one: Representative,
    /// Name.
    pub name: String,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// What was said about an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// By whom, about what, what.
    pub opinion: Opinion,
    /// When.
    pub at: DateTime<Utc>,
}

/// All about whom an enquiry concerns.
#[derive(Debug, Clone)]
pub struct Represented {
    /// The person.
    pub person: Person,
    /// Whether they are under age; none where nothing is known.
    pub is_minor: Option<bool>,
    /// Whether it is the confidence of an adolescent.
    pub is_confidential: bool,
    /// Who acts for them.
    pub representatives: Vec<Recorded>,
    /// What was said, oldest first.
    pub told: Vec<Told>,
    /// Acts that stand still.
    pub hindrances: Vec<(RepresentedAct, Hindrance)>,
}

fn read(row: &representative::Model) -> Result<Representative, StoreError> {
    let damaged = || StoreError::Damaged(format!("{TABLE}/{}", row.id));
    Ok(Representative {
        id: row.id,
        kind: RepresentativeKind::from_word(&row.kind).ok_or_else(damaged)?,
        scope: Scope::from_word(&row.scope).ok_or_else(damaged)?,
        evidence: Evidence::from_word(&row.evidence).ok_or_else(damaged)?,
        is_sole: row.is_sole,
        from: row.from_day,
        until: row.until_day,
    })
}

/// Whom an enquiry concerns: the person it is about, else who asks.
fn concerned(row: &enquiry::Model) -> Uuid {
    row.concerned_id.unwrap_or(row.requester_id)
}

impl Work<'_> {
    async fn representative_rows(
        &self,
        controller: Uuid,
        persons: &[Uuid],
    ) -> Result<Vec<representative::Model>, StoreError> {
        Ok(representative::Entity::find()
            .filter(representative::Column::ControllerId.eq(controller))
            .filter(representative::Column::PersonId.is_in(persons.iter().copied()))
            .order_by_asc(representative::Column::At)
            .all(&self.transaction)
            .await?)
    }

    async fn told(&self, controller: Uuid, persons: &[Uuid]) -> Result<Vec<Told>, StoreError> {
        let rows = opinion::Entity::find()
            .filter(opinion::Column::ControllerId.eq(controller))
            .filter(opinion::Column::PersonId.is_in(persons.iter().copied()))
            .order_by_asc(opinion::Column::At)
            .order_by_asc(opinion::Column::Id)
            .all(&self.transaction)
            .await?;
        rows.into_iter()
            .map(|row| {
                let damaged = || StoreError::Damaged(format!("opinion/{}", row.id));
                let opinion = Opinion {
                    by: row.representative_id,
                    act: RepresentedAct::from_word(&row.act).ok_or_else(damaged)?,
                    said: Said::from_word(&row.said).ok_or_else(damaged)?,
                };
                Ok(Told { opinion, at: row.at })
            })
            .collect()
    }

    /// What is known of the age and wishes of whom an enquiry concerns. The band of the enquiry stands in for a day of
    /// birth that is not known.
    fn position(
        &self,
        row: &enquiry::Model,
        person: &Person,
        representatives: Vec<Representative>,
        told: &[Told],
    ) -> Position {
        Position {
            age: Age::of(person.identity.birth_date, AgeBand::from_word(&row.age_band)),
            keeps_from_parents: person.identity.contact.never_tell.contains(&NeverTell::Parent),
            representatives,
            opinions: told.iter().map(|t| t.opinion.clone()).collect(),
        }
    }

    fn hindrances_of(&self, position: &Position) -> Vec<(RepresentedAct, Hindrance)> {
        let (ages, day) = (self.records.ages(), self.today());
        RepresentedAct::ALL
            .into_iter()
            .filter_map(|act| Some((act, hindrance(position, act, ages, day)?)))
            .collect()
    }

    /// Acts that stand still for an enquiry, for the policy. Holds codes only.
    pub(crate) async fn hindrances(
        &mut self,
        row: &enquiry::Model,
    ) -> Result<Vec<(RepresentedAct, Hindrance)>, StoreError> {
        let persons = self.same_person(row.controller_id, concerned(row)).await?;
        let rows = self.representative_rows(row.controller_id, &persons).await?;
        let told = self.told(row.controller_id, &persons).await?;
        let opened = self.open_persons(row.controller_id, &[concerned(row)]).await?;
        let Some(person) = opened.first() else { return Ok(Vec::new()) };
        let representatives = rows.iter().map(read).collect::<Result<_, _>>()?;
        let position = self.position(row, person, representatives, &told);
        Ok(self.hindrances_of(&position))
    }

    /// All about whom the grant's enquiry concerns.
    pub async fn represented(&mut self, grant: &Grant<ReadEnquiry>) -> Result<Represented, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        self.note(grant).await?;
        self.represented_in(&row).await
    }

    pub(crate) async fn represented_in(&mut self, row: &enquiry::Model) -> Result<Represented, StoreError> {
        let persons = self.same_person(row.controller_id, concerned(row)).await?;
        let rows = self.representative_rows(row.controller_id, &persons).await?;
        let told = self.told(row.controller_id, &persons).await?;
        let opened = self.open_persons(row.controller_id, &[concerned(row)]).await?;
        let person = opened.into_iter().next().ok_or(StoreError::NotThere)?;
        let mut representatives = Vec::with_capacity(rows.len());
        for one in &rows {
            let name = match self.key(one.person_id).await {
                Ok(key) => open_text(&key, TABLE, "sealed_name", one.id, one.sealed_name.as_deref())?,
                Err(StoreError::Erased) => String::new(),
                Err(error) => return Err(error),
            };
            representatives.push(Recorded { one: read(one)?, name, at: one.at });
        }
        let plain = representatives.iter().map(|r| r.one.clone()).collect();
        let position = self.position(row, &person, plain, &told);
        let (ages, day) = (self.records.ages(), self.today());
        Ok(Represented {
            is_minor: ages.is_minor(position.age, day),
            is_confidential: position.is_confidential(ages, day),
            hindrances: self.hindrances_of(&position),
            person,
            representatives,
            told,
        })
    }

    /// Records who acts for whom the grant's enquiry concerns; the inner error says what is wrong.
    pub async fn add_representative(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        new: &NewRepresentative<'_>,
    ) -> Result<Result<Uuid, RepresentativeFault>, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        let (id, person) = (self.id()?, concerned(&row));
        let one = Representative {
            id,
            kind: new.kind,
            scope: new.scope,
            evidence: new.evidence,
            is_sole: new.is_sole,
            from: new.from,
            until: new.until,
        };
        if let Err(fault) = one.check() {
            return Ok(Err(fault));
        }
        let key = self.key(person).await?;
        representative::Entity::insert(representative::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            enquiry_id: Set(row.id),
            person_id: Set(person),
            kind: Set(new.kind.word().to_owned()),
            scope: Set(new.scope.word().to_owned()),
            evidence: Set(new.evidence.word().to_owned()),
            is_sole: Set(new.is_sole),
            sealed_name: Set(seal_text(&key, TABLE, "sealed_name", id, new.name.trim())?),
            from_day: Set(new.from),
            until_day: Set(new.until),
            recorded_by: Set(account_of(grant)?),
            at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        let actor = grant.actor().pseudonym();
        self.event(row.controller_id, row.id, "representative-recorded", new.kind.word(), &actor).await?;
        self.note(grant).await?;
        Ok(Ok(id))
    }

    /// Ends a representation after a day.
    pub async fn end_representative(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        id: Uuid,
        last_day: NaiveDate,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        let persons = self.same_person(row.controller_id, concerned(&row)).await?;
        let changed = representative::Entity::update_many()
            .set(representative::ActiveModel { until_day: Set(Some(last_day)), ..Default::default() })
            .filter(representative::Column::ControllerId.eq(row.controller_id))
            .filter(representative::Column::Id.eq(id))
            .filter(representative::Column::PersonId.is_in(persons))
            .filter(representative::Column::FromDay.lte(last_day))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::NotPossible);
        }
        let actor = grant.actor().pseudonym();
        self.event(row.controller_id, row.id, "representative-ended", "", &actor).await?;
        self.note(grant).await
    }

    /// Records what a representative, or the person themselves (`by` is none), said about an act. A parent's word about an
    /// adolescent's confidence is not taken down: nobody may ask for it.
    pub async fn record_opinion(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        by: Option<Uuid>,
        act: RepresentedAct,
        said: Said,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        let represented = self.represented_in(&row).await?;
        if let Some(by) = by {
            let known = represented.representatives.iter().any(|r| r.one.id == by);
            if !known || represented.is_confidential {
                return Err(StoreError::NotPossible);
            }
        }
        opinion::Entity::insert(opinion::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(self.id()?),
            enquiry_id: Set(row.id),
            person_id: Set(concerned(&row)),
            representative_id: Set(by),
            act: Set(act.word().to_owned()),
            said: Set(said.word().to_owned()),
            recorded_by: Set(account_of(grant)?),
            at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        let actor = grant.actor().pseudonym();
        self.event(row.controller_id, row.id, "opinion-recorded", said.word(), &actor).await?;
        self.note(grant).await
    }
}
