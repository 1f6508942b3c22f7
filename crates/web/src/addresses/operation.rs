//! Addresses of the operation of an installation.

use ariane_domain::Language;

/// A page about operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OperationPage {
    /// How mail, jobs, backups and reference data stand.
    Health,
    /// Mail that was given up is sent again.
    RetryMail,
}

impl OperationPage {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Health, Self::RetryMail];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::Health => ["exploitation", "betrieb", "operation", "exploracao", "betrib"],
            Self::RetryMail => [
                "exploitation/renvoyer",
                "betrieb/erneut-senden",
                "operation/send-again",
                "exploracao/reenviar",
                "betrib/nei-schecken",
            ],
        };
        words[super::place(language)]
    }

    /// The address.
    pub fn path(self, language: Language) -> String {
        format!("/{language}/{}", self.segment(language))
    }
}
