//! The routes of the desk with their rules.

use super::{
    acts, attachment, call, call_save, danger, draft_key, edit, enquiry, find, handover, joining, notes,
    persons, presence, queue, received, reply, templates, unmet, views,
};
use crate::addresses::desk::DeskPage;
use crate::guard::{Routes, Rule};
use crate::pages::representation::of_enquiry;
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action as A;

/// Largest form with a reply or a call: a long text, in the letters of any language.
const TEXT_LIMIT: usize = 512 * 1024;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let at = |page: DeskPage| page.path(language);
    let one = |page: DeskPage| page.path_to(language, "{id}");
    let list = Rule::May(A::ListEnquiries);
    Routes::new(app)
        .get(&at(DeskPage::Queue), list, queue::get)
        .get(&at(DeskPage::Find), list, find::get)
        .post(&at(DeskPage::Find), list, find::post)
        .post(&at(DeskPage::Views), list, views::save)
        .post(&DeskPage::Views.path_to(language, "{id}/remove"), list, views::remove)
        .get(&at(DeskPage::Call), Rule::May(A::LogEnquiry), call::get)
        .post_up_to(TEXT_LIMIT, &at(DeskPage::Call), Rule::May(A::LogEnquiry), call_save::post)
        .post(&DeskPage::Call.path_to(language, "draft-key"), Rule::May(A::LogEnquiry), draft_key::post)
        .post_up_to(
            TEXT_LIMIT,
            &DeskPage::Call.path_to(language, "danger"),
            Rule::May(A::LogEnquiry),
            danger::post,
        )
        .get(&at(DeskPage::Templates), Rule::May(A::ManageTemplates), templates::get)
        .post_up_to(TEXT_LIMIT, &at(DeskPage::Templates), Rule::May(A::ManageTemplates), templates::post)
        .get(&one(DeskPage::Templates), Rule::May(A::ManageTemplates), templates::one)
        .post_up_to(TEXT_LIMIT, &one(DeskPage::Templates), Rule::May(A::ManageTemplates), templates::change)
        .get(&at(DeskPage::Unmet), Rule::May(A::ReadUnmetNeeds), unmet::get)
        .get(&at(DeskPage::Received), Rule::May(A::ReceiveHandover), received::get)
        .get(&one(DeskPage::Received), Rule::May(A::ReceiveHandover), received::one)
        .get(
            &DeskPage::Received.path_to(language, "{id}/file/{file}"),
            Rule::May(A::ReceiveHandover),
            attachment::handed_over,
        )
        .post_up_to(TEXT_LIMIT, &one(DeskPage::Received), Rule::May(A::ReceiveHandover), received::post)
        .merge(of_one(app, language))
}

fn of_one(app: &App, language: Language) -> Routes {
    let act = |word: &str| DeskPage::Enquiry.path_to(language, &format!("{{id}}/{word}"));
    let (read, answer) = (Rule::May(A::ReadEnquiry), Rule::May(A::AnswerEnquiry));
    Routes::new(app)
        .get(&DeskPage::Enquiry.path_to(language, "{id}"), read, enquiry::get)
        .get(&act("file/{file}"), read, attachment::get)
        .post(&act("presence/{doing}"), read, presence::post)
        .post(&act("claim"), answer, acts::claim)
        .post(&act("take-over"), answer, acts::take_over)
        .post(&act("release"), answer, acts::release)
        .post(&act("reopen"), answer, acts::reopen)
        .post(&act("close"), answer, acts::close)
        .post(&act("choice"), answer, acts::choice)
        .post(&act("satisfaction"), answer, acts::satisfaction)
        .post(&act("call-in"), answer, acts::call_in)
        .post(&act("task"), answer, acts::task)
        .get(&act("edit"), answer, edit::get)
        .post_up_to(TEXT_LIMIT, &act("edit"), answer, edit::post)
        .get(&act("persons"), answer, persons::get)
        .post(&act("persons"), answer, persons::post)
        .get(&act("representation"), answer, of_enquiry::get)
        .post(&act("representation"), answer, of_enquiry::post)
        .post(&act("link"), Rule::May(A::MergePersons), persons::link)
        .post(&act("part"), Rule::May(A::MergePersons), persons::part)
        .post(&act("death"), answer, persons::death)
        .post_up_to(TEXT_LIMIT, &act("notes"), Rule::May(A::WriteListeningNotes), notes::post)
        .get(&act("handover"), Rule::May(A::HandOver), handover::get)
        .post_up_to(TEXT_LIMIT, &act("handover"), Rule::May(A::HandOver), handover::post)
        .post(&act("cell"), answer, handover::cell)
        .post(&act("unmet"), answer, unmet::post)
        .post(&act("merge"), answer, joining::merge)
        .post(&act("unmerge"), answer, joining::unmerge)
        .post_up_to(TEXT_LIMIT, &act("reply"), answer, reply::post)
}
