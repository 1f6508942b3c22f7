//! What a person takes along to another country: their summary as data and as words, and a card for an emergency (F64, duty D12).

use crate::cell::odyssey::VagueDate;
use crate::clinical::entry::Kept;
use crate::clinical::{Entry, EntryKind};
use crate::consent::{GivenBy, Means};
use crate::protection::emergency::needs_entry;
use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Version of the form, counted up when an older program could misread it.
pub const VERSION: u32 = 1;

/// For how many months a capsule and a card are good: our own choice; a treatment changes within a year.
pub const GOOD_FOR_MONTHS: u32 = 12;

/// The last day on which what was made on a day is relied on.
pub fn expires_on(made: NaiveDate) -> NaiveDate {
    made.checked_add_months(Months::new(GOOD_FOR_MONTHS)).unwrap_or(made)
}

/// Who a capsule is about. It is theirs: it names them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bearer {
    /// Name.
    #[serde(default)]
    pub name: String,
    /// Birth date.
    #[serde(default)]
    pub birth_date: Option<NaiveDate>,
    /// Language in which they are spoken to.
    #[serde(default)]
    pub language: String,
}

/// An agreement as a capsule tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedConsent {
    /// Word of the purpose.
    pub purpose: String,
    /// For whom; empty for everybody of that purpose.
    #[serde(default)]
    pub recipient: String,
    /// Who agreed: `person`, or the word of who decides for them.
    pub by: String,
    /// How.
    pub means: Means,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// When it was taken back.
    #[serde(default)]
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// The word of who agreed.
pub fn by_word(by: GivenBy) -> &'static str {
    match by {
        GivenBy::Person => "person",
        GivenBy::Representative(kind) => kind.word(),
    }
}

/// What a capsule holds, before it is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capsule {
    /// [`VERSION`] of who made it.
    pub version: u32,
    /// Who made it: the organisation.
    pub made_by: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// Until when it is relied on.
    pub expires_on: NaiveDate,
    /// About whom.
    pub bearer: Bearer,
    /// What is known, as it was written.
    pub entries: Vec<Entry>,
    /// What they agreed to.
    #[serde(default)]
    pub consents: Vec<CarriedConsent>,
}

/// Whether an entry goes into the hands of its person: nothing of relatives, whose it is (duty D7), and what is delicate only once it
/// was explained, which who asks knows (duty D2).
pub fn may_be_carried(entry: &Entry, is_explained: bool) -> bool {
    entry.kind() != EntryKind::Relative && (is_explained || entry.delicate().is_none())
}

/// What a card for an emergency says, of what may be carried: allergies first, then what is taken now, then what goes on. Where it does not
/// fit, the rest is counted and not cut off in silence.
pub fn card(entries: &[Entry], today: NaiveDate) -> Vec<&Entry> {
    const ORDER: [EntryKind; 3] = [EntryKind::Allergy, EntryKind::Treatment, EntryKind::Problem];
    ORDER
        .into_iter()
        .flat_map(|kind| entries.iter().filter(move |one| one.kind() == kind))
        .filter(|one| needs_entry(one, today))
        .collect()
}

/// The entries under ids that mean nothing, for what asks for kept ones.
pub fn numbered(entries: &[Entry]) -> Vec<Kept> {
    let kept = |(at, entry): (usize, &Entry)| Kept {
        id: uuid::Uuid::from_u128(u128::try_from(at).unwrap_or_default() + 1),
        entry: entry.clone(),
    };
    entries.iter().enumerate().map(kept).collect()
}

/// Whether a capsule is still relied on.
pub fn is_over(expires_on: NaiveDate, today: NaiveDate) -> bool {
    VagueDate::Day(expires_on).latest() < today
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clinical::entry::{Allergy, Opinion, Problem, ProblemState, Sign, SignState, Treatment};
    use crate::clinical::kinship::{Affected, KinSex, Kinship, Relative};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn nothing_of_relatives_and_nothing_unexplained_goes_along() {
        let mother = Entry::Relative(Relative {
            kinship: Kinship::Mother,
            child_of: None,
            sex: KinSex::Female,
            affected: Affected::Yes,
            is_deceased: false,
            born: None,
            note: String::new(),
        });
        assert!(!may_be_carried(&mother, true));
        let opinion = Entry::Opinion(Opinion::default());
        assert!(may_be_carried(&opinion, true) && !may_be_carried(&opinion, false));
        let sign = Entry::Sign(Sign {
            term: 1250,
            label: String::new(),
            state: SignState::Observed,
            since: None,
            onset: String::new(),
            note: String::new(),
        });
        assert!(may_be_carried(&sign, false) && may_be_carried(&Entry::Allergy(Allergy::default()), false));
    }

    #[test]
    fn a_card_begins_with_what_kills_and_leaves_out_what_is_over() {
        let problem = |state| Entry::Problem(Problem { state: Some(state), ..Problem::default() });
        let all = [
            problem(ProblemState::Present),
            problem(ProblemState::Resolved),
            Entry::Treatment(Treatment { until: "2020".parse().ok(), ..Treatment::default() }),
            Entry::Treatment(Treatment::default()),
            Entry::Allergy(Allergy::default()),
        ];
        let kinds: Vec<EntryKind> = card(&all, day("2026-11-23")).into_iter().map(Entry::kind).collect();
        assert_eq!(kinds, [EntryKind::Allergy, EntryKind::Treatment, EntryKind::Problem]);
    }

    #[test]
    fn paper_ages() {
        assert_eq!(expires_on(day("2026-11-23")), day("2027-11-23"));
        assert!(!is_over(day("2027-11-23"), day("2027-11-23")));
        assert!(is_over(day("2027-11-23"), day("2027-11-24")));
    }
}
