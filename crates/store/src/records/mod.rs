//! What holds persons' data.
//!
//! [`Records`] joins the database, the key store and the register of purposes; [`Work`] is one unit of work: what is read
//! and written in it, its log entries and its outgoing mail are kept together or not at all. A `Work` that is dropped without
//! [`Work::commit`] leaves nothing behind.
//!
//! Personal data are given and taken only against a [`Grant`](ariane_domain::access::grant::Grant), which only the policy
//! makes; each use of a grant appends to the log in the same transaction.

pub mod care;
pub mod cell;
pub mod choices;
pub mod consents;
pub mod departure;
pub mod desk;
pub mod dossier;
pub mod enquiries;
pub mod families;
pub mod guest;
pub mod linkage;
pub mod outbox;
pub mod own;
pub mod panel;
pub mod persons;
pub mod rcp;
pub mod referrals;
mod refusals;
pub mod rights;
pub mod service;

use crate::audit;
use crate::keys::KeyStore;
use crate::{Store, StoreError};
use ariane_domain::access::grant::{Act, Grant};
use ariane_domain::access::{Actor, Facts, Refusal};
use ariane_domain::cell::settings::CellSettings;
use ariane_domain::protection::settings::Settings;
use ariane_domain::purpose::Register;
use ariane_domain::referral::ReferralSettings;
use ariane_domain::reidentification::generalise::Bound;
use ariane_domain::representation::Ages;
use ariane_privacy::blind::BlindKey;
use ariane_privacy::random;
use ariane_privacy::seal::{DataKey, Place};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Records of persons, with what opens them.
#[derive(Debug, Clone)]
pub struct Records {
    store: Store,
    keys: KeyStore,
    register: Arc<Register>,
    blind: BlindKey,
    phone_prefix: Arc<str>,
    settings: Arc<Settings>,
    ages: Arc<Ages>,
    cell: CellSettings,
    referral: ReferralSettings,
    bound: Bound,
    zone: Tz,
    refusals: refusals::Pending,
}

impl Records {
    /// Joins store, keys and register. `phone_prefix` is put before telephone numbers written without one (`352`).
    pub fn new(store: Store, keys: KeyStore, register: Register, phone_prefix: &str) -> Self {
        let blind = keys.master().blind();
        Self {
            store,
            keys,
            register: Arc::new(register),
            blind,
            phone_prefix: phone_prefix.into(),
            settings: Arc::default(),
            ages: Arc::default(),
            cell: CellSettings::default(),
            referral: ReferralSettings::default(),
            bound: Bound::default(),
            zone: Tz::UTC,
            refusals: refusals::Pending::default(),
        }
    }

    /// The same records with the installation's own register of purposes.
    pub fn with_register(self, register: Register) -> Self {
        Self { register: Arc::new(register), ..self }
    }

    /// The same records with what the installation sets about the protection of data, and the ages of its country.
    pub fn with_settings(self, settings: Settings, ages: Ages) -> Self {
        Self { settings: Arc::new(settings), ages: Arc::new(ages), ..self }
    }

    /// The same records with the numbers that the installation sets for its cell.
    pub fn with_cell(self, cell: CellSettings) -> Self {
        Self { cell, ..self }
    }

    /// The same records with the numbers that the installation sets for referrals.
    pub fn with_referral(self, referral: ReferralSettings) -> Self {
        Self { referral, ..self }
    }

    /// The same records with how many people at least must fit what is shared.
    pub fn with_bound(self, bound: Bound) -> Self {
        Self { bound, ..self }
    }

    /// How many people at least must fit what is shared.
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// The numbers that the installation sets for referrals.
    pub fn referral(&self) -> &ReferralSettings {
        &self.referral
    }

    /// The same records with the time zone of the office, by which days begin and end.
    pub fn with_zone(self, zone: Tz) -> Self {
        Self { zone, ..self }
    }

    /// The office's day at a moment.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The numbers that the installation sets for its cell.
    pub fn cell(&self) -> &CellSettings {
        &self.cell
    }

    /// What the installation sets about the protection of data.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Ages at which a person decides, in the country of the installation.
    pub fn ages(&self) -> &Ages {
        &self.ages
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The key store.
    pub fn keys(&self) -> &KeyStore {
        &self.keys
    }

    /// The register of purposes.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// Tokens of blind indexes.
    pub fn blind(&self) -> &BlindKey {
        &self.blind
    }

    /// Prefix of the installation's country, for telephone numbers.
    pub fn phone_prefix(&self) -> &str {
        &self.phone_prefix
    }

    /// The key for what belongs to the installation and to no person concerned.
    pub fn installation_key(&self) -> DataKey {
        self.keys.master().installation()
    }

    /// Asks the policy for a grant.
    pub fn grant<A: Act>(
        &self,
        actor: &Actor,
        facts: Facts,
        now: DateTime<Utc>,
    ) -> Result<Grant<A>, Refusal> {
        Grant::ask(actor, facts, &self.register, now)
    }

    /// Begins a unit of work.
    ///
    /// On SQLite there is one connection: who holds a `Work` must not ask `Records` or `Store` for anything else meanwhile.
    pub async fn begin(&self, now: DateTime<Utc>) -> Result<Work<'_>, StoreError> {
        let options = TransactionOptions {
            // A deferred transaction that turns to writing fails at once when another process writes.
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = self.store.db.begin_with_options(options).await?;
        Ok(Work { records: self, transaction, now: micros(now), keys: HashMap::new(), doomed: Vec::new() })
    }
}

/// Times are kept to the microsecond, which both databases hold.
pub(crate) fn micros(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}

/// A unit of work.
pub struct Work<'r> {
    pub(crate) records: &'r Records,
    pub(crate) transaction: DatabaseTransaction,
    pub(crate) now: DateTime<Utc>,
    keys: HashMap<Uuid, DataKey>,
    /// Whose keys are destroyed once this work is committed.
    pub(crate) doomed: Vec<Uuid>,
}

