//! Addresses of the psycho-social service's own follow-up.

use ariane_domain::Language;

/// A page of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ServicePage {
    /// What is worked off.
    List,
    /// Beginning to follow somebody.
    New,
    /// One file.
    File,
}

impl ServicePage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::List, Self::New, Self::File];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::List => ["suivi", "begleitung", "follow-up", "acompanhamento", "suivi"],
            Self::New => {
                ["suivi/nouveau", "begleitung/neu", "follow-up/new", "acompanhamento/novo", "suivi/nei"]
            }
            Self::File => [
                "suivi/dossier",
                "begleitung/akte",
                "follow-up/file",
                "acompanhamento/processo",
                "suivi/dossier",
            ],
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
