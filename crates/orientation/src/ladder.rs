//! The names under which a disorder may be shown to others: itself, then the groups above it, each with how many people live with it.

use ariane_domain::Language;
use ariane_domain::epidemiology::{Measure, RateRange};
use ariane_domain::reidentification::shown::Named;
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::catalogue::entity::{Entity, Status};
use std::collections::{BTreeSet, HashMap};

/// Groups offered above a disorder.
const GROUPS: u32 = 3;

/// Times by which a published range without an upper end is taken to reach further.
const OPEN: f64 = 10.0;

/// The disorder, then at most three groups, each wider than the one before.
///
/// Of a disorder, the published point prevalence that was measured nearest counts: its own country, Europe, the world. A group has at
/// least the people of its most frequent member and at most those of all its members together, since one person may have two.
/// A group whose members have no published prevalence has none.
pub fn ladder(catalogue: &Catalogue, entity: &Entity, language: Language, country: &str) -> Vec<Named> {
    let named =
        |of: &Entity, prevalence| Named { label: catalogue.name(of, language).1.to_owned(), prevalence };
    let own = published(entity, country);
    let mut steps = vec![named(entity, own)];
    let Some(position) = catalogue.position(entity.code) else { return steps };
    let above = catalogue.ancestors_or_self(position);
    let below = below(catalogue);
    let mut widest = own.map_or(0.0, |rate| rate.low);
    for distance in 1..=GROUPS {
        let nearest = above.iter().filter(|(_, far)| *far == distance).filter_map(|(at, _)| {
            let group = catalogue.entities().get(*at).filter(|group| group.status == Status::Active)?;
            Some((group, of_members(catalogue, &below, *at, country)?))
        });
        // Of several groups as near, the one that hides a person best.
        let best = nearest.max_by(|a, b| a.1.low.total_cmp(&b.1.low));
        if let Some((group, rate)) = best.filter(|(_, rate)| rate.low >= widest) {
            widest = rate.low;
            steps.push(named(group, Some(rate)));
        }
    }
    steps
}

fn published(entity: &Entity, country: &str) -> Option<RateRange> {
    let nearness = |geography: &str| match geography {
        near if near == country => Some(0),
        "Europe" => Some(1),
        "Worldwide" => Some(2),
        _ => None,
    };
    let points = entity.prevalences.iter().filter(|p| p.measure == Measure::PointPrevalence);
    let ranked = points.filter_map(|p| Some((nearness(&p.geography)?, p.range?)));
    ranked.min_by_key(|(near, _)| *near).map(|(_, rate)| rate)
}

/// Active entities directly below each.
fn below(catalogue: &Catalogue) -> HashMap<usize, Vec<usize>> {
    let mut below: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, entity) in catalogue.entities().iter().enumerate() {
        if entity.status == Status::Active {
            for parent in &entity.parents {
                below.entry(*parent as usize).or_default().push(at);
            }
        }
    }
    below
}

fn of_members(
    catalogue: &Catalogue,
    below: &HashMap<usize, Vec<usize>>,
    group: usize,
    country: &str,
) -> Option<RateRange> {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    let mut seen = BTreeSet::from([group]);
    let mut next = vec![group];
    while let Some(at) = next.pop() {
        if let Some(rate) = catalogue.entities().get(at).and_then(|entity| published(entity, country)) {
            low = low.max(rate.low);
            high += rate.high.unwrap_or(rate.low * OPEN);
        }
        next.extend(below.get(&at).into_iter().flatten().copied().filter(|child| seen.insert(*child)));
    }
    (high > 0.0).then(|| RateRange { low, high: Some(high.min(1.0)), mean: None })
}
