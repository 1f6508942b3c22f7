//! What the versioned form sent, as the store keeps it.

use super::fields::{Filled, PREFIX};
use super::{Desk, Sent};
use crate::figures::network::network_of;
use ariane_domain::OrphaCode;
use ariane_domain::enquiry::form::{Answers, FieldFault, FormSet, Submitted};
use ariane_domain::enquiry::{DisorderStatus, EntryMode, Profile, ReferralSource, RequesterKind, Urgency};
use ariane_domain::person::{Channel, NeverTell, SafeContact};
use ariane_knowledge::fold;
use ariane_knowledge::search::{MatchKind, Query};
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts};
use ariane_store::records::enquiries::read::Enquiry;
use ariane_store::records::persons::{Identity, PersonCodes};
use std::collections::BTreeMap;

/// What was understood.
#[derive(Debug, Clone)]
pub struct Understood {
    /// The coded part.
    pub profile: Profile,
    /// Codes for the store.
    pub codes: EnquiryCodes,
    /// Texts for the store.
    pub texts: EnquiryTexts,
}

/// Codes of a profile, for the store.
fn codes_of(profile: &Profile) -> EnquiryCodes {
    let country = |c: Option<ariane_domain::place::Country>| c.map(|c| c.to_string()).unwrap_or_default();
    EnquiryCodes {
        mode: profile.entry_mode.unwrap_or(EntryMode::Phone),
        requester_kind: profile.requester_kind.unwrap_or(RequesterKind::Other),
        referral_source: profile.referral_source.unwrap_or(ReferralSource::Unknown),
        disorder_status: profile.disorder_status.unwrap_or(DisorderStatus::Unknown),
        person: PersonCodes {
            language: profile.language.clone().unwrap_or_default(),
            age_band: profile.age_band.map(|b| b.word().to_owned()).unwrap_or_default(),
            nationality: country(profile.nationality),
            residence_country: country(profile.residence),
            residence_area: profile.area.clone().unwrap_or_default(),
        },
        needs: profile.needs.clone(),
        is_interpreted: profile.interpreter == Some(true),
        duration_seconds: profile.response_minutes.and_then(|m| i32::try_from(m * 60).ok()),
        network: String::new(),
    }
}

impl Desk {
    /// The disorder that was typed, when the search is sure of it: one entity alone bears that name or code.
    pub fn resolve_disorder(&self, text: &str) -> Option<OrphaCode> {
        let catalogue = &self.visit.knowledge.catalogue;
        let query = Query { text, language: self.visit.language, limit: 3, typing: false };
        let hits = self.visit.knowledge.index.search(catalogue, query);
        let whole = |kind| {
            matches!(kind, MatchKind::Code | MatchKind::Name | MatchKind::Synonym | MatchKind::LayName)
        };
        let mut sure = hits.iter().filter(|hit| whole(hit.kind));
        match (sure.next(), sure.next()) {
            (Some(only), None) => Some(only.code),
            _ => None,
        }
    }

    /// The disorder that was chosen from the suggestions, or typed so that it is no other.
    pub fn disorder_typed(&self, filled: &Filled) -> Option<OrphaCode> {
        let chosen = filled.disorder_code.parse().ok();
        chosen
            .and_then(|code: OrphaCode| self.visit.knowledge.catalogue.current(code))
            .map(|entity| entity.code)
            .or_else(|| self.resolve_disorder(&filled.disorder_text))
    }

