//! Phrases that bring up the emergency number at once (duty D1).

use super::table::own;
use crate::fold;
use ariane_domain::danger::{Danger, DangerWatch};

/// A watch over all phrases of all languages: who is in danger may write in any.
pub fn watch() -> DangerWatch {
    DangerWatch::new(
        own("danger_phrases.csv").iter().filter_map(|row| {
            Some((fold::words(row.get("phrase")), Danger::from_word(row.get("category"))?))
        }),
    )
}
