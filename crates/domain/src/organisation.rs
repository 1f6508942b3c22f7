//! Structures that can help: networks, centres, associations, services.

use crate::code::OrphaCode;
use crate::freshness::Confirmation;
use crate::language::Language;
use crate::need::NeedCode;
use crate::place::{Country, Point};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What kind of structure an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// European Reference Network.
    Ern,
    /// Filière de santé maladies rares.
    Fsmr,
    /// Reference centre (centre de référence maladies rares), coordinating or constituent site.
    Crmr,
    /// Competence centre (centre de compétence maladies rares).
    Ccmr,
    /// Hospital team that is a member of a European network, without a national label of its own.
    ErnMember,
    /// National coordination hub.
    Hub,
    /// Patients' association.
    Association,
    /// Alliance of associations.
    Alliance,
    /// Helpline for rare diseases.
    Helpline,
    /// Line for people in acute distress.
    CrisisLine,
    /// Information platform.
    Platform,
    /// Diagnostic laboratory.
    Laboratory,
    /// Medico-social or public service.
    Service,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 13] = [
        Self::Ern,
        Self::Fsmr,
        Self::Crmr,
        Self::Ccmr,
        Self::ErnMember,
        Self::Hub,
        Self::Association,
        Self::Alliance,
        Self::Helpline,
        Self::CrisisLine,
        Self::Platform,
        Self::Laboratory,
        Self::Service,
    ];

    /// Stable word for files, addresses and commands.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ern => "ern",
            Self::Fsmr => "fsmr",
            Self::Crmr => "crmr",
            Self::Ccmr => "ccmr",
            Self::ErnMember => "ern-member",
            Self::Hub => "hub",
            Self::Association => "association",
            Self::Alliance => "alliance",
            Self::Helpline => "helpline",
            Self::CrisisLine => "crisis-line",
            Self::Platform => "platform",
            Self::Laboratory => "laboratory",
            Self::Service => "service",
        }
    }

    /// Reads [`Kind::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it is an expert centre: the only kinds that a sheet shows as a centre.
    pub const fn is_centre(self) -> bool {
        matches!(self, Self::Crmr | Self::Ccmr | Self::ErnMember)
    }

    /// Whether it is a network whose coverage is the rule table.
    pub const fn is_network(self) -> bool {
        matches!(self, Self::Ern | Self::Fsmr)
    }
}

/// For whom a structure works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Adults only.
    Adult,
    /// Children only.
    Child,
    /// Any age, or not stated.
    All,
}

/// How far a structure reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// A town or hospital area.
    Local,
    /// A region.
    Regional,
    /// A country.
    National,
    /// Europe.
    European,
}

/// The part that a site plays in a multi-site centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SiteRole {
    /// Coordinating site.
    Coordinating,
    /// Constituent site.
    Constituent,
}

/// Where a fact comes from and when it was checked there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Address of the source.
    pub source: String,
    /// Day of the check, if there was one.
    pub checked: Option<NaiveDate>,
    /// Whether the source was read.
    pub confirmation: Confirmation,
}

/// One place where an organisation works. A row of the directory template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// Slug within the organisation; empty for the only or main site.
    pub slug: String,
    /// Role in a multi-site centre.
    pub role: Option<SiteRole>,
    /// Hospital or body that houses it.
    pub host: String,
    /// Public coordinator.
    pub coordinator: String,
    /// Street and number.
    pub address: String,
    /// Postcode as written in its country.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Country.
    pub country: Country,
    /// Coordinates, when known.
    pub point: Option<Point>,
    /// Telephone, international format.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Web address.
    pub url: String,
    /// Opening hours, as text.
    pub hours: String,
    /// Where these facts come from.
    pub provenance: Provenance,
    /// Editor's remark.
    pub note: String,
    /// What the seed document said, where it differs.
    pub seed: String,
}

/// Who may ask a laboratory for a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prescriber {
    /// Any doctor.
    Doctor,
    /// A specialist of the field.
    Specialist,
    /// A clinical geneticist, or a doctor after genetic counselling.
    Geneticist,
}

impl Prescriber {
    /// All of them.
    pub const ALL: [Prescriber; 3] = [Self::Doctor, Self::Specialist, Self::Geneticist];

    /// Stable word for files and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Doctor => "doctor",
            Self::Specialist => "specialist",
            Self::Geneticist => "geneticist",
        }
    }
}

