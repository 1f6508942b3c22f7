//! Whether something that figures count was written since they were computed.
//!
//! Ids begin with the time at which they were made. The newest id of a table, with how many lie in the ten minutes before it, tells
//! whether a row was added, also by a unit of work that began earlier and ended later. How many persons are linked, and the newest
//! objection, tell whether somebody became somebody else. What changes without any of these (a meeting that
//! ends) is not seen: who keeps figures in memory lets them grow old besides. Where a person lives is written once and stays.

use crate::StoreError;
use crate::entities::{
    case_event, case_file, case_step, cell_meeting, choice, enquiry, enquiry_event, person, unmet_need,
};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ReadLiveFigures};
use ariane_domain::purpose::Purpose;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Tables whose newest rows tell what was touched.
#[derive(Debug, Clone, Copy)]
pub(super) enum Table {
    Enquiry,
    EnquiryEvent,
    UnmetNeed,
    CaseFile,
    CaseEvent,
    CaseStep,
}

/// How the tables stand that figures are computed from; equal while no row was added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    newest: Vec<(Option<Uuid>, usize)>,
    linked: u64,
}

impl Mark {
    /// The first id of a table that may have been written since.
    pub(super) fn since(&self, table: Table) -> Uuid {
        self.newest(table).map(ten_minutes_before).unwrap_or_default()
    }

    /// The newest id that a table had.
    pub(super) fn newest(&self, table: Table) -> Option<Uuid> {
        self.newest.get(table as usize).and_then(|(newest, _)| *newest)
    }
}

/// Ten minutes, in the milliseconds that ids begin with.
const BACK: u128 = 600_000;
/// So many of the ten minutes before are looked at: after an import there may be any number.
const MOST: u64 = 300;

/// The first id that could have been made ten minutes before this one.
fn ten_minutes_before(id: Uuid) -> Uuid {
    Uuid::from_u128(((id.as_u128() >> 80).saturating_sub(BACK)) << 80)
}

/// Newest id of a table, and how many lie in the ten minutes before.
async fn of<E>(
    db: &impl ConnectionTrait,
    all: sea_orm::Select<E>,
    id: E::Column,
) -> Result<(Option<Uuid>, usize), StoreError>
where
    E: EntityTrait,
{
    let newest: Vec<Uuid> =
        all.select_only().column(id).order_by_desc(id).limit(MOST).into_tuple().all(db).await?;
    let Some(first) = newest.first() else { return Ok((None, 0)) };
    let from = ten_minutes_before(*first);
    Ok((Some(*first), newest.iter().take_while(|id| **id >= from).count()))
}

impl Work<'_> {
    /// How the tables stand now.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn figure_mark(&mut self, grant: &Grant<ReadLiveFigures>) -> Result<Mark, StoreError> {
        let (db, ours) = (&self.transaction, grant.facts().controller);
        let mut newest = Vec::new();
        macro_rules! look {
            ($($table:ident),*) => {$({
                use $table::Column as C;
                let all = $table::Entity::find().filter(C::ControllerId.eq(ours));
                newest.push(of(db, all, C::Id).await?);
            })*};
        }
        // In the order of `Table`; then what is only compared.
        look!(enquiry, enquiry_event, unmet_need, case_file, case_event, case_step, cell_meeting);
        let objections = choice::Entity::find()
            .filter(choice::Column::ControllerId.eq(ours))
            .filter(choice::Column::Purpose.eq(Purpose::Figures.word()));
        newest.push(of(db, objections, choice::Column::Id).await?);
        let linked = person::Entity::find()
            .filter(person::Column::ControllerId.eq(ours))
            .filter(person::Column::GroupId.gt(Uuid::nil()))
            .count(db)
            .await?;
        Ok(Mark { newest, linked })
    }

    /// Whether there are more requests than so many: not by counting them all.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn has_more_enquiries(
        &mut self,
        grant: &Grant<ReadLiveFigures>,
        than: u64,
    ) -> Result<bool, StoreError> {
        let one: Option<Uuid> = enquiry::Entity::find()
            .select_only()
            .column(enquiry::Column::Id)
            .filter(enquiry::Column::ControllerId.eq(grant.facts().controller))
            .order_by_asc(enquiry::Column::Id)
            .offset(than)
            .limit(1)
            .into_tuple()
            .one(&self.transaction)
            .await?;
        Ok(one.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_ordered_by_their_time() {
        let id = Uuid::from_u128((1_795_348_800_000 << 80) | 7);
        let before = ten_minutes_before(id);
        assert_eq!(before.as_u128() >> 80, 1_795_348_200_000);
        assert_eq!(ten_minutes_before(Uuid::from_u128(5)), Uuid::nil());
        let mark = Mark { newest: vec![(None, 0), (Some(id), 3)], linked: 0 };
        assert_eq!((mark.since(Table::Enquiry), mark.since(Table::EnquiryEvent)), (Uuid::nil(), before));
    }
}
