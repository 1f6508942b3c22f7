//! Addresses of what a person does without an account: writing to the infoline, following one's request.

use ariane_domain::Language;

/// A page or form of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MinePage {
    /// Write to the infoline.
    Write,
    /// The same, with the signs that were described before.
    Carry,
    /// My request: opening the link, then where it stands.
    Mine,
    /// Adding a message.
    Add,
    /// Changing what one agreed to.
    Choices,
    /// Changing how one may be reached.
    Contact,
    /// My data: copy, who opened it, correction, withdrawal, erasure.
    Rights,
    /// Having a code sent over a second channel.
    SendProof,
    /// Giving the code.
    Proof,
    /// Taking the copy.
    Copy,
    /// Taking one's summary along.
    Capsule,
    /// Taking a card for an emergency along.
    Card,
    /// Whether a card for an emergency is the latest: for anybody who holds it.
    CardCheck,
    /// Correcting.
    Correct,
    /// Agreeing to one purpose, or taking that back.
    Consent,
    /// Answering whether one wishes contact with another family.
    Family,
    /// Withdrawing.
    Withdraw,
    /// Asking for erasure.
    Erase,
    /// Stopping an erasure that waits.
    Keep,
    /// Leaving: the browser forgets the link.
    Leave,
}

impl MinePage {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Write,
        Self::Carry,
        Self::Mine,
        Self::Add,
        Self::Choices,
        Self::Contact,
        Self::Rights,
        Self::SendProof,
        Self::Proof,
        Self::Copy,
        Self::Capsule,
        Self::Card,
        Self::CardCheck,
        Self::Correct,
        Self::Consent,
        Self::Family,
        Self::Withdraw,
        Self::Erase,
        Self::Keep,
        Self::Leave,
    ];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::Write => ["ecrire", "schreiben", "write", "escrever", "schreiwen"],
            Self::Carry => {
                ["ecrire/signes", "schreiben/zeichen", "write/signs", "escrever/sinais", "schreiwen/zeechen"]
            }
            Self::Mine => ["ma-demande", "meine-anfrage", "my-request", "o-meu-pedido", "meng-ufro"],
            Self::Add => [
                "ma-demande/ajouter",
                "meine-anfrage/hinzufuegen",
                "my-request/add",
                "o-meu-pedido/acrescentar",
                "meng-ufro/derbaisetzen",
            ],
            Self::Choices => [
                "ma-demande/choix",
                "meine-anfrage/entscheidungen",
                "my-request/choices",
                "o-meu-pedido/escolhas",
                "meng-ufro/choixen",
            ],
            Self::Contact => [
                "ma-demande/contact",
                "meine-anfrage/kontakt",
                "my-request/contact",
                "o-meu-pedido/contacto",
                "meng-ufro/kontakt",
            ],
            Self::Rights => [
                "ma-demande/mes-donnees",
                "meine-anfrage/meine-daten",
                "my-request/my-data",
                "o-meu-pedido/os-meus-dados",
                "meng-ufro/meng-daten",
            ],
            Self::SendProof => [
                "ma-demande/envoyer-code",
                "meine-anfrage/code-senden",
                "my-request/send-code",
                "o-meu-pedido/enviar-codigo",
                "meng-ufro/code-schecken",
            ],
            Self::Proof => [
                "ma-demande/code",
                "meine-anfrage/code",
                "my-request/code",
                "o-meu-pedido/codigo",
                "meng-ufro/code",
            ],
            Self::Copy => [
                "ma-demande/copie",
                "meine-anfrage/kopie",
                "my-request/copy",
                "o-meu-pedido/copia",
                "meng-ufro/kopie",
            ],
            Self::Capsule => [
                "ma-demande/dossier-portable",
                "meine-anfrage/tragbare-mappe",
                "my-request/portable-file",
                "o-meu-pedido/processo-portatil",
                "meng-ufro/dragbaren-dossier",
            ],
            Self::Card => [
                "ma-demande/carte-urgence",
                "meine-anfrage/notfallkarte",
                "my-request/emergency-card",
                "o-meu-pedido/cartao-emergencia",
                "meng-ufro/noutfallkaart",
            ],
            Self::CardCheck => {
                ["carte-urgence", "notfallkarte", "emergency-card", "cartao-emergencia", "noutfallkaart"]
            }
            Self::Correct => [
                "ma-demande/corriger",
                "meine-anfrage/berichtigen",
                "my-request/correct",
                "o-meu-pedido/corrigir",
                "meng-ufro/verbesseren",
            ],
            Self::Consent => [
                "ma-demande/accord",
                "meine-anfrage/einwilligung",
                "my-request/consent",
                "o-meu-pedido/consentimento",
                "meng-ufro/averstanes",
            ],
            Self::Family => [
                "ma-demande/famille",
                "meine-anfrage/familie",
                "my-request/family",
                "o-meu-pedido/familia",
                "meng-ufro/famill",
            ],
            Self::Withdraw => [
                "ma-demande/retirer",
                "meine-anfrage/zurueckziehen",
                "my-request/withdraw",
                "o-meu-pedido/retirar",
                "meng-ufro/zreckzeien",
            ],
            Self::Erase => [
                "ma-demande/effacer",
                "meine-anfrage/loeschen",
                "my-request/erase",
                "o-meu-pedido/apagar",
                "meng-ufro/laeschen",
            ],
            Self::Keep => [
                "ma-demande/garder",
                "meine-anfrage/behalten",
                "my-request/keep",
                "o-meu-pedido/manter",
                "meng-ufro/behalen",
            ],
            Self::Leave => [
                "ma-demande/quitter",
                "meine-anfrage/verlassen",
                "my-request/leave",
                "o-meu-pedido/sair",
                "meng-ufro/verloossen",
            ],
        };
        words[super::place(language)]
    }

    /// The address.
    pub fn path(self, language: Language) -> String {
        format!("/{language}/{}", self.segment(language))
    }

    /// The address of something below it: the token of a private link.
    pub fn path_to(self, language: Language, what: &str) -> String {
        format!("{}/{what}", self.path(language))
    }
}
