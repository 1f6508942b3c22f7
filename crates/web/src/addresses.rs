//! Addresses in the language of the page.

pub mod account;
pub mod care;
pub mod cell;
pub mod desk;
pub mod figures;
pub mod meeting;
pub mod mine;
pub mod operation;
pub mod panel;
pub mod protection;
pub mod rcp;
pub mod referral;
pub mod service;

use ariane_domain::{Language, OrphaCode};

/// A kind of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// Start.
    Start,
    /// Results of a search.
    Search,
    /// One disorder.
    Disease,
    /// Orientation sheet.
    Sheet,
    /// How rare is it here.
    Rarity,
    /// Networks: ERN and FSMR.
    Networks,
    /// Directory of structures.
    Directory,
    /// One structure.
    Organisation,
    /// Coming events and trainings.
    Events,
    /// Map of centres.
    Map,
    /// Explanations.
    Guides,
    /// Helplines.
    Helplines,
    /// Sources and licences.
    Sources,
    /// Rule table.
    Rules,
    /// Describe signs; the signs that were understood.
    Describe,
    /// Networks for the signs described.
    Ranked,
    /// Candidate disorders for the signs described: professionals only.
    Candidates,
}

impl Page {
    /// All pages.
    pub const ALL: [Page; 17] = [
        Self::Start,
        Self::Search,
        Self::Disease,
        Self::Sheet,
        Self::Rarity,
        Self::Networks,
        Self::Directory,
        Self::Organisation,
        Self::Events,
        Self::Map,
        Self::Guides,
        Self::Helplines,
        Self::Sources,
        Self::Rules,
        Self::Describe,
        Self::Ranked,
        Self::Candidates,
    ];

    /// The word of the address in a language; empty for the start page.
    pub const fn segment(self, language: Language) -> &'static str {
        use Language::{De, En, Fr, Lb, Pt};
        match (self, language) {
            (Self::Start, _) => "",
            (Self::Search, Fr) => "recherche",
            (Self::Search, De) => "suche",
            (Self::Search, En) => "search",
            (Self::Search, Pt) => "pesquisa",
            (Self::Search, Lb) => "sichen",
            (Self::Disease, Fr) => "maladie",
            (Self::Disease, De) => "krankheit",
            (Self::Disease, En) => "disease",
            (Self::Disease, Pt) => "doenca",
            (Self::Disease, Lb) => "krankheet",
            (Self::Sheet, Fr | En) => "orientation",
            (Self::Sheet, De) => "orientierung",
            (Self::Sheet, Pt) => "orientacao",
            (Self::Sheet, Lb) => "orienteierung",
            (Self::Rarity, Fr) => "rarete",
            (Self::Rarity, De) => "seltenheit",
            (Self::Rarity, En) => "rarity",
            (Self::Rarity, Pt) => "raridade",
            (Self::Rarity, Lb) => "seelenheet",
            (Self::Networks, Fr) => "reseaux",
            (Self::Networks, De) => "netzwerke",
            (Self::Networks, En) => "networks",
            (Self::Networks, Pt) => "redes",
            (Self::Networks, Lb) => "netzwierker",
            (Self::Directory, Fr) => "annuaire",
            (Self::Directory, De) => "verzeichnis",
            (Self::Directory, En) => "directory",
            (Self::Directory, Pt) => "lista",
            (Self::Directory, Lb) => "verzeechnes",
            (Self::Organisation, Fr) => "structure",
            (Self::Organisation, De) => "einrichtung",
            (Self::Organisation, En) => "organisation",
            (Self::Organisation, Pt) => "estrutura",
            (Self::Organisation, Lb) => "struktur",
            (Self::Events, Fr | Pt | Lb) => "agenda",
            (Self::Events, De) => "termine",
            (Self::Events, En) => "events",
            (Self::Map, Fr) => "carte",
            (Self::Map, De) => "karte",
            (Self::Map, En) => "map",
            (Self::Map, Pt) => "mapa",
            (Self::Map, Lb) => "kaart",
            (Self::Guides, Fr) => "comprendre",
            (Self::Guides, De) => "verstehen",
            (Self::Guides, En) => "understand",
            (Self::Guides, Pt) => "compreender",
            (Self::Guides, Lb) => "verstoen",
            (Self::Helplines, Fr) => "ecoute",
            (Self::Helplines, De) => "beratung",
            (Self::Helplines, En) => "helplines",
            (Self::Helplines, Pt) => "linhas",
            (Self::Helplines, Lb) => "hellef",
            (Self::Sources, Fr | En) => "sources",
            (Self::Sources, De | Lb) => "quellen",
            (Self::Sources, Pt) => "fontes",
            (Self::Rules, Fr) => "regles",
            (Self::Rules, De) => "regeln",
            (Self::Rules, En) => "rules",
            (Self::Rules, Pt) => "regras",
            (Self::Rules, Lb) => "reegelen",
            (Self::Describe, Fr) => "decrire",
            (Self::Describe, De) => "beschreiben",
            (Self::Describe, En) => "describe-signs",
            (Self::Describe, Pt) => "descrever",
            (Self::Describe, Lb) => "beschreiwen",
            (Self::Ranked, Fr) => "decrire/reseaux",
            (Self::Ranked, De) => "beschreiben/netzwerke",
            (Self::Ranked, En) => "describe-signs/networks",
            (Self::Ranked, Pt) => "descrever/redes",
            (Self::Ranked, Lb) => "beschreiwen/netzwierker",
            (Self::Candidates, Fr) => "decrire/candidats",
            (Self::Candidates, De) => "beschreiben/kandidaten",
            (Self::Candidates, En) => "describe-signs/candidates",
            (Self::Candidates, Pt) => "descrever/candidatos",
            (Self::Candidates, Lb) => "beschreiwen/kandidaten",
        }
    }

    /// The page that a word of an address names in a language.
    pub fn from_segment(language: Language, segment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.segment(language) == segment)
    }

    /// The address of the page.
    pub fn path(self, language: Language) -> String {
        match self.segment(language) {
            "" => format!("/{language}"),
            segment => format!("/{language}/{segment}"),
        }
    }

    /// The address of something on the page.
    pub fn path_to(self, language: Language, what: &str) -> String {
        format!("{}/{what}", self.path(language))
    }
}

