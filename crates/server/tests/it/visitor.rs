//! A browser without a window: keeps cookies, reads forms, follows nothing by itself.

use std::collections::BTreeMap;
use std::time::Duration;
use ureq::http::HeaderMap;

/// What was answered.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// Where it leads.
    pub fn location(&self) -> &str {
        self.headers.get("location").and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// The value of the first field of a name.
    pub fn field(&self, name: &str) -> String {
        let marks =
            [format!("name=\"{name}\" value=\""), format!("name=\"{name}\" type=\"hidden\" value=\"")];
        let found = marks.iter().find_map(|mark| self.text.split(mark.as_str()).nth(1));
        found.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    }

    /// Every address on the page and in its headers.
    pub fn addresses(&self) -> Vec<String> {
        let attributes = [" href=\"", " action=\"", " src=\"", " formaction=\""];
        let mut found: Vec<String> = attributes
            .iter()
            .flat_map(|mark| self.text.split(mark).skip(1))
            .filter_map(|rest| rest.split('"').next().map(str::to_owned))
            .collect();
        found.push(self.location().to_owned());
        found
    }
}

pub struct Visitor {
    agent: ureq::Agent,
    cookies: BTreeMap<String, String>,
    /// The network that a proxy names.
    network: String,
}

impl Visitor {
    pub fn from(network: &str) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(20)));
        Self { agent: config.build().into(), cookies: BTreeMap::new(), network: network.to_owned() }
    }

    pub fn hold(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    fn cookie(&self) -> String {
        self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ")
    }

    fn heard(
        &mut self,
        response: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<Answer, ureq::Error> {
        let mut response = response?;
        for given in response.headers().get_all("set-cookie") {
            let pair = given.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let text = response.body_mut().read_to_string()?;
        Ok(Answer { status: response.status().as_u16(), headers: response.headers().clone(), text })
    }

    /// Asks for a page; an error when the server is not there or goes away meanwhile.
    pub fn get(&mut self, address: &str) -> Result<Answer, ureq::Error> {
        let request = self.agent.get(address).header("cookie", self.cookie());
        let response = request.header("x-forwarded-for", &self.network).call();
        self.heard(response)
    }

    /// Sends a form.
    pub fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Result<Answer, ureq::Error> {
        let request = self.agent.post(address).header("cookie", self.cookie());
        let request = request.header("x-forwarded-for", &self.network);
        let response = request.send_form(fields.iter().copied());
        self.heard(response)
    }
}
