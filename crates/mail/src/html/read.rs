//! Reads HTML into tokens, in one pass, for any text.

use mail_parser::decoders::html::html_to_text;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'x> {
    /// Text with its entities decoded.
    Text(String),
    /// A tag that opens, its name in lower case.
    Open(String, Attributes<'x>),
    /// A tag that closes.
    Close(String),
}

/// The attributes of a tag, read when asked for.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) struct Attributes<'x>(&'x str);

impl Attributes<'_> {
    /// The first attribute of that name, entities decoded.
    pub fn get(self, name: &str) -> Option<String> {
        let mut rest = self.0;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest
                .char_indices()
                .skip(1)
                .find(|(_, c)| c.is_ascii_whitespace() || matches!(c, '=' | '/'))
                .map_or(rest.len(), |(at, _)| at);
            let (found, after) = rest.split_at(end);
            let after_blank = after.trim_start_matches(|c: char| c.is_ascii_whitespace());
            let (value, next) = match after_blank.strip_prefix('=') {
                None => ("", after),
                Some(value) => {
                    let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
                    match value.chars().next() {
                        Some(quote @ ('"' | '\'')) => match value[1..].find(quote) {
                            Some(end) => (&value[1..=end], &value[end + 2..]),
                            None => (&value[1..], ""),
                        },
                        _ => {
                            let end = value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len());
                            value.split_at(end)
                        }
                    }
                }
            };
            if found.eq_ignore_ascii_case(name) {
                return Some(entities(value));
            }
            rest = next;
        }
    }
}

/// Elements whose content is no text for a reader.
const SILENT: &[&str] = &[
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "template", "svg",
    "math", "object", "applet", "embed", "select", "audio", "video", "canvas", "head",
];

/// Tokens of HTML. What is between the tags of silent elements is passed over.
pub(super) struct Tokens<'x> {
    source: &'x str,
    at: usize,
    /// Silent elements whose end does not come: looked for once only.
    endless: Vec<String>,
}

impl<'x> Tokens<'x> {
    pub fn new(source: &'x str) -> Self {
        Self { source, at: 0, endless: Vec::new() }
    }

    /// After `<`: a tag, a comment or neither.
    fn tag(&mut self) -> Option<Token<'x>> {
        let rest = &self.source[self.at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            let skipped = if comment.starts_with('>') {
                1
            } else if comment.starts_with("->") {
                2
            } else {
                comment_end(comment)
            };
            self.at += 4 + skipped;
            return Some(Token::Text(String::new()));
        }
        let first = rest.bytes().next()?;
        if matches!(first, b'!' | b'?') {
            self.at += 1 + rest.find('>').map_or(rest.len(), |n| n + 1);
            return Some(Token::Text(String::new()));
        }
        let closing = first == b'/';
        let body = if closing { &rest[1..] } else { rest };
        if !body.bytes().next().is_some_and(|b| b.is_ascii_alphabetic()) {
            return None;
        }
        let name_end =
            body.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(body.len());
        let name = body[..name_end].to_ascii_lowercase();
        let length = tag_end(&body[name_end..]);
        let inside = &body[name_end..name_end + length];
        self.at += 1 + usize::from(closing) + name_end + length;
        if self.source[self.at..].starts_with('>') {
            self.at += 1;
        }
        if closing {
            return Some(Token::Close(name));
        }
        if name == "plaintext" {
            return Some(Token::Text(String::new()));
        }
        if SILENT.contains(&name.as_str()) && !inside.ends_with('/') && !self.endless.contains(&name) {
            match end_of(&self.source[self.at..], &name) {
                Some(end) => self.at += end,
                None => self.endless.push(name),
            }
            return Some(Token::Text(String::new()));
        }
        Some(Token::Open(name, Attributes(inside)))
    }
}

impl<'x> Iterator for Tokens<'x> {
    type Item = Token<'x>;

    fn next(&mut self) -> Option<Token<'x>> {
        while self.at < self.source.len() {
            if self.source[self.at..].starts_with('<') {
                match self.tag() {
                    Some(Token::Text(empty)) if empty.is_empty() => continue,
                    Some(token) => return Some(token),
                    None => {
                        self.at += 1;
                        return Some(Token::Text("<".into()));
                    }
                }
            }
            let rest = &self.source[self.at..];
            let end = rest.find('<').unwrap_or(rest.len());
            self.at += end;
            return Some(Token::Text(entities(&rest[..end])));
        }
        None
    }
}

