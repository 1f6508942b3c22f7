//! Orientation sheets for thirty pairs of disorder and place, and the duties they keep.

use ariane_domain::freshness::DEFAULT_LIMIT_DAYS;
use ariane_domain::organisation::{Audience, Kind};
use ariane_domain::place::{Country, Point};
use ariane_domain::procedure::Procedure;
use ariane_domain::{Language, OrphaCode};
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::events::{self, Agenda};
use ariane_knowledge::reference::starter_catalogue;
use ariane_knowledge::starter::countries::{self, CountryProfile};
use ariane_knowledge::starter::procedures;
use ariane_knowledge::starter::routing::rules;
use ariane_orientation::routing::RuleTable;
use ariane_orientation::sheet::{Part, Request, Sheet, Sources, Why, belongs, compose};
use chrono::NaiveDate;

struct Base {
    catalogue: Catalogue,
    directory: Directory,
    agenda: Agenda,
    rules: RuleTable,
    countries: Vec<CountryProfile>,
    procedures: Vec<Procedure>,
}

impl Base {
    fn new() -> Self {
        Self {
            catalogue: starter_catalogue(),
            directory: Directory::starter(),
            agenda: Agenda::starter(),
            rules: RuleTable::new(rules()),
            countries: countries::all(),
            procedures: procedures::all(),
        }
    }

    fn sheet(&self, request: Request) -> Sheet<'_> {
        compose(
            &Sources {
                catalogue: &self.catalogue,
                directory: &self.directory,
                agenda: &self.agenda,
                rules: &self.rules,
                countries: &self.countries,
                procedures: &self.procedures,
            },
            request,
        )
    }
}

fn request(code: u32, place: Option<(&str, f64, f64)>, need: &str) -> Request {
    Request {
        disorder: Some(OrphaCode(code)),
        place: place.map(|(_, lat, lon)| Point { lat, lon }),
        country: place.and_then(|(c, ..)| Country::new(c)).unwrap_or(Country::LU),
        needs: need.parse().into_iter().collect(),
        audience: None,
        language: Language::Fr,
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        stale_after_days: DEFAULT_LIMIT_DAYS,
    }
}

const PLACES: [(&str, f64, f64); 6] = [
    ("LU", 49.61, 6.13),
    ("FR", 48.69, 6.18),
    ("BE", 50.63, 5.57),
    ("DE", 49.24, 6.99),
    ("CH", 46.52, 6.63),
    ("PT", 38.72, -9.14),
];
const DISORDERS: [u32; 5] = [586, 98896, 803, 558, 285];

#[test]
fn thirty_pairs_show_a_sourced_structure_or_say_that_none_is_known() {
    let base = Base::new();
    for code in DISORDERS {
        for place in PLACES {
            let sheet = base.sheet(request(code, Some(place), ""));
            let reference = sheet.sections.iter().find(|s| s.part == Part::ReferenceCentres);
            let reference =
                reference.unwrap_or_else(|| panic!("{code} {place:?}: the part is there even when empty"));
            for entry in &reference.entries {
                assert!(!entry.site.provenance.source.is_empty(), "{}", entry.organisation.id);
                let covers = entry.why.iter().any(|w| matches!(w, Why::CoversDisorder | Why::CoversGroup(_)));
                assert!(
                    covers,
                    "{} stands on the sheet of {code} without covering it",
                    entry.organisation.id
                );
            }
            assert!(!sheet.route.ern.is_empty(), "{code}");
        }
    }
}

#[test]
fn a_structure_stands_only_where_its_kind_belongs_and_always_with_a_reason() {
    let base = Base::new();
    for code in DISORDERS {
        for place in PLACES {
            for need in [
                "",
                "school-work/school",
                "psychological-support",
                "professionals/laboratory",
                "care-pathway/home-care",
            ] {
                for section in base.sheet(request(code, Some(place), need)).sections {
                    for entry in section.entries {
                        let kind = entry.organisation.kind;
                        assert!(
                            belongs(kind, section.part),
                            "{} in {:?}",
                            entry.organisation.id,
                            section.part
                        );
                        assert!(!entry.why.is_empty(), "{} without a reason", entry.organisation.id);
                        assert_ne!(kind, Kind::CrisisLine);
                    }
                }
            }
        }
    }
}

#[test]
fn an_association_brings_its_coming_dates_and_no_past_ones() {
    let mut base = Base::new();
    let header = events::template::COLUMNS.join(",");
    let row = |id: &str, start: &str| {
        let cells = events::template::COLUMNS.map(|c| match c {
            "id" => id,
            "organisation" => "assoc-alan",
            "kind" => "event",
            "title" => "Rencontre imaginaire",
            "start" => start,
            "source" => "https://example.org",
            _ => "",
        });
        cells.join(",")
    };
    let text = format!("{header}\n{}\n{}\n", row("past", "2026-11-21"), row("next", "2026-11-22"));
    base.agenda = Agenda::layered([events::template::read(text.as_bytes()).expect("good")]);
    let sheet = base.sheet(request(586, Some(PLACES[0]), "psychological-support/peer-support"));
    let entries = || sheet.sections.iter().flat_map(|s| &s.entries);
    let alan = entries().find(|e| e.organisation.id == "assoc-alan").expect("listed");
    assert_eq!(alan.events.iter().map(|c| c.event.id.as_str()).collect::<Vec<_>>(), ["next"]);
    assert!(entries().filter(|e| e.organisation.id != "assoc-alan").all(|e| e.events.is_empty()));
}

