//! The door of who has no account: a link by one way, a code by another. Whether a link exists is not said before the code is given.

use crate::addresses::Page;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use ariane_domain::Language;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// What a door says.
pub struct Words {
    /// Title.
    pub title: String,
    /// What this is.
    pub lead: String,
    /// Of the field for the code.
    pub label: String,
    /// What code is meant.
    pub hint: String,
    /// What is wrong; empty where nothing is.
    pub problem: String,
}

#[derive(Template)]
#[template(path = "guest/enter.html")]
struct EnterPage {
    shell: Shell,
    words: Words,
    action: String,
    token: String,
    has_token: bool,
    next: Vec<Link>,
}

/// The token in what was typed or pasted: the link as a whole, or its end.
pub fn clean(text: &str) -> String {
    let end = text.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    end.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).take(43).collect()
}

/// The page that asks for link and code; `at` is its address in a language.
pub fn ask(
    visit: &Visit,
    words: Words,
    at: impl Fn(Language) -> String,
    token: &str,
    status: StatusCode,
) -> Response {
    let (t, l) = (visit.t, visit.language);
    let page = EnterPage {
        action: at(l),
        has_token: token.len() == 43,
        token: token.to_owned(),
        next: vec![Link::new(t.s("nav-helplines"), Page::Helplines.path(l))],
        shell: Shell::with_addresses(visit, true, words.title.clone(), at),
        words,
    };
    render(status, &page)
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn a_pasted_link_is_its_token_and_nothing_else_of_it() {
        let token = "a".repeat(43);
        assert_eq!(clean(&format!(" https://example.org/fr/x/link/{token}/ ")), token);
        assert_eq!(clean("<b>/../é'"), "");
    }
}
