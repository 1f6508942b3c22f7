//! Reading the log: by record, by account, by time. It holds no content.

use super::entry_of;
use crate::StoreError;
use crate::entities::audit_entry;
use crate::records::Work;
use ariane_domain::access::grant::{Act, Grant, ReadAccessLog, UseOwnRights};
use ariane_privacy::chain::Entry;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Which entries.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Of these streams only; of all where none is named.
    pub streams: Vec<String>,
    /// Of this actor only.
    pub actor: Option<String>,
    /// Before this time (microseconds since 1970), for paging.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u64,
}

impl Work<'_> {
    /// Entries, latest first. Looking at the log is itself logged.
    pub async fn access_log(
        &mut self,
        grant: &Grant<ReadAccessLog>,
        wanted: &Wanted,
    ) -> Result<Vec<Entry>, StoreError> {
        self.log(grant, "office").await?;
        self.entries(grant.facts().controller, wanted).await
    }

    /// Who opened an enquiry, and the file of the cell that it became, and when: for the person themselves.
    pub async fn own_access_log(
        &mut self,
        grant: &Grant<UseOwnRights>,
        limit: u64,
    ) -> Result<Vec<Entry>, StoreError> {
        let Some(enquiry) = grant.facts().enquiry else { return Err(StoreError::NotThere) };
        let stream = format!("enquiry/{enquiry}");
        self.log(grant, &stream).await?;
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, Some(enquiry)).await?;
        let mut streams = vec![stream];
        streams.extend(self.file_of_enquiry(&row).await?.map(|file| format!("case/{}", file.id)));
        let services = self.services_about(&row).await?;
        streams.extend(services.into_iter().map(|file| format!("service/{}", file.id)));
        let wanted = Wanted { streams, limit, ..Wanted::default() };
        self.entries(controller, &wanted).await
    }

    async fn entries(&self, controller: Uuid, wanted: &Wanted) -> Result<Vec<Entry>, StoreError> {
        use audit_entry::Column as C;
        let mut query = audit_entry::Entity::find().filter(C::ControllerId.eq(controller));
        if !wanted.streams.is_empty() {
            query = query.filter(C::Stream.is_in(wanted.streams.iter().map(String::as_str)));
        }
        if let Some(actor) = &wanted.actor {
            query = query.filter(C::Actor.eq(actor.as_str()));
        }
        if let Some(before) = wanted.before {
            query = query.filter(C::At.lt(before));
        }
        let rows = query
            .order_by_desc(C::At)
            .order_by_desc(C::Number)
            .limit(wanted.limit)
            .all(&self.transaction)
            .await?;
        Ok(rows.iter().map(entry_of).collect())
    }

    /// Uses a grant for something that the log tells by itself, in the stream of its record.
    pub async fn note<A: Act>(&self, grant: &Grant<A>) -> Result<(), StoreError> {
        let stream = stream_of(grant);
        self.log(grant, &stream).await
    }
}

/// The stream in which a grant's use is logged: the enquiry's, else the record's, else the office's.
pub(crate) fn stream_of<A: Act>(grant: &Grant<A>) -> String {
    let facts = grant.facts();
    match (facts.enquiry, facts.object.id) {
        (Some(enquiry), _) => format!("enquiry/{enquiry}"),
        (None, Some(_)) => facts.object.to_string(),
        (None, None) => "office".to_owned(),
    }
}