#[test]
fn an_association_for_some_diseases_comes_after_the_others_and_says_so() {
    let base = Base::new();
    let sheet = base.sheet(request(586, Some(PLACES[0]), "psychological-support/relatives"));
    let section = sheet.sections.iter().find(|s| s.part == Part::Associations).expect("associations");
    let last = section.entries.last().expect("one");
    assert_eq!(last.organisation.id, "assoc-lu-kriibskrank-kanner");
    assert!(last.why.contains(&Why::CoverageNotStated) && !last.why.contains(&Why::AllRareDiseases));
    for entry in &section.entries {
        let id = entry.organisation.id.as_str();
        assert!(!["assoc-lu-een-haerz", "assoc-lu-telethon"].contains(&id), "{id} is not for this disease");
    }
}

#[test]
fn a_member_of_a_network_stands_among_the_nearer_centres_of_its_specialty() {
    let base = Base::new();
    let sheet = base.sheet(request(96253, Some(PLACES[0]), ""));
    let competence = sheet.sections.iter().find(|s| s.part == Part::CompetenceCentres);
    let ids = competence.iter().flat_map(|s| &s.entries).map(|e| e.organisation.id.as_str());
    assert!(ids.into_iter().any(|id| id == "lu-chl-endo"));
}

#[test]
fn centres_are_ordered_by_distance_and_the_first_is_said_to_be_the_nearest() {
    let base = Base::new();
    let sheet = base.sheet(request(586, Some(PLACES[0]), ""));
    let section = sheet.sections.iter().find(|s| s.part == Part::ReferenceCentres).expect("centres");
    let km: Vec<u32> =
        section.entries.iter().filter_map(|e| e.distance_km).map(|km| (km / 25.0) as u32).collect();
    assert!(km.len() > 1 && km.is_sorted(), "{km:?}");
    assert!(section.entries[0].why.contains(&Why::Nearest));
}

#[test]
fn a_centre_of_another_specialty_is_not_named_though_some_broad_head_covers_the_disorder() {
    let base = Base::new();
    for code in [98896, 399, 558, 905] {
        for place in PLACES {
            let sheet = base.sheet(request(code, Some(place), ""));
            for section in sheet.sections.iter().filter(|s| s.part == Part::ReferenceCentres) {
                for id in section.entries.iter().map(|e| e.organisation.id.as_str()) {
                    assert!(
                        !["cargo", "maolya", "ophtara"].iter().any(|eye| id.contains(eye)),
                        "{code} {place:?}: {id}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_need_decides_which_services_and_checklists_come() {
    let base = Base::new();
    let school = base.sheet(request(586, Some(PLACES[0]), "school-work/school"));
    let services =
        school.sections.iter().find(|s| s.part == Part::Services).expect("services for school in Luxembourg");
    assert!(services.entries.iter().all(|e| e.why.iter().any(|w| matches!(w, Why::AnswersNeed(_)))));
    assert!(!school.procedures.is_empty());
    let none = base.sheet(request(586, Some(PLACES[0]), ""));
    assert!(none.sections.iter().all(|s| s.part != Part::Services), "nothing is pushed that was not asked");
    let needs: Vec<String> = none.procedures.iter().map(|p| p.need.to_string()).collect();
    assert_eq!(
        needs,
        ["administrative/treatment-abroad"],
        "no centre in Luxembourg: how to be treated abroad"
    );
    let at_home = base.sheet(request(586, Some(PLACES[1]), ""));
    assert!(at_home.centre_in_country && at_home.procedures.is_empty());
}

#[test]
fn palliative_care_comes_only_when_it_is_sought() {
    let base = Base::new();
    let is_palliative = |sheet: &Sheet<'_>| {
        sheet
            .sections
            .iter()
            .flat_map(|s| &s.entries)
            .any(|e| e.why.iter().any(|w| matches!(w, Why::AnswersNeed(n) if n.only_when_sought())))
    };
    for need in ["", "care-pathway/home-care", "psychological-support", "care-pathway"] {
        assert!(!is_palliative(&base.sheet(request(803, Some(PLACES[0]), need))), "{need}");
    }
    assert!(is_palliative(&base.sheet(request(803, Some(PLACES[0]), "care-pathway/palliative-care"))));
}

#[test]
fn the_route_to_europe_goes_through_professionals() {
    let base = Base::new();
    let lu = base.sheet(request(586, Some(PLACES[0]), ""));
    assert_eq!(lu.european_steps, ["treating-doctor", "cnm", "cern"]);
    let fr = base.sheet(request(586, Some(PLACES[1]), ""));
    assert_eq!(fr.european_steps, ["treating-doctor", "crmr-ccmr", "network"]);
}

#[test]
fn every_country_has_someone_to_talk_to() {
    let base = Base::new();
    for place in PLACES {
        let sheet = base.sheet(request(586, Some(place), ""));
        assert!(
            sheet.sections.iter().any(|s| s.part == Part::Helplines && !s.entries.is_empty()),
            "{place:?}"
        );
    }
}

#[test]
fn a_centre_for_children_is_not_named_to_an_adult() {
    let base = Base::new();
    for place in PLACES {
        let mut asked = request(586, Some(place), "");
        asked.audience = Some(Audience::Adult);
        for entry in base.sheet(asked).sections.into_iter().flat_map(|s| s.entries) {
            assert_ne!(entry.organisation.audience, Audience::Child, "{}", entry.organisation.id);
        }
    }
}

#[test]
fn without_a_diagnosis_there_is_still_a_way() {
    let base = Base::new();
    let sheet = base.sheet(request(OrphaCode::UNDIAGNOSED.0, Some(PLACES[0]), "professionals/diagnosis"));
    assert!(!sheet.european_steps.is_empty());
    assert!(sheet.sections.iter().any(|s| s.part == Part::Helplines));
}
