//! A person's own referrals, in plain words. What came of one is told by a human (duty D2).

use crate::pages::visit::Visit;
use ariane_domain::referral::ReferralState;
use ariane_store::records::referrals::own::OwnReferral;

/// A referral as its person reads it.
pub struct OwnView {
    /// To whom.
    pub to: String,
    /// Where it stands.
    pub plain: String,
    /// When it was sent, the day of the appointment.
    pub days: Vec<String>,
}

/// In plain words.
pub fn views(visit: &Visit, all: &[OwnReferral]) -> Vec<OwnView> {
    let t = visit.t;
    all.iter()
        .map(|one| {
            let mut days = Vec::new();
            days.extend(
                one.sent_at.map(|at| t.w("referral-own-sent", "day", &t.date(visit.settings.day(at)))),
            );
            days.extend(one.appointment_on.map(|day| t.w("referral-appointment-on", "day", &t.date(day))));
            let plain = match one.state {
                ReferralState::Reported | ReferralState::Closed if !one.is_told => {
                    t.s("referral-own-to-tell")
                }
                state => t.k("referral-plain", state.word()),
            };
            let to = one.recipient.clone().unwrap_or_else(|| t.k("referral-kind", one.kind.word()));
            OwnView { to, plain, days }
        })
        .collect()
}