/// A test, or a group of tests, of a laboratory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaboratoryTest {
    /// As the laboratory names it.
    pub name: String,
    /// Disorders or groups that it is for; empty when not stated.
    pub disorders: Vec<OrphaCode>,
}

/// What a laboratory says of its work (duty D41). What it does not say is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Laboratory {
    /// Tests.
    pub tests: Vec<LaboratoryTest>,
    /// Accreditation as published, e.g. `ISO 15189`.
    pub accreditation: String,
    /// Shortest and longest time from sample to result, in days.
    pub turnaround_days: Option<(u16, u16)>,
    /// Who may ask for a test.
    pub prescribers: Vec<Prescriber>,
    /// Address of the request form.
    pub request_form: String,
}

/// A structure of the directory with its sites.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// Stable slug.
    pub id: String,
    /// Kind.
    pub kind: Kind,
    /// Full name.
    pub name: String,
    /// Acronym or short name.
    pub short_name: String,
    /// Networks or organisations to which it belongs.
    pub parents: Vec<String>,
    /// Official label, e.g. `CRMR 2023`.
    pub label: String,
    /// First day or year of validity of the label, as published.
    pub label_from: String,
    /// Last day or year of validity of the label, as published.
    pub label_until: String,
    /// Entities covered, each with everything below it.
    pub coverage: Vec<OrphaCode>,
    /// Whether it works for some diseases only and which ones is not stated by codes. Without codes and
    /// without this mark, a structure works for all rare diseases.
    #[serde(default)]
    pub coverage_not_stated: bool,
    /// For whom.
    pub audience: Audience,
    /// Languages spoken, ISO 639-1.
    pub languages: Vec<String>,
    /// What it offers.
    pub services: Vec<NeedCode>,
    /// How far it reaches.
    pub reach: Option<Reach>,
    /// Plain description per language.
    pub descriptions: BTreeMap<Language, String>,
    /// At least one site.
    pub sites: Vec<Site>,
    /// What a laboratory says of its work; none for other kinds.
    #[serde(default)]
    pub laboratory: Option<Laboratory>,
}

/// The day that a label's validity begins or ends: `YYYY-MM-DD`, or a year, which begins on its first day
/// and ends on its last. None for a text that is no date.
fn label_day(text: &str, end: bool) -> Option<NaiveDate> {
    let text = text.trim();
    let of_year = || {
        let year = (text.len() == 4).then(|| text.parse().ok()).flatten()?;
        if end { NaiveDate::from_ymd_opt(year, 12, 31) } else { NaiveDate::from_ymd_opt(year, 1, 1) }
    };
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().or_else(of_year)
}

impl Organisation {
    /// The acronym when there is one, else the name.
    pub fn shown_name(&self) -> &str {
        if self.short_name.is_empty() { &self.name } else { &self.short_name }
    }

    /// Description in the reader's language or the nearest fallback, with the language it is in.
    pub fn description(&self, language: Language) -> Option<(Language, &str)> {
        std::iter::once(language)
            .chain(language.fallbacks())
            .find_map(|l| self.descriptions.get(&l).map(|text| (l, text.as_str())))
    }

    /// The site nearest to `from`, with its distance in kilometres; sites without coordinates are passed over.
    pub fn nearest_site(&self, from: Point) -> Option<(&Site, f64)> {
        self.sites
            .iter()
            .filter_map(|site| site.point.map(|point| (site, point.distance_km(from))))
            .min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Whether a label with an end has run out before `today`.
    ///
    /// A label given as a year ends with that year; a text that is no date never expires by itself.
    pub fn label_expired(&self, today: NaiveDate) -> bool {
        label_day(&self.label_until, true).is_some_and(|end| end < today)
    }

    /// Whether the label ends before it begins, as far as both are dates.
    pub fn label_ends_before_it_begins(&self) -> bool {
        label_day(&self.label_from, false)
            .zip(label_day(&self.label_until, true))
            .is_some_and(|(from, until)| until < from)
    }

    /// Whether it works for all rare diseases, as far as it is known.
    pub fn is_for_all(&self) -> bool {
        self.coverage.is_empty() && !self.coverage_not_stated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_back_from_its_word() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(Kind::from_word("hospital"), None);
    }

    #[test]
    fn only_recognised_kinds_are_centres() {
        let centres: Vec<_> = Kind::ALL.into_iter().filter(|k| k.is_centre()).collect();
        assert_eq!(centres, [Kind::Crmr, Kind::Ccmr, Kind::ErnMember]);
    }
}
