//! Sign-in, one's own account, people.
//!
//! * [`sign_in`], [`second_factor`], [`outside`], [`sign_out`]: the way in and out;
//! * [`set_up`], [`invitation`], [`recovery`]: the ways to an account;
//! * [`own`], [`factors`]: one's own account;
//! * [`people`], [`person`], `departure`: the administrator's;
//! * [`refusal`]: when the guard does not let somebody through.

mod answer;
mod departure;
pub mod factors;
mod fields;
pub mod invitation;
mod new_password;
pub mod outside;
pub mod own;
pub mod people;
pub mod person;
pub mod recovery;
pub mod refusal;
pub mod second_factor;
pub mod set_up;
pub mod sign_in;
pub mod sign_out;

use crate::addresses::account::{AccountPage, OUTSIDE_RETURN};
use crate::guard::{Routes, Rule};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action;

/// Routes in one language.
pub fn routes(app: &App, language: Language) -> Routes {
    use AccountPage as P;
    let at = |page: P| page.path(language);
    let below = |page: P, what: &str| page.path_to(language, what);
    let people = Rule::May(Action::ManagePeople);
    Routes::new(app)
        .get(&at(P::SetUp), Rule::Door, set_up::get)
        .post(&at(P::SetUp), Rule::Door, set_up::post)
        .get(&at(P::SignIn), Rule::Door, sign_in::get)
        .post(&at(P::SignIn), Rule::Door, sign_in::post)
        .get(&at(P::Outside), Rule::Door, outside::sign_in)
        .get(&below(P::Outside, "{token}"), Rule::Door, outside::accept)
        .get(&at(P::Recovery), Rule::Door, recovery::get)
        .post(&at(P::Recovery), Rule::Door, recovery::post)
        .get(&below(P::Recovery, "{token}"), Rule::Door, recovery::choose)
        .post(&below(P::Recovery, "{token}"), Rule::Door, recovery::chosen)
        .get(&below(P::Invitation, "{token}"), Rule::Door, invitation::get)
        .post(&below(P::Invitation, "{token}"), Rule::Door, invitation::post)
        .get(&at(P::SecondFactor), Rule::FirstFactor, second_factor::get)
        .post(&at(P::SecondFactor), Rule::FirstFactor, second_factor::post)
        .post(&at(P::SignOut), Rule::FirstFactor, sign_out::post)
        .get(&at(P::StepUp), Rule::SignedIn, second_factor::again)
        .post(&at(P::StepUp), Rule::SignedIn, second_factor::given_again)
        .get(&at(P::Factors), Rule::Enrolling, factors::get)
        .post(&at(P::Factors), Rule::Enrolling, factors::post)
        .get(&at(P::Account), Rule::SignedIn, own::get)
        .post(&at(P::Account), Rule::SignedIn, own::post)
        .get(&at(P::LinkOutside), Rule::Fresh, outside::link)
        .get(&at(P::People), people, people::get)
        .post(&at(P::People), people, people::post)
        .get(&below(P::People, "{who}"), people, person::get)
        .post(&below(P::People, "{who}"), people, person::post)
}

/// The route that has no language: an outside service sends people back to it.
pub fn outside_return(app: &App) -> Routes {
    Routes::new(app).get(OUTSIDE_RETURN, Rule::Door, outside::back)
}
