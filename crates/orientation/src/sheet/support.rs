//! Associations matched to need and not only disease, services, checklists, helplines.

use super::{Entry, Lineage, Request, Why};
use ariane_domain::NeedCode;
use ariane_domain::need::Nature;
use ariane_domain::organisation::{Kind, Organisation, Reach};
use ariane_domain::place::Country;
use ariane_domain::procedure::Procedure;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::starter::countries::CountryProfile;

/// The most associations on a sheet.
const ASSOCIATIONS: usize = 6;
/// Rank of an association whose diseases are not stated: after all others.
const NOT_STATED: u8 = 5;
/// The most services on a sheet.
const SERVICES: usize = 8;
/// A local structure farther than this, in kilometres, is no help.
const LOCAL_WITHIN_KM: f64 = 80.0;

fn site_for<'a>(
    request: &Request,
    organisation: &'a Organisation,
) -> Option<&'a ariane_domain::organisation::Site> {
    let nearest = request.place.and_then(|p| organisation.nearest_site(p)).map(|(site, _)| site);
    nearest
        .or_else(|| organisation.sites.iter().find(|s| s.country == request.country))
        .or(organisation.sites.first())
}

fn is_in(organisation: &Organisation, country: Country) -> bool {
    organisation.sites.iter().any(|s| s.country == country)
}

/// Whether a local or regional structure is within reach; where the distance is not known it is not shown.
fn within_reach(request: &Request, organisation: &Organisation) -> bool {
    match organisation.reach {
        Some(Reach::Local | Reach::Regional) => {
            request.place.and_then(|p| organisation.nearest_site(p)).is_some_and(|(_, km)| {
                km <= LOCAL_WITHIN_KM
                    || organisation.reach == Some(Reach::Regional) && km <= 2.0 * LOCAL_WITHIN_KM
            })
        }
        _ => true,
    }
}

/// Associations, best first: for this disorder and this need in one's own country, then for this
/// disorder in one's country, then for any rare disease and this need, then for this disorder elsewhere in
/// a language one reads. Those in one's country that answer the need but work for some diseases only,
/// without saying which by codes, come last.
pub(crate) fn associations<'a>(
    directory: &'a Directory,
    request: &Request,
    lineage: &Lineage,
) -> Vec<Entry<'a>> {
    let mut found: Vec<((u8, u32, u8), Entry<'a>)> = directory
        .all()
        .iter()
        .filter(|o| matches!(o.kind, Kind::Association | Kind::Alliance))
        .filter(|o| request.suits_age(o.audience) && within_reach(request, o))
        .filter_map(|o| {
            let covered = lineage.covered_by(&o.coverage);
            let need = request.answered(&o.services);
            let home = is_in(o, request.country);
            let general = o.is_for_all();
            let readable = o.languages.is_empty() || o.languages.iter().any(|l| l == request.language.code());
            let rank = match (covered, general, home) {
                (Some(_), _, true) if need.is_some() => 0,
                (Some(_), _, true) => 1,
                (None, true, true) if need.is_some() || request.needs.is_empty() => 2,
                (Some(_), _, false) if readable || o.reach == Some(Reach::European) => 3,
                (None, true, _) if o.reach == Some(Reach::European) && need.is_some() => 4,
                (None, false, true) if o.coverage_not_stated && need.is_some() => NOT_STATED,
                _ => return None,
            };
            let mut why = Vec::new();
            why.extend(covered.map(Lineage::reason));
            if general {
                why.push(Why::AllRareDiseases);
            } else if rank == NOT_STATED {
                why.push(Why::CoverageNotStated);
            }
            why.extend(need.map(Why::AnswersNeed));
            if home {
                why.push(Why::InCountry(request.country));
            }
            let distance = covered.map_or(0, |(_, d)| d);
            let entry = request.entry(o, site_for(request, o)?, why);
            Some(((rank, distance, u8::from(entry.freshness.needs_warning())), entry))
        })
        .collect();
    found.sort_by(|a, b| (a.0, &a.1.organisation.id).cmp(&(b.0, &b.1.organisation.id)));
    // Elsewhere only where the own country has nobody for this disorder.
    let has_home = found.iter().any(|(rank, _)| rank.0 <= 1);
    found
        .into_iter()
        .filter(|(rank, _)| !(has_home && (3..NOT_STATED).contains(&rank.0)))
        .map(|(_, e)| e)
        .take(ASSOCIATIONS)
        .collect()
}

