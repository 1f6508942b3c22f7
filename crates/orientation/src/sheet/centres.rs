//! Expert centres for a disorder: reference (rarer, farther) against competence (nearer).

use super::{Entry, Lineage, Request, Why};
use crate::routing::Route;
use ariane_domain::OrphaCode;
use ariane_domain::organisation::{Kind, Organisation, Site, SiteRole};
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::directory::Directory;

/// The most centres of one kind on a sheet.
const MOST: usize = 4;

/// A centre abroad farther than this, in kilometres, is no orientation: the networks and the national
/// route are.
const ABROAD_WITHIN_KM: f64 = 700.0;

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

/// What makes a covered group say something about the disorder: a broad head such as "rare eye disease"
/// stands above many disorders whose specialists are others'.
pub(crate) struct Specialty<'a> {
    catalogue: &'a Catalogue,
    networks: Vec<&'a str>,
    groups: Vec<OrphaCode>,
}

impl<'a> Specialty<'a> {
    /// From the networks of the disorder and the groups of the rules that named them.
    pub(crate) fn of(catalogue: &'a Catalogue, route: &'a Route) -> Self {
        let named = || route.ern.iter().chain(&route.fsmr);
        Self {
            catalogue,
            networks: named().map(|r| r.network.as_str()).collect(),
            groups: named().map(|r| r.group).collect(),
        }
    }

    /// Whether a centre that covers `group`, `distance` links above the disorder, is of its specialty: it
    /// covers the disorder itself, or belongs to one of its networks, or covers the group that led to the
    /// network or one below it. Smaller is closer; none when it is not.
    fn closeness(&self, organisation: &Organisation, group: OrphaCode, distance: u32) -> Option<u8> {
        if distance == 0 {
            return Some(0);
        }
        let of_network = organisation.parents.iter().any(|p| self.networks.contains(&p.as_str()));
        match (of_network, self.catalogue.is_within(group, &self.groups)) {
            (true, true) => Some(1),
            (true, false) | (false, true) => Some(2),
            (false, false) => None,
        }
    }
}

/// Labelled centres that cover the disorder, or a group above it within its specialty.
pub(crate) fn find<'a>(
    directory: &'a Directory,
    request: &Request,
    lineage: &Lineage,
    specialty: &Specialty<'_>,
) -> Centres<'a> {
    let of_kinds = |kinds: &[Kind]| {
        let mut found: Vec<(u32, Entry<'a>)> = directory
            .all()
            .iter()
            .filter(|o| kinds.contains(&o.kind))
            .filter(|o| request.suits_age(o.audience))
            .filter_map(|o| {
                let covered = lineage.covered_by(&o.coverage)?;
                specialty.closeness(o, covered.0, covered.1)?;
                Some((covered.1, at_best_site(request, o, vec![Lineage::reason(covered)])?))
            })
            .filter(|(_, e): &(u32, Entry<'a>)| {
                e.site.country == request.country || e.distance_km.is_none_or(|km| km <= ABROAD_WITHIN_KM)
            })
            .collect();
        sort(request, &mut found);
        found
    };
    let reference = of_kinds(&[Kind::Crmr]);
    let competence = of_kinds(&[Kind::Ccmr, Kind::ErnMember]);
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
    let km = |e: &Entry<'_>| e.distance_km.unwrap_or(f64::MAX);
    let nearest =
        entries.iter_mut().filter(|e| e.distance_km.is_some()).min_by(|a, b| km(a).total_cmp(&km(b)));
    if let Some(nearest) = nearest {
        nearest.why.push(Why::Nearest);
    }
    entries
}

/// Places for all rare diseases near the person, such as expertise platforms and centres for rare
/// diseases: for someone without a diagnosis, or without a centre of their own.
pub(crate) fn general<'a>(directory: &'a Directory, request: &Request) -> Vec<Entry<'a>> {
    let Some(place) = request.place else { return Vec::new() };
    let mut found: Vec<Entry<'a>> = directory
        .of_kind(Kind::Platform)
        .filter(|o| o.is_for_all() && request.suits_age(o.audience))
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
