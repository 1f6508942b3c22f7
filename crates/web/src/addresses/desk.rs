//! Addresses of the listener's desk, and of what the cell receives from it.

use ariane_domain::Language;

/// A page of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeskPage {
    /// The queue.
    Queue,
    /// Log a call.
    Call,
    /// One enquiry.
    Enquiry,
    /// Find an enquiry by what people say.
    Find,
    /// Saved views of the queue.
    Views,
    /// Reply templates.
    Templates,
    /// Unmet needs.
    Unmet,
    /// What the cell was handed over.
    Received,
}

impl DeskPage {
    /// All pages.
    pub const ALL: [Self; 8] = [
        Self::Queue,
        Self::Call,
        Self::Enquiry,
        Self::Find,
        Self::Views,
        Self::Templates,
        Self::Unmet,
        Self::Received,
    ];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        use Language::{De, En, Fr, Lb, Pt};
        match (self, language) {
            (Self::Queue, Fr) => "permanence",
            (Self::Queue, De) => "dienst",
            (Self::Queue, En) => "desk",
            (Self::Queue, Pt) => "atendimento",
            (Self::Queue, Lb) => "permanence",
            (Self::Call, Fr) => "permanence/appel",
            (Self::Call, De) => "dienst/anruf",
            (Self::Call, En) => "desk/call",
            (Self::Call, Pt) => "atendimento/chamada",
            (Self::Call, Lb) => "permanence/uruff",
            (Self::Enquiry, Fr) => "permanence/demande",
            (Self::Enquiry, De) => "dienst/anfrage",
            (Self::Enquiry, En) => "desk/enquiry",
            (Self::Enquiry, Pt) => "atendimento/pedido",
            (Self::Enquiry, Lb) => "permanence/ufro",
            (Self::Find, Fr) => "permanence/recherche",
            (Self::Find, De) => "dienst/suche",
            (Self::Find, En) => "desk/find",
            (Self::Find, Pt) => "atendimento/pesquisa",
            (Self::Find, Lb) => "permanence/sichen",
            (Self::Views, Fr) => "permanence/vues",
            (Self::Views, De) => "dienst/ansichten",
            (Self::Views, En) => "desk/views",
            (Self::Views, Pt) => "atendimento/vistas",
            (Self::Views, Lb) => "permanence/usiichten",
            (Self::Templates, Fr) => "permanence/modeles",
            (Self::Templates, De) => "dienst/vorlagen",
            (Self::Templates, En) => "desk/templates",
            (Self::Templates, Pt) => "atendimento/modelos",
            (Self::Templates, Lb) => "permanence/virlagen",
            (Self::Unmet, Fr) => "permanence/besoins-non-couverts",
            (Self::Unmet, De) => "dienst/ungedeckter-bedarf",
            (Self::Unmet, En) => "desk/unmet-needs",
            (Self::Unmet, Pt) => "atendimento/necessidades",
            (Self::Unmet, Lb) => "permanence/net-gedeckt",
            (Self::Received, Fr) => "transmissions",
            (Self::Received, De) => "uebergaben",
            (Self::Received, En) => "handovers",
            (Self::Received, Pt) => "transmissoes",
            (Self::Received, Lb) => "iwwerginn",
        }
    }

    /// The address of the page.
    pub fn path(self, language: Language) -> String {
        format!("/{language}/{}", self.segment(language))
    }

    /// The address of something on the page.
    pub fn path_to(self, language: Language, what: &str) -> String {
        format!("{}/{what}", self.path(language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::addresses::Page;
    use crate::addresses::account::AccountPage;

    #[test]
    fn every_address_names_one_page_in_its_language() {
        for language in Language::ALL {
            let mut seen: Vec<&str> = Page::ALL.into_iter().map(|p| p.segment(language)).collect();
            seen.extend(AccountPage::ALL.into_iter().map(|p| p.segment(language)));
            for page in DeskPage::ALL {
                let segment = page.segment(language);
                assert!(!seen.contains(&segment), "{segment}");
                assert!(
                    segment.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'/')),
                    "{segment}"
                );
                seen.push(segment);
            }
        }
    }
}
