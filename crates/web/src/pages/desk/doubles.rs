//! "Is this the same person?": records that may be, with the reason and what was last said. A listener decides.

use super::Desk;
use super::trouble::Trouble;
use ariane_domain::access::grant::LogEnquiry;
use ariane_domain::enquiry::duplicate::{PersonFacts, possible_persons};
use ariane_domain::place::Country;
use ariane_knowledge::fold;
use ariane_privacy::blind;
use ariane_store::records::desk::persons::LastContact;
use ariane_store::records::enquiries::thread::Direction;
use ariane_store::records::persons::{Identity, Person, PersonCodes};
use uuid::Uuid;

/// Most that are shown.
const MOST: usize = 5;
/// How much of what was last said is shown, in characters.
const SAID: usize = 280;

/// A record that may be the same person.
#[derive(Debug, Clone)]
pub struct Double {
    /// Id of the record.
    pub id: String,
    /// Name; empty when unknown.
    pub name: String,
    /// Birth date in words.
    pub birth: String,
    /// Why it may be.
    pub reasons: Vec<String>,
    /// What speaks against it.
    pub cautions: Vec<String>,
    /// The last contact: number, address, when, what it was about, what was last said.
    pub last: Option<Last>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The last contact with somebody.
#[derive(Debug, Clone)]
pub struct Last {
    /// Number and time in words.
    pub heading: String,
    /// Address of the enquiry.
    pub href: String,
    /// What it was about.
    pub summary: String,
    /// How it stands or ended.
    pub state: String,
    /// By whom, and what was last said.
    pub said: Option<(String, String)>,
}

impl Desk {
    fn compared(
        &self,
        id: Option<Uuid>,
        identity: &Identity,
        codes: &PersonCodes,
    ) -> PersonFacts<Option<Uuid>> {
        let one = |text: String| if text.is_empty() { Vec::new() } else { vec![text] };
        PersonFacts {
            id,
            name: fold::words(&identity.name),
            birth: identity.birth_date,
            mails: one(blind::mail(&identity.mail)),
            phones: one(blind::phone(&identity.phone, self.records.phone_prefix())),
            residence: Country::new(&codes.residence_country),
            postcode: String::new(),
        }
    }

    /// Records that may be the person about to be entered, likeliest first; those in `but` are passed over.
    pub async fn doubles(
        &self,
        work: &mut ariane_store::records::Work<'_>,
        identity: &Identity,
        codes: &PersonCodes,
        but: &[Uuid],
        chosen: &str,
    ) -> Result<Vec<Double>, Trouble> {
        if identity.is_anonymous() {
            return Ok(Vec::new());
        }
        let grant = self.grant_all::<LogEnquiry>(work, "person")?;
        let found = work.person_candidates(&grant, identity).await?;
        let others: Vec<&Person> =
            found.iter().filter(|p| p.erased_at.is_none() && !but.contains(&p.id)).collect();
        let facts: Vec<_> = others.iter().map(|p| self.compared(Some(p.id), &p.identity, &p.codes)).collect();
        let asked = self.compared(None, identity, codes);
        let mut doubles = Vec::new();
        for possible in possible_persons(&asked, &facts).into_iter().take(MOST) {
            let Some(person) = others.iter().find(|p| Some(p.id) == possible.id) else { continue };
            let t = self.visit.t;
            let last = work.last_contact(&grant, person.id).await?;
            doubles.push(Double {
                id: person.id.to_string(),
                name: person.identity.name.clone(),
                birth: person.identity.birth_date.map(|d| t.date(d)).unwrap_or_default(),
                reasons: possible.reasons.iter().map(|r| t.k("duplicate-reason", r.word())).collect(),
                cautions: possible.cautions.iter().map(|c| t.k("duplicate-caution", c.word())).collect(),
                last: last.map(|l| self.last(l)),
                chosen: chosen == person.id.to_string(),
            });
        }
        Ok(doubles)
    }

    fn last(&self, last: LastContact) -> Last {
        let t = self.visit.t;
        let state = last.outcome.map_or_else(
            || t.k("enquiry-state", last.state.word()),
            |outcome| t.k("outcome", outcome.word()),
        );
        let short = |text: String| {
            if text.chars().count() > SAID { text.chars().take(SAID).chain(['…']).collect() } else { text }
        };
        Last {
            heading: t.ww(
                "desk-last-contact",
                ("number", &last.number.to_string()),
                ("moment", &self.moment(last.at)),
            ),
            href: self.enquiry_at(last.enquiry),
            summary: short(last.summary),
            state,
            said: last.last.map(|(direction, text)| {
                let who = match direction {
                    Direction::In => t.s("desk-said-person"),
                    Direction::Out => t.s("desk-said-us"),
                };
                (who, short(text))
            }),
        }
    }
}
