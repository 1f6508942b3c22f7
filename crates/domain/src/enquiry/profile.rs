//! The coded part of a request: what stays clear for the figures, and nothing that names anybody.

use super::form::{Answer, Answers};
use super::words::{AgeBand, DisorderStatus, EntryMode, Gender, ReferralSource, RequesterKind, Satisfaction};
use crate::code::OrphaCode;
use crate::need::NeedCode;
use crate::place::Country;
use serde::{Deserialize, Serialize};

/// The caller profile of a request, from seed 000 and the European network of rare disease helplines.
///
/// `None` is "not asked". Ages, nationality and residence are those of the person concerned (duty D43).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// How it came in.
    pub entry_mode: Option<EntryMode>,
    /// Who asks.
    pub requester_kind: Option<RequesterKind>,
    /// How the requester heard of the helpline.
    pub referral_source: Option<ReferralSource>,
    /// Gender of the requester.
    pub gender: Option<Gender>,
    /// Age of the person concerned.
    pub age_band: Option<AgeBand>,
    /// Nationality of the person concerned.
    pub nationality: Option<Country>,
    /// Country of residence of the person concerned.
    pub residence: Option<Country>,
    /// Area of residence of the person concerned, a code that begins with its country: `lu-es`. Asked from the second version of the
    /// form on.
    #[serde(default)]
    pub area: Option<String>,
    /// Language in which the requester wishes an answer, ISO 639-1.
    pub language: Option<String>,
    /// Whether an interpreter is needed (duty D46).
    pub interpreter: Option<bool>,
    /// What is asked for.
    pub needs: Vec<NeedCode>,
    /// What is known of the disorder.
    pub disorder_status: Option<DisorderStatus>,
    /// The disorder.
    pub disorder: Option<OrphaCode>,
    /// Whether the person concerned knows of the request, when somebody else asks (duty D24).
    pub person_knows: Option<bool>,
    /// Minutes that listening and answering took.
    pub response_minutes: Option<u32>,
    /// How satisfied the requester says to be.
    pub satisfaction: Option<Satisfaction>,
}

/// The country of an area, by the beginning of its code.
fn country_of_area(area: &str) -> Option<Country> {
    Country::new(&area.split_once('-')?.0.to_uppercase())
}

impl Profile {
    /// Whether the area, where one is told, lies in the country that is told.
    pub fn area_fits(&self) -> bool {
        self.area.as_deref().is_none_or(|area| country_of_area(area) == self.residence)
    }

    /// Codes of the fields that it is made of, as in the first version of the form; the second adds `area`.
    pub const FIELDS: [&'static str; 15] = [
        "entry-mode",
        "requester-kind",
        "referral-source",
        "gender",
        "age-band",
        "nationality",
        "residence",
        "language",
        "interpreter",
        "needs",
        "disorder-status",
        "disorder",
        "person-knows",
        "response-minutes",
        "satisfaction",
    ];

    /// The profile of validated answers. Fields that an installation added are not part of it and stay beside it.
    pub fn of(answers: &Answers) -> Self {
        let code = |field: &str| match answers.get(field) {
            Some(Answer::Choice(code)) => Some(code.as_str()),
            _ => None,
        };
        let yes_no = |field: &str| match answers.get(field) {
            Some(Answer::YesNo(yes)) => Some(*yes),
            _ => None,
        };
        let number = |field: &str| match answers.get(field) {
            Some(Answer::Number(number)) => u32::try_from(*number).ok(),
            _ => None,
        };
        let needs = answers.get("needs").map_or(&[][..], Answer::codes);
        Self {
            entry_mode: code("entry-mode").and_then(EntryMode::from_word),
            requester_kind: code("requester-kind").and_then(RequesterKind::from_word),
            referral_source: code("referral-source").and_then(ReferralSource::from_word),
            gender: code("gender").and_then(Gender::from_word),
            age_band: code("age-band").and_then(AgeBand::from_word),
            nationality: code("nationality").and_then(Country::new),
            residence: code("residence")
                .and_then(Country::new)
                .or_else(|| code("area").and_then(country_of_area)),
            area: code("area").map(str::to_owned),
            language: code("language").map(str::to_owned),
            interpreter: yes_no("interpreter"),
            needs: needs.iter().filter_map(|need| need.parse().ok()).collect(),
            disorder_status: code("disorder-status").and_then(DisorderStatus::from_word),
            disorder: code("disorder").and_then(|orpha| orpha.parse().ok()),
            person_knows: yes_no("person-knows"),
            response_minutes: number("response-minutes"),
            satisfaction: code("satisfaction").and_then(Satisfaction::from_word),
        }
    }

