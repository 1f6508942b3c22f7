//! The fields of the web form: read from what was sent, and shown again with everything that was typed.

use super::{field, fields_of};
use crate::pages::start::{Choice, ChoiceGroup, need_choices};
use crate::pages::visit::Visit;
use ariane_domain::Language;
use ariane_domain::enquiry::written::{LINE_LIMIT, Written, one_line};
use ariane_domain::enquiry::{AgeBand, DisorderStatus, ReferralSource, RequesterKind};
use ariane_domain::person::{Channel, NeverTell, SafeContact};
use ariane_domain::place::Country;
use ariane_knowledge::formats::phenopacket;

/// Everything that the form sends.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// What the person wrote.
    pub written: Written,
    /// Language in which they wish an answer; none where the form did not say.
    pub language: Option<Language>,
    /// Stamp of the form.
    pub stamp: String,
    /// Whether the field was filled in that people do not see.
    pub honey: bool,
    /// Signs described before, as a phenopacket.
    pub packet: String,
}

/// Largest phenopacket that a form may carry.
const PACKET_LIMIT: usize = 200_000;

/// How a safe contact is sent by a form.
pub fn contact(fields: &[(String, String)]) -> SafeContact {
    SafeContact {
        channel: Channel::from_word(field(fields, "channel")).unwrap_or_default(),
        hours: one_line(field(fields, "hours"), LINE_LIMIT),
        is_neutral: field(fields, "neutral") == "yes",
        never_tell: Written::never_tell(&fields_of(fields, "never")),
    }
}

impl Sent {
    /// Reads the fields; what is not understood is passed over.
    pub fn read(fields: &[(String, String)]) -> Self {
        let line = |name: &str| one_line(field(fields, name), LINE_LIMIT);
        let yes_no = |name: &str| match field(fields, name) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let packet = field(fields, "packet");
        let is_packet = packet.len() <= PACKET_LIMIT && phenopacket::read(packet.as_bytes()).is_ok();
        let written = Written {
            message: field(fields, "message").replace("\r\n", "\n"),
            contact: contact(fields),
            has_channel: Channel::from_word(field(fields, "channel")).is_some(),
            name: line("name"),
            mail: line("mail"),
            phone: line("phone"),
            address: line("address"),
            who: RequesterKind::from_word(field(fields, "who")),
            person_knows: yes_no("knows"),
            age: AgeBand::from_word(field(fields, "age")),
            residence: Country::new(field(fields, "residence")).filter(Country::exists),
            disorder_status: DisorderStatus::from_word(field(fields, "status")),
            disorder: line("disorder"),
            needs: fields_of(fields, "need").iter().filter_map(|need| need.parse().ok()).take(20).collect(),
            referral: ReferralSource::from_word(field(fields, "heard")),
            agrees_handover: field(fields, "agree-handover") == "yes",
            agrees_satisfaction: field(fields, "agree-satisfaction") == "yes",
        };
        Self {
            written,
            language: field(fields, "answer-in").parse().ok(),
            stamp: field(fields, "stamp").to_owned(),
            honey: !field(fields, "website").trim().is_empty(),
            packet: if is_packet { packet.to_owned() } else { String::new() },
        }
    }
}

/// Wishes about contact, as a form shows them.
pub struct ContactChoices {
    /// Ways of answering.
    pub channels: Vec<Choice>,
    /// Hours, as typed.
    pub hours: String,
    /// With neutral sender and subject.
    pub neutral: bool,
    /// Who must never be told.
    pub never: Vec<Choice>,
}

/// Choices for a safe contact; none chosen where nothing was said yet.
pub fn contact_choices(visit: &Visit, contact: &SafeContact, has_channel: bool) -> ContactChoices {
    let t = visit.t;
    ContactChoices {
        channels: Channel::ALL
            .into_iter()
            .map(|c| {
                Choice::new(c.word(), t.k("mine-channel", c.word()), has_channel && c == contact.channel)
            })
            .collect(),
        hours: contact.hours.clone(),
        neutral: contact.is_neutral,
        never: NeverTell::ALL
            .into_iter()
            .map(|who| {
                Choice::new(who.word(), t.k("mine-never", who.word()), contact.never_tell.contains(&who))
            })
            .collect(),
    }
}

/// The choices of the form with what was chosen.
pub struct FormChoices {
    /// How to answer.
    pub contact: ContactChoices,
    /// Who asks.
    pub who: Vec<Choice>,
    /// Whether the person knows.
    pub knows: Vec<Choice>,
    /// Age bands.
    pub ages: Vec<Choice>,
    /// Countries.
    pub countries: Vec<Choice>,
    /// Languages.
    pub languages: Vec<Choice>,
    /// What is known of the disorder.
    pub statuses: Vec<Choice>,
    /// Natures of request.
    pub needs: Vec<ChoiceGroup>,
    /// How they heard of it.
    pub heard: Vec<Choice>,
}

impl FormChoices {
    /// With what was sent.
    pub fn new(visit: &Visit, sent: &Sent) -> Self {
        let (t, w) = (visit.t, &sent.written);
        let language = sent.language.unwrap_or(visit.language);
        let need = w.needs.first().map(ToString::to_string).unwrap_or_default();
        let countries = visit.knowledge.countries.iter().map(|profile| {
            let code = profile.code.to_string();
            Choice::new(&code, profile.name(visit.language).to_owned(), w.residence == Some(profile.code))
        });
        Self {
            contact: contact_choices(visit, &w.contact, w.has_channel),
            who: RequesterKind::ALL
                .into_iter()
                .map(|k| Choice::new(k.word(), t.k("mine-who", k.word()), w.who == Some(k)))
                .collect(),
            knows: [("yes", true), ("no", false)]
                .map(|(word, value)| {
                    Choice::new(word, t.k("mine-knows", word), w.person_knows == Some(value))
                })
                .into(),
            ages: AgeBand::ALL
                .into_iter()
                .map(|band| Choice::new(band.word(), t.k("mine-age", band.word()), w.age == Some(band)))
                .collect(),
            countries: countries.collect(),
            languages: Language::ALL
                .into_iter()
                .map(|l| Choice::new(l.code(), l.endonym().to_owned(), l == language))
                .collect(),
            statuses: DisorderStatus::ALL
                .into_iter()
                .map(|s| Choice::new(s.word(), t.k("mine-status", s.word()), w.disorder_status == Some(s)))
                .collect(),
            needs: need_choices(visit, &need),
            heard: ReferralSource::ALL
                .into_iter()
                .map(|s| Choice::new(s.word(), t.k("mine-heard", s.word()), w.referral == Some(s)))
                .collect(),
        }
    }
}
