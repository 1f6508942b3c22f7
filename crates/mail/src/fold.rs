//! Making text of strangers safe for one line, and addresses comparable.

/// Whether a character is invisible and can change how the text around it is read: controls, line separators,
/// direction marks and overrides, zero-width characters, the byte order mark and tags.
pub(crate) fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// One line without anything that could start another line, header or direction of writing; at most `limit`
/// characters.
pub(crate) fn single_line(text: &str, limit: usize) -> String {
    let mut line = String::with_capacity(text.len().min(limit * 4));
    let mut count = 0;
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() || c == '\0' || c == '\u{2028}' || c == '\u{2029}' {
            space = true;
            continue;
        }
        if is_deceptive(c) {
            continue;
        }
        if space && !line.is_empty() {
            if count + 1 >= limit {
                break;
            }
            line.push(' ');
            count += 1;
        }
        space = false;
        if count >= limit {
            break;
        }
        line.push(c);
        count += 1;
    }
    line
}

/// Text of several lines: line ends as `\n`, no controls but tabulator and line end.
pub(crate) fn lines(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    clean.push('\n');
                }
            }
            '\n' | '\t' => clean.push(c),
            '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\u{FEFF}' => {}
            c if c.is_control() => {}
            '\u{E0000}'..='\u{E007F}' => {}
            c => clean.push(c),
        }
    }
    clean
}

/// Cuts at a character border, at most `limit` bytes.
pub(crate) fn cut(text: &str, limit: usize) -> &str {
    if text.len() <= limit {
        return text;
    }
    let mut end = limit;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The form of an address in which two spellings are compared: lower case, domain in its ASCII form.
/// `None` when it is no address. The part after `+` stays: it may belong to another person.
pub fn folded_address(address: &str) -> Option<String> {
    let address = address.trim();
    if address.len() > 320
        || address.chars().any(|c| is_deceptive(c) || c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';'))
    {
        return None;
    }
    let (local, domain) = address.rsplit_once('@')?;
    if local.is_empty() || local.len() > 64 * 2 || domain.is_empty() {
        return None;
    }
    let domain = idna::domain_to_ascii(domain).ok().filter(|d| !d.is_empty())?;
    Some(format!("{}@{}", local.to_lowercase(), domain.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_a_line() {
        assert_eq!(single_line("a\r\nBcc: b\u{202E}c\0 d\u{2028}e", 50), "a Bcc: bc d e");
        assert_eq!(single_line("  x   y  ", 50), "x y");
        assert_eq!(single_line("abcdef", 3), "abc");
    }

    #[test]
    fn addresses_compare_by_their_ascii_domain() {
        assert_eq!(folded_address("Léa@BÜCHER.example"), Some("léa@xn--bcher-kva.example".into()));
        assert_eq!(folded_address("a b@x.y"), None);
        assert_eq!(folded_address("nobody"), None);
    }

    #[test]
    fn cuts_between_characters() {
        assert_eq!(cut("aéé", 2), "a");
    }
}
