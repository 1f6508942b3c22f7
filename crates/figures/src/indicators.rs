//! Named sets of figures that others ask for, each with where its definition comes from and what the records do not hold.

use crate::definition::{self as d, Definition};

/// A named set.
#[derive(Debug)]
pub struct Indicators {
    /// Word for texts.
    pub word: &'static str,
    /// What of it is counted here.
    pub figures: &'static [&'static Definition],
    /// Words of what it asks for and no figure counts: stated, never invented.
    pub missing: &'static [&'static str],
    /// Where its definition comes from.
    pub source: &'static str,
    /// When that was read; none where it was not, and the correspondence is still to be confirmed by who asks for it.
    pub checked: Option<&'static str>,
}

/// The caller profile of the European Network of Rare Disease Help Lines.
pub const ENRDHL: Indicators = Indicators {
    word: "enrdhl",
    figures: &[&d::CONTACTS, &d::ENTRY, &d::KIND, &d::AGE, &d::DISORDER, &d::NATURE, &d::SENDER, &d::REPLY],
    missing: &["inquirer-gender", "inquirer-age", "orpha-code", "duration", "satisfaction"],
    source: "Houyez F et al., Interact J Med Res 2014;3(2):e9, doi:10.2196/ijmr.2867",
    checked: Some("2026-11-22"),
};

/// Activity as national databases and reports of centres ask for it (BNDMR, PIRAMIG).
pub const ACTIVITY: Indicators = Indicators {
    word: "activity",
    figures: &[
        &d::CELL_ACTIVE,
        &d::CELL_NEW,
        &d::CELL_ORIGIN,
        &d::CELL_BROUGHT,
        &d::MEETINGS,
        &d::HUB_ACTIVE,
        &d::HUB_NEW,
        &d::ORIENTATION,
    ],
    missing: &["orpha-code", "first-appointment", "time-to-diagnosis", "research", "teaching"],
    source: "https://www.bndmr.fr",
    checked: None,
};

/// What European reference networks ask of a national hub.
pub const ERN: Indicators = Indicators {
    word: "ern",
    figures: &[&d::HUB_ACTIVE, &d::HUB_NEW, &d::HUB_REFERRED],
    missing: &["by-network", "panels", "time-to-diagnosis", "satisfaction"],
    source: "https://health.ec.europa.eu/european-reference-networks_en",
    checked: None,
};

/// All of them.
pub const ALL: [&Indicators; 3] = [&ENRDHL, &ACTIVITY, &ERN];
