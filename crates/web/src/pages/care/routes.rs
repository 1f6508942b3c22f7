//! The routes of care with their rules.

use super::{
    calls, checklist, clinical, contacts, documents, exchanges, guideline, guidelines, hospital, household,
    letter_form, letter_made, letters, plan, procedures, roster, told, upload, waiting, way, wishes,
};
use crate::addresses::care::CarePage;
use crate::addresses::cell::CellPage;
use crate::guard::{Routes, Rule};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action as A;

/// Largest form: long texts, in the letters of any language.
const TEXT_LIMIT: usize = 1024 * 1024;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let one = |word: &str| CellPage::Case.path_to(language, &format!("{{id}}{word}"));
    let at = |page: CarePage| page.path(language);
    let below = |page: CarePage, what: &str| page.path_to(language, what);
    let (read, write) = (Rule::May(A::ReadCase), Rule::May(A::WriteCase));
    let (hold, write_down) = (Rule::May(A::HoldMeeting), Rule::May(A::ManageGuidelines));
    let keep = Rule::May(A::ManageChecklists);
    Routes::new(app)
        .get(&one("/plan"), read, plan::get)
        .post_up_to(TEXT_LIMIT, &one("/plan"), write, plan::add)
        .post_up_to(TEXT_LIMIT, &one("/plan/{line}"), write, plan::change)
        .get(&one("/transition"), read, checklist::transition)
        .get(&one("/rights"), read, checklist::rights)
        .post(&one("/checklist/{list}/{item}"), write, checklist::mark)
        .get(&one("/way"), read, way::get)
        .post(&one("/way"), write, way::post)
        .get(&one("/household"), read, household::get)
        .post(&one("/household"), write, household::link)
        .post(&one("/household/facts"), write, household::facts)
        .post(&one("/household/leave"), write, household::leave)
        .get(&one("/clinical"), read, clinical::get)
        .post_up_to(TEXT_LIMIT, &one("/clinical"), write, clinical::add)
        .post_up_to(upload::UPLOAD_LIMIT, &one("/clinical/read"), write, clinical::proposals::read)
        .post_up_to(TEXT_LIMIT, &one("/clinical/take"), write, clinical::proposals::take)
        .post_up_to(TEXT_LIMIT, &one("/clinical/{entry}"), write, clinical::change)
        .post_up_to(TEXT_LIMIT, &one("/clinical/{entry}/remove"), write, clinical::remove)
        .get(&one("/documents"), read, documents::get)
        .post_up_to(upload::UPLOAD_LIMIT, &one("/documents"), write, documents::post)
        .get(&one("/documents/{document}"), read, documents::download)
        .post(&one("/documents/{document}/{act}"), write, documents::change)
        .get(&one("/hospital"), read, hospital::get)
        .post_up_to(TEXT_LIMIT, &one("/hospital"), write, hospital::post)
        .post_up_to(TEXT_LIMIT, &one("/hospital/{request}"), write, hospital::change)
        .get(&one("/hospital/{request}/pdf"), read, hospital::pdf)
        .get(&one("/contacts"), read, contacts::get)
        .post(&one("/contacts"), write, contacts::add)
        .post(&one("/contacts/{contact}"), write, contacts::change)
        .post(&one("/contacts/{contact}/remove"), write, contacts::remove)
        .get(&one("/exchanges"), read, exchanges::get)
        .post_up_to(TEXT_LIMIT, &one("/exchanges"), write, exchanges::note)
        .post_up_to(TEXT_LIMIT, &one("/exchanges/{exchange}"), write, exchanges::correct)
        .post_up_to(TEXT_LIMIT, &one("/exchanges/{exchange}/advice"), write, exchanges::advise)
        .get(&one("/wishes"), read, wishes::get)
        .post_up_to(TEXT_LIMIT, &one("/wishes"), write, wishes::note)
        .post(&one("/wishes/{wish}/back"), write, wishes::take_back)
        .post_up_to(TEXT_LIMIT, &one("/relatives"), write, wishes::relatives)
        .post(&one("/relatives/step"), write, wishes::step)
        .get(&one("/letters"), read, letters::get)
        .post_up_to(TEXT_LIMIT, &one("/told"), write, told::post)
        .get(&one("/letters/new/{audience}"), write, letter_form::get)
        .post_up_to(TEXT_LIMIT, &one("/letters/new/{audience}"), write, letter_form::post)
        .get(&one("/letters/{letter}"), read, letter_made::page)
        .get(&one("/letters/{letter}/pdf"), read, letter_made::pdf)
        .post_up_to(TEXT_LIMIT, &one("/calls"), write, calls::owe)
        .post_up_to(TEXT_LIMIT, &one("/calls/{call}"), write, calls::end)
        .get(&at(CarePage::Waiting), Rule::May(A::ListCases), waiting::get)
        .get(&at(CarePage::Roster), hold, roster::get)
        .post(&at(CarePage::Roster), hold, roster::post)
        .post(&below(CarePage::Roster, "{absence}/end"), hold, roster::end)
        .get(&at(CarePage::Guidelines), write_down, guidelines::get)
        .post_up_to(TEXT_LIMIT, &at(CarePage::Guidelines), write_down, guidelines::post)
        .get(&below(CarePage::Guidelines, "{guideline}"), write_down, guideline::get)
        .post_up_to(TEXT_LIMIT, &below(CarePage::Guidelines, "{guideline}"), write_down, guideline::post)
        .post(&below(CarePage::Guidelines, "{guideline}/{change}"), write_down, guideline::change)
        .get(&at(CarePage::Procedures), keep, procedures::get)
        .post_up_to(TEXT_LIMIT, &at(CarePage::Procedures), keep, procedures::post)
        .get(&below(CarePage::Procedures, "{list}"), keep, procedures::one::get)
        .post_up_to(TEXT_LIMIT, &below(CarePage::Procedures, "{list}"), keep, procedures::one::post)
        .post(&below(CarePage::Procedures, "{list}/{state}"), keep, procedures::one::change)
}
