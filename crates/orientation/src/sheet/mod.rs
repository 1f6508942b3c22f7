//! The orientation sheet: for a disorder, a place and a need, who can help, why, and how we know.
//!
//! Each part has a file: [`centres`] (reference against competence centres, distance), [`support`]
//! (associations, services, checklists, helplines), [`europe`] (the route to a European network).
//! A structure stands on a sheet only because it covers the disorder or answers the need; never
//! because it is near.

pub mod centres;
pub mod europe;
pub mod support;

use crate::routing::{Route, RuleTable};
use ariane_domain::freshness::Freshness;
use ariane_domain::organisation::{Audience, Kind, Organisation, Site};
use ariane_domain::place::{Country, Point};
use ariane_domain::procedure::Procedure;
use ariane_domain::{Language, NeedCode, OrphaCode};
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::events::{Agenda, Coming};
use ariane_knowledge::starter::countries::CountryProfile;
use chrono::NaiveDate;
use std::collections::HashMap;

/// The most events of one association on a sheet.
const EVENTS: usize = 3;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Request {
    /// The disorder, or ORPHA:616874 for someone without a diagnosis; none when it is not named.
    pub disorder: Option<OrphaCode>,
    /// Where the person lives.
    pub place: Option<Point>,
    /// The country they live in, or that of the installation.
    pub country: Country,
    /// What they need; empty means that everything of use is shown.
    pub needs: Vec<NeedCode>,
    /// Child or adult, when told.
    pub audience: Option<Audience>,
    /// Language they read.
    pub language: Language,
    /// The day of the sheet.
    pub today: NaiveDate,
    /// After how many days an entry is stale.
    pub stale_after_days: u64,
}

/// Why an entry is on the sheet. Each can be said in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// The structure covers the disorder itself.
    CoversDisorder,
    /// It covers a group to which the disorder belongs.
    CoversGroup(OrphaCode),
    /// A rule leads from a group of the disorder to this network.
    Rule {
        /// Group of the rule.
        group: OrphaCode,
        /// Line of the rule.
        line: u64,
        /// Parent links between the disorder and the group; 0 when the rule names the disorder.
        distance: u32,
    },
    /// It offers what was asked.
    AnswersNeed(NeedCode),
    /// It works for all rare diseases.
    AllRareDiseases,
    /// It works for some diseases, and which ones is not stated: the person must ask.
    CoverageNotStated,
    /// It belongs to a network of the disorder.
    PartOfNetwork(String),
    /// It is in the person's country.
    InCountry(Country),
    /// It is the nearest of its kind.
    Nearest,
    /// It coordinates the centre.
    Coordinates,
    /// It is the helpline of the person's country.
    NationalHelpline(Country),
    /// It opens the way to the European networks.
    NationalHub(Country),
}

/// One structure on the sheet.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The structure.
    pub organisation: &'a Organisation,
    /// The site that is meant.
    pub site: &'a Site,
    /// Kilometres as the crow flies from the person's place.
    pub distance_km: Option<f64>,
    /// Why it is here, strongest reason first.
    pub why: Vec<Why>,
    /// How far the entry can be relied on.
    pub freshness: Freshness,
    /// Whether its official label has run out.
    pub label_expired: bool,
    /// What an association has ahead, soonest first.
    pub events: Vec<Coming<'a>>,
}

/// A part of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// ERN and FSMR.
    Networks,
    /// Reference centres: rarer, farther.
    ReferenceCentres,
    /// Competence centres: nearer.
    CompetenceCentres,
    /// Places for all rare diseases (expertise platforms, centres for rare diseases).
    GeneralCentres,
    /// Laboratories.
    Laboratories,
    /// Associations and alliances.
    Associations,
    /// Services for rights, school, work, home, psychological support.
    Services,
    /// Helplines.
    Helplines,
    /// Route to Europe.
    Europe,
}

