//! Named sets of figures that others ask for: each item under its public name, what of it is counted here and how that differs, and
//! what the records do not hold. What no public definition was found for is left out.

use crate::definition::{self as d, Definition};

/// An item of a public definition that a figure answers.
#[derive(Debug)]
pub struct Item {
    /// Its name there, in the words of the source.
    pub public: &'static str,
    /// What is counted here.
    pub figure: &'static Definition,
    /// Word for the text that says how ours differs; empty where it does not.
    pub differs: &'static str,
}

/// A named set.
#[derive(Debug)]
pub struct Indicators {
    /// Word for texts.
    pub word: &'static str,
    /// What of it is counted here.
    pub items: &'static [Item],
    /// Words of what it asks for and no figure counts: stated, never invented.
    pub missing: &'static [&'static str],
    /// Where its definition comes from.
    pub source: &'static str,
    /// When that was read.
    pub checked: &'static str,
}

/// The caller profile of the European Network of Rare Disease Help Lines. The abstract names the items; the network's form was not
/// found.
pub const ENRDHL: Indicators = Indicators {
    word: "enrdhl",
    items: &[
        Item {
            public: "number of inquiries (calls, emails, visits, or letters)",
            figure: &d::CONTACTS,
            differs: "contacts",
        },
        Item { public: "purpose of inquiries", figure: &d::NATURE, differs: "natures" },
        Item { public: "mode of contact", figure: &d::ENTRY, differs: "requesters" },
        Item {
            public: "category of the inquirer in relation to the patient",
            figure: &d::KIND,
            differs: "kinds",
        },
        Item { public: "patient’s age", figure: &d::AGE, differs: "bands" },
    ],
    missing: &[
        "inquirer-gender",
        "inquirer-age",
        "residence-region",
        "orpha-code",
        "duration",
        "satisfaction",
    ],
    source: "Houyez F et al., Interact J Med Res 2014;3(2):e9, doi:10.2196/ijmr.2867, https://pmc.ncbi.nlm.nih.gov/articles/PMC4026574",
    checked: "2026-11-23",
};

/// The chapters of the minimal data set of the French national database (BNDMR). Of PIRAMIG, the report of French centres, no
/// public definition was found on 2026-11-23.
pub const ACTIVITY: Indicators = Indicators {
    word: "activity",
    items: &[
        Item { public: "Parcours de soins", figure: &d::CELL_ORIGIN, differs: "coordination" },
        Item { public: "Parcours de soins", figure: &d::CELL_BROUGHT, differs: "coordination" },
        Item { public: "Activité de soins", figure: &d::CELL_ACTIVE, differs: "coordination" },
        Item { public: "Activité de soins", figure: &d::CELL_NEW, differs: "coordination" },
        Item {
            public: "Histoire de la maladie ; Diagnostic",
            figure: &d::CELL_DIAGNOSIS,
            differs: "odyssey",
        },
    ],
    missing: &["orpha-code", "treatment", "research"],
    source: "http://www.bndmr.fr/services/un-cadre-dinteroperabilite-pour-les-maladies-rares/le-set-de-donnees-minimal/",
    checked: "2026-11-23",
};

/// The core indicators of the ERN continuous monitoring (set of 18, version 7 of September 2019), as the networks list them for
/// their members: nearly all are of what a network or a centre does, not of a national hub.
pub const ERN: Indicators = Indicators {
    word: "ern",
    items: &[Item {
        public: "2.1 Number of new patients referred to the Health Care Providers",
        figure: &d::HUB_REFERRED,
        differs: "sent",
    }],
    missing: &["orpha-code", "education", "studies", "publications", "guidelines", "congresses"],
    source: "https://www.erknet.org/about-us/continuous-monitoring-of-erns",
    checked: "2026-11-23",
};

/// All of them.
pub const ALL: [&Indicators; 3] = [&ENRDHL, &ACTIVITY, &ERN];
