//! Persons: who asks, and whom it is about.

use super::{Work, open_text, seal_text};
use crate::StoreError;
use crate::entities::{enquiry, person, person_index};
use ariane_domain::access::grant::{AnswerEnquiry, Erase, Grant, LogEnquiry, MergePersons};
use ariane_domain::enquiry::Linked;
use ariane_domain::person::SafeContact;
use ariane_knowledge::fold;
use ariane_privacy::blind::{self, Kind};
use ariane_privacy::seal::DataKey;
use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::HEXLOWER;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const TABLE: &str = "person";
/// Most records that share a name with a new one and are looked at.
const MOST_CANDIDATES: u64 = 200;

/// What identifies a person. All of it is sealed; empty is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Name as given.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// Telephone number.
    pub phone: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// How they may be reached.
    pub contact: SafeContact,
}

impl Identity {
    /// Whether nothing is known of who it is.
    pub fn is_anonymous(&self) -> bool {
        self.name.is_empty() && self.mail.is_empty() && self.phone.is_empty() && self.birth_date.is_none()
    }
}

/// Codes of a person, for figures; clear in the database. Empty is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonCodes {
    /// ISO 639-1.
    pub language: String,
    /// Word of an age band.
    pub age_band: String,
    /// ISO 3166-1 alpha-2.
    pub nationality: String,
    /// ISO 3166-1 alpha-2.
    pub residence_country: String,
    /// Area within the country: a canton, a département.
    pub residence_area: String,
}

/// A person as those see who may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Id of the record.
    pub id: Uuid,
    /// Who it is; empty when erased.
    pub identity: Identity,
    /// Codes.
    pub codes: PersonCodes,
    /// The record with which this one is linked as the same person.
    pub group: Option<Uuid>,
    /// When they died.
    pub died_on: Option<NaiveDate>,
    /// When their key was destroyed.
    pub erased_at: Option<DateTime<Utc>>,
    /// Counts changes.
    pub version: i32,
}

fn seal_identity(
    row: &mut person::ActiveModel,
    id: Uuid,
    key: &DataKey,
    identity: &Identity,
) -> Result<(), StoreError> {
    let birth = identity.birth_date.map(|d| d.to_string()).unwrap_or_default();
    let contact = serde_json::to_string(&identity.contact).map_err(|_| StoreError::Sealed)?;
    row.sealed_name = Set(seal_text(key, TABLE, "sealed_name", id, &identity.name)?);
    row.sealed_mail = Set(seal_text(key, TABLE, "sealed_mail", id, &identity.mail)?);
    row.sealed_phone = Set(seal_text(key, TABLE, "sealed_phone", id, &identity.phone)?);
    row.sealed_birth_date = Set(seal_text(key, TABLE, "sealed_birth_date", id, &birth)?);
    row.sealed_contact = Set(seal_text(key, TABLE, "sealed_contact", id, &contact)?);
    Ok(())
}

fn open_identity(row: &person::Model, key: &DataKey) -> Result<Identity, StoreError> {
    let open = |column, sealed: &Option<Vec<u8>>| open_text(key, TABLE, column, row.id, sealed.as_deref());
    let contact = open("sealed_contact", &row.sealed_contact)?;
    Ok(Identity {
        name: open("sealed_name", &row.sealed_name)?,
        mail: open("sealed_mail", &row.sealed_mail)?,
        phone: open("sealed_phone", &row.sealed_phone)?,
        birth_date: open("sealed_birth_date", &row.sealed_birth_date)?.parse().ok(),
        contact: serde_json::from_str(&contact).unwrap_or_default(),
    })
}

fn set_codes(row: &mut person::ActiveModel, codes: &PersonCodes) {
    row.language = Set(codes.language.clone());
    row.age_band = Set(codes.age_band.clone());
    row.nationality = Set(codes.nationality.clone());
    row.residence_country = Set(codes.residence_country.clone());
    row.residence_area = Set(codes.residence_area.clone());
}

