//! One-time codes over a second channel: link and code alone are not identity (duty D3).

use super::link::Travelled;
use crate::StoreError;
use crate::entities::proof_code;
use crate::records::Work;
use crate::records::outbox::Outgoing;
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{FollowOwnEnquiry, Grant, LockLink};
use ariane_domain::person::Sending;
use ariane_privacy::{random, secret};
use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// How long a code is good for that went by mail or was read out.
const LASTS: TimeDelta = TimeDelta::minutes(30);
/// How long one is good for that goes by letter.
const LETTER_LASTS: TimeDelta = TimeDelta::days(14);
/// Wrong tries that end a code.
const MOST_WRONG: i32 = 5;
/// Codes by mail that are sent for one enquiry within an hour.
const MOST_MAILS: u64 = 3;

/// Whether a code can go by mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailProof {
    /// It can.
    Possible,
    /// No address is on record.
    NoAddress,
    /// The link itself went to that mailbox: a code there would be no second channel.
    SameChannel,
    /// The person does not wish to be written to by mail (duty D10).
    NotWished,
    /// Too many were sent within the hour.
    TooMany,
}

impl MailProof {
    /// Stable word for texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::NoAddress => "no-address",
            Self::SameChannel => "same-channel",
            Self::NotWished => "not-wished",
            Self::TooMany => "too-many",
        }
    }
}

impl Work<'_> {
    /// Whether a code can go by mail to who holds the link of the grant's enquiry.
    pub async fn mail_proof(&mut self, grant: &Grant<FollowOwnEnquiry>) -> Result<MailProof, StoreError> {
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, grant.facts().enquiry).await?;
        let persons = self.open_persons(controller, &[row.requester_id]).await?;
        let Some(person) = persons.first() else { return Err(StoreError::NotThere) };
        let travelled = self.link_of(controller, row.id).await?.map(|l| l.travelled);
        let recent = self.mails_lately(controller, row.id).await?;
        Ok(if person.identity.mail.is_empty() {
            MailProof::NoAddress
        } else if travelled == Some(Travelled::Mail) {
            MailProof::SameChannel
        } else if !matches!(
            person.identity.contact.sending(true, person.died_on.is_some()),
            Sending::Mail { .. }
        ) {
            MailProof::NotWished
        } else if recent >= MOST_MAILS {
            MailProof::TooMany
        } else {
            MailProof::Possible
        })
    }

    async fn mails_lately(&self, controller: Uuid, enquiry: Uuid) -> Result<u64, StoreError> {
        use sea_orm::PaginatorTrait;
        Ok(proof_code::Entity::find()
            .filter(proof_code::Column::ControllerId.eq(controller))
            .filter(proof_code::Column::EnquiryId.eq(enquiry))
            .filter(proof_code::Column::Channel.eq(Travelled::Mail.word()))
            .filter(proof_code::Column::CreatedAt.gt(self.now - TimeDelta::hours(1)))
            .count(&self.transaction)
            .await?)
    }

    /// Sends a code by mail to the address on record. `mail` is made of the code, the address and whether the subject
    /// must be neutral; who asks never learns the address.
    pub async fn send_proof(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
        mail: impl FnOnce(&str, &str, bool) -> Outgoing,
    ) -> Result<MailProof, StoreError> {
        let possible = self.mail_proof(grant).await?;
        if possible != MailProof::Possible {
            return Ok(possible);
        }
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, grant.facts().enquiry).await?;
        let persons = self.open_persons(controller, &[row.requester_id]).await?;
        let Some(person) = persons.first() else { return Err(StoreError::NotThere) };
        let code = self.insert_proof(controller, row.id, Travelled::Mail, None).await?;
        let outgoing = mail(&code, &person.identity.mail, person.identity.contact.is_neutral);
        self.enqueue_for(&row, "proof-code", &outgoing).await?;
        self.event(controller, row.id, "proof-sent", Travelled::Mail.word(), &grant.actor().pseudonym())
            .await?;
        self.note(grant).await?;
        Ok(possible)
    }

    /// Makes a code that a member of staff reads out after a call-back, or writes in a letter.
    pub async fn issue_proof(
        &mut self,
        grant: &Grant<LockLink>,
        travelled: Travelled,
    ) -> Result<String, StoreError> {
        let controller = grant.facts().controller;
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        let account = match grant.actor() {
            Actor::Staff(staff) => Some(staff.account),
            _ => None,
        };
        let code = self.insert_proof(controller, enquiry, travelled, account).await?;
        let actor = grant.actor().pseudonym();
        self.event(controller, enquiry, "proof-sent", travelled.word(), &actor).await?;
        self.note(grant).await?;
        Ok(code)
    }

    async fn insert_proof(
        &self,
        controller: Uuid,
        enquiry: Uuid,
        travelled: Travelled,
        issued_by: Option<Uuid>,
    ) -> Result<String, StoreError> {
        // 40 bits, behind five tries: a plain digest is enough, as nobody tries them against the store within the time.
        let code = random::spoken_code(2)?;
        let lasts = if travelled == Travelled::Letter { LETTER_LASTS } else { LASTS };
        proof_code::Entity::insert(proof_code::ActiveModel {
            controller_id: Set(controller),
            id: Set(self.id()?),
            enquiry_id: Set(enquiry),
            code_digest: Set(digest(enquiry, &code)),
            channel: Set(travelled.word().to_owned()),
            issued_by: Set(issued_by),
            wrong: Set(0),
            created_at: Set(self.now),
            expires_at: Set(self.now + lasts),
            used_at: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(code)
    }

    /// Uses a code up; false when it is wrong, old, used, or was tried too often. A wrong try counts against every code
    /// that is good now.
    pub async fn use_proof(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
        typed: &str,
    ) -> Result<bool, StoreError> {
        use proof_code::Column as C;
        let controller = grant.facts().controller;
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        let wanted = digest(enquiry, &random::typed_code(typed));
        let rows = proof_code::Entity::find()
            .filter(C::ControllerId.eq(controller))
            .filter(C::EnquiryId.eq(enquiry))
            .filter(C::UsedAt.is_null())
            .filter(C::ExpiresAt.gt(self.now))
            .filter(C::Wrong.lt(MOST_WRONG))
            .order_by_desc(C::CreatedAt)
            .all(&self.transaction)
            .await?;
        let right = rows.iter().find(|row| secret::is_equal(&row.code_digest, &wanted));
        let update = proof_code::Entity::update_many().filter(C::ControllerId.eq(controller));
        match right {
            Some(row) => {
                update
                    .col_expr(C::UsedAt, Expr::value(self.now))
                    .filter(C::Id.eq(row.id))
                    .exec(&self.transaction)
                    .await?;
                self.event(controller, enquiry, "proof-given", &row.channel, &grant.actor().pseudonym())
                    .await?;
            }
            None if rows.is_empty() => {}
            None => {
                update
                    .col_expr(C::Wrong, Expr::col(C::Wrong).add(1))
                    .filter(C::Id.is_in(rows.iter().map(|row| row.id)))
                    .exec(&self.transaction)
                    .await?;
            }
        }
        Ok(right.is_some())
    }
}

fn digest(enquiry: Uuid, code: &str) -> Vec<u8> {
    secret::digest(&format!("proof\n{enquiry}\n{code}"))
}
