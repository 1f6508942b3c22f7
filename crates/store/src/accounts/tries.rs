//! Wrong tries per account and network. The rule that makes who guesses wait is `domain::account::guesses`.
//!
//! They are counted by what was typed, not by account: a try for an address that nobody has leaves the same trace
//! and is answered alike.

use super::Accounts;
use crate::StoreError;
use crate::directory::OWN_CONTROLLER;
use crate::entities::wrong_try;
use ariane_domain::account::guesses::{LONGEST, Tries};
use ariane_privacy::random;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryFilter};

/// How long a network from which the holder came is known.
const KNOWN_FOR: TimeDelta = TimeDelta::days(90);

/// What is guessed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess<'a> {
    /// The password of a folded mail address.
    Password(&'a str),
    /// The second factor of an account.
    Factor(uuid::Uuid),
    /// The short code of an enquiry's private link.
    Link(uuid::Uuid),
}

impl Accounts {
    fn who(&self, guess: Guess<'_>) -> Vec<u8> {
        match guess {
            Guess::Password(mail) => self.mail_token(&format!("password:{mail}")),
            Guess::Factor(account) => self.mail_token(&format!("factor:{account}")),
            Guess::Link(enquiry) => self.mail_token(&format!("link:{enquiry}")),
        }
    }

    /// Until when a try from a network is not looked at.
    pub async fn waits_until(
        &self,
        guess: Guess<'_>,
        network: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let rows =
            wrong_try::Entity::find().filter(wrong_try::COLUMN.who.eq(self.who(guess))).all(&self.db).await?;
        let lately = |row: &&wrong_try::Model| now - row.last_at < LONGEST;
        let everywhere = rows.iter().filter(lately).map(|r| number(r.wrong)).sum();
        let own = rows.iter().find(|r| r.network == network).map(tries).unwrap_or_default();
        Ok(own.waits_until(everywhere, now))
    }

    /// Counts a wrong try.
    pub async fn was_wrong(
        &self,
        guess: Guess<'_>,
        network: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.count(guess, network, now, |before| Tries { wrong: before.after_wrong(now), ..before }).await
    }

    /// Notes a right try: the count begins anew, and the network is known.
    pub async fn was_right(
        &self,
        guess: Guess<'_>,
        network: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.count(guess, network, now, |before| Tries { wrong: 0, known: true, ..before }).await
    }

    async fn count(
        &self,
        guess: Guess<'_>,
        network: &str,
        now: DateTime<Utc>,
        change: impl Fn(Tries) -> Tries,
    ) -> Result<(), StoreError> {
        let who = self.who(guess);
        let found = wrong_try::Entity::find()
            .filter(wrong_try::COLUMN.who.eq(who.clone()))
            .filter(wrong_try::COLUMN.network.eq(network))
            .one(&self.db)
            .await?;
        let after = change(found.as_ref().map(tries).unwrap_or_default());
        let wrong = i32::try_from(after.wrong).unwrap_or(i32::MAX);
        if let Some(row) = found {
            let mut row = row.into_active_model();
            row.wrong = Set(wrong);
            row.known = Set(after.known);
            row.last_at = Set(now);
            row.update(&self.db).await?;
        } else {
            let row = wrong_try::ActiveModel {
                controller_id: Set(OWN_CONTROLLER),
                id: Set(random::id(now)?),
                who: Set(who),
                network: Set(network.to_owned()),
                wrong: Set(wrong),
                known: Set(after.known),
                last_at: Set(now),
            };
            // Two first tries at the same moment: the second finds the row of the first and is not counted.
            wrong_try::Entity::insert(row)
                .on_conflict(
                    sea_orm::sea_query::OnConflict::columns(["who", "network"]).do_nothing().to_owned(),
                )
                .exec_without_returning(&self.db)
                .await?;
        }
        Ok(())
    }

    pub(super) async fn sweep_tries(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        wrong_try::Entity::delete_many()
            .filter(wrong_try::COLUMN.known.eq(false))
            .filter(wrong_try::COLUMN.last_at.lt(now - LONGEST))
            .exec(&self.db)
            .await?;
        wrong_try::Entity::delete_many()
            .filter(wrong_try::COLUMN.last_at.lt(now - KNOWN_FOR))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

fn number(wrong: i32) -> u32 {
    u32::try_from(wrong).unwrap_or_default()
}

fn tries(row: &wrong_try::Model) -> Tries {
    Tries { wrong: number(row.wrong), last: Some(row.last_at), known: row.known }
}
