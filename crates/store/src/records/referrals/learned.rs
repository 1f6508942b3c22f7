//! Waiting times from codes and days alone: no sealed column is read, no key is asked for.

use crate::StoreError;
use crate::entities::{choice, person, referral as r};
use crate::records::Records;
use ariane_domain::cell::Reality;
use ariane_domain::purpose::{Choice, Purpose};
use ariane_domain::referral::waiting::{Learned, Waited, learned};
use chrono::{DateTime, Months, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

type Row = (Uuid, Option<String>, Option<DateTime<Utc>>, Option<NaiveDate>);

impl Records {
    /// What was learned of each recipient in the directory, over the last months that the installation sets. Who objected to being
    /// counted is not.
    pub async fn learned_waiting(
        &self,
        controller: Uuid,
        now: DateTime<Utc>,
    ) -> Result<BTreeMap<String, Learned>, StoreError> {
        let settings = self.referral();
        let Some(from) = now.checked_sub_months(Months::new(u32::from(settings.waiting_months))) else {
            return Ok(BTreeMap::new());
        };
        let rows: Vec<Row> = r::Entity::find()
            .select_only()
            .columns([
                r::Column::SubjectId,
                r::Column::Organisation,
                r::Column::SentAt,
                r::Column::AppointmentOn,
            ])
            .filter(r::Column::ControllerId.eq(controller))
            .filter(r::Column::Reality.eq(Reality::Real.word()))
            .filter(r::Column::Organisation.is_not_null())
            .filter(r::Column::AppointmentOn.is_not_null())
            .filter(r::Column::SentAt.gte(from))
            .into_tuple()
            .all(&self.store.db)
            .await?;
        let subjects: BTreeSet<Uuid> = rows.iter().map(|row| row.0).collect();
        let (linked, objected) =
            (self.linked(controller, &subjects).await?, self.objected(controller, &subjects).await?);
        let mut waits: BTreeMap<String, Vec<Waited>> = BTreeMap::new();
        for (subject, organisation, sent, appointment) in rows {
            let (Some(organisation), Some(sent), Some(day)) = (organisation, sent, appointment) else {
                continue;
            };
            if objected.contains(&subject) {
                continue;
            }
            let one = linked.get(&subject).copied().unwrap_or(subject);
            waits.entry(organisation).or_default().extend(Waited::between(one, self.day(sent), day));
        }
        let told =
            waits.into_iter().filter_map(|(id, all)| Some((id, learned(&all, settings.least_for_waiting)?)));
        Ok(told.collect())
    }

    /// Records that are linked as one person count as one.
    async fn linked(
        &self,
        controller: Uuid,
        subjects: &BTreeSet<Uuid>,
    ) -> Result<BTreeMap<Uuid, Uuid>, StoreError> {
        let rows: Vec<(Uuid, Option<Uuid>)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::GroupId])
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(subjects.iter().copied()))
            .into_tuple()
            .all(&self.store.db)
            .await?;
        Ok(rows.into_iter().filter_map(|(id, group)| Some((id, group?))).collect())
    }

    async fn objected(
        &self,
        controller: Uuid,
        subjects: &BTreeSet<Uuid>,
    ) -> Result<BTreeSet<Uuid>, StoreError> {
        let made: Vec<(Uuid, String)> = choice::Entity::find()
            .select_only()
            .columns([choice::Column::PersonId, choice::Column::Choice])
            .filter(choice::Column::ControllerId.eq(controller))
            .filter(choice::Column::Purpose.eq(Purpose::Figures.word()))
            .filter(choice::Column::PersonId.is_in(subjects.iter().copied()))
            .order_by_asc(choice::Column::At)
            .into_tuple()
            .all(&self.store.db)
            .await?;
        let mut objected = BTreeSet::new();
        for (person, word) in made {
            if word == Choice::Objected.word() {
                objected.insert(person);
            } else {
                objected.remove(&person);
            }
        }
        Ok(objected)
    }
}