/// How a word of a name sounds, roughly and in five languages at once: similar spellings of a name share it, other names
/// rarely do. It only gathers candidates; what they have in common is weighed afterwards.
pub(crate) fn sound(word: &str) -> String {
    let folded = word
        .replace("sch", "s")
        .replace("ch", "k")
        .replace("ph", "f")
        .replace("qu", "k")
        .replace("tz", "s")
        .replace("th", "t");
    let mut out = String::new();
    for (at, letter) in folded.chars().enumerate() {
        let class = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' if at == 0 => 'a',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'h' => continue,
            'b' | 'p' => 'p',
            'd' | 't' => 't',
            'c' | 'g' | 'k' | 'q' => 'k',
            'f' | 'v' | 'w' => 'f',
            's' | 'z' | 'x' => 's',
            'm' | 'n' => 'n',
            other => other,
        };
        if !out.ends_with(class) {
            out.push(class);
        }
    }
    out
}

impl Work<'_> {
    /// Tokens under which a person is found.
    fn tokens(&self, identity: &Identity) -> BTreeSet<(&'static str, String)> {
        let blind = &self.records.blind;
        let mut tokens = BTreeSet::new();
        let mut add = |kind: Kind, value: &str| {
            if !value.is_empty() {
                tokens.insert((kind.word(), HEXLOWER.encode(&blind.token(kind, value))));
            }
        };
        for word in fold::words(&identity.name).iter().filter(|w| w.chars().count() > 1) {
            add(Kind::NameWord, word);
            add(Kind::NameSound, &sound(word));
        }
        add(Kind::Mail, &blind::mail(&identity.mail));
        add(Kind::Phone, &blind::phone(&identity.phone, &self.records.phone_prefix));
        add(Kind::BirthDate, &identity.birth_date.map(|d| d.to_string()).unwrap_or_default());
        tokens
    }

    /// Who a person is, sealed for its row.
    pub(crate) async fn sealed_identity(
        &mut self,
        person: Uuid,
        version: i32,
        identity: &Identity,
    ) -> Result<person::ActiveModel, StoreError> {
        let key = self.key(person).await?;
        let mut row = person::ActiveModel { version: Set(version), ..person::ActiveModel::default() };
        seal_identity(&mut row, person, &key, identity)?;
        Ok(row)
    }

    pub(crate) async fn index_person(
        &self,
        controller: Uuid,
        id: Uuid,
        identity: &Identity,
    ) -> Result<(), StoreError> {
        person_index::Entity::delete_many()
            .filter(person_index::Column::ControllerId.eq(controller))
            .filter(person_index::Column::PersonId.eq(id))
            .exec(&self.transaction)
            .await?;
        let rows: Vec<_> = self
            .tokens(identity)
            .into_iter()
            .map(|(kind, token)| person_index::ActiveModel {
                controller_id: Set(controller),
                kind: Set(kind.to_owned()),
                token: Set(token),
                person_id: Set(id),
            })
            .collect();
        if !rows.is_empty() {
            person_index::Entity::insert_many(rows)
                .on_conflict(
                    OnConflict::columns(["controller_id", "kind", "token", "person_id"])
                        .do_nothing()
                        .to_owned(),
                )
                .exec_without_returning(&self.transaction)
                .await?;
        }
        Ok(())
    }

    /// Keeps a new person and gives their id.
    pub(crate) async fn insert_person(
        &mut self,
        controller: Uuid,
        identity: &Identity,
        codes: &PersonCodes,
    ) -> Result<Uuid, StoreError> {
        let id = self.id()?;
        let key = self.new_key(id).await?;
        let mut row = person::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            group_id: Set(None),
            died_on: Set(None),
            erased_at: Set(None),
            created_at: Set(self.now),
            version: Set(1),
            ..person::ActiveModel::default()
        };
        seal_identity(&mut row, id, &key, identity)?;
        set_codes(&mut row, codes);
        person::Entity::insert(row).exec_without_returning(&self.transaction).await?;
        self.index_person(controller, id, identity).await?;
        Ok(id)
    }

    /// Persons by id, opened; an erased person has codes only. Callers have used their grant.
    pub(crate) async fn open_persons(
        &mut self,
        controller: Uuid,
        ids: &[Uuid],
    ) -> Result<Vec<Person>, StoreError> {
        let rows = person::Entity::find()
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(ids.iter().copied()))
            .all(&self.transaction)
            .await?;
        self.load_keys(&rows.iter().map(|r| r.id).collect::<Vec<_>>()).await?;
        rows.iter()
            .map(|row| {
                let identity = match self.loaded_key(row.id) {
                    Some(key) => open_identity(row, key)?,
                    None => Identity::default(),
                };
                Ok(Person {
                    id: row.id,
                    identity,
                    codes: PersonCodes {
                        language: row.language.clone(),
                        age_band: row.age_band.clone(),
                        nationality: row.nationality.clone(),
                        residence_country: row.residence_country.clone(),
                        residence_area: row.residence_area.clone(),
                    },
                    group: row.group_id,
                    died_on: row.died_on,
                    erased_at: row.erased_at,
                    version: row.version,
                })
            })
            .collect()
    }

    /// Changes who a person is, as long as nobody else did meanwhile. `person` must be the requester or the person
    /// concerned of the grant's enquiry.
    pub async fn change_person(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        person: Uuid,
        version: i32,
        identity: &Identity,
        codes: &PersonCodes,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let enquiry = self.enquiry_row(controller, grant.id()).await?;
        if enquiry.requester_id != person && enquiry.concerned_id != Some(person) {
            return Err(StoreError::NotThere);
        }
        let key = self.key(person).await?;
        let mut row = person::ActiveModel { version: Set(version + 1), ..person::ActiveModel::default() };
        seal_identity(&mut row, person, &key, identity)?;
        set_codes(&mut row, codes);
        let changed = person::Entity::update_many()
            .set(row)
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.eq(person))
            .filter(person::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        self.index_person(controller, person, identity).await?;
        // Who was anonymous and is known now is no longer shown as anonymous.
        if enquiry.is_anonymous != identity.is_anonymous() && enquiry.requester_id == person {
            enquiry::Entity::update_many()
                .col_expr(enquiry::Column::IsAnonymous, Expr::value(identity.is_anonymous()))
                .filter(enquiry::Column::ControllerId.eq(controller))
                .filter(enquiry::Column::Id.eq(enquiry.id))
                .exec(&self.transaction)
                .await?;
        }
        self.note(grant).await
    }

    /// Persons who share a word or sound of the name, an address, a number or a birth date with somebody who is about to
    /// be entered: candidates for "is this the same person?". The policy's grant to log an enquiry covers the question.
    pub async fn person_candidates(
        &mut self,
        grant: &Grant<LogEnquiry>,
        identity: &Identity,
    ) -> Result<Vec<Person>, StoreError> {
        let controller = grant.facts().controller;
        let tokens = self.tokens(identity);
        if tokens.is_empty() {
            return Ok(Vec::new());
        }
        self.note(grant).await?;
        let found: Vec<Uuid> = person_index::Entity::find()
            .select_only()
            .column(person_index::Column::PersonId)
            .distinct()
            .filter(person_index::Column::ControllerId.eq(controller))
            .filter(person_index::Column::Token.is_in(tokens.into_iter().map(|(_, token)| token)))
            .limit(MOST_CANDIDATES)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        self.open_persons(controller, &found).await
    }

    /// Links two records of one person. Nothing is moved or overwritten, so parting them gives back what was.
    pub async fn link_persons(
        &mut self,
        grant: &Grant<MergePersons>,
        kept: Uuid,
        other: Uuid,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let mut links = self.links_around(controller, &[kept, other]).await?;
        let (child, parent) = links.merge(&other, &kept).map_err(|_| StoreError::NotPossible)?;
        self.set_group(controller, child, Some(parent)).await?;
        self.note(grant).await
    }

    /// Takes back the link by which a record was joined to another.
    pub async fn part_persons(&mut self, grant: &Grant<MergePersons>, other: Uuid) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let mut links = self.links_around(controller, &[other]).await?;
        links.unmerge(&other).map_err(|_| StoreError::NotPossible)?;
        self.set_group(controller, other, None).await?;
        self.note(grant).await
    }

    async fn set_group(&self, controller: Uuid, person: Uuid, group: Option<Uuid>) -> Result<(), StoreError> {
        person::Entity::update_many()
            .col_expr(person::Column::GroupId, Expr::value(group))
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.eq(person))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// The links of the groups to which these records belong.
    async fn links_around(&self, controller: Uuid, persons: &[Uuid]) -> Result<Linked<Uuid>, StoreError> {
        let mut known: BTreeMap<Uuid, Option<Uuid>> = BTreeMap::new();
        let mut asked: BTreeSet<Uuid> = BTreeSet::new();
        let mut frontier: BTreeSet<Uuid> = persons.iter().copied().collect();
        while !frontier.is_empty() {
            let near = Condition::any()
                .add(person::Column::Id.is_in(frontier.iter().copied()))
                .add(person::Column::GroupId.is_in(frontier.iter().copied()));
            let rows: Vec<(Uuid, Option<Uuid>)> = person::Entity::find()
                .select_only()
                .columns([person::Column::Id, person::Column::GroupId])
                .filter(person::Column::ControllerId.eq(controller))
                .filter(near)
                .into_tuple()
                .all(&self.transaction)
                .await?;
            if frontier.iter().any(|id| !rows.iter().any(|(found, _)| found == id)) {
                return Err(StoreError::NotThere);
            }
            asked.append(&mut frontier);
            known.extend(rows.iter().copied());
            let named = rows.into_iter().flat_map(|(id, group)| [Some(id), group]).flatten();
            frontier = named.filter(|id| !asked.contains(id)).collect();
        }
        let pairs = known.into_iter().filter_map(|(id, group)| Some((id, group?)));
        Linked::read(pairs).map_err(|_| StoreError::NotPossible)
    }

    /// All records of a person: the one named, and those linked with it.
    pub(crate) async fn same_person(&self, controller: Uuid, person: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let links = self.links_around(controller, &[person]).await?;
        Ok(links.group(&person).into_iter().collect())
    }

    /// Erases a person (article 17): sealed columns are emptied, what finds them is deleted, and when this work is
    /// committed their keys are destroyed, which makes everything sealed for them unreadable in every backup too.
    pub async fn erase_person(
        &mut self,
        grant: &Grant<Erase>,
        person: Uuid,
    ) -> Result<Vec<Uuid>, StoreError> {
        let controller = grant.facts().controller;
        let records = self.same_person(controller, person).await?;
        self.note(grant).await?;
        for id in &records {
            person::Entity::update_many()
                .set(person::ActiveModel {
                    sealed_name: Set(None),
                    sealed_mail: Set(None),
                    sealed_phone: Set(None),
                    sealed_birth_date: Set(None),
                    sealed_contact: Set(None),
                    erased_at: Set(Some(self.now)),
                    ..person::ActiveModel::default()
                })
                .filter(person::Column::ControllerId.eq(controller))
                .filter(person::Column::Id.eq(*id))
                .exec(&self.transaction)
                .await?;
            person_index::Entity::delete_many()
                .filter(person_index::Column::ControllerId.eq(controller))
                .filter(person_index::Column::PersonId.eq(*id))
                .exec(&self.transaction)
                .await?;
        }
        self.doomed.extend(&records);
        Ok(records)
    }
}

impl super::Records {
    /// Destroys the keys of persons whose erasure was committed but not carried through because the machine stopped.
    /// Called at the start of the server; gives how many there were.
    pub async fn finish_erasures(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let erased: Vec<Uuid> = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(person::Column::ErasedAt.is_not_null())
            .into_tuple()
            .all(&self.store.db)
            .await?;
        let left: Vec<Uuid> = self.keys.find(&erased).await?.into_keys().collect();
        if !left.is_empty() {
            self.keys.destroy(&left, now).await?;
        }
        Ok(left.len())
    }
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn similar_spellings_of_a_name_sound_alike() {
        for (a, b) in [
            ("schmit", "schmitt"),
            ("meyer", "maier"),
            ("thill", "til"),
            ("weber", "veber"),
            ("sousa", "souza"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        assert_ne!(sound("weber"), sound("muller"));
    }
}
