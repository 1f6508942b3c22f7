//! To whom a person is passed on.

use crate::cell::who::{Acting, Who};
use crate::organisation::Kind;
use crate::stable::stable_words;

stable_words! {
    /// What kind of recipient it is.
    pub enum ReferralKind in "referral-kind" {
        /// The coordinator of a European network here (CERN), by the roster.
        Cern = "cern",
        /// A European reference network, through its own coordination.
        Ern = "ern",
        /// An expert centre.
        Centre = "centre",
        /// A national network.
        Network = "network",
        /// A national hub.
        Hub = "hub",
        /// An association.
        Association = "association",
        /// A service: rights, school, work, psycho-social help, a laboratory.
        Service = "service",
    }
}

impl ReferralKind {
    /// The kind of recipient that a structure of the directory is.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Ern => Self::Ern,
            Kind::Fsmr => Self::Network,
            Kind::Crmr | Kind::Ccmr | Kind::ErnMember => Self::Centre,
            Kind::Hub => Self::Hub,
            Kind::Association | Kind::Alliance => Self::Association,
            Kind::Helpline | Kind::CrisisLine | Kind::Platform | Kind::Laboratory | Kind::Service => {
                Self::Service
            }
        }
    }

    /// Whether only a health professional sends there (duty D17).
    pub const fn needs_professional(self) -> bool {
        matches!(self, Self::Cern | Self::Ern | Self::Centre | Self::Network | Self::Hub)
    }

    /// Whether somebody may send there.
    pub fn may_send(self, acting: &Acting) -> bool {
        let all: &[Who] = &[Who::Medical, Who::Hub, Who::Psychosocial];
        let professionals: &[Who] = &[Who::Medical, Who::Hub];
        acting.is_any_of(if self.needs_professional() { professionals } else { all })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_health_professional_sends_to_an_expert() {
        let (social, medical) = (Acting::of(Who::Psychosocial), Acting::of(Who::Medical));
        assert!(ReferralKind::Association.may_send(&social) && ReferralKind::Service.may_send(&social));
        for kind in [ReferralKind::Cern, ReferralKind::Ern, ReferralKind::Centre, ReferralKind::Network] {
            assert!(!kind.may_send(&social) && kind.may_send(&medical), "{kind}");
            assert!(kind.may_send(&Acting::of(Who::Hub)));
        }
        assert!(!ReferralKind::ALL.into_iter().any(|kind| kind.may_send(&Acting::of(Who::Recipient))));
    }
}
