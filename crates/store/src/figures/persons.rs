//! Who is the same person, and who objected to figures.

use crate::StoreError;
use crate::entities::{choice, person};
use ariane_domain::purpose::{Choice, Purpose};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// Numbers for persons, without meaning outside of one set of facts. Records that are linked as one person have one.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Persons {
    numbers: HashMap<Uuid, u32>,
    links: HashMap<Uuid, Uuid>,
    objected: HashMap<Uuid, DateTime<Utc>>,
}

impl Persons {
    pub(super) async fn read(
        transaction: &DatabaseTransaction,
        controller: Uuid,
        counts_objections: bool,
        as_of: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let links: Vec<(Uuid, Option<Uuid>)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::GroupId])
            .filter(person::Column::ControllerId.eq(controller))
            // In these words, so that a database finds those few by their index.
            .filter(person::Column::GroupId.gt(Uuid::nil()))
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

    /// Whether links and objections are the same: then numbers of the one hold for the other.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        self.links == other.links && self.objected == other.objected
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

    pub(super) fn number(&mut self, person: Uuid) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(self.root(person)).or_insert(next)
    }

    pub(super) fn objected_at(&self, person: Uuid) -> Option<DateTime<Utc>> {
        self.objected.get(&self.root(person)).copied()
    }
}
