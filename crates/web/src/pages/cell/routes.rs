//! The routes of the cell with their rules.

use super::{
    acts, analysis, board, case, emergency, head, notes, open, owned, send, sharing, steps, summary,
};
use crate::addresses::cell::CellPage;
use crate::addresses::desk::DeskPage;
use crate::guard::{Routes, Rule};
use crate::pages::representation::of_file;
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action as A;

/// Largest form: a long text in several wordings, in the letters of any language.
const TEXT_LIMIT: usize = 2 * 1024 * 1024;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let at = |page: CellPage| page.path(language);
    let one = |word: &str| CellPage::Case.path_to(language, &format!("{{id}}{word}"));
    let own = |word: &str| CellPage::OwnSteps.path_to(language, &format!("{{id}}{word}"));
    let (read, write) = (Rule::May(A::ReadCase), Rule::May(A::WriteCase));
    Routes::new(app)
        .get(&at(CellPage::Board), Rule::May(A::ListCases), board::get)
        .get(&at(CellPage::Emergency), Rule::May(A::OpenEmergency), emergency::get)
        .post(&at(CellPage::Emergency), Rule::May(A::OpenEmergency), emergency::post)
        .get(&at(CellPage::Send), Rule::May(A::SendToCell), send::get)
        .post_up_to(TEXT_LIMIT, &at(CellPage::Send), Rule::May(A::SendToCell), send::post)
        .post(&DeskPage::Received.path_to(language, "{id}/file"), Rule::May(A::ReceiveHandover), open::post)
        .get(&at(CellPage::OwnSteps), Rule::May(A::DoOwnSteps), owned::list)
        .get(&own(""), Rule::May(A::DoOwnSteps), owned::get)
        .post_up_to(TEXT_LIMIT, &own("/change/{word}"), Rule::May(A::DoOwnSteps), owned::change)
        .get(&one(""), read, case::get)
        .post_up_to(TEXT_LIMIT, &one("/change/{word}"), write, acts::change)
        .post_up_to(TEXT_LIMIT, &one("/contact"), write, acts::contact)
        .post(&one("/brought-by"), write, acts::brought_by)
        .post(&one("/pressing"), write, acts::pressing)
        .post(&one("/hold/{track}"), write, acts::hold)
        .get(&one("/head"), write, head::get)
        .post_up_to(TEXT_LIMIT, &one("/head"), write, head::post)
        .get(&one("/representation"), read, of_file::get)
        .post(&one("/representation"), write, of_file::post)
        .get(&one("/sharing"), write, sharing::get)
        .post(&one("/sharing"), write, sharing::post)
        .post(&one("/sharing/keep"), write, sharing::keep)
        .get(&one("/analysis/{track}"), write, analysis::get)
        .post_up_to(TEXT_LIMIT, &one("/analysis/{track}"), write, analysis::post)
        .post(&one("/analysis/{track}/sign"), write, analysis::sign)
        .post(&one("/analysis/{track}/reopen"), write, analysis::reopen)
        .get(&one("/summary"), write, summary::get)
        .post_up_to(TEXT_LIMIT, &one("/summary"), write, summary::post)
        .post(&one("/summary/sign/{track}"), write, summary::sign)
        .post_up_to(TEXT_LIMIT, &one("/notes"), write, notes::post)
        .post(&one("/notes/{note}/share"), write, notes::share)
        .post_up_to(TEXT_LIMIT, &one("/steps"), write, steps::propose)
        .post_up_to(TEXT_LIMIT, &one("/steps/{step}/plan"), write, steps::plan)
        .post_up_to(TEXT_LIMIT, &one("/steps/{step}/change/{word}"), write, steps::change)
}