/// Services and platforms of the country that answer a need that was named.
pub(crate) fn services<'a>(directory: &'a Directory, request: &Request) -> Vec<Entry<'a>> {
    let mut found: Vec<((usize, u8, u64), Entry<'a>)> = directory
        .all()
        .iter()
        .filter(|o| matches!(o.kind, Kind::Service | Kind::Platform))
        .filter(|o| is_in(o, request.country) || o.kind == Kind::Platform && is_in(o, Country::EU))
        .filter(|o| request.suits_age(o.audience) && within_reach(request, o))
        .filter_map(|o| {
            let need = request.answered(&o.services)?;
            // Expert places stand among the centres, not among the services.
            if o.kind == Kind::Platform && need.nature == Nature::Professionals {
                return None;
            }
            let asked = request.needs.iter().position(|n| *n == need).unwrap_or(0);
            let mut why = vec![Why::AnswersNeed(need)];
            if is_in(o, request.country) {
                why.push(Why::InCountry(request.country));
            }
            let entry = request.entry(o, site_for(request, o)?, why);
            let km = entry.distance_km.unwrap_or(0.0) as u64;
            Some(((asked, u8::from(o.kind == Kind::Platform), km), entry))
        })
        .collect();
    found.sort_by(|a, b| (a.0, &a.1.organisation.id).cmp(&(b.0, &b.1.organisation.id)));
    found.into_iter().map(|(_, e)| e).take(SERVICES).collect()
}

/// Laboratories, when a diagnosis or a test is asked for (duty D41).
pub(crate) fn laboratories<'a>(directory: &'a Directory, request: &Request) -> Vec<Entry<'a>> {
    let asked = request
        .needs
        .iter()
        .any(|n| n.nature == Nature::Professionals && matches!(n.sub, Some("laboratory" | "diagnosis")));
    if !asked {
        return Vec::new();
    }
    directory
        .of_kind(Kind::Laboratory)
        .filter(|o| is_in(o, request.country))
        .filter_map(|o| {
            let why = vec![
                Why::AnswersNeed(NeedCode { nature: Nature::Professionals, sub: Some("laboratory") }),
                Why::InCountry(request.country),
            ];
            Some(request.entry(o, site_for(request, o)?, why))
        })
        .collect()
}

/// Helplines of the country as its profile orders them, then European ones.
pub(crate) fn helplines<'a>(
    directory: &'a Directory,
    request: &Request,
    profile: Option<&CountryProfile>,
) -> Vec<Entry<'a>> {
    let national = profile.iter().flat_map(|p| &p.helplines).filter_map(|id| directory.get(id));
    let european = directory.of_kind(Kind::Helpline).filter(|o| is_in(o, Country::EU));
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for organisation in national.chain(european) {
        if entries.iter().any(|e| e.organisation.id == organisation.id) {
            continue;
        }
        let why = if is_in(organisation, request.country) {
            Why::NationalHelpline(request.country)
        } else {
            Why::AllRareDiseases
        };
        if let Some(site) = organisation.sites.first() {
            let mut entry = request.entry(organisation, site, vec![why]);
            entry.distance_km = None;
            entries.push(entry);
        }
    }
    entries.truncate(3);
    entries
}

/// Checklists of the country for the needs that were named; treatment abroad too where the country has
/// no centre for the disorder (duty D33).
pub(crate) fn procedures<'a>(
    procedures: &'a [Procedure],
    request: &Request,
    must_go_abroad: bool,
) -> Vec<&'a Procedure> {
    let abroad = NeedCode { nature: Nature::Administrative, sub: Some("treatment-abroad") };
    procedures
        .iter()
        .filter(|p| p.country == request.country)
        .filter(|p| {
            request.needs.iter().any(|asked| p.need.answers(*asked)) || (must_go_abroad && p.need == abroad)
        })
        .collect()
}
