//! What a person agrees to, one purpose at a time (GDPR, article 7; duty D14).
//!
//! * [`case`]: on the side of who follows the file: asking, writing down from paper, taking back;
//! * [`paper`]: the form to be signed on paper, as PDF; [`signed`]: the signed one, and the second of two parents;
//! * [`coordination`]: the same for being followed at all, where the rest of the file is not open for want of it;
//! * [`view`] and [`form`]: what both pages show and ask;
//! * [`own`]: on the side of the person, with link and second proof;
//! * [`told`]: who read something because of it is told when it is taken back.

pub mod case;
pub mod coordination;
mod form;
pub mod own;
pub mod paper;
pub mod signed;
pub mod told;
mod view;

use crate::addresses::cell::CellPage;
use crate::addresses::mine::MinePage;
use crate::guard::{Routes, Rule};
use crate::pages::care::upload::UPLOAD_LIMIT;
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action as A;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let one = |word: &str| CellPage::Case.path_to(language, &format!("{{id}}{word}"));
    Routes::new(app)
        .get(&one("/consents"), Rule::May(A::ReadCase), case::get)
        .post(&one("/consents"), Rule::May(A::WriteCase), case::take)
        .post(&one("/consents/{consent}/withdraw"), Rule::May(A::WriteCase), case::withdraw)
        .get(&one("/consents/{consent}/paper"), Rule::May(A::ReadCase), paper::get)
        .post(&one("/consents/{consent}/second"), Rule::May(A::WriteCase), signed::second)
        .post_up_to(UPLOAD_LIMIT, &one("/consents/{consent}/scan"), Rule::May(A::WriteCase), signed::scan)
        .get(&one("/coordination"), Rule::May(A::AskForCoordination), coordination::get)
        .post(&one("/coordination"), Rule::May(A::AskForCoordination), coordination::take)
        .post(&one("/coordination/end"), Rule::May(A::AskForCoordination), coordination::end)
        .get(
            &one("/coordination/{consent}/paper"),
            Rule::May(A::AskForCoordination),
            coordination::form_on_paper,
        )
        .post(
            &one("/coordination/{consent}/withdraw"),
            Rule::May(A::AskForCoordination),
            coordination::withdraw,
        )
        .post(&one("/coordination/{consent}/second"), Rule::May(A::AskForCoordination), coordination::second)
        .post(&MinePage::Consent.path(language), Rule::Link, own::post)
}
