//! The routes of the service with their rules.

use super::{acts, begin, beside, file, list, sent};
use crate::addresses::cell::CellPage;
use crate::addresses::service::ServicePage;
use crate::guard::{Routes, Rule};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action as A;

/// Largest form: long texts, in the letters of any language.
const TEXT_LIMIT: usize = 1024 * 1024;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let one = |word: &str| ServicePage::File.path_to(language, &format!("{{id}}{word}"));
    let sent_one = |word: &str| CellPage::Sent.path_to(language, &format!("{{id}}{word}"));
    let case = |word: &str| CellPage::Case.path_to(language, &format!("{{id}}{word}"));
    let (follow, sends) = (Rule::May(A::FollowInService), Rule::May(A::FollowSent));
    Routes::new(app)
        .get(&ServicePage::List.path(language), follow, list::get)
        .get(&ServicePage::New.path(language), follow, begin::get)
        .post_up_to(TEXT_LIMIT, &ServicePage::New.path(language), follow, begin::post)
        .get(&one(""), follow, file::get)
        .post_up_to(TEXT_LIMIT, &one("/entries"), follow, acts::entry)
        .post_up_to(TEXT_LIMIT, &one("/head"), follow, acts::head)
        .post_up_to(TEXT_LIMIT, &one("/change/{word}"), follow, acts::change)
        .post_up_to(TEXT_LIMIT, &one("/send"), follow, acts::send)
        .post_up_to(TEXT_LIMIT, &one("/answer"), follow, acts::answer)
        .get(&CellPage::Sent.path(language), sends, sent::list)
        .get(&sent_one(""), sends, sent::get)
        .post_up_to(TEXT_LIMIT, &sent_one("/answer"), sends, sent::answer)
        .get(&case("/service"), Rule::May(A::ReadCase), beside::get)
        .post_up_to(TEXT_LIMIT, &case("/service"), Rule::May(A::WriteCase), beside::ask)
        .post_up_to(TEXT_LIMIT, &case("/service/word"), Rule::May(A::WriteCase), beside::word)
}
