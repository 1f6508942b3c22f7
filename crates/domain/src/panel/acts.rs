//! Three acts of three persons (duty D18), and who may be invited (duty D19).

use super::PanelFault;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The European Economic Area: the members of the Union with Iceland, Liechtenstein and Norway (GDPR, article 3 and the decision of the
/// EEA Joint Committee 154/2018).
const EEA: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

/// Whether a country (ISO 3166-1 alpha-2) is in the European Economic Area.
pub fn is_in_eea(country: &str) -> bool {
    country.len() == 2 && EEA.split(' ').any(|one| one == country)
}

/// An expert, as who invites them writes it down. All of it is sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expert {
    /// Name, known to the house alone.
    pub name: String,
    /// Specialty: with the country this is how advice and dissent name them.
    pub specialty: String,
    /// Country, ISO 3166-1 alpha-2.
    pub country: String,
    /// Language in which they are written to, ISO 639-1.
    pub language: String,
    /// Mail, over which the link goes.
    pub mail: String,
    /// Telephone, over which the code goes.
    pub phone: String,
    /// On what the transfer rests where the country is outside the EEA (GDPR, articles 45 to 49).
    #[serde(default)]
    pub basis: String,
}

impl Expert {
    /// How advice and dissent name them: by function, never by name.
    pub fn function(&self) -> Function {
        Function { specialty: self.specialty.trim().to_owned(), country: self.country.clone() }
    }

    /// Whether they may be invited. `is_staff` says that the address is that of somebody of this house.
    ///
    /// # Errors
    /// [`PanelFault`].
    pub fn check(&self, is_staff: bool, others: &[Expert]) -> Result<(), PanelFault> {
        let is_empty = |text: &str| text.trim().is_empty();
        let has_at = self.mail.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.'));
        let all = [&self.name, &self.specialty, &self.mail, &self.phone, &self.basis];
        match () {
            () if is_empty(&self.name) || is_empty(&self.specialty) || self.country.len() != 2 || !has_at => {
                Err(PanelFault::NotNamed)
            }
            () if self.phone.chars().filter(char::is_ascii_digit).count() < 6 => {
                Err(PanelFault::NoSecondChannel)
            }
            () if !is_in_eea(&self.country) && is_empty(&self.basis) => Err(PanelFault::NoBasisAbroad),
            () if all.into_iter().any(|text| text.chars().count() > super::LONGEST) => {
                Err(PanelFault::TooLong)
            }
            () if is_staff => Err(PanelFault::OwnStaff),
            () if others.iter().any(|one| one.mail.eq_ignore_ascii_case(self.mail.trim())) => {
                Err(PanelFault::Twice)
            }
            () => Ok(()),
        }
    }
}

/// An expert's function: what stands in the place of their name.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Function {
    /// Specialty.
    pub specialty: String,
    /// Country, ISO 3166-1 alpha-2.
    pub country: String,
}

/// Who validated what in one panel so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acts {
    /// Who validated the case.
    pub case_by: Option<Uuid>,
    /// Who validated or refused an access.
    pub access_by: Vec<Uuid>,
}

impl Acts {
    /// Whether an account may validate the case: it validated no access in this panel, whatever functions it holds.
    ///
    /// # Errors
    /// [`PanelFault::SamePerson`].
    pub fn may_validate_case(&self, account: Uuid) -> Result<(), PanelFault> {
        if self.access_by.contains(&account) { Err(PanelFault::SamePerson) } else { Ok(()) }
    }

    /// Whether an account may validate an access: it did not validate the case.
    ///
    /// # Errors
    /// [`PanelFault::SamePerson`].
    pub fn may_validate_access(&self, account: Uuid) -> Result<(), PanelFault> {
        if self.case_by == Some(account) { Err(PanelFault::SamePerson) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn expert() -> Expert {
        Expert {
            name: "Dr Imaginaire".into(),
            specialty: "génétique".into(),
            country: "DE".into(),
            language: "de".into(),
            mail: "expert@example.org".into(),
            phone: "+49 000 111 222".into(),
            basis: String::new(),
        }
    }

    #[test]
    fn one_person_validates_one_thing() {
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let acts = Acts { case_by: Some(a), access_by: vec![b] };
        assert_eq!(acts.may_validate_access(a), Err(PanelFault::SamePerson));
        assert_eq!(acts.may_validate_case(b), Err(PanelFault::SamePerson));
        assert!(acts.may_validate_access(b).is_ok() && acts.may_validate_case(a).is_ok());
        assert!(
            Acts::default().may_validate_case(a).is_ok() && Acts::default().may_validate_access(a).is_ok()
        );
    }

    #[test]
    fn outside_the_eea_a_basis_is_needed() {
        assert_eq!(EEA.split(' ').count(), 30);
        assert!(is_in_eea("LU") && is_in_eea("NO") && !is_in_eea("CH") && !is_in_eea("GB") && !is_in_eea(""));
        assert_eq!(expert().check(false, &[]), Ok(()));
        let swiss = Expert { country: "CH".into(), ..expert() };
        assert_eq!(swiss.check(false, &[]), Err(PanelFault::NoBasisAbroad));
        assert_eq!(Expert { basis: "decision 2000/518/EC".into(), ..swiss }.check(false, &[]), Ok(()));
    }

    #[test]
    fn who_is_invited_is_named_once_from_outside_and_reached_over_two_channels() {
        let ask = |one: Expert| one.check(false, &[]);
        assert_eq!(ask(Expert { name: " ".into(), ..expert() }), Err(PanelFault::NotNamed));
        assert_eq!(ask(Expert { mail: "nobody".into(), ..expert() }), Err(PanelFault::NotNamed));
        assert_eq!(ask(Expert { country: "Germany".into(), ..expert() }), Err(PanelFault::NotNamed));
        assert_eq!(ask(Expert { phone: "-".into(), ..expert() }), Err(PanelFault::NoSecondChannel));
        assert_eq!(expert().check(true, &[]), Err(PanelFault::OwnStaff));
        let twice = Expert { mail: "EXPERT@example.org".into(), ..expert() };
        assert_eq!(twice.check(false, &[expert()]), Err(PanelFault::Twice));
    }
}
