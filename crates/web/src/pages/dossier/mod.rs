//! A dossier leaves a file (duties D11, D19): prepared by whoever follows the person, approved by a clinician, fetched as it was approved.
//!
//! * [`list`]: the dossiers of a file, and the form for another;
//! * [`one`]: one of them: exactly what would leave, what was taken out of it, approval, download;
//! * [`texts`]: what names somebody, found in free texts and taken out;
//! * [`rendering`]: the same content as page, PDF, phenopacket and FHIR.

pub mod list;
pub mod one;
pub mod rendering;
pub mod texts;

use crate::addresses::cell::CellPage;
use crate::guard::{Routes, Rule};
use crate::pages::cell::fault::Fault;
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::{Action as A, Refusal};

/// Largest form: a question, reasons, words.
const TEXT_LIMIT: usize = 256 * 1024;

/// Runs what needs a grant of the purpose of a dossier: each purpose has an act of its own, and so a check of its own.
macro_rules! for_purpose {
    ($purpose:expr, $desk:expr, $work:expr, $facts:expr, |$grant:ident| $body:expr) => {{
        use ariane_domain::access::grant::{Grant, ShareForPanel, ShareForResearch, ShareForTransfer};
        use ariane_domain::purpose::Purpose;
        match $purpose {
            Purpose::Panel => {
                let $grant: Grant<ShareForPanel> =
                    $work.grant(&$desk.actor(), $facts).map_err($crate::pages::dossier::refused)?;
                $body
            }
            Purpose::Transfer => {
                let $grant: Grant<ShareForTransfer> =
                    $work.grant(&$desk.actor(), $facts).map_err($crate::pages::dossier::refused)?;
                $body
            }
            Purpose::Research => {
                let $grant: Grant<ShareForResearch> =
                    $work.grant(&$desk.actor(), $facts).map_err($crate::pages::dossier::refused)?;
                $body
            }
            _ => return Err($crate::pages::cell::fault::Fault::Rule("dossier-not-for-this")),
        }
    }};
}
pub(in crate::pages) use for_purpose;

/// A missing agreement is said beside the form, with what to do; any other refusal has its page.
fn refused(refusal: Refusal) -> Fault {
    match refusal {
        Refusal::NoAgreement => Fault::Rule("dossier-no-agreement"),
        other => other.into(),
    }
}

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let one = |word: &str| CellPage::Case.path_to(language, &format!("{{id}}/dossier{word}"));
    // Who may knock; for which purpose somebody may go on, the grant decides.
    let share = Rule::May(A::ShareForPanel);
    Routes::new(app)
        .get(&one(""), share, list::get)
        .post_up_to(TEXT_LIMIT, &one(""), share, list::begin)
        .get(&one("/{dossier}"), share, one::get)
        .post_up_to(TEXT_LIMIT, &one("/{dossier}"), share, one::change)
        .post(&one("/{dossier}/approve"), share, one::approve)
        .post(&one("/{dossier}/drop"), share, one::give_up)
        .get(&one("/{dossier}/{form}"), share, one::fetch)
}
