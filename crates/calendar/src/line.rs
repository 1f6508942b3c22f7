//! Content lines of iCalendar (RFC 5545, section 3.1): written so that nothing a person typed can end a line, a value or a
//! parameter; read so that nothing a stranger sent is trusted.

/// Octets of a line before it is folded, without its end.
const WIDTH: usize = 75;

/// A text of content lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// Adds a line whose value is of a form that needs no escaping. Control characters are dropped.
    pub fn raw(&mut self, name: &str, value: &str) {
        self.with(name, &[], value);
    }

    /// Adds a line with a value of free text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.with(name, &[], &escaped(value));
    }

    /// Adds a line with parameters. Values of parameters are quoted where they have to be; a quotation mark, which no
    /// parameter can hold, becomes an apostrophe.
    pub fn with(&mut self, name: &str, parameters: &[(&str, &str)], value: &str) {
        let mut line = name.to_owned();
        for (key, value) in parameters {
            let clean: String = visible(value).map(|c| if c == '"' { '\'' } else { c }).collect();
            let is_plain = !clean.is_empty() && !clean.contains([':', ';', ',']);
            let quote = if is_plain { "" } else { "\"" };
            line.push_str(&format!(";{key}={quote}{clean}{quote}"));
        }
        line.push(':');
        line.extend(visible(value));
        self.fold(&line);
    }

    /// Breaks a line between characters, never within one.
    fn fold(&mut self, line: &str) {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// All lines, each ended by CR LF.
    pub fn finish(self) -> String {
        self.0
    }
}

fn visible(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_control() || *c == '\t')
}

/// Free text as a value of type TEXT (section 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out
}

/// Reads a value of type TEXT.
pub(crate) fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            other => out.push(other),
        }
    }
    out
}

/// A line as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Name in capitals.
    pub name: String,
    /// Parameters with names in capitals; of repeated ones the first counts.
    pub parameters: Vec<(String, String)>,
    /// Value as it stands.
    pub value: String,
}

impl Line {
    /// Reads one unfolded line; none when it is no content line.
    pub fn read(line: &str) -> Option<Self> {
        let end = line.find([':', ';'])?;
        let name = word(&line[..end])?;
        let mut parameters = Vec::new();
        let mut rest = &line[end..];
        while let Some(parameter) = rest.strip_prefix(';') {
            let (key, after) = parameter.split_once('=')?;
            let (value, after) = match after.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"')?,
                None => after.split_at(after.find([':', ';'])?),
            };
            parameters.push((word(key)?, value.to_owned()));
            // A list of values: only the first counts for us.
            rest = &after[end_of_list(after)?..];
        }
        Some(Self { name, parameters, value: rest.strip_prefix(':')?.to_owned() })
    }

    /// A parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn end_of_list(rest: &str) -> Option<usize> {
    let mut is_quoted = false;
    for (at, c) in rest.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            ':' | ';' if !is_quoted => return Some(at),
            _ => {}
        }
    }
    None
}

fn word(text: &str) -> Option<String> {
    let fits =
        !text.is_empty() && text.len() <= 60 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    fits.then(|| text.to_ascii_uppercase())
}

/// Lines of a text, unfolded; ends are CR LF or LF.
pub(crate) fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ => lines.push(line.to_owned()),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_that_was_typed_ends_a_line_a_value_or_a_parameter() {
        let mut text = Text::default();
        text.text("SUMMARY", "a;b,c\\d\r\nATTENDEE:x\u{b}");
        text.with("ATTENDEE", &[("CN", "Dr \"X\": y\r\n")], "mailto:a@b\r\nX:1");
        assert_eq!(
            text.finish(),
            "SUMMARY:a\\;b\\,c\\\\d\\nATTENDEE:x\r\nATTENDEE;CN=\"Dr 'X': y\":mailto:a@bX:1\r\n"
        );
    }

    #[test]
    fn parameters_are_read_with_quotes_and_lists() {
        let line =
            Line::read("attendee;member=\"mailto:a;b\",\"c:d\";PartStat=ACCEPTED:mailto:x@y:z").unwrap();
        assert_eq!(line.parameter("MEMBER"), Some("mailto:a;b"));
        assert_eq!(line.parameter("PARTSTAT"), Some("ACCEPTED"));
        assert_eq!(line.value, "mailto:x@y:z");
        for wrong in ["", "X", "X;", "X;A", "X;A=b", "X;A=\"b:c", ":x", "É:x", ";A=b:c"] {
            assert_eq!(Line::read(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_no_line_is_too_long(value in "\\PC{0,300}", name in "[^\"\\p{C}]{0,90}") {
            let mut text = Text::default();
            text.with("X-TEST", &[("CN", &name)], &escaped(&value));
            let written = text.finish();
            prop_assert!(written.split("\r\n").all(|line| line.len() <= WIDTH && !line.contains(['\r', '\n'])));
            let lines = unfolded(&written);
            prop_assert_eq!(lines.len(), 1);
            let line = Line::read(&lines[0]).unwrap();
            prop_assert_eq!(unescaped(&line.value), value);
            prop_assert_eq!(line.parameter("CN"), Some(name.as_str()));
        }

        #[test]
        fn reading_never_panics(text in ".{0,200}") {
            for line in unfolded(&text) {
                let _ = Line::read(&line);
            }
            let _ = unescaped(&text);
        }
    }
}
