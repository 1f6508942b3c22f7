//! Addresses of panels and local advice: all of them, one, and the page of an invited expert.

use ariane_domain::Language;

/// A page about panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PanelPage {
    /// Those that have not ended, late ones first.
    List,
    /// What an invited expert opens: link, code, case.
    Invited,
}

impl PanelPage {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::List, Self::Invited];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::List => [
                "panels-et-avis",
                "panels-und-rat",
                "panels-and-advice",
                "paineis-e-pareceres",
                "panelen-a-rot",
            ],
            Self::Invited => {
                ["demande-avis", "bitte-um-rat", "advice-asked", "pedido-de-parecer", "ufro-fir-rot"]
            }
        };
        words[super::place(language)]
    }

    /// The address.
    pub fn path(self, language: Language) -> String {
        format!("/{language}/{}", self.segment(language))
    }

    /// The address of something below it.
    pub fn path_to(self, language: Language, what: &str) -> String {
        format!("{}/{what}", self.path(language))
    }
}
