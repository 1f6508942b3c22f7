//! An enquiry by what people say: a number, a name, a mail address, a telephone number.

use crate::StoreError;
use crate::entities::{enquiry, person_index};
use crate::records::Work;
use crate::records::enquiries::of_persons;
use crate::records::enquiries::queue::QueueRow;
use ariane_domain::access::grant::{Grant, ListEnquiries};
use ariane_knowledge::fold;
use ariane_privacy::blind::{self, Kind};
use data_encoding::HEXLOWER;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Most enquiries found.
const MOST: u64 = 50;
/// Most persons that share a word.
const MOST_PERSONS: u64 = 500;
/// From how many digits on a number is a telephone number and no longer that of an enquiry.
const PHONE_DIGITS: usize = 6;

/// What was typed, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sought {
    Number(i64),
    Mail(String),
    Phone(String),
    Name(Vec<String>),
    Nothing,
}

fn understand(text: &str) -> Sought {
    let text = text.trim();
    let bare = text.trim_start_matches(['#', 'n', 'N', '°', 'º', 'o', '.', ' ']);
    let digits: String = bare.chars().filter(char::is_ascii_digit).collect();
    let is_number_like =
        !digits.is_empty() && text.chars().all(|c| c.is_ascii_digit() || " +-./()#nN°º".contains(c));
    if text.contains('@') {
        Sought::Mail(blind::mail(text))
    } else if is_number_like && digits.len() >= PHONE_DIGITS {
        Sought::Phone(text.to_owned())
    } else if is_number_like {
        digits.parse().map_or(Sought::Nothing, Sought::Number)
    } else {
        let words: Vec<String> = fold::words(text).into_iter().filter(|w| w.chars().count() > 1).collect();
        if words.is_empty() { Sought::Nothing } else { Sought::Name(words) }
    }
}

impl Work<'_> {
    pub(in crate::records) async fn persons_of(
        &self,
        controller: Uuid,
        kind: Kind,
        value: &str,
    ) -> Result<BTreeSet<Uuid>, StoreError> {
        let token = HEXLOWER.encode(&self.records.blind().token(kind, value));
        let found: Vec<Uuid> = person_index::Entity::find()
            .select_only()
            .column(person_index::Column::PersonId)
            .filter(person_index::Column::ControllerId.eq(controller))
            .filter(person_index::Column::Kind.eq(kind.word()))
            .filter(person_index::Column::Token.eq(token))
            .limit(MOST_PERSONS)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        Ok(found.into_iter().collect())
    }

    /// Enquiries of whoever has all words of a name, an address or a number; latest first. What was typed is in no
    /// log and no address.
    pub async fn find_enquiries(
        &mut self,
        grant: &Grant<ListEnquiries>,
        text: &str,
    ) -> Result<Vec<QueueRow>, StoreError> {
        let controller = grant.facts().controller;
        self.log(grant, "office").await?;
        let mut query = enquiry::Entity::find().filter(enquiry::Column::ControllerId.eq(controller));
        match understand(text) {
            Sought::Nothing => return Ok(Vec::new()),
            Sought::Number(number) => query = query.filter(enquiry::Column::Number.eq(number)),
            sought => {
                let persons = match sought {
                    Sought::Mail(mail) => self.persons_of(controller, Kind::Mail, &mail).await?,
                    Sought::Phone(phone) => {
                        let plain = blind::phone(&phone, self.records.phone_prefix());
                        self.persons_of(controller, Kind::Phone, &plain).await?
                    }
                    Sought::Name(words) => {
                        let mut left: Option<BTreeSet<Uuid>> = None;
                        for word in words {
                            let found = self.persons_of(controller, Kind::NameWord, &word).await?;
                            left = Some(match left {
                                None => found,
                                Some(before) => before.intersection(&found).copied().collect(),
                            });
                        }
                        left.unwrap_or_default()
                    }
                    Sought::Number(_) | Sought::Nothing => BTreeSet::new(),
                };
                if persons.is_empty() {
                    return Ok(Vec::new());
                }
                query = query.filter(of_persons(controller, &persons.into_iter().collect::<Vec<_>>()));
            }
        }
        let rows = query
            .filter(enquiry::Column::WithdrawnAt.is_null())
            .order_by_desc(enquiry::Column::ReceivedAt)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        self.open_rows(controller, rows).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_understood_by_its_form() {
        assert_eq!(understand("n° 12"), Sought::Number(12));
        assert_eq!(understand("#259"), Sought::Number(259));
        assert_eq!(understand(" A.B@example.LU "), Sought::Mail("a.b@example.lu".into()));
        assert!(matches!(understand("+352 26 12 34"), Sought::Phone(_)));
        assert_eq!(understand("Noël  Wéber"), Sought::Name(vec!["noel".into(), "weber".into()]));
        assert_eq!(understand(" . "), Sought::Nothing);
    }
}
