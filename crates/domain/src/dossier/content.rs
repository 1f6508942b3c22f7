//! What of a file goes into a dossier: no names, no places, no pedigree, no date more exact than a year, unless somebody adds one of
//! these and says why (duty D11). The result is pseudonymised, never anonymous (duty D19).

use super::enclosure::Enclosed;
use crate::cell::odyssey::VagueDate;
use crate::clinical::entry::Kept;
use crate::clinical::kinship::{KinSex, Kinship};
use crate::clinical::{Entry, EntryKind};
use crate::consent::{Consent, GivenBy, Means, Minority};
use crate::purpose::Purpose;
use crate::reidentification::shown::AgeStep;
use crate::stable::stable_words;
use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// What stays out unless it is added with a reason. Raw genomic files have no place in a dossier at all;
    /// pictures and reports are chosen one by one ([`super::enclosure`]).
    pub enum Addition in "dossier-addition" {
        /// Birth date, and dates more exact than a year.
        ExactDates = "exact-dates",
        /// Relatives and the pedigree.
        Pedigree = "pedigree",
        /// Names of places in texts.
        Places = "places",
    }
}

stable_words! {
    /// The parts of a dossier, in the order in which it shows them.
    ///
    /// The form of CPMS is not published section by section. Its public pages say that consent is asked first, that enrolling a
    /// patient comes before the request, and that the rest is history, clinic, genetics and treatment; this order follows them.
    /// Sources, all read on 23 November 2026: <https://cpms.ern-net.eu/cms/pages/faqs.html> (consents, consultation form in
    /// sections), <https://ern-euro-nmd.eu/clinical-patient-management-system/> (pedigree tool),
    /// <https://www.erknet.org/virtual-consultation/about-cpms/clinical-patient-management-system-20> (order of data).
    pub enum Part in "dossier-part" {
        /// Agreements that cover it.
        Consent = "consent",
        /// Who it is about, as far as it is said.
        Person = "person",
        /// What is asked.
        Question = "question",
        /// Problems and diseases.
        Problem = "problem",
        /// Signs.
        Sign = "sign",
        /// Variants.
        Variant = "variant",
        /// Family.
        Relative = "relative",
        /// Treatments.
        Treatment = "treatment",
        /// Allergies.
        Allergy = "allergy",
        /// Earlier opinions.
        Opinion = "opinion",
        /// Pictures and reports that go along.
        Enclosure = "enclosure",
    }
}

impl Part {
    /// The kind of entries that a part shows; none where it shows something else.
    pub const fn kind(self) -> Option<EntryKind> {
        match self {
            Self::Consent | Self::Person | Self::Question | Self::Enclosure => None,
            Self::Problem => Some(EntryKind::Problem),
            Self::Sign => Some(EntryKind::Sign),
            Self::Variant => Some(EntryKind::Variant),
            Self::Relative => Some(EntryKind::Relative),
            Self::Treatment => Some(EntryKind::Treatment),
            Self::Allergy => Some(EntryKind::Allergy),
            Self::Opinion => Some(EntryKind::Opinion),
        }
    }
}

/// An agreement that covers a dossier, without the words of who wrote it down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covering {
    /// To what.
    pub purpose: Purpose,
    /// Who agreed.
    pub by: GivenBy,
    /// How.
    pub means: Means,
    /// First day.
    pub from: NaiveDate,
    /// Last day. It is exact although dates are not: a recipient has to know it.
    pub until: NaiveDate,
}

impl Covering {
    /// An agreement, where it covers a purpose towards a recipient on a day.
    pub fn of(
        (means, consent): (Means, Consent),
        (purpose, recipient): (Purpose, Option<Uuid>),
        day: NaiveDate,
        minority: &Minority,
    ) -> Option<Self> {
        let is_for_them = consent.recipient.is_none() || consent.recipient == recipient;
        let counts = consent.standing(day, minority) == crate::consent::Standing::Valid;
        (consent.purpose == purpose && is_for_them && counts).then_some(Self {
            purpose,
            by: consent.by,
            means,
            from: consent.from,
            until: consent.until,
        })
    }
}

/// How old somebody is, as far as a dossier says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgeShown {
    /// Between these ages, both within; the second is missing where the class is open.
    Band(u8, Option<u8>),
    /// Born on this day.
    Born(NaiveDate),
}

