//! Header fields of a message or part: found in one pass over the lines, only those the crate reads, all bounded.

use mail_parser::parsers::MessageStream;
use mail_parser::{ContentType, HeaderValue};

use crate::limits::Limits;

use super::decode;

/// The fields the crate looks at, in lower case. All others are passed over.
const READ: &[&str] = &[
    "accept-language",
    "authentication-results",
    "auto-submitted",
    "cc",
    "content-disposition",
    "content-id",
    "content-language",
    "content-transfer-encoding",
    "content-type",
    "date",
    "delivered-to",
    "envelope-to",
    "feedback-id",
    "from",
    "in-reply-to",
    "list-id",
    "list-post",
    "list-unsubscribe",
    "mailing-list",
    "message-id",
    "precedence",
    "received",
    "references",
    "reply-to",
    "return-path",
    "sender",
    "subject",
    "to",
    "x-ariane-loop",
    "x-auto-response-suppress",
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-auto-reply",
    "x-cron-env",
    "x-failed-recipients",
    "x-loop",
    "x-mailing-list",
    "x-original-to",
    "x-rspamd-action",
    "x-spam",
    "x-spam-flag",
    "x-spam-status",
    "x-spamd-result",
    "x-vacation",
    "x-ms-exchange-generated-message-source",
    "x-ms-exchange-inbox-rules-loop",
];

/// Header fields in their order, values unfolded, in Unicode but with encoded words still encoded.
#[derive(Clone, Default)]
pub(crate) struct Header {
    fields: Vec<(&'static str, String)>,
    counts: Vec<usize>,
    /// How many `Received` fields there are, beyond those kept.
    pub received: usize,
    /// A value or a number of fields went beyond the limits.
    pub cut: bool,
}

impl Header {
    /// Reads the header at the start of `bytes` and says where the body begins.
    pub fn read(bytes: &[u8], limits: &Limits) -> (Self, usize) {
        let mut header = Self::default();
        let mut at = 0;
        let mut any = false;
        let mut current: Option<(usize, Vec<u8>)> = None;
        while at < bytes.len() {
            let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n + 1);
            let line = trim_end(&bytes[at..end]);
            if line.is_empty() {
                header.close(current.take(), limits);
                return (header, end);
            }
            let folded = matches!(line[0], b' ' | b'\t');
            if folded {
                if let Some((_, value)) = &mut current {
                    header.cut |= !append(value, line, limits.header);
                } else if !any {
                    // A line that continues nothing: no header here.
                    return (header, 0);
                }
            } else if let Some(colon) = name_end(line) {
                header.close(current.take(), limits);
                any = true;
                current = known(&line[..colon]).map(|name| {
                    let mut value = Vec::new();
                    header.cut |= !append(&mut value, &line[colon + 1..], limits.header);
                    (name, value)
                });
            } else if !any && (line.starts_with(b"From ") || line.starts_with(b">From ")) {
                // The separator line of a mbox file.
            } else {
                // Neither a field nor its continuation: the body began without an empty line.
                header.close(current.take(), limits);
                return (header, at);
            }
            at = end;
        }
        header.close(current.take(), limits);
        (header, bytes.len())
    }

    fn close(&mut self, field: Option<(usize, Vec<u8>)>, limits: &Limits) {
        let Some((number, value)) = field else { return };
        let name = READ[number];
        if name == "received" {
            self.received += 1;
            return;
        }
        self.counts.resize(READ.len(), 0);
        self.counts[number] += 1;
        if self.counts[number] > limits.fields {
            self.cut = true;
            return;
        }
        self.fields.push((name, decode::header_bytes(&value)));
    }