    /// The answers from which [`Profile::of`] makes the same profile, for a form that is opened again.
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::new();
        let mut put = |code: &str, answer: Option<Answer>| {
            if let Some(answer) = answer {
                answers.insert(code.to_owned(), answer);
            }
        };
        let choice = |word: &str| Answer::Choice(word.to_owned());
        put("entry-mode", self.entry_mode.map(|v| choice(v.word())));
        put("requester-kind", self.requester_kind.map(|v| choice(v.word())));
        put("referral-source", self.referral_source.map(|v| choice(v.word())));
        put("gender", self.gender.map(|v| choice(v.word())));
        put("age-band", self.age_band.map(|v| choice(v.word())));
        put("nationality", self.nationality.map(|v| choice(v.code())));
        put("residence", self.residence.map(|v| choice(v.code())));
        put("area", self.area.as_deref().map(choice));
        put("language", self.language.as_deref().map(choice));
        put("interpreter", self.interpreter.map(Answer::YesNo));
        let needs: Vec<String> = self.needs.iter().map(ToString::to_string).collect();
        put("needs", (!needs.is_empty()).then_some(Answer::Multi(needs)));
        put("disorder-status", self.disorder_status.map(|v| choice(v.word())));
        put("disorder", self.disorder.map(|v| Answer::Choice(v.to_string())));
        put("person-knows", self.person_knows.map(Answer::YesNo));
        put("response-minutes", self.response_minutes.map(|v| Answer::Number(v.into())));
        put("satisfaction", self.satisfaction.map(|v| choice(v.word())));
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_goes_into_a_form_and_comes_back() {
        let profile = Profile {
            entry_mode: Some(EntryMode::Phone),
            requester_kind: Some(RequesterKind::Relative),
            referral_source: Some(ReferralSource::Media),
            gender: Some(Gender::Female),
            age_band: Some(AgeBand::Under12),
            nationality: Country::new("PT"),
            residence: Country::new("LU"),
            area: Some("lu-es".into()),
            language: Some("pt".into()),
            interpreter: Some(true),
            needs: vec!["information".parse().unwrap(), "school-work/school".parse().unwrap()],
            disorder_status: Some(DisorderStatus::Diagnosed),
            disorder: "586".parse().ok(),
            person_knows: Some(false),
            response_minutes: Some(12),
            satisfaction: Satisfaction::new(4),
        };
        let answers = profile.answers();
        assert_eq!(answers.keys().map(String::as_str).collect::<Vec<_>>(), {
            let mut fields = [&Profile::FIELDS[..], &["area"]].concat();
            fields.sort_unstable();
            fields
        });
        assert_eq!(Profile::of(&answers), profile);
        assert_eq!(Profile::of(&Answers::new()), Profile::default());
        let mut told = Answers::new();
        told.insert("area".into(), Answer::Choice("lu-es".into()));
        assert!(Profile::of(&told).residence == Country::new("LU") && Profile::of(&told).area_fits());
        told.insert("residence".into(), Answer::Choice("FR".into()));
        assert!(!Profile::of(&told).area_fits(), "no canton of Luxembourg lies in France");
    }
}
