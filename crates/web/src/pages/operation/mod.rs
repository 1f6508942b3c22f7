//! Operation of an installation, for its administrator.
//!
//! * [`health`]: how mail, jobs, backups and reference data stand.

pub mod health;

use crate::addresses::operation::OperationPage;
use crate::guard::{Routes, Rule};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action;

/// Routes of the operation.
pub fn routes(app: &App, language: Language) -> Routes {
    let at = |page: OperationPage| page.path(language);
    Routes::new(app).get(&at(OperationPage::Health), Rule::May(Action::ReadHealth), health::get).post(
        &at(OperationPage::RetryMail),
        Rule::May(Action::RetryMail),
        health::retry,
    )
}
