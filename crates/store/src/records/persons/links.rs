//! Records of one person, linked: nothing is moved, so that parting them gives back what was.

use crate::StoreError;
use crate::entities::person;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, MergePersons};
use ariane_domain::enquiry::Linked;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Work<'_> {
    /// Links two records of one person. Nothing is moved or overwritten, so parting them gives back what was.
    pub async fn link_persons(
        &mut self,
        grant: &Grant<MergePersons>,
        kept: Uuid,
        other: Uuid,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let mut links = self.links_around(controller, &[kept, other]).await?;
        let (child, parent) = links.merge(&other, &kept).map_err(|_| StoreError::NotPossible)?;
        self.set_group(controller, child, Some(parent)).await?;
        self.note(grant).await
    }

    /// Takes back the link by which a record was joined to another.
    pub async fn part_persons(&mut self, grant: &Grant<MergePersons>, other: Uuid) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let mut links = self.links_around(controller, &[other]).await?;
        links.unmerge(&other).map_err(|_| StoreError::NotPossible)?;
        self.set_group(controller, other, None).await?;
        self.note(grant).await
    }

    async fn set_group(&self, controller: Uuid, person: Uuid, group: Option<Uuid>) -> Result<(), StoreError> {
        person::Entity::update_many()
            .col_expr(person::Column::GroupId, Expr::value(group))
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.eq(person))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// The links of the groups to which these records belong.
    async fn links_around(&self, controller: Uuid, persons: &[Uuid]) -> Result<Linked<Uuid>, StoreError> {
        let mut known: BTreeMap<Uuid, Option<Uuid>> = BTreeMap::new();
        let mut asked: BTreeSet<Uuid> = BTreeSet::new();
        let mut frontier: BTreeSet<Uuid> = persons.iter().copied().collect();
        while !frontier.is_empty() {
            let rows = self.links_of(controller, &frontier).await?;
            if frontier.iter().any(|id| !rows.iter().any(|(found, _)| found == id)) {
                return Err(StoreError::NotThere);
            }
            asked.append(&mut frontier);
            known.extend(rows.iter().copied());
            let named = rows.into_iter().flat_map(|(id, group)| [Some(id), group]).flatten();
            frontier = named.filter(|id| !asked.contains(id)).collect();
        }
        let pairs = known.into_iter().filter_map(|(id, group)| Some((id, group?)));
        Linked::read(pairs).map_err(|_| StoreError::NotPossible)
    }

    /// Records with one of these ids, or in the group of one of them. Asked one after the other: a database that is asked for
    /// either walks through everybody.
    async fn links_of(
        &self,
        controller: Uuid,
        ids: &BTreeSet<Uuid>,
    ) -> Result<Vec<(Uuid, Option<Uuid>)>, StoreError> {
        let mut rows = Vec::new();
        for column in [person::Column::Id, person::Column::GroupId] {
            let found: Vec<(Uuid, Option<Uuid>)> = person::Entity::find()
                .select_only()
                .columns([person::Column::Id, person::Column::GroupId])
                .filter(person::Column::ControllerId.eq(controller))
                .filter(column.is_in(ids.iter().copied()))
                .into_tuple()
                .all(&self.transaction)
                .await?;
            rows.extend(found);
        }
        Ok(rows)
    }

    /// All records of a person: the one named, and those linked with it.
    pub(crate) async fn same_person(&self, controller: Uuid, person: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let links = self.links_around(controller, &[person]).await?;
        Ok(links.group(&person).into_iter().collect())
    }
}
