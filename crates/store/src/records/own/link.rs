//! Private links: a token of 256 bits in an address, and a short code beside it. Both are kept as digests only.

use crate::StoreError;
use crate::entities::private_link;
use crate::records::{Records, Work};
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{Act, AnswerEnquiry, Grant, LockLink, WriteToInfoline};
use ariane_privacy::secret;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A grant that lets a link be made: the receipt of a form, a listener's answer, a renewal.
pub trait MayLink: Act {}
impl MayLink for WriteToInfoline {}
impl MayLink for AnswerEnquiry {}
impl MayLink for LockLink {}

/// Over which channel a link went to the person: a code that goes the same way proves nothing more (duty D3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Travelled {
    /// Shown on the screen after the form.
    Screen,
    /// By mail.
    Mail,
    /// Read out on the telephone.
    Spoken,
    /// By letter.
    Letter,
}

impl Travelled {
    /// All channels.
    pub const ALL: [Self; 4] = [Self::Screen, Self::Mail, Self::Spoken, Self::Letter];

    /// Stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Mail => "mail",
            Self::Spoken => "spoken",
            Self::Letter => "letter",
        }
    }

    /// Reads [`Travelled::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// A link as it is found by its token. Nothing personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Organisation.
    pub controller: Uuid,
    /// Enquiry.
    pub enquiry: Uuid,
    /// argon2id hash of the short code.
    pub code_hash: String,
    /// How it went to the person.
    pub travelled: Travelled,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When staff locked it.
    pub locked_at: Option<DateTime<Utc>>,
}

fn read(row: private_link::Model) -> Link {
    Link {
        controller: row.controller_id,
        enquiry: row.enquiry_id,
        code_hash: row.code_hash,
        // What is not known went the way on which least may be built.
        travelled: Travelled::from_word(&row.channel).unwrap_or(Travelled::Mail),
        created_at: row.created_at,
        locked_at: row.locked_at,
    }
}

impl Records {
    /// The link of a token. Holds nothing personal; what it opens is decided by its code and the policy.
    pub async fn link_of_token(&self, token: &str) -> Result<Option<Link>, StoreError> {
        let row = private_link::Entity::find()
            .filter(private_link::Column::TokenDigest.eq(secret::digest(token)))
            .one(&self.store.db)
            .await?;
        Ok(row.map(read))
    }
}

impl Work<'_> {
    /// Makes the link of an enquiry; one that was there before ends. `code_hash` is the argon2id hash of the short code.
    pub async fn make_link<A: MayLink>(
        &mut self,
        grant: &Grant<A>,
        enquiry: Uuid,
        token: &str,
        code_hash: &str,
        travelled: Travelled,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, Some(enquiry)).await?;
        // A parent's link ends at majority and is not made again: the person is asked afresh (duty D23).
        if self.has_come_of_age(&row).await? {
            return Err(StoreError::NotPossible);
        }
        // Whoever writes is given the first link of what they wrote; only staff put another in its place.
        if matches!(grant.actor(), Actor::Anyone) && self.link_of(controller, enquiry).await?.is_some() {
            return Err(StoreError::NotPossible);
        }
        private_link::Entity::delete_many()
            .filter(private_link::Column::ControllerId.eq(controller))
            .filter(private_link::Column::EnquiryId.eq(enquiry))
            .exec(&self.transaction)
            .await?;
        private_link::Entity::insert(private_link::ActiveModel {
            controller_id: Set(controller),
            id: Set(self.id()?),
            enquiry_id: Set(enquiry),
            token_digest: Set(secret::digest(token)),
            code_hash: Set(code_hash.to_owned()),
            channel: Set(travelled.word().to_owned()),
            created_at: Set(self.now),
            locked_at: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.event(controller, enquiry, "link-made", travelled.word(), &grant.actor().pseudonym()).await
    }

    /// The link of an enquiry. Nothing personal.
    pub async fn link_of(&self, controller: Uuid, enquiry: Uuid) -> Result<Option<Link>, StoreError> {
        let row = private_link::Entity::find()
            .filter(private_link::Column::ControllerId.eq(controller))
            .filter(private_link::Column::EnquiryId.eq(enquiry))
            .order_by_desc(private_link::Column::CreatedAt)
            .one(&self.transaction)
            .await?;
        Ok(row.map(read))
    }

    /// Locks the link of the grant's enquiry, or opens it again. Whoever has it open must be signed out besides
    /// (`Accounts::end_link_sessions`).
    pub async fn lock_link(&mut self, grant: &Grant<LockLink>, is_locked: bool) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        let changed = private_link::Entity::update_many()
            .col_expr(private_link::Column::LockedAt, Expr::value(is_locked.then_some(self.now)))
            .filter(private_link::Column::ControllerId.eq(controller))
            .filter(private_link::Column::EnquiryId.eq(enquiry))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::NotThere);
        }
        let kind = if is_locked { "link-locked" } else { "link-unlocked" };
        self.event(controller, enquiry, kind, "", &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }
}