impl Part {
    /// Stable word for translation keys and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Networks => "networks",
            Self::ReferenceCentres => "reference-centres",
            Self::CompetenceCentres => "competence-centres",
            Self::GeneralCentres => "general-centres",
            Self::Laboratories => "laboratories",
            Self::Associations => "associations",
            Self::Services => "services",
            Self::Helplines => "helplines",
            Self::Europe => "europe",
        }
    }
}

/// A part with its entries; an empty one is shown too where its emptiness is an answer.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    /// Which part.
    pub part: Part,
    /// Entries, best first.
    pub entries: Vec<Entry<'a>>,
}

/// The sheet.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    /// What was asked.
    pub request: Request,
    /// Networks and the rules that named them.
    pub route: Route,
    /// Parts in reading order.
    pub sections: Vec<Section<'a>>,
    /// Administrative checklists for the need in the country.
    pub procedures: Vec<&'a Procedure>,
    /// Steps by which a professional reaches a European network; text ids of the country profile.
    pub european_steps: Vec<String>,
    /// Whether an expert centre for the disorder is known in the person's country.
    pub centre_in_country: bool,
}

/// What a sheet is made from.
pub struct Sources<'a> {
    /// Disorders.
    pub catalogue: &'a Catalogue,
    /// Structures.
    pub directory: &'a Directory,
    /// Events and trainings.
    pub agenda: &'a Agenda,
    /// Rules.
    pub rules: &'a RuleTable,
    /// Country profiles.
    pub countries: &'a [CountryProfile],
    /// Checklists.
    pub procedures: &'a [Procedure],
}

/// The disorder with everything above it, so that coverage is a look-up.
pub(crate) struct Lineage {
    distance: HashMap<u32, u32>,
}

impl Lineage {
    fn of(catalogue: &Catalogue, code: Option<OrphaCode>) -> Self {
        let distance = code
            .and_then(|c| catalogue.position(c))
            .map(|position| {
                catalogue
                    .ancestors_or_self(position)
                    .into_iter()
                    .map(|(i, d)| (catalogue.entities()[i].code.0, d))
                    .collect()
            })
            .unwrap_or_default();
        Self { distance }
    }

    /// The nearest covered entity and its distance from the disorder.
    pub(crate) fn covered_by(&self, coverage: &[OrphaCode]) -> Option<(OrphaCode, u32)> {
        coverage
            .iter()
            .filter_map(|code| self.distance.get(&code.0).map(|d| (*code, *d)))
            .min_by_key(|(_, d)| *d)
    }

    /// The reason that a covered entity gives.
    pub(crate) fn reason((code, distance): (OrphaCode, u32)) -> Why {
        if distance == 0 { Why::CoversDisorder } else { Why::CoversGroup(code) }
    }
}

impl Request {
    pub(crate) fn entry<'a>(
        &self,
        organisation: &'a Organisation,
        site: &'a Site,
        why: Vec<Why>,
    ) -> Entry<'a> {
        let from = self.place;
        Entry {
            organisation,
            site,
            distance_km: from.zip(site.point).map(|(a, b)| a.distance_km(b)),
            why,
            freshness: Freshness::of(
                site.provenance.confirmation,
                site.provenance.checked,
                self.today,
                self.stale_after_days,
            ),
            label_expired: organisation.label_expired(self.today),
            events: Vec::new(),
        }
    }

    /// Whether a structure works for the age that was told.
    pub(crate) fn suits_age(&self, audience: Audience) -> bool {
        match (self.audience, audience) {
            (None | Some(Audience::All), _) | (_, Audience::All) => true,
            (Some(asked), works_for) => asked == works_for,
        }
    }

    /// The first need that a structure answers, when any was asked.
    pub(crate) fn answered(&self, services: &[NeedCode]) -> Option<NeedCode> {
        self.needs.iter().copied().find(|asked| services.iter().any(|offer| offer.answers(*asked)))
    }
}

