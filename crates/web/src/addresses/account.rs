//! Addresses of sign-in, one's own account, and people.

use ariane_domain::Language;

/// A page about accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccountPage {
    /// Sign-in: address and password.
    SignIn,
    /// The second factor of a sign-in.
    SecondFactor,
    /// Sign-in at an outside service.
    Outside,
    /// The second factor once more, before an act that asks for it.
    StepUp,
    /// A forgotten password.
    Recovery,
    /// Sign-out.
    SignOut,
    /// Set-up of an empty installation.
    SetUp,
    /// Accepting an invitation.
    Invitation,
    /// My account: sessions, password, factors.
    Account,
    /// My second factors.
    Factors,
    /// Linking an account at an outside service to one's own.
    LinkOutside,
    /// People and their functions.
    People,
}

impl AccountPage {
    /// All pages.
    pub const ALL: [Self; 12] = [
        Self::SignIn,
        Self::SecondFactor,
        Self::Outside,
        Self::StepUp,
        Self::Recovery,
        Self::SignOut,
        Self::SetUp,
        Self::Invitation,
        Self::Account,
        Self::Factors,
        Self::LinkOutside,
        Self::People,
    ];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        use Language::{De, En, Fr, Lb, Pt};
        match (self, language) {
            (Self::SignIn, Fr) => "connexion",
            (Self::SignIn, De) => "anmelden",
            (Self::SignIn, En) => "sign-in",
            (Self::SignIn, Pt) => "entrar",
            (Self::SignIn, Lb) => "umellen",
            (Self::SecondFactor, Fr) => "connexion/second-facteur",
            (Self::SecondFactor, De) => "anmelden/zweiter-faktor",
            (Self::SecondFactor, En) => "sign-in/second-factor",
            (Self::SecondFactor, Pt) => "entrar/segundo-fator",
            (Self::SecondFactor, Lb) => "umellen/zweete-faktor",
            (Self::Outside, Fr) => "connexion/service",
            (Self::Outside, De) => "anmelden/dienst",
            (Self::Outside, En) => "sign-in/service",
            (Self::Outside, Pt) => "entrar/servico",
            (Self::Outside, Lb) => "umellen/service",
            (Self::StepUp, Fr) => "connexion/confirmer",
            (Self::StepUp, De) => "anmelden/bestaetigen",
            (Self::StepUp, En) => "sign-in/confirm",
            (Self::StepUp, Pt) => "entrar/confirmar",
            (Self::StepUp, Lb) => "umellen/bestaetegen",
            (Self::Recovery, Fr) => "connexion/mot-de-passe-oublie",
            (Self::Recovery, De) => "anmelden/passwort-vergessen",
            (Self::Recovery, En) => "sign-in/forgotten-password",
            (Self::Recovery, Pt) => "entrar/palavra-passe-esquecida",
            (Self::Recovery, Lb) => "umellen/passwuert-vergiess",
            (Self::SignOut, Fr) => "deconnexion",
            (Self::SignOut, De) => "abmelden",
            (Self::SignOut, En) => "sign-out",
            (Self::SignOut, Pt) => "sair",
            (Self::SignOut, Lb) => "ofmellen",
            (Self::SetUp, Fr) => "installer",
            (Self::SetUp, De) => "einrichten",
            (Self::SetUp, En) => "set-up",
            (Self::SetUp, Pt) => "instalar",
            (Self::SetUp, Lb) => "ariichten",
            (Self::Invitation, Fr | En) => "invitation",
            (Self::Invitation, De) => "einladung",
            (Self::Invitation, Pt) => "convite",
            (Self::Invitation, Lb) => "invitatioun",
            (Self::Account, Fr) => "compte",
            (Self::Account, De) => "konto",
            (Self::Account, En) => "account",
            (Self::Account, Pt) => "conta",
            (Self::Account, Lb) => "kont",
            (Self::Factors, Fr) => "compte/second-facteur",
            (Self::Factors, De) => "konto/zweiter-faktor",
            (Self::Factors, En) => "account/second-factor",
            (Self::Factors, Pt) => "conta/segundo-fator",
            (Self::Factors, Lb) => "kont/zweete-faktor",
            (Self::LinkOutside, Fr) => "compte/service",
            (Self::LinkOutside, De) => "konto/dienst",
            (Self::LinkOutside, En) => "account/service",
            (Self::LinkOutside, Pt) => "conta/servico",
            (Self::LinkOutside, Lb) => "kont/service",
            (Self::People, Fr | Lb) => "equipe",
            (Self::People, De | En) => "team",
            (Self::People, Pt) => "equipa",
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

/// Where an outside sign-in service sends people back to; one address for all languages, since it is registered there.
pub const OUTSIDE_RETURN: &str = "/sign-in/return";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::addresses::Page;

    #[test]
    fn every_address_names_one_page_in_its_language() {
        for language in Language::ALL {
            let mut seen: Vec<&str> = Page::ALL.into_iter().map(|p| p.segment(language)).collect();
            for page in AccountPage::ALL {
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
