//! Addresses of the coordination cell: its board, its files, and the form by which others send people to it.

use ariane_domain::Language;

/// A page of the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellPage {
    /// The board.
    Board,
    /// Sending somebody to the cell.
    Send,
    /// What became of whom one sent.
    Sent,
    /// One file.
    Case,
    /// The steps that who is signed in does.
    OwnSteps,
    /// What an emergency needs of a file.
    Emergency,
}

impl CellPage {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Board, Self::Send, Self::Sent, Self::Case, Self::OwnSteps, Self::Emergency];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::Board => ["cellule", "zelle", "cell", "celula", "zell"],
            Self::Send => ["cellule/envoyer", "zelle/senden", "cell/send", "celula/enviar", "zell/schecken"],
            Self::Sent => {
                ["cellule/envois", "zelle/gesendet", "cell/sent", "celula/enviados", "zell/geschekt"]
            }
            Self::Emergency => {
                ["cellule/urgence", "zelle/notfall", "cell/emergency", "celula/urgencia", "zell/noutfall"]
            }
            Self::OwnSteps => [
                "cellule/mes-demarches",
                "zelle/meine-schritte",
                "cell/my-steps",
                "celula/as-minhas-diligencias",
                "zell/meng-demarchen",
            ],
            Self::Case => ["cellule/dossier", "zelle/akte", "cell/file", "celula/processo", "zell/dossier"],
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
