//! Panels and local advice: one pseudonymised case before experts (duties D11, D16 to D20).
//!
//! * [`case`]: those of a file, and the form for another, from an approved dossier;
//! * [`list`]: all that have not ended, late ones first;
//! * [`one`] with [`view`]: one of them; [`acts`], [`experts`]: what may be done with it;
//! * [`approved`]: what the approved rendering says, for pages; [`papers`]: the sheet for CPMS and the outcome, as PDF;
//! * [`door`], [`invited`]: link and code of an expert, and the case behind them; [`own`]: what the person sees.

pub mod acts;
pub mod approved;
pub mod case;
pub mod door;
pub mod experts;
pub mod invited;
pub mod list;
pub mod one;
pub mod own;
pub mod papers;
pub mod view;

use crate::addresses::cell::CellPage;
use crate::addresses::panel::PanelPage;
use crate::guard::{Routes, Rule};
use crate::pages::cell::fault::Fault;
use crate::pages::desk::Desk;
use crate::pages::desk::trouble::Trouble;
use crate::pages::shell::{Link, Shell};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::grant::{Act, Grant};
use ariane_domain::access::{Action as A, Refusal};
use ariane_domain::panel::acts::Function;
use ariane_store::records::Work;
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// Largest form: long texts, in the letters of any language.
const TEXT_LIMIT: usize = 256 * 1024;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let case = CellPage::Case.path_to(language, "{id}/panel");
    let one = |word: &str| PanelPage::List.path_to(language, &format!("{{id}}{word}"));
    let invited = |word: &str| PanelPage::Invited.path_to(language, word);
    let (share, prepare) = (Rule::May(A::ShareForPanel), Rule::May(A::PreparePanel));
    Routes::new(app)
        .get(&case, share, case::get)
        .post(&case, share, case::begin)
        .get(&PanelPage::List.path(language), prepare, list::get)
        .get(&one(""), prepare, one::get)
        .get(&one("/form.pdf"), prepare, papers::form)
        .get(&one("/outcome.pdf"), prepare, papers::outcome)
        .get(&one("/outcome.json"), prepare, papers::signed)
        .post_up_to(TEXT_LIMIT, &one("/{act}"), prepare, acts::post)
        .post(&one("/case/validate"), Rule::May(A::ValidatePanelCase), acts::validate_case)
        .post_up_to(TEXT_LIMIT, &one("/experts"), prepare, experts::name)
        .post(&one("/experts/{expert}/access"), Rule::May(A::ValidatePanelAccess), experts::access)
        .post(&one("/experts/{expert}/{act}"), prepare, experts::post)
        .get(&PanelPage::Invited.path(language), Rule::Door, door::get)
        .post(&PanelPage::Invited.path(language), Rule::Door, door::enter)
        .get(&invited("link/{token}"), Rule::Door, door::with_token)
        .get(&invited("case"), Rule::Expert, invited::case)
        .get(&invited("case/{part}"), Rule::Expert, invited::fetch)
        .post_up_to(TEXT_LIMIT, &invited("case/{part}"), Rule::Expert, invited::post)
        .post(&invited("leave"), Rule::Expert, door::leave)
}

impl Desk {
    /// Address of a panel.
    pub fn panel_at(&self, id: Uuid) -> String {
        PanelPage::List.path_to(self.visit.language, &id.to_string())
    }

    /// The last day of a deadline, by the office's clock.
    fn last_day(&self, due: DateTime<Utc>) -> String {
        self.visit.t.date(self.infoline.office.day(due - TimeDelta::seconds(1)))
    }

    /// What a panel of which the list of open ends says number and wait waits for, in words.
    pub fn panel_wait(&self, said: &str) -> String {
        let t = self.visit.t;
        match said.split_once(' ') {
            Some((number, wait)) => {
                t.ww("panel-open-end", ("number", number), ("what", &t.k("panel-wait", wait)))
            }
            None => said.to_owned(),
        }
    }
}

/// An expert's function in words.
fn function_words(t: crate::text::Text, one: &Function) -> String {
    t.ww("panel-function", ("specialty", &one.specialty), ("country", &one.country))
}

/// A missing agreement is said beside the form; any other refusal has its page.
fn refused(refusal: Refusal) -> Fault {
    match refusal {
        Refusal::NoAgreement => Fault::Rule("dossier-no-agreement"),
        Refusal::Hindered(_) => Fault::Rule("referral-hindered"),
        other => other.into(),
    }
}

/// A grant for one panel.
async fn grant<G: Act>(desk: &Desk, work: &mut Work<'_>, id: Uuid) -> Result<Grant<G>, Trouble> {
    let facts = work.panel_facts(desk.controller(), id).await?;
    Ok(work.grant(&desk.actor(), facts)?)
}

/// The shell of the list, or of a page below it.
fn shell(desk: &Desk, what: &str, title: String) -> Shell {
    let at = |l| if what.is_empty() { PanelPage::List.path(l) } else { PanelPage::List.path_to(l, what) };
    let shell = Shell::with_addresses(&desk.visit, true, title, at);
    if what.is_empty() {
        return shell;
    }
    shell.via(Link::new(desk.visit.t.s("panel-list"), PanelPage::List.path(desk.visit.language)))
}