    /// No field the crate reads was found.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.received == 0
    }

    /// The first field of a name.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// All fields of a name, in their order.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |(n, _)| *n == name).map(|(_, v)| v.as_str())
    }

    /// Whether there is a field of that name.
    pub fn has(&self, name: &str) -> bool {
        self.first(name).is_some()
    }

    /// The value with its encoded words decoded.
    pub fn text(&self, name: &str) -> Option<String> {
        self.first(name).map(unstructured)
    }

    /// `Content-Type` or `Content-Disposition`.
    pub fn content(&self, name: &str) -> Option<ContentType<'static>> {
        let value = terminated(self.first(name)?);
        match MessageStream::new(value.as_bytes()).parse_content_type().into_owned() {
            HeaderValue::ContentType(content) => Some(content),
            _ => None,
        }
    }
}

/// A value with its encoded words decoded. Not yet safe for one line.
pub(crate) fn unstructured(value: &str) -> String {
    let value = terminated(value);
    match MessageStream::new(value.as_bytes()).parse_unstructured() {
        HeaderValue::Text(text) => text.into_owned(),
        HeaderValue::TextList(list) => list.join(" "),
        _ => String::new(),
    }
}

/// The parsers of the library stop at a line end.
pub(crate) fn terminated(value: &str) -> String {
    let mut line = String::with_capacity(value.len() + 2);
    line.push_str(value);
    line.push_str("\r\n");
    line
}

fn trim_end(line: &[u8]) -> &[u8] {
    let mut line = line;
    while let [rest @ .., b'\r' | b'\n'] = line {
        line = rest;
    }
    line
}

/// Where the name of a field ends: printable ASCII without blanks before a colon (blanks just before it are borne).
fn name_end(line: &[u8]) -> Option<usize> {
    let colon = memchr::memchr(b':', line.get(..line.len().min(200))?)?;
    let name = line[..colon].trim_ascii_end();
    (!name.is_empty() && name.iter().all(|b| (33..=126).contains(b))).then_some(colon)
}

/// The place of a name among those that are read.
fn known(name: &[u8]) -> Option<usize> {
    let name = name.trim_ascii_end();
    READ.iter().position(|known| known.as_bytes().eq_ignore_ascii_case(name))
}

/// Appends a line to a value, as one line; false when the limit cut it.
fn append(value: &mut Vec<u8>, line: &[u8], limit: usize) -> bool {
    let line = line.trim_ascii();
    if !value.is_empty() && value.len() < limit {
        value.push(b' ');
    }
    let room = limit.saturating_sub(value.len());
    value.extend(line.iter().take(room).map(|b| if matches!(b, b'\r' | b'\n' | 0) { b' ' } else { *b }));
    line.len() <= room
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Header, usize) {
        Header::read(text.as_bytes(), &Limits::default())
    }

    #[test]
    fn unfolds_and_stops_at_the_empty_line() {
        let (header, body) = read("Subject: a\r\n b\r\nX-Other: 1\r\nsubject : c\r\n\r\nBody: no\r\n");
        assert_eq!(header.all("subject").collect::<Vec<_>>(), ["a b", "c"]);
        assert_eq!(body, "Subject: a\r\n b\r\nX-Other: 1\r\nsubject : c\r\n\r\n".len());
    }

    #[test]
    fn a_body_without_header_is_a_body() {
        assert_eq!(read("Hello, how are you\nI write: this\n").1, 0);
        assert_eq!(read(" continued\nSubject: x\n\n").1, 0);
        let (header, body) = read("From x@y Mon\nSubject: s\nno field here\n");
        assert_eq!(header.first("subject"), Some("s"));
        assert_eq!(body, "From x@y Mon\nSubject: s\n".len());
    }

    #[test]
    fn long_and_many_are_bounded() {
        let long = format!("Subject: {}\n\n", "x".repeat(1_000_000));
        let (header, _) = read(&long);
        assert_eq!(header.first("subject").map(str::len), Some(Limits::default().header));
        assert!(header.cut);
        let many = "To: a@b\n".repeat(10_000);
        assert_eq!(read(&many).0.all("to").count(), Limits::default().fields);
    }
}
