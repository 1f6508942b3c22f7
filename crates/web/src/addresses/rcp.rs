//! Addresses of the RCP: series and sessions for who holds them, and one's own sessions for who is invited.

use ariane_domain::Language;

/// A page of the RCP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RcpPage {
    /// Series with their coming sessions.
    List,
    /// One series.
    Series,
    /// One session.
    Session,
    /// The sessions to which one is invited.
    Own,
}

impl RcpPage {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::List, Self::Series, Self::Session, Self::Own];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::List => ["rcp", "fallkonferenzen", "rcp", "rcp", "rcp"],
            Self::Series => ["rcp/serie", "fallkonferenzen/reihe", "rcp/series", "rcp/serie", "rcp/rei"],
            Self::Session => {
                ["rcp/seance", "fallkonferenzen/sitzung", "rcp/session", "rcp/sessao", "rcp/sitzung"]
            }
            Self::Own => ["mes-rcp", "meine-fallkonferenzen", "my-sessions", "as-minhas-rcp", "meng-rcp"],
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
