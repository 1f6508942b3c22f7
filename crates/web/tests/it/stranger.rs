//! A browser of somebody who has no account: it keeps its cookies, and sends the token of one of them with its forms.

use crate::application::{Answer, send_to};
use crate::infoline::Infoline;
use ariane_web::guard::forms;
use ariane_web::router::router;
use axum::body::Body;
use axum::http::Request;

/// The browser of somebody without an account.
pub struct Stranger<'l> {
    pub line: &'l Infoline,
    pub cookies: Vec<(String, String)>,
}

impl<'l> Stranger<'l> {
    pub fn new(line: &'l Infoline) -> Self {
        Self { line, cookies: Vec::new() }
    }

    fn keep(&mut self, answer: &Answer) {
        for given in answer.headers.get_all("set-cookie") {
            let text = given.to_str().expect("text");
            let (name, rest) = text.split_once('=').expect("a cookie");
            let value = rest.split(';').next().unwrap_or_default();
            self.cookies.retain(|(n, _)| n != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    fn header(&self) -> String {
        self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ")
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let request =
            Request::get(path).header("cookie", self.header()).body(Body::empty()).expect("a request");
        let answer = send_to(&router(self.line.app.clone()), request).await;
        self.keep(&answer);
        answer
    }

    /// Sends a form with the token of the cookie of this name, as a browser writes one with a file field.
    pub async fn post(
        &mut self,
        path: &str,
        cookie: &str,
        fields: &[(&str, &str)],
        is_multipart: bool,
    ) -> Answer {
        let held = self.cookies.iter().find(|(n, _)| n == cookie).map(|(_, v)| v.clone()).unwrap_or_default();
        let token = forms::token(&held);
        let (kind, body) = if is_multipart {
            let mut body = String::new();
            for (field, value) in [("form_token", token.as_str())].iter().chain(fields) {
                body.push_str(&format!(
                    "--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
                ));
            }
            ("multipart/form-data; boundary=x", body + "--x--\r\n")
        } else {
            let form = crate::application::form(fields);
            ("application/x-www-form-urlencoded", format!("form_token={token}&{form}"))
        };
        let request = Request::post(path).header("cookie", self.header()).header("content-type", kind);
        let answer =
            send_to(&router(self.line.app.clone()), request.body(Body::from(body)).expect("a request")).await;
        self.keep(&answer);
        answer
    }
}