impl AgeShown {
    /// The step where nothing was judged.
    pub const USUAL: AgeStep = AgeStep::TenYears;

    /// Of somebody born on a day, seen on another; without a step the day itself.
    pub fn of(born: Option<NaiveDate>, on: NaiveDate, step: Option<AgeStep>) -> Option<Self> {
        let born = born?;
        let Some(step) = step else { return Some(Self::Born(born)) };
        let years = on.years_since(born).and_then(|years| u8::try_from(years).ok())?;
        let (from, to) = step.ages(years)?;
        Some(Self::Band(from, (to != u8::MAX).then_some(to)))
    }
}

/// What a dossier holds, ready to be written in any form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Name of this export, from which ids within it are made. Nothing else in the house knows it.
    pub serial: Uuid,
    /// What stands in the place of a name, in this dossier and no other.
    pub pseudonym: String,
    /// For what.
    pub purpose: Purpose,
    /// When it was put together.
    pub made_at: DateTime<Utc>,
    /// Sex, where the family of the summary says it.
    pub sex: Option<KinSex>,
    /// Age.
    pub age: Option<AgeShown>,
    /// Disorder of the file, known or suspected: code and name; empty where there is none.
    pub disorder: (String, String),
    /// What is asked.
    pub question: String,
    /// Entries.
    pub entries: Vec<Kept>,
    /// Whether the parents are related by blood; false where the pedigree stays out.
    pub are_parents_related: bool,
    /// Whether dates are as exact as they are known.
    pub is_exact: bool,
    /// Agreements.
    pub consents: Vec<Covering>,
    /// Files that go along.
    pub enclosures: Vec<Enclosed>,
    /// Whether the person was invented for a training.
    pub is_training: bool,
}

impl Dossier {
    /// The entries of a kind.
    pub fn of_kind(&self, kind: EntryKind) -> impl Iterator<Item = &Kept> {
        self.entries.iter().filter(move |one| one.entry.kind() == kind)
    }

    /// A day as the dossier says it.
    pub fn day(&self, day: NaiveDate) -> VagueDate {
        if self.is_exact { VagueDate::Day(day) } else { VagueDate::Year(day.year()) }
    }
}

/// The sex of the person, which only the family of the summary knows.
pub fn sex_of(entries: &[Kept]) -> Option<KinSex> {
    entries.iter().find_map(|one| match &one.entry {
        Entry::Relative(relative) if relative.kinship == Kinship::Proband => {
            Some(relative.sex).filter(|sex| *sex != KinSex::NotSaid)
        }
        _ => None,
    })
}

fn year(date: VagueDate) -> VagueDate {
    match date {
        VagueDate::Year(year) | VagueDate::Month(year, _) => VagueDate::Year(year),
        VagueDate::Day(day) => VagueDate::Year(day.year()),
    }
}

/// The entries of a file that go into a dossier: without the family unless it was added, no date more exact than a year unless that
/// was added, and under ids that say nothing. Texts are not touched here: who calls takes out of them what names somebody.
pub fn selected(entries: &[Kept], additions: &[Addition]) -> Vec<Kept> {
    let has = |one| additions.contains(&one);
    let goes = |one: &&Kept| one.entry.kind() != EntryKind::Relative || has(Addition::Pedigree);
    let chosen: Vec<&Kept> = entries.iter().filter(goes).collect();
    let place = |id: Uuid| chosen.iter().position(|one| one.id == id).map(number);
    chosen
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let mut entry = one.entry.clone();
            if let Entry::Relative(relative) = &mut entry {
                relative.child_of = relative.child_of.and_then(place);
            }
            if !has(Addition::ExactDates) {
                blur(&mut entry);
            }
            Kept { id: number(at), entry }
        })
        .collect()
}

/// An id within one dossier.
fn number(at: usize) -> Uuid {
    Uuid::from_u128(u128::try_from(at).unwrap_or_default() + 1)
}