    /// Reads the form of a version.
    ///
    /// # Errors
    /// What has to be corrected, by field code.
    pub fn understand(&self, set: &FormSet, sent: &Sent) -> Result<Understood, BTreeMap<String, FieldFault>> {
        let mut submitted = Submitted::new();
        for (name, value) in &sent.0 {
            if let Some(code) = name.strip_prefix(PREFIX) {
                submitted.entry(code.to_owned()).or_default().push(value.clone());
            }
        }
        let filled = Filled::sent(sent);
        if let Some(code) = self.disorder_typed(&filled)
            && set.field("disorder").is_some()
        {
            submitted.insert("disorder".to_owned(), vec![code.to_string()]);
        }
        let answers = set.read(&submitted)?;
        let profile = Profile::of(&answers);
        if let Some(area) = profile.area.clone().filter(|_| !profile.area_fits()) {
            return Err(BTreeMap::from([("area".to_owned(), FieldFault::UnknownChoice(area))]));
        }
        let disorder = profile.disorder.map_or(filled.disorder_text, |code| code.to_string());
        Ok(Understood {
            codes: EnquiryCodes {
                network: network_of(&self.visit.knowledge, profile.disorder),
                ..codes_of(&profile)
            },
            texts: EnquiryTexts {
                summary: sent.line("summary"),
                disorder,
                note: sent.text("note"),
                profile: serde_json::to_string(&answers).unwrap_or_default(),
            },
            profile,
        })
    }

    /// The answers of a recorded enquiry: those that the form took, and the codes for one that came by another way.
    pub fn answers_of(&self, enquiry: &Enquiry) -> Answers {
        if let Ok(answers) = serde_json::from_str::<Answers>(&enquiry.texts.profile)
            && !answers.is_empty()
        {
            return answers;
        }
        let codes = &enquiry.codes;
        let text = |word: &str| (!word.is_empty()).then(|| word.to_owned());
        Profile {
            entry_mode: Some(codes.mode),
            requester_kind: Some(codes.requester_kind),
            referral_source: Some(codes.referral_source),
            age_band: ariane_domain::enquiry::AgeBand::from_word(&codes.person.age_band),
            nationality: ariane_domain::place::Country::new(&codes.person.nationality),
            residence: ariane_domain::place::Country::new(&codes.person.residence_country),
            area: text(&codes.person.residence_area),
            language: text(&codes.person.language),
            interpreter: Some(codes.is_interpreted),
            needs: codes.needs.clone(),
            disorder_status: Some(codes.disorder_status),
            disorder: enquiry.texts.disorder.parse().ok(),
            response_minutes: codes.duration_seconds.and_then(|s| u32::try_from(s / 60).ok()),
            ..Profile::default()
        }
        .answers()
    }

    /// The disorder of an enquiry in words, and its code where it is known.
    pub fn disorder_of(&self, text: &str) -> (String, Option<OrphaCode>) {
        let catalogue = &self.visit.knowledge.catalogue;
        match text.parse::<OrphaCode>().ok().and_then(|code| catalogue.current(code)) {
            Some(entity) => (catalogue.name(entity, self.visit.language).1.to_owned(), Some(entity.code)),
            None => (text.to_owned(), None),
        }
    }

    /// The urgency that a text suggests (duty D1), and what the listener marked.
    pub fn urgency(&self, text: &str, is_pressing: bool) -> Urgency {
        let words = fold::words(&text.chars().take(20_000).collect::<String>());
        let found = Urgency::of(&self.visit.knowledge.danger.look(&words));
        if is_pressing { Urgency::Pressing.or(found) } else { found }
    }
}

/// Who it is, as typed under a beginning of names: `name`, `concerned-name`.
pub fn identity(sent: &Sent, prefix: &str) -> Identity {
    let line = |name: &str| sent.line(&format!("{prefix}{name}"));
    let all = |name: &str| {
        let name = format!("{prefix}{name}");
        sent.all(&name).filter_map(NeverTell::from_word).collect::<Vec<_>>()
    };
    Identity {
        name: line("name"),
        mail: line("mail"),
        phone: line("phone"),
        birth_date: line("birth").parse().ok(),
        contact: SafeContact {
            channel: Channel::from_word(&line("channel")).unwrap_or_default(),
            hours: line("hours"),
            is_neutral: sent.is(&format!("{prefix}neutral")),
            never_tell: all("never-tell"),
        },
    }
}
