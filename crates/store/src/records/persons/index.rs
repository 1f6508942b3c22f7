//! Finding persons by what they are called, without keeping it in clear: blind indexes.

use super::{Identity, Person};
use crate::StoreError;
use crate::entities::{person, person_index};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, LogEnquiry};
use ariane_knowledge::fold;
use ariane_privacy::blind::{self, Kind};
use data_encoding::HEXLOWER;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Most records that share a name with a new one and are looked at.
const MOST_CANDIDATES: u64 = 200;

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
            // The kinds too: without them no index leads to a token.
            .filter(person_index::Column::Kind.is_in(tokens.iter().map(|(kind, _)| *kind)))
            .filter(person_index::Column::Token.is_in(tokens.iter().map(|(_, token)| token.as_str())))
            .limit(MOST_CANDIDATES)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        self.open_persons(controller, &found).await
    }

    /// Whether one of these records, one linked with it, or whoever is on record with this mail address, died (duty D6).
    /// Somebody else at the same address is then answered by a human, not by the application.
    pub(crate) async fn has_died(
        &self,
        controller: Uuid,
        persons: &[Uuid],
        mail: &str,
    ) -> Result<bool, StoreError> {
        let mut asked: BTreeSet<Uuid> = BTreeSet::new();
        for person in persons {
            asked.extend(self.same_person(controller, *person).await?);
        }
        let folded = blind::mail(mail);
        if !folded.is_empty() {
            let token = HEXLOWER.encode(&self.records.blind.token(Kind::Mail, &folded));
            asked.extend(self.persons_at(controller, vec![token]).await?);
        }
        if asked.is_empty() {
            return Ok(false);
        }
        let dead = person::Entity::find()
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(asked))
            .filter(person::Column::DiedOn.is_not_null())
            .count(&self.transaction)
            .await?;
        Ok(dead > 0)
    }

    /// Records with one of these tokens of a mail address.
    async fn persons_at(&self, controller: Uuid, tokens: Vec<String>) -> Result<Vec<Uuid>, StoreError> {
        Ok(person_index::Entity::find()
            .select_only()
            .column(person_index::Column::PersonId)
            .filter(person_index::Column::ControllerId.eq(controller))
            .filter(person_index::Column::Kind.eq(Kind::Mail.word()))
            .filter(person_index::Column::Token.is_in(tokens))
            .into_tuple()
            .all(&self.transaction)
            .await?)
    }

    /// Records that share a mail address with one of these.
    pub(crate) async fn at_same_address(
        &self,
        controller: Uuid,
        persons: &[Uuid],
    ) -> Result<Vec<Uuid>, StoreError> {
        let tokens: Vec<String> = person_index::Entity::find()
            .select_only()
            .column(person_index::Column::Token)
            .filter(person_index::Column::ControllerId.eq(controller))
            .filter(person_index::Column::Kind.eq(Kind::Mail.word()))
            .filter(person_index::Column::PersonId.is_in(persons.iter().copied()))
            .into_tuple()
            .all(&self.transaction)
            .await?;
        self.persons_at(controller, tokens).await
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