/// Composes the sheet.
pub fn compose<'a>(sources: &Sources<'a>, request: Request) -> Sheet<'a> {
    let lineage = Lineage::of(sources.catalogue, request.disorder);
    let route = request.disorder.map(|c| sources.rules.route(sources.catalogue, c)).unwrap_or_default();
    let mut sections = Vec::new();
    sections.push(Section { part: Part::Networks, entries: networks(sources.directory, &request, &route) });
    let specialty = centres::Specialty::of(sources.catalogue, &route);
    let centres = centres::find(sources.directory, &request, &lineage, &specialty);
    let centre_in_country = centres.in_country;
    let must_go_abroad = request.disorder.is_some() && !centre_in_country;
    if request.disorder.is_some() {
        sections.push(Section { part: Part::ReferenceCentres, entries: centres.reference });
        sections.push(Section { part: Part::CompetenceCentres, entries: centres.competence });
    }
    sections
        .push(Section { part: Part::GeneralCentres, entries: centres::general(sources.directory, &request) });
    sections.push(Section {
        part: Part::Laboratories,
        entries: support::laboratories(sources.directory, &request),
    });
    let mut associations = support::associations(sources.directory, &request, &lineage);
    for entry in &mut associations {
        entry.events = sources.agenda.coming_of(&entry.organisation.id, request.today);
        entry.events.truncate(EVENTS);
    }
    sections.push(Section { part: Part::Associations, entries: associations });
    sections.push(Section { part: Part::Services, entries: support::services(sources.directory, &request) });
    let profile = sources.countries.iter().find(|c| c.code == request.country);
    sections.push(Section {
        part: Part::Helplines,
        entries: support::helplines(sources.directory, &request, profile),
    });
    sections.push(Section { part: Part::Europe, entries: europe::hubs(sources.directory, &request) });
    let is_answer_when_empty =
        |part: Part| matches!(part, Part::Networks | Part::ReferenceCentres) && request.disorder.is_some();
    sections.retain(|s| !s.entries.is_empty() || is_answer_when_empty(s.part));
    let procedures = support::procedures(sources.procedures, &request, must_go_abroad);
    let european_steps = profile.map(|p| p.european_route.clone()).unwrap_or_default();
    Sheet { request, route, sections, procedures, european_steps, centre_in_country }
}

/// ERNs for everyone; French filières for those whose care may lead through France.
fn networks<'a>(directory: &'a Directory, request: &Request, route: &Route) -> Vec<Entry<'a>> {
    const FILIERES_ARE_NEAR: [&str; 4] = ["FR", "LU", "BE", "CH"];
    let ern = route.ern.iter();
    let fsmr = route.fsmr.iter().filter(|_| FILIERES_ARE_NEAR.contains(&request.country.code()));
    let ordered: Vec<_> =
        if request.country == Country::FR { fsmr.chain(ern).collect() } else { ern.chain(fsmr).collect() };
    ordered
        .into_iter()
        .filter_map(|routed| {
            let organisation = directory.get(&routed.network)?;
            let site = organisation.sites.first()?;
            let why = vec![Why::Rule { group: routed.group, line: routed.line, distance: routed.distance }];
            let mut entry = request.entry(organisation, site, why);
            // The seat of a network is no place to go to.
            entry.distance_km = None;
            Some(entry)
        })
        .collect()
}

/// Whether a kind of structure may stand in a part: what a test holds against every sheet.
pub fn belongs(kind: Kind, part: Part) -> bool {
    match part {
        Part::Networks => kind.is_network(),
        Part::ReferenceCentres => kind == Kind::Crmr,
        Part::CompetenceCentres => matches!(kind, Kind::Ccmr | Kind::ErnMember),
        Part::GeneralCentres => kind == Kind::Platform,
        Part::Laboratories => kind == Kind::Laboratory,
        Part::Associations => matches!(kind, Kind::Association | Kind::Alliance),
        Part::Services => matches!(kind, Kind::Service | Kind::Platform),
        Part::Helplines => {
            matches!(kind, Kind::Helpline | Kind::Platform | Kind::Association | Kind::Alliance | Kind::Hub)
        }
        Part::Europe => kind == Kind::Hub,
    }
}
