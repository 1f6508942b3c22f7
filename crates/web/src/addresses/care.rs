//! Addresses of the care that goes beyond one file: what waits, absences, guidelines.

use ariane_domain::Language;

/// A page beside the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CarePage {
    /// What waits in all files.
    Waiting,
    /// Absences, and the numbers of the installation.
    Roster,
    /// Guidelines.
    Guidelines,
    /// Administrative checklists.
    Procedures,
}

impl CarePage {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Roster, Self::Guidelines, Self::Procedures];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::Waiting => {
                ["cellule/suites", "zelle/offenes", "cell/waiting", "celula/pendentes", "zell/oppenes"]
            }
            Self::Roster => [
                "cellule/absences",
                "zelle/abwesenheiten",
                "cell/absences",
                "celula/ausencias",
                "zell/absencen",
            ],
            Self::Guidelines => [
                "cellule/recommandations",
                "zelle/leitlinien",
                "cell/guidelines",
                "celula/orientacoes",
                "zell/recommandatiounen",
            ],
            Self::Procedures => [
                "cellule/demarches",
                "zelle/verfahren",
                "cell/procedures",
                "celula/procedimentos",
                "zell/demarchen",
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