impl Work<'_> {
    /// When it began.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The office's day when it began.
    pub(crate) fn today(&self) -> NaiveDate {
        self.records.day(self.now)
    }

    /// Goes on as at another time: for what tells of a past, such as the demonstration's year.
    pub fn set_now(&mut self, now: DateTime<Utc>) {
        self.now = micros(now);
    }

    /// Keeps all of it.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().await?;
        if !self.doomed.is_empty() {
            self.records.keys.destroy(&self.doomed, self.now).await?;
        }
        Ok(())
    }

    /// Asks the policy for a grant at the time of this work. A refusal is kept for the log: this work is then dropped, so
    /// it is written by [`Records::log_refusals`] afterwards.
    pub fn grant<A: Act>(&self, actor: &Actor, facts: Facts) -> Result<Grant<A>, Refusal> {
        let told = (facts.controller, facts.object, facts.enquiry);
        let asked = Grant::ask(actor, facts, &self.records.register, self.now);
        if let Err(refusal) = &asked {
            self.records.refusals.keep(actor, A::ACTION, told, *refusal, self.now);
        }
        asked
    }

    /// Asks the policy on the page's own behalf, to know what to show: a refusal is no act of who looks at the page, and
    /// is not logged.
    pub fn may<A: Act>(&self, actor: &Actor, facts: Facts) -> Result<Grant<A>, Refusal> {
        Grant::ask(actor, facts, &self.records.register, self.now)
    }

    /// A new id.
    pub(crate) fn id(&self) -> Result<Uuid, StoreError> {
        Ok(random::id(self.now)?)
    }

    /// Appends to the log what a grant is used for.
    pub(crate) async fn log<A: Act>(&self, grant: &Grant<A>, stream: &str) -> Result<(), StoreError> {
        let facts = grant.facts();
        let event = audit::Event {
            controller: facts.controller,
            stream,
            actor: &grant.actor().pseudonym(),
            function: grant.allowed().function,
            action: grant.action().word(),
            object: &facts.object.to_string(),
            purpose: grant.allowed().purpose.word(),
            reason: grant.reason(),
        };
        audit::append(&self.transaction, &event, self.now).await
    }

    /// Appends to the log an act that no grant covers, such as a refusal.
    pub async fn log_event(&self, event: &audit::Event<'_>) -> Result<(), StoreError> {
        audit::append(&self.transaction, event, self.now).await
    }

    /// The key of a new person.
    pub(crate) async fn new_key(&mut self, subject: Uuid) -> Result<DataKey, StoreError> {
        // Kept before the records are: a key without a record harms nobody, a record without a key is lost.
        let key = self.records.keys.create(subject, self.now).await?;
        self.keys.insert(subject, key.clone());
        Ok(key)
    }

    /// The keys of persons, each looked up once per unit of work.
    pub(crate) async fn load_keys(&mut self, subjects: &[Uuid]) -> Result<(), StoreError> {
        let missing: Vec<Uuid> =
            subjects.iter().copied().filter(|subject| !self.keys.contains_key(subject)).collect();
        if !missing.is_empty() {
            self.keys.extend(self.records.keys.find(&missing).await?);
        }
        Ok(())
    }

    /// The key of a person; [`StoreError::Erased`] when it was destroyed.
    pub(crate) async fn key(&mut self, subject: Uuid) -> Result<DataKey, StoreError> {
        self.load_keys(&[subject]).await?;
        self.keys.get(&subject).cloned().ok_or(StoreError::Erased)
    }

    /// A key that was loaded before; none when it was destroyed.
    pub(crate) fn loaded_key(&self, subject: Uuid) -> Option<&DataKey> {
        self.keys.get(&subject)
    }
}

/// Seals a text for a column of a row; an empty text is kept as nothing.
pub(crate) fn seal_text(
    key: &DataKey,
    table: &'static str,
    column: &'static str,
    row: Uuid,
    text: &str,
) -> Result<Option<Vec<u8>>, StoreError> {
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(key.seal(Place::new(table, column, row), text.as_bytes())?))
}

/// Seals the content of a file for the `sealed_bytes` of a row.
pub(crate) fn seal_bytes(
    key: &DataKey,
    table: &'static str,
    row: Uuid,
    bytes: &[u8],
) -> Result<Vec<u8>, StoreError> {
    Ok(key.seal(Place::new(table, "sealed_bytes", row), bytes)?)
}

/// Opens what [`seal_bytes`] sealed; [`StoreError::NotThere`] where nothing was kept.
pub(crate) fn open_bytes(
    key: &DataKey,
    table: &'static str,
    row: Uuid,
    sealed: Option<&[u8]>,
) -> Result<Vec<u8>, StoreError> {
    let sealed = sealed.ok_or(StoreError::NotThere)?;
    Ok(key.open(Place::new(table, "sealed_bytes", row), sealed)?.to_vec())
}

/// Opens what [`seal_text`] sealed.
pub(crate) fn open_text(
    key: &DataKey,
    table: &'static str,
    column: &'static str,
    row: Uuid,
    sealed: Option<&[u8]>,
) -> Result<String, StoreError> {
    match sealed {
        None => Ok(String::new()),
        Some(sealed) => Ok(key.open_text(Place::new(table, column, row), sealed)?),
    }
}
