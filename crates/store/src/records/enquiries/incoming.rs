//! What tells to which thread a mail belongs: tokens, known messages, who takes part; and where the mailbox was left.

use crate::StoreError;
use crate::entities::{enquiry, message, outbox};
use crate::records::{Records, Work, open_text};
use ariane_domain::access::grant::{Grant, LogEnquiry};
use ariane_privacy::blind::{self, Kind};
use ariane_privacy::secret;
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Digest of a thread token, as the store keeps it.
pub(crate) fn token_digest(token: &str) -> String {
    HEXLOWER.encode(&secret::digest(&token.to_ascii_uppercase()))
}

/// A message that the store knows, with its thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownThread {
    /// The enquiry; after merges the one that goes on.
    pub enquiry: Uuid,
    /// Addresses of those who take part in it, in comparable form.
    pub participants: Vec<String>,
    /// Whether the infoline wrote the message.
    pub is_ours: bool,
}

impl Records {
    /// The token of an enquiry's thread: 26 characters of base 32, not to be guessed, made from the enquiry's id and the
    /// master key, so that nothing that opens a thread lies in the database.
    pub fn thread_token(&self, enquiry: Uuid) -> String {
        BASE32_NOPAD.encode(&self.blind.token(Kind::Thread, &enquiry.to_string()))
    }
}

/// The address within `Name <address>`, in comparable form; none when there is none.
fn address_in(from: &str) -> Option<String> {
    let address = match (from.rfind('<'), from.rfind('>')) {
        (Some(open), Some(close)) if open < close => from.get(open + 1..close)?,
        _ => from,
    };
    let address = blind::mail(address);
    (address.contains('@') && !address.contains(char::is_whitespace)).then_some(address)
}

impl Work<'_> {
    /// The enquiry of a thread token.
    pub async fn enquiry_of_token(&self, controller: Uuid, token: &str) -> Result<Option<Uuid>, StoreError> {
        let row = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(enquiry::Column::ThreadToken.eq(token_digest(token)))
            .one(&self.transaction)
            .await?;
        match row {
            Some(row) => Ok(Some(self.after_merges(row).await?)),
            None => Ok(None),
        }
    }

    async fn after_merges(&self, mut row: enquiry::Model) -> Result<Uuid, StoreError> {
        // A chain of merges has no circle; the bound only keeps damaged data from holding the intake up.
        for _ in 0..100 {
            let Some(next) = row.merged_into else { break };
            row = self.enquiry_row(row.controller_id, Some(next)).await?;
        }
        Ok(row.id)
    }

    /// What is known of a Message-ID: its thread, and who takes part in it.
    pub async fn known_thread(
        &mut self,
        grant: &Grant<LogEnquiry>,
        message_id: &str,
    ) -> Result<Option<KnownThread>, StoreError> {
        let controller = grant.facts().controller;
        let token = self.records.message_token(message_id);
        if token.is_empty() {
            return Ok(None);
        }
        let found = message::Entity::find()
            .filter(message::Column::ControllerId.eq(controller))
            .filter(message::Column::MessageToken.eq(token.as_str()))
            .one(&self.transaction)
            .await?;
        let (enquiry, is_ours) = match found {
            Some(row) => (Some(row.enquiry_id), row.direction == "out"),
            None => {
                let sent = outbox::Entity::find()
                    .filter(outbox::Column::ControllerId.eq(controller))
                    .filter(outbox::Column::MessageToken.eq(token))
                    .one(&self.transaction)
                    .await?;
                (sent.and_then(|row| row.enquiry_id), true)
            }
        };
        let Some(enquiry) = enquiry else { return Ok(None) };
        let row = self.enquiry_row(controller, Some(enquiry)).await?;
        let enquiry = self.after_merges(row).await?;
        let participants = self.participants(controller, enquiry).await?;
        Ok(Some(KnownThread { enquiry, participants, is_ours }))
    }

    /// Addresses of those who take part in a thread: requester, person concerned, and who wrote in it. None when the
    /// person was erased: nobody joins a thread that nobody can read.
    async fn participants(&mut self, controller: Uuid, enquiry: Uuid) -> Result<Vec<String>, StoreError> {
        let row = self.enquiry_row(controller, Some(enquiry)).await?;
        let key = match self.key(row.subject_id).await {
            Ok(key) => key,
            Err(StoreError::Erased) => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut ids = vec![row.requester_id];
        ids.extend(row.concerned_id);
        let persons = self.open_persons(controller, &ids).await?;
        let mut addresses: BTreeSet<String> =
            persons.iter().filter_map(|person| address_in(&person.identity.mail)).collect();
        let messages = message::Entity::find()
            .filter(message::Column::ControllerId.eq(controller))
            .filter(message::Column::EnquiryId.eq(enquiry))
            .filter(message::Column::Direction.eq("in"))
            .all(&self.transaction)
            .await?;
        for message in messages {
            let from = open_text(&key, "message", "sealed_from", message.id, message.sealed_from.as_deref())?;
            addresses.extend(address_in(&from));
        }
        Ok(addresses.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::address_in;

    #[test]
    fn an_address_is_read_with_or_without_a_name() {
        assert_eq!(
            address_in("Anne <Anne.Fictive@Example.org>").as_deref(),
            Some("anne.fictive@example.org")
        );
        assert_eq!(address_in("a@b.example").as_deref(), Some("a@b.example"));
        assert_eq!(address_in("Anne"), None);
        assert_eq!(address_in("> x <"), None);
        assert_eq!(address_in("x y@z <"), None);
    }
}
