//! A structure as a card: on sheets, disease pages and in the directory.

use super::event_card::EventCard;
use super::visit::Visit;
use crate::addresses::Page;
use ariane_domain::freshness::Freshness;
use ariane_domain::organisation::{Audience, Kind, Organisation, Site};
use ariane_orientation::sheet::{Entry, Why};

/// What a card shows, all of it ready to read.
#[derive(Debug, Clone)]
pub struct Card {
    /// Address of its page.
    pub href: String,
    /// Name.
    pub name: String,
    /// Full name where the name is an acronym.
    pub full_name: String,
    /// Kind in words.
    pub kind: String,
    /// Plain description.
    pub description: String,
    /// Language of the description, when it is not that of the page.
    pub description_language: Option<&'static str>,
    /// Hospital, town.
    pub where_it_is: String,
    /// Distance.
    pub distance: String,
    /// Reasons.
    pub why: Vec<String>,
    /// Telephone as shown, and for `tel:`.
    pub phone: Option<(String, String)>,
    /// E-mail.
    pub email: String,
    /// Web site.
    pub url: String,
    /// Opening hours.
    pub hours: String,
    /// Label and its validity.
    pub label: String,
    /// Source as an address, or as text where it is none.
    pub source: String,
    /// Whether the source is an address.
    pub source_is_link: bool,
    /// When it was checked.
    pub checked: String,
    /// What the reader must be warned of.
    pub warnings: Vec<String>,
    /// Coming events and trainings.
    pub events: Vec<EventCard>,
}

/// A source may be an address or the name of a document; only addresses become links.
pub fn is_web_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// A source in words: an address as it is, our own documents by their name.
pub fn source_text(visit: &Visit, source: &str) -> String {
    match source {
        "seed 000" => visit.t.s("source-seed-000"),
        "seed 001" => visit.t.s("source-seed-001"),
        other => other.to_owned(),
    }
}

/// The kind in words; centres outside France do not bear the French label.
pub fn kind_label(visit: &Visit, organisation: &Organisation, site: &Site) -> String {
    let labelled = matches!(organisation.kind, Kind::Crmr | Kind::Ccmr);
    let abroad = labelled && site.country.code() != "FR";
    let word = organisation.kind.word();
    if abroad { visit.t.k("kind-abroad", word) } else { visit.t.k("kind", word) }
}

/// A reason in words.
pub fn why_text(visit: &Visit, why: &Why) -> String {
    let t = visit.t;
    let name = |code| {
        let entity = visit.knowledge.catalogue.entity(code);
        entity.map_or_else(
            || code.to_string(),
            |e| visit.knowledge.catalogue.name(e, visit.language).1.to_owned(),
        )
    };
    let country =
        |code| visit.knowledge.country(code).map_or(code.to_string(), |p| p.name(visit.language).to_owned());
    match why {
        Why::CoversDisorder => t.s("why-covers-disorder"),
        Why::CoversGroup(group) => t.w("why-covers-group", "group", &name(*group)),
        Why::Rule { distance: 0, .. } => t.s("why-rule-itself"),
        Why::Rule { group, .. } => t.w("why-rule", "group", &name(*group)),
        Why::AnswersNeed(need) => t.w("why-need", "need", &need_label(visit, *need)),
        Why::AllRareDiseases => t.s("why-all-rare"),
        Why::CoverageNotStated => t.s("why-coverage-not-stated"),
        Why::PartOfNetwork(id) => {
            let network = visit.knowledge.directory.get(id).map_or(id.as_str(), Organisation::shown_name);
            t.w("why-network", "network", network)
        }
        Why::InCountry(code) => t.w("why-country", "country", &country(*code)),
        Why::Nearest => t.s("why-nearest"),
        Why::Coordinates => t.s("why-coordinates"),
        Why::NationalHelpline(code) => t.w("why-helpline", "country", &country(*code)),
        Why::NationalHub(code) => t.w("why-hub", "country", &country(*code)),
    }
}

