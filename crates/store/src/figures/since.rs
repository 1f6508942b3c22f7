//! What changed since figures were read: only the records that were touched are read again.
//!
//! Every change of a request or file that figures count leaves a row of its own, with an id that tells its time; those of the ten
//! minutes before the [`Mark`] are looked at again, for units of work that began earlier and ended later. A link between persons or
//! an objection changes who is who: then everything has to be read anew. So it has where the newest rows that were known are gone:
//! an older store was put back in the place of the one that was read.

use super::enquiries::{self, Times, Which};
use super::mark::{Mark, Table};
use super::persons::Persons;
use super::reading::in_order;
use super::{cell, referral};
use crate::StoreError;
use crate::entities::{case_event, case_file, case_step, enquiry, enquiry_event, unmet_need};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ReadLiveFigures};
use ariane_figures::count::ledger::{Changes, Keys};
use ariane_figures::fact::{Facts, Words};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashSet;
use uuid::Uuid;

/// More records than these are sooner read with all others, in stretches.
const MOST: usize = 5_000;

/// Ids in a column of rows that were written since.
async fn touched<E>(
    db: &DatabaseTransaction,
    controller: (E::Column, Uuid),
    (id, since): (E::Column, Uuid),
    column: E::Column,
    into: &mut HashSet<Uuid>,
) -> Result<(), StoreError>
where
    E: EntityTrait,
{
    let found: Vec<Uuid> = E::find()
        .select_only()
        .column(column)
        .filter(controller.0.eq(controller.1))
        .filter(id.gte(since))
        .limit(MOST as u64 + 1)
        .into_tuple()
        .all(db)
        .await?;
    into.extend(found);
    Ok(())
}

/// Whether the newest row that was known, where there was one, is still there.
async fn is_there<E>(
    db: &DatabaseTransaction,
    controller: (E::Column, Uuid),
    (id, newest): (E::Column, Option<Uuid>),
) -> Result<bool, StoreError>
where
    E: EntityTrait,
{
    let Some(newest) = newest else { return Ok(true) };
    let found: Option<Uuid> = E::find()
        .select_only()
        .column(id)
        .filter(controller.0.eq(controller.1))
        .filter(id.eq(newest))
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.is_some())
}

impl Work<'_> {
    /// What has to be laid out anew, knowing how the tables stood and who was who when all was read; none where all has to be read
    /// again.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn figures_since(
        &mut self,
        grant: &Grant<ReadLiveFigures>,
        mark: &Mark,
        (persons, words): (&Persons, &Words),
        from: DateTime<Utc>,
        as_of: DateTime<Utc>,
    ) -> Result<Option<(Changes<Uuid>, Persons)>, StoreError> {
        let controller = grant.facts().controller;
        if !self.figure_persons(controller, as_of).await?.agrees_with(persons) {
            return Ok(None);
        }
        let db = &self.transaction;
        let (mut requests, mut files) = (HashSet::new(), HashSet::new());
        macro_rules! look {
            ($table:ident, $of:expr, $column:ident, $into:expr) => {{
                use $table::Column as C;
                let (ours, since) = ((C::ControllerId, controller), (C::Id, mark.since($of)));
                if !is_there::<$table::Entity>(db, ours, (C::Id, mark.newest($of))).await? {
                    return Ok(None);
                }
                touched::<$table::Entity>(db, ours, since, C::$column, $into).await?;
            }};
        }
        look!(enquiry, Table::Enquiry, Id, &mut requests);
        look!(enquiry_event, Table::EnquiryEvent, EnquiryId, &mut requests);
        look!(unmet_need, Table::UnmetNeed, EnquiryId, &mut requests);
        look!(case_file, Table::CaseFile, Id, &mut files);
        look!(case_event, Table::CaseEvent, FileId, &mut files);
        look!(case_step, Table::CaseStep, FileId, &mut files);
        if requests.len() > MOST || files.len() > MOST {
            return Ok(None);
        }
        let (mut persons, mut words) = (persons.clone(), words.clone());
        let (mut read, mut of_cell) = (enquiries::Read::default(), cell::Read::default());
        let times = Times { from, as_of };
        let list = |set: &HashSet<Uuid>| set.iter().copied().collect::<Vec<_>>();
        for ids in list(&requests).chunks(500) {
            let known = (&mut persons, &mut words);
            enquiries::read(db, controller, Which::These(ids), known, times, &mut read).await?;
        }
        for ids in list(&files).chunks(500) {
            let known = (&mut persons, &mut words);
            cell::read(db, controller, Which::These(ids), known, as_of, &mut of_cell).await?;
        }
        let (meetings, meeting_ids) = cell::meetings(db, controller, as_of).await?;
        let (referrals, referral_ids) =
            referral::read(db, controller, (&mut persons, &mut words), as_of).await?;
        let (enquiries, enquiry_ids) = in_order(read.enquiries, read.enquiry_ids, |one| one.received_at);
        let (unmet, unmet_ids) = in_order(read.unmet, read.unmet_ids, |one| one.at);
        let (file_facts, file_ids) = in_order(of_cell.files, of_cell.ids, |one| one.received_at);
        let facts = Facts { enquiries, unmet, files: file_facts, meetings, referrals, words };
        let keys = Keys {
            enquiries: enquiry_ids,
            unmet: unmet_ids,
            files: file_ids,
            meetings: meeting_ids,
            referrals: referral_ids,
        };
        Ok(Some((Changes { enquiries: requests, files, facts, keys }, persons)))
    }
}
