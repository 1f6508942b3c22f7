//! Who may see named candidate disorders until there is sign-in (duty D9): only who sits at the machine itself,
//! and only when the operator asked for it at the start of the server.

use crate::state::Settings;
use axum::extract::ConnectInfo;
use axum::http::header::{FORWARDED, HOST};
use axum::http::request::Parts;
use std::net::{IpAddr, SocketAddr};

/// Whether the request comes from this machine, without a proxy between, to a name of this machine.
///
/// The name in the address is looked at beside the peer: a page elsewhere that lets its own name point at
/// this machine is refused, and so is what a proxy on this machine passes on.
pub fn is_allowed(parts: &Parts, settings: &Settings) -> bool {
    let is_peer_here = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .is_none_or(|c| c.0.ip().to_canonical().is_loopback());
    let is_passed_on = [FORWARDED.as_str(), "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"]
        .iter()
        .any(|name| parts.headers.contains_key(*name));
    let host = parts.headers.get(HOST).and_then(|h| h.to_str().ok()).unwrap_or_default();
    settings.candidates && is_peer_here && !is_passed_on && is_loopback_name(host)
}

/// `localhost`, `127.0.0.1`, `[::1]`, with or without a port.
fn is_loopback_name(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_taken() {
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.0.0.1", "[::1]:80", "[::1]"] {
            assert!(is_loopback_name(host), "{host}");
        }
        for host in
            ["", "ariane.lu", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "[::2]", "::1"]
        {
            assert!(!is_loopback_name(host), "{host}");
        }
    }
}
