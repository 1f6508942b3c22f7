//! Referrals: chosen from the sheet of a file, sent, followed until everybody learned the outcome.
//!
//! * [`choose`]: to whom, from a file, out of [`candidates`]; [`one`] with [`acts`]: one referral;
//! * [`list`]: all that have not ended, those that are late first; [`roster`]: who coordinates which network;
//! * [`received`]: the page of who was sent one and has no account; [`own`]: what the person sees.

pub mod acts;
pub mod candidates;
pub mod choose;
pub mod list;
pub mod one;
pub mod own;
pub mod received;
pub mod roster;

use crate::addresses::cell::CellPage;
use crate::addresses::referral::ReferralPage;
use crate::guard::{Routes, Rule};
use crate::pages::care::upload::UPLOAD_LIMIT;
use crate::pages::cell::fault::Fault;
use crate::pages::desk::Desk;
use crate::pages::desk::trouble::Trouble;
use crate::pages::shell::Shell;
use crate::state::App;
use crate::text::Text;
use ariane_domain::Language;
use ariane_domain::access::Action as A;
use ariane_domain::access::grant::{Act, Grant, SendReferral};
use ariane_store::records::Work;
use ariane_store::records::referrals::{Delivery, Referral};
use uuid::Uuid;

/// Largest form: long texts, in the letters of any language.
const TEXT_LIMIT: usize = 1024 * 1024;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let case = CellPage::Case.path_to(language, "{id}/referrals");
    let at = |page: ReferralPage| page.path(language);
    let one = |word: &str| ReferralPage::List.path_to(language, &format!("{{id}}{word}"));
    let received = |word: &str| ReferralPage::Received.path_to(language, word);
    let (prepare, send) = (Rule::May(A::PrepareReferral), Rule::May(A::SendReferral));
    Routes::new(app)
        .get(&case, prepare, choose::get)
        .post(&case, prepare, choose::post)
        .post(&CellPage::Case.path_to(language, "{id}/referrals/begin"), prepare, choose::begin)
        .get(&at(ReferralPage::List), prepare, list::get)
        .post(&at(ReferralPage::List), prepare, list::find)
        .get(&at(ReferralPage::Roster), prepare, roster::get)
        .post(&at(ReferralPage::Roster), prepare, roster::post)
        .post(&ReferralPage::Roster.path_to(language, "{member}/away"), prepare, roster::away)
        .post(&ReferralPage::Roster.path_to(language, "{member}/back/{absence}"), prepare, roster::back)
        .get(&one(""), prepare, one::get)
        .post_up_to(TEXT_LIMIT, &one("/packet"), prepare, acts::packet)
        .post_up_to(TEXT_LIMIT, &one("/change"), prepare, acts::change)
        .post(&one("/told"), prepare, acts::told)
        .post(&one("/pass-on"), prepare, acts::pass_on)
        .post(&one("/send"), send, acts::send)
        .post(&one("/link"), send, acts::link)
        .post(&one("/code"), send, acts::code)
        .get(&at(ReferralPage::Received), Rule::Door, received::get)
        .post(&at(ReferralPage::Received), Rule::Door, received::enter)
        .get(&received("packet"), Rule::Referral, received::packet)
        .post_up_to(UPLOAD_LIMIT, &received("packet"), Rule::Referral, received::answer)
        .get(&received("packet/{document}"), Rule::Referral, received::document)
        .post(&received("leave"), Rule::Referral, received::leave)
        .get(&received("link/{token}"), Rule::Door, received::with_token)
}

/// The shell of a page about referrals.
fn shell(desk: &Desk, page: ReferralPage, what: &str, title: String) -> Shell {
    let at = |l| if what.is_empty() { page.path(l) } else { page.path_to(l, what) };
    let shell = Shell::with_addresses(&desk.visit, true, title, at);
    if page == ReferralPage::List && what.is_empty() {
        return shell;
    }
    let list = ReferralPage::List.path(desk.visit.language);
    shell.via(crate::pages::shell::Link::new(desk.visit.t.s("referral-list"), list))
}

impl Desk {
    /// Address of a referral.
    pub fn referral_at(&self, id: Uuid) -> String {
        ReferralPage::List.path_to(self.visit.language, &id.to_string())
    }

    /// A grant for one referral.
    pub async fn referral_grant<G: Act>(&self, work: &mut Work<'_>, id: Uuid) -> Result<Grant<G>, Trouble> {
        let facts = work.referral_facts(self.controller(), id).await?;
        Ok(work.grant(&self.actor(), facts)?)
    }

    /// A grant to send one referral: what the person agreed to towards its recipient counts.
    async fn sending_grant(&self, work: &mut Work<'_>, id: Uuid) -> Result<Grant<SendReferral>, Fault> {
        let facts = work.referral_sending_facts(self.controller(), id).await?;
        // Said beside the form: who asked for nothing out of place is told what is missing.
        work.grant(&self.actor(), facts).map_err(|refusal| match refusal {
            ariane_domain::access::Refusal::NoAgreement => Fault::Rule("no-consent-transfer"),
            ariane_domain::access::Refusal::Hindered(_) => Fault::Rule("referral-hindered"),
            other => other.into(),
        })
    }

    /// Whether the recipient of a referral stands in the directory now, or somebody is on duty for their network.
    fn is_listed(&self, referral: &Referral) -> bool {
        match &referral.organisation {
            Some(id) => self.visit.knowledge.directory.get(id).is_some(),
            // Who stands on the roster is looked at when the referral is begun.
            None => true,
        }
    }
}

/// Whether what was sent left the house, in words; empty for a draft and for paper.
fn delivery_words(t: Text, desk: &Desk, delivery: Delivery) -> String {
    match delivery {
        Delivery::Paper => String::new(),
        Delivery::Waiting(0) => t.s("referral-delivery-waiting"),
        Delivery::Waiting(tries) => {
            t.n("referral-delivery-tried", usize::try_from(tries).unwrap_or_default())
        }
        Delivery::Sent(at) => t.w("referral-delivery-sent", "moment", &desk.moment(at)),
        Delivery::GivenUp => t.s("referral-delivery-given-up"),
    }
}
