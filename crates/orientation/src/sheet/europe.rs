//! The European route: through professionals and the national hub, never by oneself (duty D17).

use super::{Entry, Request, Why};
use ariane_domain::organisation::Kind;
use ariane_knowledge::directory::Directory;

/// National hubs of the person's country.
pub(crate) fn hubs<'a>(directory: &'a Directory, request: &Request) -> Vec<Entry<'a>> {
    directory
        .of_kind(Kind::Hub)
        .filter(|o| o.sites.iter().any(|s| s.country == request.country))
        .filter_map(|o| {
            let site = o.sites.iter().find(|s| s.country == request.country)?;
            let mut entry = request.entry(o, site, vec![Why::NationalHub(request.country)]);
            entry.distance_km = None;
            Some(entry)
        })
        .take(3)
        .collect()
}
