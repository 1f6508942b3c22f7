//! Expert centres for a disorder: reference (rarer, farther) against competence (nearer).

use super::{Entry, Lineage, Request, Why};
use ariane_domain::organisation::{Kind, Organisation, Site, SiteRole};
use ariane_knowledge::directory::Directory;

/// The most centres of one kind on a sheet.
const MOST: usize = 4;

/// General places within this distance, in kilometres, are worth the way.
const GENERAL_WITHIN_KM: f64 = 250.0;

/// Centres of a sheet.
pub struct Centres<'a> {
    /// Reference centres.
    pub reference: Vec<Entry<'a>>,
    /// Competence centres.
    pub competence: Vec<Entry<'a>>,
    /// Whether one of them is in the person's country.
    pub in_country: bool,
}

/// Labelled centres that cover the disorder or a group above it.
pub(crate) fn find<'a>(directory: &'a Directory, request: &Request, lineage: &Lineage) -> Centres<'a> {
    let of_kind = |kind: Kind| {
        let mut found: Vec<(u32, Entry<'a>)> = directory
            .of_kind(kind)
            .filter(|o| request.suits_age(o.audience))
            .filter_map(|o| {
                let covered = lineage.covered_by(&o.coverage)?;
                Some((covered.1, at_best_site(request, o, vec![Lineage::reason(covered)])?))
            })
            .collect();
        sort(request, &mut found);
        found
    };
    let reference = of_kind(Kind::Crmr);
    let competence = of_kind(Kind::Ccmr);
    let in_country = reference
        .iter()
        .chain(&competence)
        .any(|(_, e)| e.organisation.sites.iter().any(|s| s.country == request.country));
    Centres { reference: finish(reference), competence: finish(competence), in_country }
}

/// The nearest site, or without a place the coordinating or first one.
fn at_best_site<'a>(
    request: &Request,
    organisation: &'a Organisation,
    mut why: Vec<Why>,
) -> Option<Entry<'a>> {
    let coordinating = organisation.sites.iter().find(|s| s.role == Some(SiteRole::Coordinating));
    let nearest = request.place.and_then(|p| organisation.nearest_site(p)).map(|(site, _)| site);
    let in_country = organisation.sites.iter().find(|s| s.country == request.country);
    let site: &Site = nearest.or(in_country).or(coordinating).or(organisation.sites.first())?;
    if site.role == Some(SiteRole::Coordinating) {
        why.push(Why::Coordinates);
    }
    if site.country == request.country {
        why.push(Why::InCountry(request.country));
    }
    Some(request.entry(organisation, site, why))
}

/// By distance where it is known; a centre that covers the disorder more closely wins a near tie.
fn sort(request: &Request, found: &mut [(u32, Entry<'_>)]) {
    found.sort_by(|(da, a), (db, b)| {
        let far = |e: &Entry<'_>| e.distance_km.map_or(u32::MAX, |km| (km / 25.0) as u32);
        let abroad = |e: &Entry<'_>| request.place.is_none() && e.site.country != request.country;
        (abroad(a), far(a), *da, &a.organisation.id).cmp(&(abroad(b), far(b), *db, &b.organisation.id))
    });
}

fn finish(found: Vec<(u32, Entry<'_>)>) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = found.into_iter().map(|(_, e)| e).take(MOST).collect();
    if let Some(first) = entries.first_mut().filter(|e| e.distance_km.is_some()) {
        first.why.push(Why::Nearest);
    }
    entries
}

/// Places for all rare diseases near the person, such as expertise platforms and centres for rare
/// diseases: for someone without a diagnosis, or without a centre of their own.
pub(crate) fn general<'a>(directory: &'a Directory, request: &Request) -> Vec<Entry<'a>> {
    let Some(place) = request.place else { return Vec::new() };
    let mut found: Vec<Entry<'a>> = directory
        .of_kind(Kind::Platform)
        .filter(|o| o.coverage.is_empty() && request.suits_age(o.audience))
        .filter(|o| o.services.iter().any(|s| s.nature == ariane_domain::need::Nature::Professionals))
        .filter_map(|o| {
            let (site, km) = o.nearest_site(place)?;
            (km <= GENERAL_WITHIN_KM).then(|| request.entry(o, site, vec![Why::AllRareDiseases]))
        })
        .collect();
    found.sort_by(|a, b| {
        let km = |e: &Entry<'_>| e.distance_km.unwrap_or(f64::MAX);
        km(a).total_cmp(&km(b))
    });
    found.truncate(2);
    found
}
