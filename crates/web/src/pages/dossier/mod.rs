//! A dossier leaves a file (duties D11, D19): prepared by whoever follows the person, approved by a clinician, fetched as it was approved.
//!
//! * [`list`]: the dossiers of a file, and the form for another;
//! * [`one`]: one of them: exactly what would leave, what was taken out of it, approval, download;
//! * [`enclosures`]: pictures and reports that go along, chosen and looked at one by one;
//! * [`cleaned_files`]: what would leave of them;
//! * [`texts`]: what names somebody, found in free texts and taken out;
//! * `disorder`: what it calls the disorder, as it was judged;
//! * [`rendering`]: the same content as page, PDF, phenopacket and FHIR.

pub mod cleaned_files;
mod disorder;
pub mod enclosures;
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
use ariane_domain::dossier::Enclosed;
use ariane_store::records::dossier::enclosures::Piece;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

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

/// A file that goes along with a dossier, as a page or a paper names it.
pub(in crate::pages) fn enclosed_words(t: crate::text::Text, place: usize, one: &Enclosed) -> String {
    let kilobytes = (one.size as f64 / 1024.0).ceil();
    let size = t.w("desk-file-size", "size", &t.number(kilobytes));
    format!("{place}. {} · {} · {size}", t.k("document-kind", one.kind.word()), one.name)
}

/// Something of a dossier as a download, under a type that no browser runs.
pub(in crate::pages) fn handed(piece: Piece) -> Response {
    let name = format!("attachment; filename=\"{}\"", piece.name);
    ([(CONTENT_TYPE, piece.media_type), (CONTENT_DISPOSITION, name)], piece.bytes).into_response()
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
        .post(&one("/{dossier}/enclose"), share, enclosures::add)
        .get(&one("/{dossier}/enclosure/{document}"), share, enclosures::preview)
        .post(&one("/{dossier}/enclosure/{document}"), share, enclosures::change)
        .get(&one("/{dossier}/{form}"), share, one::fetch)
}
