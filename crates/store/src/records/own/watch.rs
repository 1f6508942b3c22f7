//! The log as the data protection officer looks at it (duty D26): a period of it, codes and pseudonyms only.

use crate::StoreError;
use crate::entities::audit_entry;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ReadAccessLog};
use ariane_domain::protection::unusual::Line;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Lines that are looked at once; a busier period is told as cut off.
const MOST: u64 = 200_000;

impl Work<'_> {
    /// What members of staff did since a time, earliest first; true beside it when there was more.
    pub async fn lines_since(
        &mut self,
        grant: &Grant<ReadAccessLog>,
        since: DateTime<Utc>,
    ) -> Result<(Vec<Line>, bool), StoreError> {
        use audit_entry::Column as C;
        let rows: Vec<(String, String, String, i64)> = audit_entry::Entity::find()
            .select_only()
            .columns([C::Actor, C::Action, C::Object, C::At])
            .filter(C::ControllerId.eq(grant.facts().controller))
            .filter(C::At.gte(since.timestamp_micros()))
            .filter(C::Actor.starts_with("account/"))
            .order_by_desc(C::At)
            .limit(MOST)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        self.note(grant).await?;
        let is_cut = rows.len() as u64 == MOST;
        let mut lines: Vec<Line> = rows
            .into_iter()
            .filter_map(|(actor, action, object, at)| {
                Some(Line { actor, action, object, at: DateTime::from_timestamp_micros(at)? })
            })
            .collect();
        lines.reverse();
        Ok((lines, is_cut))
    }
}
