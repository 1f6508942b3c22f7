//! How one may be reached, changed by oneself; correction of who one is.

use crate::StoreError;
use crate::entities::person;
use crate::records::Work;
use crate::records::persons::{Identity, Person};
use ariane_domain::access::grant::{FollowOwnEnquiry, Grant, UseOwnRights};
use ariane_domain::access::{Actor, Proof};
use ariane_domain::person::SafeContact;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

impl Work<'_> {
    /// How the requester of the grant's enquiry may be reached. Link and code show the wishes, not the address.
    pub async fn own_contact(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
    ) -> Result<(SafeContact, i32), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        let persons = self.open_persons(row.controller_id, &[row.requester_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        Ok((person.identity.contact, person.version))
    }

    /// Changes how the requester may be reached; the address stays. A wish that is not quieter than the one before needs
    /// the stronger proof ([`StoreError::NotPossible`] without it).
    pub async fn change_own_contact(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
        version: i32,
        contact: &SafeContact,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        let persons = self.open_persons(row.controller_id, &[row.requester_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        let is_proven = matches!(grant.actor(), Actor::LinkHolder { proof: Proof::SecondChannel, .. });
        if !is_proven && !contact.is_quieter_than(&person.identity.contact) {
            return Err(StoreError::NotPossible);
        }
        let identity = Identity { contact: contact.clone(), ..person.identity.clone() };
        self.rewrite(&row.controller_id, &person, version, &identity).await?;
        let actor = grant.actor().pseudonym();
        self.event(row.controller_id, row.id, "contact-changed", contact.channel.word(), &actor).await?;
        self.note(grant).await
    }

    /// Who the requester is, as kept; for the person themselves.
    pub async fn own_identity(&mut self, grant: &Grant<UseOwnRights>) -> Result<Person, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        let persons = self.open_persons(row.controller_id, &[row.requester_id]).await?;
        persons.into_iter().next().ok_or(StoreError::NotThere)
    }

    /// Corrects who the requester is (article 16).
    pub async fn correct_own_identity(
        &mut self,
        grant: &Grant<UseOwnRights>,
        version: i32,
        identity: &Identity,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        let persons = self.open_persons(row.controller_id, &[row.requester_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        self.rewrite(&row.controller_id, &person, version, identity).await?;
        self.event(row.controller_id, row.id, "corrected", "", &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }

    async fn rewrite(
        &mut self,
        controller: &uuid::Uuid,
        person: &Person,
        version: i32,
        identity: &Identity,
    ) -> Result<(), StoreError> {
        if person.erased_at.is_some() {
            return Err(StoreError::Erased);
        }
        let row = self.sealed_identity(person.id, version + 1, identity).await?;
        let changed = person::Entity::update_many()
            .set(row)
            .filter(person::Column::ControllerId.eq(*controller))
            .filter(person::Column::Id.eq(person.id))
            .filter(person::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        self.index_person(*controller, person.id, identity).await
    }
}
