//! Forms that only our own pages can send.
//!
//! A page carries a token made of the cookie that its reader holds; a form that comes without it was written by
//! somebody else. The token is a digest of the cookie's: it is bound to the session, needs no store, and gives nothing
//! of the cookie away. Browsers say besides where a form comes from; what they say must not speak against it.

use ariane_privacy::secret;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use data_encoding::BASE64URL_NOPAD;

/// Name of the field.
pub const FIELD: &str = "form_token";
/// Name of the header, for scripts that send no form.
pub const HEADER: &str = "x-form-token";

/// The token of the forms that who holds this cookie is given.
pub fn token(cookie: &str) -> String {
    BASE64URL_NOPAD.encode(&secret::digest(&format!("form\n{cookie}")))
}

/// Whether the browser says that a form comes from elsewhere. Browsers that say nothing are left to the token.
pub fn is_foreign(headers: &HeaderMap, public_host: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site != "same-origin";
    }
    let Some(origin) = text(ORIGIN.as_str()) else { return false };
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    host.is_empty() || (Some(host) != text(HOST.as_str()) && host != public_host)
}

/// Whether a form carries its token: in a header, a field, or a part.
pub fn carries(headers: &HeaderMap, body: &[u8], wanted: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if secret::is_equal(text(HEADER).as_bytes(), wanted.as_bytes()) {
        return true;
    }
    let kind = text(CONTENT_TYPE.as_str());
    if kind.starts_with("application/x-www-form-urlencoded") {
        return form_urlencoded::parse(body)
            .any(|(name, value)| name == FIELD && secret::is_equal(value.as_bytes(), wanted.as_bytes()));
    }
    if kind.starts_with("multipart/form-data") {
        // The part as browsers write it; who does not know the token cannot write one that would pass.
        let part = format!("name=\"{FIELD}\"\r\n\r\n{wanted}\r\n");
        return body.windows(part.len()).any(|window| window == part.as_bytes());
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(n, v)| (n.parse().unwrap(), v.parse().unwrap())).collect()
    }

    #[test]
    fn a_token_belongs_to_one_cookie_and_does_not_hold_it() {
        assert_eq!(token("a"), token("a"));
        assert_ne!(token("a"), token("b"));
        assert!(!token("cookie").contains("cookie"));
    }

    #[test]
    fn the_token_is_found_wherever_a_form_may_carry_it() {
        let wanted = token("a");
        let form = headers(&[("content-type", "application/x-www-form-urlencoded")]);
        assert!(carries(&form, format!("x=1&form_token={wanted}&y=2").as_bytes(), &wanted));
        assert!(!carries(&form, format!("x=form_token={wanted}").as_bytes(), &wanted));
        let escaped = format!("form%5Ftoken={}", wanted.replace('-', "%2D").replace('_', "%5F"));
        assert!(carries(&form, escaped.as_bytes(), &wanted));
        assert!(!carries(&form, b"form_token=", &wanted));
        assert!(!carries(&form, b"", &wanted));
        let parts = headers(&[("content-type", "multipart/form-data; boundary=x")]);
        let body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{wanted}\r\n--x--\r\n"
        );
        assert!(carries(&parts, body.as_bytes(), &wanted));
        let script = headers(&[("content-type", "application/json"), ("x-form-token", &wanted)]);
        assert!(carries(&script, b"{}", &wanted));
        assert!(!carries(
            &headers(&[("content-type", "text/plain")]),
            format!("form_token={wanted}").as_bytes(),
            &wanted
        ));
    }

    #[test]
    fn what_the_browser_says_of_where_a_form_comes_from_must_not_speak_against_it() {
        let host = "ariane.example";
        assert!(!is_foreign(&headers(&[("sec-fetch-site", "same-origin")]), host));
        for site in ["cross-site", "same-site", "none"] {
            assert!(is_foreign(&headers(&[("sec-fetch-site", site)]), host), "{site}");
        }
        assert!(!is_foreign(&headers(&[("origin", "https://ariane.example")]), host));
        assert!(!is_foreign(
            &headers(&[("origin", "http://localhost:8080"), ("host", "localhost:8080")]),
            host
        ));
        assert!(is_foreign(
            &headers(&[("origin", "https://evil.example"), ("host", "ariane.example")]),
            host
        ));
        assert!(is_foreign(&headers(&[("origin", "null")]), host));
        assert!(!is_foreign(&headers(&[]), host), "old browsers say nothing; the token decides");
    }
}
