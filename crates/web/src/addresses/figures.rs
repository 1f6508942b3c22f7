//! Addresses of the figures: live, and as they were published.

use ariane_domain::Language;

/// A page about figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FiguresPage {
    /// Figures as they are now.
    Board,
    /// The records behind a number.
    Behind,
    /// What was published.
    Editions,
    /// One edition.
    Edition,
    /// Whether a file is an edition as it was signed.
    Verify,
    /// Who is told of new editions.
    Readers,
}

impl FiguresPage {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Board, Self::Behind, Self::Editions, Self::Edition, Self::Verify, Self::Readers];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::Board => ["chiffres", "zahlen", "figures", "numeros", "zuelen"],
            Self::Behind => [
                "chiffres/dossiers",
                "zahlen/akten",
                "figures/records",
                "numeros/registos",
                "zuelen/dossieren",
            ],
            Self::Editions => [
                "chiffres/editions",
                "zahlen/ausgaben",
                "figures/editions",
                "numeros/edicoes",
                "zuelen/editiounen",
            ],
            Self::Edition => {
                ["chiffres/edition", "zahlen/ausgabe", "figures/edition", "numeros/edicao", "zuelen/editioun"]
            }
            Self::Verify => [
                "chiffres/verifier",
                "zahlen/pruefen",
                "figures/verify",
                "numeros/verificar",
                "zuelen/iwwerpreiwen",
            ],
            Self::Readers => {
                ["chiffres/envoi", "zahlen/versand", "figures/sending", "numeros/envio", "zuelen/verschecken"]
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
