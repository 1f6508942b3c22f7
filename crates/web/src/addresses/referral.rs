//! Addresses of referrals: all of them, one, the roster of the hub, and the page of who received one.

use ariane_domain::Language;

/// A page about referrals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferralPage {
    /// Those that have not ended, by how long they wait.
    List,
    /// Who coordinates which network here.
    Roster,
    /// What somebody received: link, code, packet.
    Received,
}

impl ReferralPage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::List, Self::Roster, Self::Received];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::List => ["adressages", "ueberweisungen", "referrals", "referenciacoes", "iwwerweisungen"],
            Self::Roster => [
                "adressages/cern",
                "ueberweisungen/cern",
                "referrals/cern",
                "referenciacoes/cern",
                "iwwerweisungen/cern",
            ],
            Self::Received => [
                "adressage-recu",
                "ueberweisung-erhalten",
                "referral-received",
                "referenciacao-recebida",
                "iwwerweisung-kritt",
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
