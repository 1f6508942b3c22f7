//! Contact between two families, where both agreed to it: each sees the other only after both said yes.
//!
//! * [`case`]: on the side of who follows a file: whom one could ask, asking, writing down what was said;
//! * [`own`]: on the side of the family, with link and second proof;
//! * [`told`]: who proposed a contact is told when it ends, to tell the other side.

pub mod case;
pub mod own;
pub mod told;

use crate::addresses::cell::CellPage;
use crate::addresses::mine::MinePage;
use crate::guard::{Routes, Rule};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action as A;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let one = |word: &str| CellPage::Case.path_to(language, &format!("{{id}}{word}"));
    Routes::new(app)
        .get(&one("/families"), Rule::May(A::JoinFamilies), case::get)
        .post(&one("/families"), Rule::May(A::JoinFamilies), case::propose)
        .post(&one("/families/{contact}/{change}"), Rule::May(A::JoinFamilies), case::answer)
        .post(&MinePage::Family.path(language), Rule::Link, own::post)
}
