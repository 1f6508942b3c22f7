//! What figures are computed from: codes and times of records. No sealed column is read, no key is asked for; what an erased
//! person left is read as before. What counts, and how, is the business of `ariane_figures`.

mod behind;
mod cell;
pub mod editions;
mod enquiries;
mod mark;
pub mod readers;

pub use behind::{CaseHead, EnquiryHead, Sources};
pub(crate) use enquiries::former_codes;
pub use mark::Mark;

use crate::StoreError;
use crate::entities::{choice, person};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ReadLiveFigures};
use ariane_domain::purpose::{Basis, Choice, Purpose};
use ariane_figures::fact::{Facts, Words};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Numbers for persons, without meaning outside of one set of facts. Records that are linked as one person have one.
struct Persons {
    numbers: HashMap<Uuid, u32>,
    links: HashMap<Uuid, Uuid>,
    objected: HashMap<Uuid, DateTime<Utc>>,
}

impl Persons {
    async fn read(
        transaction: &DatabaseTransaction,
        controller: Uuid,
        counts_objections: bool,
        as_of: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let links: Vec<(Uuid, Option<Uuid>)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::GroupId])
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::GroupId.is_not_null())
            .into_tuple()
            .all(transaction)
            .await?;
        let links = links.into_iter().filter_map(|(id, group)| Some((id, group?))).collect();
        let mut persons = Self { numbers: HashMap::new(), links, objected: HashMap::new() };
        if counts_objections {
            persons.read_objections(transaction, controller, as_of).await?;
        }
        Ok(persons)
    }

    /// The latest choice about figures counts (article 21 GDPR).
    async fn read_objections(
        &mut self,
        transaction: &DatabaseTransaction,
        controller: Uuid,
        as_of: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let made: Vec<(Uuid, String, DateTime<Utc>)> = choice::Entity::find()
            .select_only()
            .columns([choice::Column::PersonId, choice::Column::Choice, choice::Column::At])
            .filter(choice::Column::ControllerId.eq(controller))
            .filter(choice::Column::Purpose.eq(Purpose::Figures.word()))
            .filter(choice::Column::At.lte(as_of))
            .order_by_asc(choice::Column::At)
            .into_tuple()
            .all(transaction)
            .await?;
        for (person, word, at) in made {
            let root = self.root(person);
            if word == Choice::Objected.word() {
                self.objected.insert(root, at);
            } else {
                self.objected.remove(&root);
            }
        }
        Ok(())
    }

    /// The record at the end of the links.
    fn root(&self, person: Uuid) -> Uuid {
        let mut at = person;
        // Links make no circle; should they, the walk ends all the same.
        for _ in 0..=self.links.len() {
            match self.links.get(&at) {
                Some(next) => at = *next,
                None => break,
            }
        }
        at
    }

    fn number(&mut self, person: Uuid) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(self.root(person)).or_insert(next)
    }

    fn objected_at(&self, person: Uuid) -> Option<DateTime<Utc>> {
        self.objected.get(&self.root(person)).copied()
    }
}

impl Work<'_> {
    /// Facts of all records, as they were known at a moment; requests from another moment on. Reading figures is an entry in
    /// the log.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn figure_facts(
        &mut self,
        grant: &Grant<ReadLiveFigures>,
        from: DateTime<Utc>,
        as_of: DateTime<Utc>,
    ) -> Result<Facts, StoreError> {
        self.log_figures(grant).await?;
        Ok(self.figure_sources(grant, from, as_of).await?.0)
    }

    /// Writes down that figures were read, where they come out of memory.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn log_figures(&mut self, grant: &Grant<ReadLiveFigures>) -> Result<(), StoreError> {
        self.log(grant, "figures").await
    }

    /// Facts together with the ids of the records behind them, for who keeps them in memory: each reading is then logged by
    /// itself ([`Work::log_figures`]).
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn figure_sources(
        &mut self,
        grant: &Grant<ReadLiveFigures>,
        from: DateTime<Utc>,
        as_of: DateTime<Utc>,
    ) -> Result<(Facts, Sources), StoreError> {
        let controller = grant.facts().controller;
        let basis = self.records.register().basis(Purpose::Figures);
        let counts_objections = basis.is_none_or(|basis| basis == Basis::Interest);
        let mut persons = Persons::read(&self.transaction, controller, counts_objections, as_of).await?;
        let mut words = Words::default();
        let read =
            enquiries::read(&self.transaction, controller, &mut persons, &mut words, from, as_of).await?;
        let (files, case_ids) =
            cell::files(&self.transaction, controller, &mut persons, &mut words, as_of).await?;
        let meetings = cell::meetings(&self.transaction, controller, as_of).await?;
        let sources = Sources { enquiries: read.enquiry_ids, unmet: read.unmet_ids, files: case_ids };
        // No table of referrals to European networks yet: stated in the report, not counted as none.
        let facts =
            Facts { enquiries: read.enquiries, unmet: read.unmet, files, meetings, referrals: None, words };
        Ok((facts, sources))
    }
}
