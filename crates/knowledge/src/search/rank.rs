//! How a name is scored against a query.

use crate::catalogue::entity::{Entity, NameKind};
use ariane_domain::Language;
use ariane_domain::code::Level;
use ariane_domain::epidemiology::Measure;

/// Share of the score that asks "is what was typed in the name?"; the rest asks "is the name no more
/// than what was typed?". Found on generated queries (see `benches/search_quality.rs`).
pub const QUERY_SHARE: f32 = 0.65;

/// How far a name with `matched` weight answers a query of `asked` weight, the name weighing `whole`.
pub fn overlap(matched: f32, asked: f32, whole: f32) -> f32 {
    QUERY_SHARE * (matched / asked.max(f32::EPSILON))
        + (1.0 - QUERY_SHARE) * (matched / whole.max(f32::EPSILON)).min(1.0)
}

/// How alike a misspelt word is to what was meant, 0 to 1.
pub fn likeness(distance: usize, length: usize) -> f32 {
    1.0 - distance as f32 / (length.max(4) as f32) * 0.9
}

/// How alike the beginning of a word is to the whole.
pub fn completion(typed: usize, whole: usize) -> f32 {
    0.72 + 0.26 * (typed as f32 / whole.max(1) as f32).min(1.0)
}

/// How much is published about an entity: breaks ties between names that match alike, so that what
/// people more often look for stands first. 0 to 255.
pub fn renown(entity: &Entity) -> u8 {
    let frequent = entity
        .prevalences
        .iter()
        .filter(|p| p.measure != Measure::CasesOrFamilies)
        .filter_map(|p| p.range)
        .map(|r| match r.high.unwrap_or(1.0) {
            h if h >= 4e-4 => 80,
            h if h >= 4e-5 => 60,
            h if h >= 4e-6 => 30,
            _ => 10,
        })
        .max()
        .unwrap_or(0);
    let published =
        entity.prevalences.len().min(40) + entity.signs.len().min(60) + entity.codes.len().min(20);
    (frequent + published).min(255) as u8
}

/// What decides between names of equal score: smaller is better.
pub fn tie_break(kind: NameKind, language: Language, page: Language, level: Level, renown: u8) -> u32 {
    let position = page.fallbacks().iter().position(|l| *l == language).unwrap_or(4) as u32;
    let kind = match kind {
        NameKind::Preferred => 0,
        NameKind::Lay => 1,
        NameKind::Synonym => 2,
        NameKind::Unspoken => 3,
    };
    let level = match level {
        Level::Disorder => 0,
        Level::Group => 1,
        Level::Subtype => 2,
    };
    (u32::from(language != page && position > 0) << 16)
        | (level << 14)
        | (kind << 12)
        | (u32::from(255 - renown) << 3)
        | position
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_match_scores_one_and_any_other_less() {
        assert!((overlap(3.0, 3.0, 3.0) - 1.0).abs() < 1e-6);
        assert!(overlap(3.0, 3.0, 6.0) < 1.0);
        assert!(overlap(3.0, 6.0, 3.0) < overlap(3.0, 3.0, 6.0));
    }

    #[test]
    fn the_page_language_and_the_disorder_level_win_ties() {
        let tie = |l, level| tie_break(NameKind::Synonym, l, Language::Fr, level, 100);
        assert!(tie(Language::Fr, Level::Subtype) < tie(Language::De, Level::Disorder));
        assert!(tie(Language::Fr, Level::Disorder) < tie(Language::Fr, Level::Subtype));
    }
}
