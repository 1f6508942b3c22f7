//! Whether something that figures count was written since they were computed.
//!
//! Ids begin with the time at which they were made. The newest id of a table, with how many lie in the ten minutes before it, tells
//! whether a row was added, also by a unit of work that began earlier and ended later. What changes without a new row (a link
//! between two persons, a meeting that ends) is not seen: who keeps figures in memory lets them grow old besides.

use crate::StoreError;
use crate::entities::{
    case_event, case_file, case_step, cell_meeting, choice, enquiry, enquiry_event, person, unmet_need,
};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ReadLiveFigures};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

/// How the tables stand that figures are computed from; equal while no row was added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark(Vec<(Option<Uuid>, u64)>);

/// Ten minutes, in the milliseconds that ids begin with.
const BACK: u128 = 600_000;

/// The first id that could have been made ten minutes before this one.
fn ten_minutes_before(id: Uuid) -> Uuid {
    Uuid::from_u128(((id.as_u128() >> 80).saturating_sub(BACK)) << 80)
}

/// Newest id of a table, and how many lie in the ten minutes before.
async fn of<E>(
    db: &impl ConnectionTrait,
    controller: Uuid,
    of_controller: E::Column,
    id: E::Column,
) -> Result<(Option<Uuid>, u64), StoreError>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    let all = E::find().filter(of_controller.eq(controller));
    let newest: Option<Uuid> =
        all.clone().select_only().column(id).order_by_desc(id).limit(1).into_tuple().one(db).await?;
    let Some(newest) = newest else { return Ok((None, 0)) };
    let count = all.filter(id.gte(ten_minutes_before(newest))).count(db).await?;
    Ok((Some(newest), count))
}

impl Work<'_> {
    /// How the tables stand now.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn figure_mark(&mut self, grant: &Grant<ReadLiveFigures>) -> Result<Mark, StoreError> {
        let (db, ours) = (&self.transaction, grant.facts().controller);
        macro_rules! marks {
            ($($table:ident),*) => {
                vec![$(
                    of::<$table::Entity>(db, ours, $table::Column::ControllerId, $table::Column::Id).await?,
                )*]
            };
        }
        Ok(Mark(marks![
            enquiry,
            enquiry_event,
            unmet_need,
            case_file,
            case_event,
            case_step,
            cell_meeting,
            choice,
            person
        ]))
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
    }
}