fn blur(entry: &mut Entry) {
    let dates: [Option<&mut Option<VagueDate>>; 2] = match entry {
        Entry::Problem(one) => [Some(&mut one.since), None],
        Entry::Sign(one) => [Some(&mut one.since), None],
        Entry::Treatment(one) => [Some(&mut one.since), Some(&mut one.until)],
        Entry::Opinion(one) => [Some(&mut one.on), None],
        // The day of a class stays in the entry, which means nothing without it; [`Dossier::day`] says it.
        Entry::Variant(_) | Entry::Allergy(_) | Entry::Relative(_) => [None, None],
    };
    for date in dates.into_iter().flatten() {
        *date = date.map(year);
    }
}

/// Whether a field names a thing in few words: a disease, a medicine, an allergen. What merely looks like somebody's name there is most
/// likely the thing itself, and a summary that loses it is dangerous: it stays unless a human takes it out.
pub fn names_a_thing(kind: EntryKind, field: &str) -> bool {
    matches!(
        (kind, field),
        (EntryKind::Problem, "text" | "code")
            | (EntryKind::Sign, "label" | "onset")
            | (EntryKind::Treatment, "text" | "dose")
            | (EntryKind::Allergy, "substance")
    )
}

impl Entry {
    /// The fields that somebody writes freely, each with a name: what names somebody is looked for in these before anything leaves.
    pub fn texts_mut(&mut self) -> Vec<(&'static str, &mut String)> {
        match self {
            Self::Problem(one) => vec![("text", &mut one.text), ("code", &mut one.code)],
            Self::Sign(one) => {
                vec![("label", &mut one.label), ("onset", &mut one.onset), ("note", &mut one.note)]
            }
            // HGVS and symbols of genes are held to their grammar; what they write in free words is here.
            Self::Variant(one) => vec![("laboratory", &mut one.laboratory), ("note", &mut one.note)],
            Self::Treatment(one) => {
                vec![("text", &mut one.text), ("dose", &mut one.dose), ("effect", &mut one.effect)]
            }
            Self::Allergy(one) => vec![("substance", &mut one.substance), ("reaction", &mut one.reaction)],
            Self::Opinion(one) => vec![("by", &mut one.by), ("text", &mut one.text)],
            Self::Relative(one) => vec![("note", &mut one.note)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clinical::entry::{Opinion, Problem, Treatment};
    use crate::clinical::kinship::{Affected, Relative};
    use crate::clinical::variant::Variant;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn relative(kinship: Kinship, child_of: Option<u128>) -> Entry {
        Entry::Relative(Relative {
            kinship,
            child_of: child_of.map(Uuid::from_u128),
            sex: KinSex::Female,
            affected: Affected::Yes,
            is_deceased: false,
            born: Some(1960),
            note: String::new(),
        })
    }

    fn file() -> Vec<Kept> {
        let kept = |id, entry| Kept { id: Uuid::from_u128(id), entry };
        vec![
            kept(71, relative(Kinship::MaternalAunt, None)),
            kept(
                72,
                Entry::Treatment(Treatment {
                    text: "x".into(),
                    since: "2020-05-06".parse().ok(),
                    until: "2021-07".parse().ok(),
                    ..Treatment::default()
                }),
            ),
            kept(73, relative(Kinship::ChildOf, Some(71))),
            kept(74, Entry::Problem(Problem { since: "2019-01-02".parse().ok(), ..Problem::default() })),
            kept(75, Entry::Opinion(Opinion { on: "2018-03-04".parse().ok(), ..Opinion::default() })),
        ]
    }

    #[test]
    fn without_a_reason_no_family_and_no_date_but_its_year_leaves() {
        let chosen = selected(&file(), &[]);
        assert_eq!(chosen.len(), 3);
        let text = serde_json::to_string(&chosen.iter().map(|one| &one.entry).collect::<Vec<_>>()).unwrap();
        for kept_back in ["relative", "2020-", "2021-", "2019-", "2018-"] {
            assert!(!text.contains(kept_back), "{kept_back}: {text}");
        }
        assert!(text.contains("\"2020\"") && text.contains("\"2021\"") && text.contains("\"2018\""));
        assert!(chosen.iter().all(|one| one.id.as_u128() < 10), "ids of the house stay in it");
    }

    #[test]
    fn what_is_added_goes_and_children_find_their_parents_again() {
        let chosen = selected(&file(), &[Addition::Pedigree, Addition::ExactDates]);
        assert_eq!(chosen.len(), 5);
        let Entry::Relative(cousin) = &chosen[2].entry else { panic!("a relative") };
        assert_eq!(cousin.child_of, Some(chosen[0].id));
        let Entry::Treatment(one) = &chosen[1].entry else { panic!("a treatment") };
        assert_eq!(one.since, Some(VagueDate::Day(day("2020-05-06"))));
    }

    #[test]
    fn an_age_is_a_band_of_ten_years_and_the_birth_date_only_where_it_was_added() {
        let age = |born: &str, step| AgeShown::of(Some(day(born)), day("2026-11-23"), step);
        let usual = Some(AgeShown::USUAL);
        assert_eq!(age("1990-01-02", usual), Some(AgeShown::Band(30, Some(39))));
        assert_eq!(age("1910-01-02", usual), Some(AgeShown::Band(100, None)));
        assert_eq!(age("1990-01-02", None), Some(AgeShown::Born(day("1990-01-02"))));
        assert_eq!(age("1990-01-02", Some(AgeStep::ChildOrAdult)), Some(AgeShown::Band(18, None)));
        assert_eq!(age("1990-01-02", Some(AgeStep::Hidden)), None, "as it was judged");
        assert_eq!(age("2027-01-01", usual), None, "nobody is born tomorrow");
        assert_eq!(AgeShown::of(None, day("2026-11-23"), None), None);
    }

    #[test]
    fn an_agreement_covers_its_purpose_its_recipient_and_its_days() {
        let consent = Consent {
            purpose: Purpose::Panel,
            recipient: None,
            by: GivenBy::Person,
            parents: None,
            from: day("2026-01-01"),
            until: day("2026-12-31"),
            withdrawn_at: None,
        };
        let covers = |one: Consent, purpose, to, on| {
            Covering::of((Means::Paper, one), (purpose, to), day(on), &Minority::default()).is_some()
        };
        let them = Some(Uuid::from_u128(9));
        assert!(covers(consent, Purpose::Panel, them, "2026-12-31"));
        assert!(!covers(consent, Purpose::Transfer, them, "2026-06-01"));
        assert!(!covers(consent, Purpose::Panel, them, "2027-01-01"));
        let named = Consent { recipient: them, ..consent };
        assert!(covers(named, Purpose::Panel, them, "2026-06-01"));
        assert!(!covers(named, Purpose::Panel, None, "2026-06-01"), "somebody else's");
    }

    #[test]
    fn a_medicine_is_named_in_its_field_and_nobody_in_a_note() {
        assert!(
            names_a_thing(EntryKind::Allergy, "substance") && names_a_thing(EntryKind::Treatment, "text")
        );
        for free in
            [(EntryKind::Allergy, "reaction"), (EntryKind::Opinion, "text"), (EntryKind::Relative, "note")]
        {
            assert!(!names_a_thing(free.0, free.1), "{free:?}");
        }
    }

    #[test]
    fn every_field_that_is_written_freely_is_looked_at() {
        // A field that is added to an entry and holds words must be named in `texts_mut`, or be one of these.
        const HELD_TO_A_GRAMMAR: [&str; 3] = ["gene", "text", "protein"];
        let mut variant = Entry::Variant(Variant::default());
        let all = serde_json::to_value(&variant).unwrap();
        let named: Vec<&str> = variant.texts_mut().into_iter().map(|(name, _)| name).collect();
        for (name, value) in all.as_object().unwrap().iter().filter(|(name, _)| *name != "kind") {
            let is_held = HELD_TO_A_GRAMMAR.contains(&name.as_str());
            assert!(!value.is_string() || is_held || named.contains(&name.as_str()), "{name}");
        }
        for mut entry in file().into_iter().map(|one| one.entry) {
            let all = serde_json::to_value(&entry).unwrap();
            let named: Vec<&str> = entry.texts_mut().into_iter().map(|(name, _)| name).collect();
            let held = ["kind", "kinship", "sex", "affected", "state", "since", "until", "on", "child_of"];
            for (name, value) in all.as_object().unwrap() {
                let is_free = value.is_string() && !held.contains(&name.as_str());
                assert!(!is_free || named.contains(&name.as_str()), "{name}");
            }
        }
    }
}
