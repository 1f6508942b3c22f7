//! Addresses of the protection of data: the public notice, and the data protection officer's console.

use ariane_domain::Language;

/// A page about the protection of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProtectionPage {
    /// The notice of articles 13 and 14, for anyone.
    Notice,
    /// The console.
    Console,
    /// Register of processing.
    Register,
    /// Requests of persons.
    Requests,
    /// A request to be written down or moved on.
    Request,
    /// Legal holds.
    Holds,
    /// Breaches.
    Breaches,
    /// What is unusual in the log.
    Unusual,
    /// The log.
    Log,
    /// Exceptional openings: approval and review.
    Openings,
    /// Asking for an exceptional opening.
    Ask,
    /// The private link of an enquiry: locking it, a code to read out.
    Link,
    /// What an impact assessment needs.
    Impact,
    /// Recipients who were asked to delete.
    Recipients,
}

impl ProtectionPage {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Notice,
        Self::Console,
        Self::Register,
        Self::Requests,
        Self::Request,
        Self::Holds,
        Self::Breaches,
        Self::Unusual,
        Self::Log,
        Self::Openings,
        Self::Ask,
        Self::Link,
        Self::Impact,
        Self::Recipients,
    ];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::Notice => [
                "protection-des-donnees",
                "datenschutz",
                "data-protection",
                "protecao-de-dados",
                "dateschutz",
            ],
            Self::Console => ["dpo", "dsb", "dpo", "epd", "dpo"],
            Self::Register => {
                ["dpo/registre", "dsb/verzeichnis", "dpo/register", "epd/registo", "dpo/register"]
            }
            Self::Requests => ["dpo/demandes", "dsb/antraege", "dpo/requests", "epd/pedidos", "dpo/ufroen"],
            Self::Request => ["dpo/demande", "dsb/antrag", "dpo/request", "epd/pedido", "dpo/ufro"],
            Self::Holds => {
                ["dpo/conservation", "dsb/aufbewahrung", "dpo/holds", "epd/conservacao", "dpo/opbewarung"]
            }
            Self::Breaches => {
                ["dpo/violations", "dsb/verletzungen", "dpo/breaches", "epd/violacoes", "dpo/verletzungen"]
            }
            Self::Unusual => {
                ["dpo/inhabituel", "dsb/ungewoehnlich", "dpo/unusual", "epd/invulgar", "dpo/ongewinlech"]
            }
            Self::Log => ["dpo/journal", "dsb/protokoll", "dpo/log", "epd/diario", "dpo/journal"],
            Self::Openings => {
                ["dpo/ouvertures", "dsb/oeffnungen", "dpo/openings", "epd/aberturas", "dpo/ouverturen"]
            }
            Self::Ask => [
                "ouverture-exceptionnelle",
                "ausnahmezugriff",
                "exceptional-opening",
                "abertura-excecional",
                "ausnamzougreff",
            ],
            Self::Link => ["lien-prive", "privater-link", "private-link", "ligacao-privada", "privaten-link"],
            Self::Impact => {
                ["dpo/analyse-impact", "dsb/folgenabschaetzung", "dpo/impact", "epd/impacto", "dpo/impakt"]
            }
            Self::Recipients => [
                "dpo/destinataires",
                "dsb/empfaenger",
                "dpo/recipients",
                "epd/destinatarios",
                "dpo/empfaenger",
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
