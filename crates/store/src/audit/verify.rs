//! The check of the whole log: every stream, every entry, every head.

use super::{entry_of, full_name, heads};
use crate::entities::{audit_entry, audit_stream};
use crate::{Store, StoreError};
use ariane_privacy::chain::{Fault, Hash, Head, StreamCheck, check_heads};
use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Entries read at once.
const PAGE: u64 = 5_000;

/// What the check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Streams looked at.
    pub streams: usize,
    /// Entries looked at.
    pub entries: u64,
    /// Heads looked at: those in the store and those kept elsewhere.
    pub heads: usize,
    /// What is wrong, and where.
    pub faults: Vec<Fault>,
}

type Marks = BTreeMap<String, Vec<(i64, Hash, NaiveDate)>>;

impl Store {
    /// Checks everything. `kept` are the heads kept elsewhere; `key` is the public key that signs heads, in hexadecimal.
    ///
    /// Without kept heads a log whose end was cut off, with its counter and its heads, looks whole: keep them elsewhere.
    pub async fn verify_audit(&self, kept: &[Head], key: &str) -> Result<Report, StoreError> {
        let own = self.heads().await?;
        let mut report = Report { heads: own.len().max(kept.len()), ..Report::default() };
        report.faults.extend(check_heads(&own, key));
        report.faults.extend(check_heads(kept, key));
        for head in kept {
            let is_same = own.get(usize::try_from(head.number - 1).unwrap_or(usize::MAX)) == Some(head);
            if !is_same {
                report.faults.push(Fault::ForgedHead { day: head.day });
            }
        }
        report.faults.dedup();
        let mut marks: Marks = BTreeMap::new();
        for head in own.iter().chain(kept) {
            for stream in &head.streams {
                let hash = HEXLOWER.decode(stream.hash.as_bytes()).ok().and_then(|h| h.try_into().ok());
                let mark = (stream.number, hash.unwrap_or_default(), head.day);
                let of_stream = marks.entry(stream.stream.clone()).or_default();
                if !of_stream.contains(&mark) {
                    of_stream.push(mark);
                }
            }
        }
        self.verify_streams(&mut report, marks).await?;
        Ok(report)
    }

    async fn verify_streams(&self, report: &mut Report, mut marks: Marks) -> Result<(), StoreError> {
        let counters = audit_stream::Entity::find()
            .select_only()
            .column(audit_stream::Column::ControllerId)
            .column(audit_stream::Column::Stream)
            .column(audit_stream::Column::Number)
            .into_tuple::<(Uuid, String, i64)>()
            .all(&self.db)
            .await?;
        let mut expected: BTreeMap<String, i64> =
            counters.into_iter().map(|(c, stream, number)| (full_name(c, &stream), number)).collect();
        let mut after: Option<(Uuid, String, i64)> = None;
        let mut current: Option<(String, StreamCheck)> = None;
        loop {
            let page = self.entries_after(after.as_ref()).await?;
            for row in &page {
                let name = full_name(row.controller_id, &row.stream);
                if current.as_ref().is_none_or(|(open, _)| *open != name) {
                    finish(report, current.take(), &mut expected);
                    let check = StreamCheck::new(&name).with_marks(marks.remove(&name).unwrap_or_default());
                    current = Some((name, check));
                    report.streams += 1;
                }
                if let Some((_, check)) = &mut current {
                    check.look(&entry_of(row), &row.hash);
                }
                report.entries += 1;
            }
            match page.last() {
                Some(last) => after = Some((last.controller_id, last.stream.clone(), last.number)),
                None => break,
            }
        }
        finish(report, current, &mut expected);
        // What is left was named by a counter or by a head, and no entry of it is there.
        for stream in expected.into_keys().chain(marks.into_keys()) {
            let fault = Fault::MissingStream { stream };
            if !report.faults.contains(&fault) {
                report.faults.push(fault);
            }
        }
        Ok(())
    }

    async fn entries_after(
        &self,
        after: Option<&(Uuid, String, i64)>,
    ) -> Result<Vec<audit_entry::Model>, StoreError> {
        use audit_entry::Column as C;
        let mut query = audit_entry::Entity::find();
        if let Some((controller, stream, number)) = after {
            let later = Condition::any()
                .add(C::ControllerId.gt(*controller))
                .add(Condition::all().add(C::ControllerId.eq(*controller)).add(C::Stream.gt(stream.as_str())))
                .add(
                    Condition::all()
                        .add(C::ControllerId.eq(*controller))
                        .add(C::Stream.eq(stream.as_str()))
                        .add(C::Number.gt(*number)),
                );
            query = query.filter(later);
        }
        Ok(query
            .order_by_asc(C::ControllerId)
            .order_by_asc(C::Stream)
            .order_by_asc(C::Number)
            .limit(PAGE)
            .all(&self.db)
            .await?)
    }
}

fn finish(report: &mut Report, checked: Option<(String, StreamCheck)>, expected: &mut BTreeMap<String, i64>) {
    if let Some((name, check)) = checked {
        let last = expected.remove(&name).unwrap_or_default();
        report.faults.extend(check.end(last));
    }
}

/// The heads that were kept in a directory; none when there is no such directory.
pub fn kept_heads(directory: Option<&std::path::Path>) -> Result<Vec<Head>, StoreError> {
    directory.map_or(Ok(Vec::new()), heads::kept)
}
