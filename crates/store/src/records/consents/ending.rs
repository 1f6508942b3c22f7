//! Agreements that end soon or have just ended, over all files: for the list of what waits.

use super::{TABLE, agreement};
use crate::StoreError;
use crate::entities::consent as c;
use crate::records::{Work, open_text};
use ariane_domain::consent::{Consent, GivenBy, Minority, RENEWAL_DAYS, ending};
use ariane_domain::purpose::Purpose;
use ariane_domain::representation::RepresentativeKind;
use ariane_privacy::seal::DataKey;
use chrono::{Days, NaiveDate};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// Most persons looked at: a list is worked off from its head.
const MOST: u64 = 2_000;

/// An agreement that ends, its recipient still sealed.
pub(in crate::records) struct Ends {
    /// The file in which it was given.
    pub file: Uuid,
    /// To what.
    pub purpose: Purpose,
    /// The day with which it ends.
    pub on: NaiveDate,
    row: c::Model,
}

impl Ends {
    /// Towards whom it was given; empty for everybody.
    pub fn recipient(&self, key: &DataKey) -> Result<String, StoreError> {
        let sealed = self.row.sealed_recipient.as_deref();
        open_text(key, TABLE, "sealed_recipient", self.row.id, sealed)
    }
}

impl Work<'_> {
    /// Persons of whom an agreement may end: by its last day, or because a parent gave it. Days of birth are sealed, so of the latter
    /// each is looked at.
    async fn may_end(&self, controller: Uuid, today: NaiveDate) -> Result<BTreeSet<Uuid>, StoreError> {
        let days = Days::new(RENEWAL_DAYS.unsigned_abs());
        let from = today.checked_sub_days(days).unwrap_or(today);
        let until = today.checked_add_days(days).unwrap_or(today);
        let kinds = RepresentativeKind::ALL.into_iter().filter(|kind| kind.ends_at_majority());
        let ends = Condition::any()
            .add(c::Column::UntilDay.between(from, until))
            .add(c::Column::GivenBy.is_in(kinds.map(RepresentativeKind::word)));
        let found: Vec<Uuid> = c::Entity::find()
            .select_only()
            .column(c::Column::SubjectId)
            .distinct()
            .filter(c::Column::ControllerId.eq(controller))
            .filter(c::Column::WithdrawnAt.is_null())
            .filter(c::Column::UntilDay.gte(from))
            .filter(ends)
            .limit(MOST)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        Ok(found.into_iter().collect())
    }

    /// What ends, of all persons of an organisation.
    pub(in crate::records) async fn consents_ending(
        &mut self,
        controller: Uuid,
        today: NaiveDate,
    ) -> Result<Vec<Ends>, StoreError> {
        let persons = self.may_end(controller, today).await?;
        if persons.is_empty() {
            return Ok(Vec::new());
        }
        let rows = c::Entity::find()
            .filter(c::Column::ControllerId.eq(controller))
            .filter(c::Column::SubjectId.is_in(persons))
            .order_by_asc(c::Column::AskedAt)
            .order_by_asc(c::Column::Id)
            .all(&self.transaction)
            .await?;
        let mut of: BTreeMap<Uuid, Vec<(c::Model, Consent)>> = BTreeMap::new();
        for row in rows {
            if let Some(given) = agreement(&row)? {
                of.entry(row.subject_id).or_default().push((row, given));
            }
        }
        let spoken_for = |all: &[(c::Model, Consent)]| all.iter().any(|(_, one)| one.by != GivenBy::Person);
        let children: Vec<Uuid> =
            of.iter().filter(|(_, all)| spoken_for(all)).map(|(person, _)| *person).collect();
        let births: HashMap<Uuid, Option<NaiveDate>> = self
            .open_persons(controller, &children)
            .await?
            .into_iter()
            .map(|person| (person.id, person.identity.birth_date))
            .collect();
        let mut ends = Vec::new();
        for (person, all) in of {
            let minority = match births.get(&person) {
                Some(born) => Minority::of(*born, self.records.ages()),
                None => Minority::default(),
            };
            let given: Vec<Consent> = all.iter().map(|(_, one)| *one).collect();
            for one in ending(&given, today, &minority) {
                let Some((row, _)) = all.get(one.nth) else { continue };
                ends.push(Ends { file: row.file_id, purpose: one.purpose, on: one.on, row: row.clone() });
            }
        }
        Ok(ends)
    }
}
