//! Purposes and what each rests on: data, never constants in code (duty D14).

use ariane_domain::purpose::{PurposeRule, Register};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    purpose: Vec<PurposeRule>,
}

/// Reads purposes.
pub fn parse(text: &str) -> Result<Vec<PurposeRule>, toml::de::Error> {
    toml::from_str::<File>(text).map(|file| file.purpose)
}

/// The register that comes with the program.
pub fn register() -> Register {
    Register::new(parse(&String::from_utf8_lossy(&super::file("purposes.toml"))).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use ariane_domain::purpose::{Basis, Purpose};

    #[test]
    fn every_purpose_has_a_basis_and_says_where_that_comes_from() {
        let text = String::from_utf8_lossy(&super::super::file("purposes.toml")).into_owned();
        let rules = super::parse(&text).unwrap();
        for purpose in Purpose::ALL {
            let found = rules.iter().find(|rule| rule.purpose == purpose);
            let rule = found.expect("a rule for every purpose");
            assert!(!rule.source.is_empty() && !rule.article6.is_empty(), "{}", purpose.word());
        }
        assert_eq!(super::register().basis(Purpose::Handover), Some(Basis::Release));
    }
}
