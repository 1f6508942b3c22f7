//! The routes of the RCP with their rules.

use super::{acts, advice, files, list, listed, own, people, report, series, session};
use crate::addresses::rcp::RcpPage;
use crate::guard::{Routes, Rule};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action as A;

/// Largest form with a text, in the letters of any language.
const TEXT_LIMIT: usize = 512 * 1024;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let hold = Rule::May(A::HoldRcp);
    let series_at = RcpPage::Series.path(language);
    let serial = |word: &str| RcpPage::Series.path_to(language, &format!("{{id}}{word}"));
    let act = |word: &str| RcpPage::Session.path_to(language, &format!("{{id}}{word}"));
    let mine = |word: &str| RcpPage::Own.path_to(language, &format!("{{id}}{word}"));
    Routes::new(app)
        .get(&RcpPage::List.path(language), hold, list::get)
        .get(&series_at, hold, series::fresh)
        .post(&series_at, hold, series::begin)
        .get(&serial(""), hold, series::get)
        .post(&serial(""), hold, series::change)
        .post(&serial("/plan"), hold, series::plan)
        .get(&act(""), hold, session::get)
        .post(&act("/state"), hold, acts::state)
        .post(&act("/move"), hold, acts::shift)
        .post(&act("/coordinator"), hold, acts::coordinator)
        .post(&act("/validate"), hold, acts::validate)
        .post_up_to(TEXT_LIMIT, &act("/text"), hold, acts::text)
        .post(&act("/people"), hold, people::invite)
        .post(&act("/people/{one}/withdraw"), hold, people::withdraw)
        .post(&act("/presence"), hold, people::presence)
        .post(&act("/file"), hold, files::add)
        .post(&act("/file/{file}/remove"), hold, files::remove)
        .post_up_to(TEXT_LIMIT, &act("/file/{file}/advice"), hold, advice::write)
        .post_up_to(TEXT_LIMIT, &act("/file/{file}/told"), hold, advice::told)
        .post(&act("/file/{file}/pass"), hold, advice::pass)
        .get(&act("/report"), hold, report::page)
        .get(&act("/report.pdf"), hold, report::pdf)
        .get(&act("/file/{file}/report.pdf"), hold, report::of_file)
        .get(&RcpPage::Own.path(language), Rule::May(A::AttendRcp), own::list)
        .get(&mine(""), Rule::May(A::AttendRcp), own::get)
        .post(&mine("/answer"), Rule::May(A::AttendRcp), own::answer)
        .get(&mine("/{file}"), Rule::May(A::ReadListedCase), listed::get)
        .get(&mine("/{file}/{document}"), Rule::May(A::ReadListedCase), listed::document)
}
