//! When the guard does not let somebody through: why, and whom to ask.
//!
//! It is answered before anything is looked up, so it says nothing about whether a record exists.

use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use ariane_domain::access::{Action, policy};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// Why somebody is not let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Not signed in, or no longer.
    SignedOut,
    /// The second factor is missing.
    SecondFactor,
    /// The second factor was given too long ago.
    StepUp,
    /// The private link was not opened, or no longer.
    Link,
    /// The link of a referral was not opened, or no longer.
    Referral,
    /// The link of an expert's invitation was not opened, or no longer.
    Expert,
    /// None of their functions may do this.
    Function(Action),
    /// A form that did not come from our page, or from one that is too old.
    Form,
    /// A form that is too large.
    TooLarge,
    /// Too many tries.
    TooMany,
}

impl Refused {
    /// The one table of statuses.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::SignedOut
            | Self::SecondFactor
            | Self::StepUp
            | Self::Link
            | Self::Referral
            | Self::Expert => StatusCode::UNAUTHORIZED,
            Self::Function(_) | Self::Form => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::SecondFactor => "second-factor",
            Self::StepUp => "step-up",
            Self::Link => "link",
            Self::Referral => "referral",
            Self::Expert => "expert",
            Self::Function(_) => "function",
            Self::Form => "form",
            Self::TooLarge => "too-large",
            Self::TooMany => "too-many",
        }
    }
}

#[derive(Template)]
#[template(path = "account/refusal.html")]
struct RefusalPage {
    shell: Shell,
    lead: String,
    functions: Vec<String>,
    next: Vec<Link>,
}

/// The page that says so.
pub fn page(visit: &Visit, refused: Refused) -> Response {
    let (t, language) = (visit.t, visit.language);
    let ways = match refused {
        Refused::SignedOut => vec![Link::new(t.s("sign-in-title"), AccountPage::SignIn.path(language))],
        Refused::SecondFactor => {
            vec![Link::new(t.s("second-factor-title"), AccountPage::SecondFactor.path(language))]
        }
        Refused::StepUp => vec![Link::new(t.s("step-up-title"), AccountPage::StepUp.path(language))],
        Refused::Function(_) => vec![Link::new(t.s("account-title"), AccountPage::Account.path(language))],
        Refused::Link
        | Refused::Referral
        | Refused::Expert
        | Refused::Form
        | Refused::TooLarge
        | Refused::TooMany => Vec::new(),
    };
    let functions = match refused {
        Refused::Function(action) => policy::roles(action).iter().map(|r| t.k("role", r.word())).collect(),
        _ => Vec::new(),
    };
    let last = [
        Link::new(t.s("nav-search"), Page::Start.path(language)),
        Link::new(t.s("nav-helplines"), Page::Helplines.path(language)),
    ];
    let shell =
        Shell::with_addresses(visit, true, t.k("refused-title", refused.word()), |l| Page::Start.path(l));
    let page = RefusalPage {
        shell,
        lead: t.k("refused-lead", refused.word()),
        functions,
        next: ways.into_iter().chain(last).collect(),
    };
    render(refused.status(), &page)
}
