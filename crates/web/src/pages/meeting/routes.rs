//! The routes of the weekly meeting, all under one rule.

use super::{acts, item, list, live, minutes, step, sync};
use crate::addresses::meeting::MeetingPage;
use crate::guard::{Routes, Rule};
use crate::pages::desk::draft_key;
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action;

/// Largest form with a text, in the letters of any language; it may carry two wordings.
const TEXT_LIMIT: usize = 512 * 1024;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let may = Rule::May(Action::HoldMeeting);
    let list_at = MeetingPage::List.path(language);
    let act = |word: &str| MeetingPage::Meeting.path_to(language, &format!("{{id}}{word}"));
    Routes::new(app)
        .get(&list_at, may, list::get)
        .post(&list_at, may, list::post)
        .post(&MeetingPage::List.path_to(language, "draft-key"), may, draft_key::post)
        .get(&act(""), may, live::get)
        .get(&act("/sync"), may, sync::get)
        .post(&act("/here"), may, sync::here)
        .post(&act("/agenda"), may, acts::agenda)
        .post(&act("/file"), may, acts::file)
        .post(&act("/state"), may, acts::state)
        .post(&act("/sign"), may, acts::sign)
        .post_up_to(TEXT_LIMIT, &act("/addendum"), may, acts::addendum)
        .post_up_to(TEXT_LIMIT, &act("/item/{item}"), may, item::post)
        .get(&act("/item/{item}/step"), may, step::get)
        .post_up_to(TEXT_LIMIT, &act("/item/{item}/step"), may, step::post)
        .get(&act("/minutes"), may, minutes::page)
        .get(&act("/minutes.pdf"), may, minutes::pdf)
}
