//! What a panel is begun with, and how complete its dossier is, in the dossier's order.

use super::state::PanelKind;
use super::{PanelFault, Urgency};
use crate::dossier::Part;
use chrono::NaiveDate;

/// What is chosen when a panel is begun from an approved dossier. Nothing of it is typed a second time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preparing {
    /// Kind.
    pub kind: PanelKind,
    /// European network, by its id in the directory.
    pub network: Option<String>,
    /// Urgency.
    pub urgency: Urgency,
    /// Last day on which experts give their advice.
    pub due_on: NaiveDate,
}

impl Preparing {
    /// Whether a panel may be begun so on a day.
    ///
    /// # Errors
    /// [`PanelFault`].
    pub fn check(&self, today: NaiveDate) -> Result<(), PanelFault> {
        super::clock::deadline(self.due_on, today)?;
        if self.kind == PanelKind::European && self.network.as_deref().is_none_or(|one| one.trim().is_empty())
        {
            return Err(PanelFault::NoNetwork);
        }
        Ok(())
    }
}

/// Parts of a dossier with whether they are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness(pub Vec<(Part, bool)>);

impl Completeness {
    /// In the order of the dossier, which is that in which CPMS asks as far as it is published.
    pub fn of(held: &[Part]) -> Self {
        Self(Part::ALL.into_iter().map(|part| (part, held.contains(&part))).collect())
    }

    /// How many of how many are there.
    pub fn count(&self) -> (usize, usize) {
        (self.0.iter().filter(|(_, is_there)| *is_there).count(), self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_european_panel_names_its_network_and_a_deadline_is_ahead() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let new = Preparing {
            kind: PanelKind::Local,
            network: None,
            urgency: Urgency::Usual,
            due_on: day("2026-12-01"),
        };
        let today = day("2026-11-23");
        assert_eq!(new.check(today), Ok(()));
        let european = Preparing { kind: PanelKind::European, ..new.clone() };
        assert_eq!(european.check(today), Err(PanelFault::NoNetwork));
        assert_eq!(Preparing { network: Some("ern".into()), ..european }.check(today), Ok(()));
        assert_eq!(new.check(day("2026-12-02")), Err(PanelFault::Deadline));
        assert_eq!(Preparing { due_on: day("2028-01-01"), ..new }.check(today), Err(PanelFault::Deadline));
    }

    #[test]
    fn the_meter_follows_the_order_of_the_dossier() {
        let meter = Completeness::of(&[Part::Sign, Part::Consent]);
        assert_eq!(meter.count(), (2, Part::ALL.len()));
        assert_eq!(meter.0[0], (Part::Consent, true));
        assert_eq!(meter.0.iter().map(|(part, _)| *part).collect::<Vec<_>>(), Part::ALL);
    }
}
