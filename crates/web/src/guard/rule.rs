//! The rules of routes, and the judgement of a caller by them.
//!
//! A rule says who may knock. What somebody may then do with one record is decided by `domain::access::policy`, by
//! the grant without which the store gives nothing; a rule never replaces it.

use super::caller::Caller;
use ariane_domain::access::{Action, policy};
use ariane_domain::account::session::{Level, Limits};
use chrono::{DateTime, Utc};

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Anyone; its forms change nothing.
    Public,
    /// Anyone, but its forms only from our own page: sign-in, recovery, invitation, set-up, the web form.
    Door,
    /// Who opened a private link with its code.
    Link,
    /// Who was sent a referral and gave the code of its link.
    Referral,
    /// Who was invited as an expert and gave the code of their link.
    Expert,
    /// Who gave the first factor, whether or not the second.
    FirstFactor,
    /// Who adds a second factor: with an invitation or an administrator's code, or with a fresh one that they have.
    Enrolling,
    /// Who gave both factors.
    SignedIn,
    /// Who gave both, and the second lately.
    Fresh,
    /// Who gave both and holds a function that may do this; lately, where the policy asks for it.
    May(Action),
}

/// What a rule makes of a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The handler runs.
    Go,
    /// They must sign in first.
    SignIn,
    /// They must give the second factor first.
    SecondFactor,
    /// They must give the second factor once more.
    StepUp,
    /// They must open their private link first.
    OpenLink,
    /// They must open the link of a referral first.
    OpenReferral,
    /// They must open the link of their invitation first.
    OpenInvitation,
    /// They hold no function that may do this.
    Refused(Action),
}

impl Rule {
    /// Whether forms of the route carry a token.
    pub const fn guards_forms(self) -> bool {
        !matches!(self, Self::Public)
    }

    /// Judges a caller.
    pub fn judge(self, caller: &Caller, limits: &Limits, now: DateTime<Utc>) -> Verdict {
        let signed = match self {
            Self::Public | Self::Door => return Verdict::Go,
            Self::Link => {
                return if caller.link.is_some() { Verdict::Go } else { Verdict::OpenLink };
            }
            Self::Referral => {
                return if caller.referral.is_some() { Verdict::Go } else { Verdict::OpenReferral };
            }
            Self::Expert => {
                return if caller.expert.is_some() { Verdict::Go } else { Verdict::OpenInvitation };
            }
            Self::FirstFactor | Self::Enrolling | Self::SignedIn | Self::Fresh | Self::May(_) => {
                match &caller.signed {
                    Some(signed) => signed,
                    None => return Verdict::SignIn,
                }
            }
        };
        if self == Self::FirstFactor || (self == Self::Enrolling && signed.session.level == Level::Enrolling)
        {
            return Verdict::Go;
        }
        if signed.session.level != Level::Full {
            return Verdict::SecondFactor;
        }
        if let Self::May(action) = self
            && !may_ever(action, &signed.account.roles)
        {
            return Verdict::Refused(action);
        }
        let asks_for_fresh = match self {
            Self::Fresh | Self::Enrolling => true,
            Self::May(action) => policy::needs_step_up(action),
            _ => false,
        };
        if asks_for_fresh && !limits.is_fresh(signed.session.stepped_up_at, now) {
            return Verdict::StepUp;
        }
        Verdict::Go
    }
}

/// Whether a function may ever do this. Who may break the glass may knock at the record: the policy looks whether
/// they did.
fn may_ever(action: Action, held: &[ariane_domain::account::Role]) -> bool {
    let any = |roles: &[ariane_domain::account::Role]| roles.iter().any(|role| held.contains(role));
    any(policy::roles(action)) || (action == Action::ReadEnquiry && any(policy::roles(Action::AskBreakGlass)))
}
