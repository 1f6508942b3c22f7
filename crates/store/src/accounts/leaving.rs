//! Closing an account, and taking functions from one: what its holder looked after finds somebody else in the same unit of work, or
//! nothing changes (`domain::account::departure`).

use super::people::{end_sessions, words, write_roles};
use super::{Accounts, By};
use crate::StoreError;
use crate::directory::OWN_CONTROLLER;
use crate::entities::{account, account_role};
use crate::records::Work;
use crate::records::departure::DepartureError;
use ariane_domain::access::grant::{Grant, ManagePeople};
use ariane_domain::access::{Actor, Facts};
use ariane_domain::account::departure::{Colleague, Held};
use ariane_domain::account::{AccountState, Role};
use sea_orm::{EntityTrait, QueryFilter};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Somebody who took over, and how much.
pub type Heirs = BTreeMap<Uuid, usize>;

impl Accounts {
    fn may_manage(
        &self,
        work: &Work<'_>,
        actor: &Actor,
        id: Uuid,
    ) -> Result<Grant<ManagePeople>, StoreError> {
        work.grant(actor, Facts::of(OWN_CONTROLLER, "account", id)).map_err(|_| StoreError::NotPossible)
    }

    /// How much the holder of an account looks after, by kind.
    pub async fn held_by(
        &self,
        by: By<'_>,
        actor: &Actor,
        id: Uuid,
    ) -> Result<BTreeMap<Held, usize>, StoreError> {
        let mut work = self.work(by).await?;
        let grant = self.may_manage(&work, actor, id)?;
        work.held_by(&grant, id).await
    }

    /// Ends an account for good: it keeps no factor, and its address may be invited anew. What its holder looked after goes to
    /// `chosen`, or by the rule. Gives who took over.
    ///
    /// # Errors
    /// [`DepartureError::NobodyLeft`]; then the account is as before.
    pub async fn close(
        &self,
        by: By<'_>,
        actor: &Actor,
        id: Uuid,
        chosen: &BTreeMap<Held, Uuid>,
    ) -> Result<Heirs, DepartureError> {
        let mut work = self.work(by).await?;
        let grant = self.may_manage(&work, actor, id)?;
        let colleagues = colleagues(&work).await?;
        let heirs = work.hand_on(&grant, id, &[], chosen, &colleagues).await?;
        self.write_state(&work.transaction, by, id, AccountState::Closed).await?;
        work.commit().await?;
        Ok(heirs)
    }

    /// Gives an account these functions and no others; ends its sessions, so that no page goes on with the old ones. What its
    /// holder may not look after any more goes to `chosen`, or by the rule. Gives who took over.
    ///
    /// # Errors
    /// [`DepartureError::NobodyLeft`]; then the functions are as before.
    pub async fn set_roles(
        &self,
        by: By<'_>,
        actor: &Actor,
        id: Uuid,
        roles: &[Role],
        chosen: &BTreeMap<Held, Uuid>,
    ) -> Result<Heirs, DepartureError> {
        let mut work = self.work(by).await?;
        let grant = self.may_manage(&work, actor, id)?;
        let colleagues = colleagues(&work).await?;
        let heirs = work.hand_on(&grant, id, roles, chosen, &colleagues).await?;
        account_role::Entity::delete_many()
            .filter(account_role::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(account_role::COLUMN.account_id.eq(id))
            .exec(&work.transaction)
            .await?;
        write_roles(&work.transaction, id, roles).await?;
        end_sessions(&work.transaction, id, None).await?;
        self.log(&work.transaction, by, "change-roles", id, &words(roles)).await?;
        work.commit().await?;
        Ok(heirs)
    }
}

/// Who can sign in, with their functions, as this unit of work sees them.
async fn colleagues(work: &Work<'_>) -> Result<Vec<Colleague>, StoreError> {
    let may_sign_in =
        AccountState::ALL.into_iter().filter(|state| state.may_sign_in()).map(AccountState::word);
    let rows = account::Entity::find()
        .filter(account::COLUMN.controller_id.eq(OWN_CONTROLLER))
        .filter(account::COLUMN.state.is_in(may_sign_in))
        .all(&work.transaction)
        .await?;
    let mut roles: HashMap<Uuid, Vec<Role>> = HashMap::new();
    let held = account_role::Entity::find()
        .filter(account_role::COLUMN.controller_id.eq(OWN_CONTROLLER))
        .all(&work.transaction)
        .await?;
    for one in held {
        roles.entry(one.account_id).or_default().extend(Role::from_word(&one.role));
    }
    let colleague =
        |row: account::Model| Colleague { account: row.id, roles: roles.remove(&row.id).unwrap_or_default() };
    Ok(rows.into_iter().map(colleague).collect())
}