/// The label of a need in the reader's language.
pub fn need_label(visit: &Visit, need: ariane_domain::NeedCode) -> String {
    visit
        .knowledge
        .needs
        .iter()
        .find_map(|nature| {
            if nature.code == need {
                return Some(nature.label.get(visit.language));
            }
            nature.sub.iter().find(|s| s.code == need).map(|s| s.label.get(visit.language))
        })
        .map_or_else(|| need.to_string(), str::to_owned)
}

impl Card {
    /// From an entry of a sheet.
    pub fn of_entry(visit: &Visit, entry: &Entry<'_>) -> Self {
        let t = visit.t;
        let organisation = entry.organisation;
        let site = entry.site;
        let (language, description) =
            organisation.description(visit.language).unwrap_or((visit.language, ""));
        let place = [site.host.as_str(), site.town.as_str()];
        let place: Vec<&str> = place.into_iter().filter(|p| !p.is_empty()).collect();
        let mut warnings = Vec::new();
        match entry.freshness {
            Freshness::Fresh(_) => {}
            Freshness::Stale(date) => warnings.push(t.w("warning-stale", "date", &t.date(date))),
            Freshness::Unconfirmed => warnings.push(t.s("warning-unconfirmed")),
        }
        if entry.label_expired {
            warnings.push(t.w("warning-label-expired", "date", &organisation.label_until));
        }
        if visit.settings.demo && organisation.id.starts_with("demo-") {
            warnings.insert(0, t.s("warning-demo"));
        }
        let kind = kind_label(visit, organisation, site);
        let kind = match organisation.audience {
            Audience::Adult => format!("{kind}, {}", t.s("audience-adult")),
            Audience::Child => format!("{kind}, {}", t.s("audience-child")),
            Audience::All => kind,
        };
        let label = match (organisation.label.as_str(), organisation.label_until.as_str()) {
            ("", _) => String::new(),
            (label, "") => t.w("label-plain", "label", label),
            (label, until) => t.ww("label-until", ("label", label), ("until", until)),
        };
        Self {
            href: Page::Organisation.path_to(visit.language, &organisation.id),
            name: organisation.shown_name().to_owned(),
            full_name: if organisation.short_name.is_empty() {
                String::new()
            } else {
                organisation.name.clone()
            },
            kind,
            description: description.to_owned(),
            description_language: (language != visit.language).then(|| language.code()),
            where_it_is: place.join(", "),
            distance: entry.distance_km.map(|km| t.km(km)).unwrap_or_default(),
            why: entry.why.iter().map(|w| why_text(visit, w)).collect(),
            phone: (!site.phone.is_empty()).then(|| {
                (site.phone.clone(), site.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect())
            }),
            email: site.email.clone(),
            url: site.url.clone(),
            hours: t.hours(&site.hours),
            label,
            source_is_link: is_web_address(&site.provenance.source),
            source: source_text(visit, &site.provenance.source),
            checked: match site.provenance.checked {
                Some(date) => t.w("checked-on", "date", &t.date(date)),
                None => t.s("checked-never"),
            },
            warnings,
            events: entry.events.iter().map(|c| EventCard::new(visit, c)).collect(),
        }
    }

    /// A structure by itself, without a request behind it.
    pub fn plain(visit: &Visit, organisation: &Organisation, site: &Site) -> Self {
        let freshness = Freshness::of(
            site.provenance.confirmation,
            site.provenance.checked,
            visit.today,
            visit.settings.stale_after_days,
        );
        Self::of_entry(
            visit,
            &Entry {
                organisation,
                site,
                distance_km: None,
                why: Vec::new(),
                freshness,
                label_expired: organisation.label_expired(visit.today),
                events: Vec::new(),
            },
        )
    }
}

/// Order in which kinds are listed.
pub fn kind_order(kind: Kind) -> usize {
    Kind::ALL.iter().position(|k| *k == kind).unwrap_or(usize::MAX)
}
