//! Who acts for a child or a protected adult, and what they and the person said about an act (duty D23).
//!
//! A name is sealed with the key of the person who is represented: with their erasure it is gone.

use super::thread::{Reads, Thread, Writes};
use crate::StoreError;
use crate::entities::{case_file, opinion, representative};
use crate::records::desk::account_of;
use crate::records::persons::Person;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::Grant;
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

/// All about whom an enquiry or a file concerns.
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

    /// What is known of the age and wishes of whom it concerns. A band stands in for a day of birth that is not known.
    fn position(
        &self,
        row: &Thread,
        person: &Person,
        representatives: Vec<Representative>,
        told: &[Told],
    ) -> Position {
        Position {
            age: Age::of(person.identity.birth_date, AgeBand::from_word(row.age_band(person))),
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

    /// Acts that stand still for whom a thread concerns, for the policy. Holds codes only.
    pub(crate) async fn hindrances(
        &mut self,
        thread: &Thread,
    ) -> Result<Vec<(RepresentedAct, Hindrance)>, StoreError> {
        let (controller, concerned) = (thread.controller(), thread.concerned());
        let persons = self.same_person(controller, concerned).await?;
        let rows = self.representative_rows(controller, &persons).await?;
        let told = self.told(controller, &persons).await?;
        let opened = self.open_persons(controller, &[concerned]).await?;
        let Some(person) = opened.first() else { return Ok(Vec::new()) };
        let representatives = rows.iter().map(read).collect::<Result<_, _>>()?;
        let position = self.position(thread, person, representatives, &told);
        Ok(self.hindrances_of(&position))
    }

    /// The same of a file, whatever stands behind it.
    pub(crate) async fn hindrances_of_file(
        &mut self,
        file: &case_file::Model,
    ) -> Result<Vec<(RepresentedAct, Hindrance)>, StoreError> {
        let thread = self.thread_of(file).await?;
        self.hindrances(&thread).await
    }

    /// All about whom the grant's enquiry or file concerns.
    pub async fn represented<A: Reads>(&mut self, grant: &Grant<A>) -> Result<Represented, StoreError> {
        let thread = self.thread_at(grant).await?;
        self.log_at(grant).await?;
        self.represented_in(&thread).await
    }

    pub(crate) async fn represented_in(&mut self, thread: &Thread) -> Result<Represented, StoreError> {
        let (controller, concerned) = (thread.controller(), thread.concerned());
        let persons = self.same_person(controller, concerned).await?;
        let rows = self.representative_rows(controller, &persons).await?;
        let told = self.told(controller, &persons).await?;
        let opened = self.open_persons(controller, &[concerned]).await?;
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
        let position = self.position(thread, &person, plain, &told);
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

    /// Records who acts for whom the grant's enquiry or file concerns; the inner error says what is wrong.
    pub async fn add_representative<A: Writes>(
        &mut self,
        grant: &Grant<A>,
        new: &NewRepresentative<'_>,
    ) -> Result<Result<Uuid, RepresentativeFault>, StoreError> {
        let thread = self.thread_at(grant).await?;
        let (id, person) = (self.id()?, thread.concerned());
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
            controller_id: Set(thread.controller()),
            id: Set(id),
            enquiry_id: Set(thread.enquiry()),
            file_id: Set(thread.file()),
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
        self.tell_at(grant, "representative-recorded", new.kind.word()).await?;
        Ok(Ok(id))
    }

    /// Ends a representation after a day.
    pub async fn end_representative<A: Writes>(
        &mut self,
        grant: &Grant<A>,
        id: Uuid,
        last_day: NaiveDate,
    ) -> Result<(), StoreError> {
        let thread = self.thread_at(grant).await?;
        let persons = self.same_person(thread.controller(), thread.concerned()).await?;
        let changed = representative::Entity::update_many()
            .set(representative::ActiveModel { until_day: Set(Some(last_day)), ..Default::default() })
            .filter(representative::Column::ControllerId.eq(thread.controller()))
            .filter(representative::Column::Id.eq(id))
            .filter(representative::Column::PersonId.is_in(persons))
            .filter(representative::Column::FromDay.lte(last_day))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::NotPossible);
        }
        self.tell_at(grant, "representative-ended", "").await
    }

    /// Records what a representative, or the person themselves (`by` is none), said about an act. A parent's word about an
    /// adolescent's confidence is not taken down: nobody may ask for it.
    pub async fn record_opinion<A: Writes>(
        &mut self,
        grant: &Grant<A>,
        by: Option<Uuid>,
        act: RepresentedAct,
        said: Said,
    ) -> Result<(), StoreError> {
        let thread = self.thread_at(grant).await?;
        let represented = self.represented_in(&thread).await?;
        if let Some(by) = by {
            let known = represented.representatives.iter().any(|r| r.one.id == by);
            if !known || represented.is_confidential {
                return Err(StoreError::NotPossible);
            }
        }
        opinion::Entity::insert(opinion::ActiveModel {
            controller_id: Set(thread.controller()),
            id: Set(self.id()?),
            enquiry_id: Set(thread.enquiry()),
            file_id: Set(thread.file()),
            person_id: Set(thread.concerned()),
            representative_id: Set(by),
            act: Set(act.word().to_owned()),
            said: Set(said.word().to_owned()),
            recorded_by: Set(account_of(grant)?),
            at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.tell_at(grant, "opinion-recorded", said.word()).await
    }
}
