//! Names and addresses in header fields.

use mail_parser::parsers::MessageStream;
use mail_parser::{Addr, Address, HeaderValue};

use crate::fold::{folded_address, single_line};

use super::header::terminated;

/// Longest name, in characters.
const NAME: usize = 200;

/// A person or place mail comes from or goes to.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name beside the address, on one line and without deceiving characters. Chosen by the sender: no proof of
    /// anything.
    pub name: Option<String>,
    /// The address as written, checked for its form.
    pub address: String,
}

impl Mailbox {
    /// The form in which addresses are compared.
    pub fn folded(&self) -> String {
        folded_address(&self.address).unwrap_or_default()
    }
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailbox(…)")
    }
}

/// The addresses of a field, members of groups included. What is no address is left out.
pub(crate) fn read(value: &str, most: usize) -> Vec<Mailbox> {
    let value = terminated(value);
    let HeaderValue::Address(parsed) = MessageStream::new(value.as_bytes()).parse_address() else {
        return Vec::new();
    };
    let take = |found: &mut Vec<Mailbox>, address: &Addr<'_>| {
        if found.len() < most {
            found.extend(mailbox(address));
        }
    };
    let mut found = Vec::new();
    match &parsed {
        Address::List(list) => list.iter().for_each(|a| take(&mut found, a)),
        Address::Group(groups) => groups.iter().flat_map(|g| &g.addresses).for_each(|a| take(&mut found, a)),
    }
    found
}

fn mailbox(parsed: &Addr<'_>) -> Option<Mailbox> {
    let address = parsed.address.as_deref()?.trim();
    folded_address(address)?;
    let name = parsed.name.as_deref().map(|name| single_line(name, NAME)).filter(|name| !name.is_empty());
    Some(Mailbox { name, address: address.to_owned() })
}

/// The message ids of a field, without their brackets, in their order. Ids without brackets are read too, since some
/// programs write them so.
pub(crate) fn message_ids(value: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let mut rest = value;
    if !value.contains('<') {
        ids.extend(value.split_whitespace().filter(|id| id.contains('@')).filter_map(message_id));
        return ids;
    }
    while let Some((_, after)) = rest.split_once('<') {
        let Some((id, next)) = after.split_once('>') else { break };
        // Of `<a<b>` the inner one is the id.
        ids.extend(message_id(id.rsplit('<').next().unwrap_or(id)));
        rest = next;
    }
    ids
}

/// An id that is fit for being kept and written into headers again.
fn message_id(id: &str) -> Option<String> {
    let id: String = id.chars().filter(|c| !c.is_whitespace()).collect();
    let fit = !id.is_empty()
        && id.len() <= 250
        && id.bytes().all(|b| (33..=126).contains(&b) && !matches!(b, b'<' | b'>'));
    fit.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(value: &str) -> Vec<(Option<String>, String)> {
        read(value, 10).into_iter().map(|m| (m.name, m.address)).collect()
    }

    #[test]
    fn addresses() {
        let name = |n: &str, a: &str| (Some(n.to_owned()), a.to_owned());
        assert_eq!(flat("Anne Muster <anne@example.org>"), [name("Anne Muster", "anne@example.org")]);
        assert_eq!(
            flat("=?utf-8?q?Fran=C3=A7oise_Ñ?= <f@example.org>"),
            [name("Françoise Ñ", "f@example.org")]
        );
        assert_eq!(
            flat("=?utf-8?q?X=0D=0ABcc:_v@example.org?= <f@example.org>"),
            [name("X Bcc: v@example.org", "f@example.org")]
        );
        assert_eq!(flat("undisclosed-recipients:;"), []);
        assert_eq!(
            flat("Team: a@example.org, B <b@example.org>;"),
            [(None, "a@example.org".to_owned()), name("B", "b@example.org")]
        );
        assert_eq!(flat("léa@bücher.example"), [(None, "léa@bücher.example".to_owned())]);
        assert_eq!(flat("no address at all"), []);
        assert_eq!(read(&"a@example.org, ".repeat(5_000), 10).len(), 10);
    }

    #[test]
    fn ids() {
        assert_eq!(message_ids("<a@b> (x) <c d@e>"), ["a@b", "cd@e"]);
        assert_eq!(message_ids("a@b c"), ["a@b"]);
        assert_eq!(message_ids("<a<b@c>> <open"), ["b@c"]);
        assert!(message_ids(&format!("<{}@b>", "x".repeat(300))).is_empty());
    }
}