/// Where a comment ends, after its end mark.
fn comment_end(comment: &str) -> usize {
    memchr::memmem::find_iter(comment.as_bytes(), b"--")
        .flat_map(|at| [at, at + 1])
        .find_map(|at| {
            let mark = &comment.as_bytes()[at..];
            if mark.starts_with(b"-->") { Some(at + 3) } else { mark.starts_with(b"--!>").then_some(at + 4) }
        })
        .unwrap_or(comment.len())
}

/// Where a tag ends: at `>` outside of quotes.
fn tag_end(inside: &str) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in inside.bytes().enumerate() {
        match quote {
            Some(q) if byte == q => quote = None,
            Some(_) => {}
            // A quote opens a value only after `=`.
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None if byte == b'>' => return at,
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    // A quote that never closes: the tag ends at the first `>`.
    inside.find('>').unwrap_or(inside.len())
}

/// Where the content of a silent element ends, after its closing tag.
fn end_of(rest: &str, name: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(hit) = memchr::memmem::find(&bytes[at..], b"</").map(|n| at + n) {
        let after = hit + 2 + name.len();
        if bytes.get(hit + 2..after).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && bytes.get(after).is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))
        {
            return Some(
                memchr::memchr(b'>', &bytes[after.min(bytes.len())..]).map_or(bytes.len(), |n| after + n + 1),
            );
        }
        at = hit + 2;
    }
    None
}

/// Decodes entities; line ends and blanks stay as they are.
fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end =
            rest[1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).map_or(rest.len(), |n| n + 1);
        let name = &rest[1..end];
        let semicolon = rest[end..].starts_with(';');
        match entity(name) {
            Some(character) if semicolon || name.starts_with('#') => {
                decoded.push_str(&character);
                rest = &rest[end + usize::from(semicolon)..];
            }
            _ => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return Some(
            code.ok().and_then(char::from_u32).filter(|c| *c != '\0').unwrap_or('\u{FFFD}').to_string(),
        );
    }
    if name.is_empty() || name.len() > 32 {
        return None;
    }
    let source = format!("&{name};");
    match name {
        "nbsp" => Some("\u{a0}".into()),
        "amp" => Some("&".into()),
        "lt" => Some("<".into()),
        "gt" => Some(">".into()),
        "quot" => Some("\"".into()),
        "apos" => Some("'".into()),
        _ => Some(html_to_text(&source))
            .filter(|text| *text != source && !text.is_empty() && !text.starts_with('&')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(source: &str) -> Vec<String> {
        Tokens::new(source)
            .map(|token| match token {
                Token::Text(text) => text,
                Token::Open(name, _) => format!("<{name}>"),
                Token::Close(name) => format!("</{name}>"),
            })
            .collect()
    }

    #[test]
    fn pieces() {
        assert_eq!(tokens("a<b>c</B >d"), ["a", "<b>", "c", "</b>", "d"]);
        assert_eq!(
            tokens("1 < 2 &amp;&lt; &eacute;&#233;&#xE9; &nope; &"),
            ["1 ", "<", " 2 &< ééé &nope; &"]
        );
        assert_eq!(tokens("x<script>if (a</b) '</p>'</SCRIPT >y"), ["x", "y"]);
        assert_eq!(tokens("x<!-- <b> --!>y<!-->z<!doctype q>"), ["x", "y", "z"]);
        assert_eq!(tokens("<a title='>' href=x>t"), ["<a>", "t"]);
        assert_eq!(tokens("<a title=\"open>t"), ["<a>", "t"]);
        assert_eq!(tokens("<script>never ends <b>"), ["never ends ", "<b>"]);
        assert_eq!(tokens("<"), ["<"]);
        assert_eq!(tokens("<é>"), ["<", "é>"]);
    }

    #[test]
    fn attributes() {
        let Some(Token::Open(_, attributes)) =
            Tokens::new("<a x é='1' HREF = \"h?a&amp;b\" href=second z>").next()
        else {
            panic!("a tag");
        };
        assert_eq!(attributes.get("href").as_deref(), Some("h?a&b"));
        assert_eq!(attributes.get("z").as_deref(), Some(""));
        assert_eq!(attributes.get("none"), None);
    }
}