/// The place of a language in lists of words: fr, de, en, pt, lb.
const fn place(language: Language) -> usize {
    match language {
        Language::Fr => 0,
        Language::De => 1,
        Language::En => 2,
        Language::Pt => 3,
        Language::Lb => 4,
    }
}

/// The address of a disorder's page.
pub fn disease(language: Language, code: OrphaCode) -> String {
    Page::Disease.path_to(language, &code.0.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_other_areas_are_words_and_name_one_page_each() {
        for language in Language::ALL {
            let meeting = meeting::MeetingPage::ALL.map(|page| page.segment(language));
            let mine = mine::MinePage::ALL.map(|page| page.segment(language));
            let protection = protection::ProtectionPage::ALL.map(|page| page.segment(language));
            let finder = Page::ALL.map(|page| page.segment(language));
            let cell = cell::CellPage::ALL.map(|page| page.segment(language));
            let desk = desk::DeskPage::ALL.map(|page| page.segment(language));
            let rcp = rcp::RcpPage::ALL.map(|page| page.segment(language));
            let care = care::CarePage::ALL.map(|page| page.segment(language));
            let figures = figures::FiguresPage::ALL.map(|page| page.segment(language));
            let referral = referral::ReferralPage::ALL.map(|page| page.segment(language));
            let panel = panel::PanelPage::ALL.map(|page| page.segment(language));
            let service = service::ServicePage::ALL.map(|page| page.segment(language));
            let work = cell
                .into_iter()
                .chain(desk)
                .chain(meeting)
                .chain(rcp)
                .chain(care)
                .chain(figures)
                .chain(referral)
                .chain(panel)
                .chain(service);
            let mut all: Vec<&str> = mine.into_iter().chain(protection).chain(finder).chain(work).collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count, "{language}");
            assert!(all.iter().all(|s| s.bytes().all(|b| b.is_ascii_lowercase() || b"-/".contains(&b))));
        }
    }

    #[test]
    fn every_address_names_one_page_in_its_language() {
        for language in Language::ALL {
            for page in Page::ALL {
                assert_eq!(Page::from_segment(language, page.segment(language)), Some(page));
                let segment = page.segment(language);
                assert!(segment.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'/')));
            }
        }
    }
}
