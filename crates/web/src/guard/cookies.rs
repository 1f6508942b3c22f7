//! What browsers hold for us: random tokens, nothing that says anything by itself.
//!
//! Over https each cookie carries the prefix `__Host-` (RFC 6265bis, section 4.1.3.2): no other host and no plain
//! http page of the same host can plant one. On http, which is for the machine itself only, browsers refuse that prefix.

use axum::http::HeaderMap;
use axum::http::header::{COOKIE, HeaderValue, SET_COOKIE};
use axum::response::Response;
use std::borrow::Cow;

/// A cookie of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// Session of staff.
    Session,
    /// Session of who opened a private link.
    Link,
    /// Session of who gave the code of a referral.
    Referral,
    /// Session of an expert who gave the code of an invitation.
    Expert,
    /// What ties a form of who is not signed in to their browser.
    Door,
}

impl Cookie {
    const fn name(self) -> &'static str {
        match self {
            Self::Session => "ariane",
            Self::Link => "ariane-link",
            Self::Referral => "ariane-referral",
            Self::Expert => "ariane-expert",
            Self::Door => "ariane-door",
        }
    }

    fn full_name(self, https: bool) -> Cow<'static, str> {
        if https { format!("__Host-{}", self.name()).into() } else { self.name().into() }
    }

    /// Its value in a request; the first counts, and what no token of ours could be does not.
    pub fn read(self, headers: &HeaderMap, https: bool) -> Option<String> {
        let name = self.full_name(https);
        headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(n, _)| *n == name)
            .map(|(_, value)| value.to_owned())
            .filter(|v| v.len() == 43 && v.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)))
    }

    /// Gives it to the browser, until it is closed: how long it is good for is the store's to say.
    pub fn give(self, response: &mut Response, https: bool, token: &str) {
        self.write(response, https, token, "");
    }

    /// Takes it back.
    pub fn take_back(self, response: &mut Response, https: bool) {
        self.write(response, https, "", "; Max-Age=0");
    }

    fn write(self, response: &mut Response, https: bool, value: &str, more: &str) {
        let secure = if https { "; Secure" } else { "" };
        // Nobody is led from another site into a request that is open here.
        let site = if matches!(self, Self::Link | Self::Referral | Self::Expert) { "Strict" } else { "Lax" };
        let text =
            format!("{}={value}; Path=/; HttpOnly; SameSite={site}{secure}{more}", self.full_name(https));
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;

    fn headers(cookie: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, cookie.parse().unwrap());
        headers
    }

    #[test]
    fn only_tokens_of_our_form_under_the_right_name_are_read() {
        let token = "a".repeat(43);
        let read = |text: &str, https| Cookie::Session.read(&headers(text), https);
        assert_eq!(read(&format!("x=1; ariane={token}"), false), Some(token.clone()));
        assert_eq!(read(&format!("__Host-ariane={token}"), true), Some(token.clone()));
        assert_eq!(read(&format!("ariane={token}"), true), None, "planted over http");
        assert_eq!(read("ariane=short", false), None);
        assert_eq!(read(&format!("ariane-link={token}"), false), None);
    }

    #[test]
    fn over_https_a_cookie_is_bound_to_the_host() {
        let mut response = ().into_response();
        Cookie::Session.give(&mut response, true, "t");
        let given = response.headers()[SET_COOKIE].to_str().unwrap();
        assert_eq!(given, "__Host-ariane=t; Path=/; HttpOnly; SameSite=Lax; Secure");
    }
}
