//! The door of who has no account: a link by one way, a code by another. Whether a link exists is not said before the code is given.

use crate::addresses::Page;
use crate::guard::cookies::Cookie;
use crate::guard::tries::Knock;
use crate::pages::desk::Sent;
use crate::pages::mine::{Halt, Network, answer as settled, desk};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use ariane_domain::Language;
use ariane_store::records::guest::Opens;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// One door: what it opens, what it says, and where it leads.
pub struct Door {
    /// What a link opens here.
    pub opens: Opens,
    /// The cookie of who gave the code.
    pub cookie: Cookie,
    /// Key of its title.
    pub title: &'static str,
    /// Key of what this is.
    pub lead: &'static str,
    /// Its address.
    pub at: fn(Language) -> String,
    /// Where it leads.
    pub inside: fn(Language) -> String,
}

#[derive(Template)]
#[template(path = "guest/enter.html")]
struct EnterPage {
    shell: Shell,
    lead: String,
    problem: String,
    action: String,
    token: String,
    has_token: bool,
    next: Vec<Link>,
}

/// Letters of the token of a link.
pub const TOKEN: usize = 43;

/// The token in what was typed or pasted: the link as a whole, or its end.
pub fn clean(text: &str) -> String {
    let end = text.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    end.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).take(TOKEN).collect()
}

impl Door {
    /// The page that asks for link and code.
    pub fn ask(&self, visit: &Visit, token: &str) -> Response {
        self.asked(visit, &clean(token), "", StatusCode::OK)
    }

    fn asked(&self, visit: &Visit, token: &str, problem: &str, status: StatusCode) -> Response {
        let (t, l) = (visit.t, visit.language);
        let page = EnterPage {
            action: (self.at)(l),
            lead: t.s(self.lead),
            problem: if problem.is_empty() { String::new() } else { t.k("referral-enter-problem", problem) },
            has_token: token.len() == TOKEN,
            token: token.to_owned(),
            next: vec![Link::new(t.s("nav-helplines"), Page::Helplines.path(l))],
            shell: Shell::with_addresses(visit, true, t.s(self.title), self.at),
        };
        render(status, &page)
    }

    /// Goes on inside.
    pub fn go_in(&self, visit: &Visit) -> Response {
        Redirect::to(&(self.inside)(visit.language)).into_response()
    }

    /// Link and code were given: whoever tries too often from one network waits.
    pub async fn enter(&self, visit: &Visit, network: &Network, sent: &Sent) -> Response {
        let outcome = self.entered(visit, network, sent).await;
        settled(visit, outcome)
    }

    async fn entered(&self, visit: &Visit, network: &Network, sent: &Sent) -> Result<Response, Halt> {
        let (token, now) = (clean(sent.get("link")), (visit.settings.now)());
        let desk = desk(visit)?;
        if !visit.app.sign_in.tries.allow(Knock::LinkCode, &network.0, now) {
            return Ok(self.asked(visit, &token, "wait", StatusCode::TOO_MANY_REQUESTS));
        }
        let Some(session) = desk.records.enter_by_link(self.opens, &token, sent.get("code"), now).await?
        else {
            return Ok(self.asked(visit, &token, "wrong", StatusCode::UNPROCESSABLE_ENTITY));
        };
        let mut response = self.go_in(visit);
        self.cookie.give(&mut response, visit.settings.sign_in.is_https(), &session);
        Ok(response)
    }

    /// Leaves: the session ends, here and in the store.
    pub async fn leave(&self, visit: &Visit, session: &str) -> Response {
        let outcome = async {
            desk(visit)?.records.leave_link(session).await?;
            let mut response = Redirect::to(&Page::Start.path(visit.language)).into_response();
            self.cookie.take_back(&mut response, visit.settings.sign_in.is_https());
            Ok(response)
        };
        settled(visit, outcome.await)
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn a_pasted_link_is_its_token_and_nothing_else_of_it() {
        let token = "a".repeat(43);
        assert_eq!(clean(&format!(" https://example.org/fr/x/link/{token}/ ")), token);
        assert_eq!(clean(&token), token);
        assert_eq!(clean("<script>"), "script");
        assert_eq!(clean("<b>/../é'"), "");
    }
}
