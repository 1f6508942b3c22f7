//! Transfer encodings and character sets. Every function takes any bytes and gives its best.

use std::borrow::Cow;

use mail_parser::decoders::charsets::map::charset_decoder;

/// Text from bytes in a declared character set, and whether the declaration had to be set aside.
///
/// Bytes that are valid UTF-8 beyond ASCII are read as UTF-8 when the declaration says ASCII, Latin or nothing:
/// text in those sets is valid UTF-8 by accident only. A UTF-8 or unknown declaration that does not hold falls back
/// to Windows-1252, in which every byte is a character.
pub(crate) fn text(bytes: &[u8], charset: Option<&str>) -> (String, bool) {
    let charset = charset.map(|c| c.trim().trim_matches(['"', '\'']).to_ascii_lowercase().replace('_', "-"));
    let charset = charset.as_deref().unwrap_or("");
    let charset = charset.split('*').next().unwrap_or("");
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return (String::from_utf8_lossy(rest).into_owned(), std::str::from_utf8(rest).is_err());
    }
    if charset.is_empty() && (bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")) {
        return (with("utf-16", bytes).unwrap_or_default(), false);
    }
    let loose = charset.is_empty() || charset.contains("ascii") || latin(charset);
    let utf8 = matches!(charset, "utf-8" | "utf8" | "unicode-1-1-utf-8" | "cp65001");
    if loose || utf8 {
        if let Ok(valid) = std::str::from_utf8(bytes)
            && (utf8 || charset.is_empty() || !valid.is_ascii() || !valid.contains('\u{1b}'))
        {
            return (valid.to_owned(), false);
        }
        let decoded = with(if latin(charset) { charset } else { "windows-1252" }, bytes);
        return (decoded.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned()), !latin(charset));
    }
    match with(charset, bytes) {
        Some(decoded) => (decoded, false),
        None => match std::str::from_utf8(bytes) {
            Ok(valid) => (valid.to_owned(), true),
            Err(_) => (with("windows-1252", bytes).unwrap_or_default(), true),
        },
    }
}

fn latin(charset: &str) -> bool {
    matches!(
        charset,
        "iso-8859-1"
            | "iso8859-1"
            | "latin1"
            | "latin-1"
            | "l1"
            | "iso-8859-15"
            | "latin-9"
            | "latin9"
            | "windows-1252"
            | "cp1252"
            | "cp-1252"
            | "x-ansi"
    )
}

fn with(charset: &str, bytes: &[u8]) -> Option<String> {
    let charset = match charset {
        "cp-1252" | "x-ansi" => "windows-1252",
        "latin-1" => "iso-8859-1",
        "latin-9" => "iso-8859-15",
        other => other,
    };
    if charset.is_empty() || charset.len() > 40 {
        return None;
    }
    charset_decoder(charset.as_bytes()).map(|decode| decode(bytes))
}

/// A header value: UTF-8 when it is, else Windows-1252. Controls become blanks, except the escape of ISO-2022.
pub(crate) fn header_bytes(bytes: &[u8]) -> String {
    let value: Cow<'_, str> = match std::str::from_utf8(bytes) {
        Ok(valid) if valid.contains("\u{1b}$") => {
            with("iso-2022-jp", bytes).map_or(Cow::Borrowed(valid), Cow::Owned)
        }
        Ok(valid) => Cow::Borrowed(valid),
        Err(_) => Cow::Owned(text(bytes, None).0),
    };
    value.trim().replace(|c: char| c.is_control() && c != '\t', " ")
}

/// Base64 as found in the wild: foreign characters are passed over, padding in the middle begins anew, an incomplete
/// end gives what it holds. The flag says whether something was wrong.
pub(crate) fn base64(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3 + 3);
    let mut wrong = false;
    let (mut group, mut count) = (0u32, 0u8);
    for &byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                wrong |= !rest(&mut decoded, group, count);
                (group, count) = (0, 0);
                continue;
            }
            b' ' | b'\t' | b'\r' | b'\n' => continue,
            _ => {
                wrong = true;
                continue;
            }
        };
        group = group << 6 | u32::from(value);
        count += 1;
        if count == 4 {
            decoded.extend_from_slice(&group.to_be_bytes()[1..]);
            (group, count) = (0, 0);
        }
    }
    if count > 0 {
        rest(&mut decoded, group, count);
        wrong = true;
    }
    (decoded, wrong)
}

/// What an incomplete group holds; false when that is not a whole byte.
fn rest(decoded: &mut Vec<u8>, group: u32, count: u8) -> bool {
    match count {
        2 => decoded.push((group >> 4) as u8),
        3 => decoded.extend_from_slice(&((group >> 2) as u16).to_be_bytes()),
        0 => {}
        _ => return false,
    }
    true
}

/// Quoted-printable; what is no valid escape stays as it is written.
pub(crate) fn quoted_printable(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut wrong = false;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let (content, end): (&[u8], &[u8]) = match line {
            [content @ .., b'\r', b'\n'] => (content, b"\r\n"),
            [content @ .., b'\n'] => (content, b"\n"),
            content => (content, b""),
        };
        let content = trim_blanks(content);
        let (content, soft) = match content {
            [content @ .., b'='] => (content, true),
            content => (content, false),
        };
        let mut at = 0;
        while at < content.len() {
            if content[at] == b'=' {
                let pair = (content.get(at + 1).and_then(hex), content.get(at + 2).and_then(hex));
                if let (Some(high), Some(low)) = pair {
                    decoded.push(high << 4 | low);
                    at += 3;
                    continue;
                }
                wrong = true;
            }
            decoded.push(content[at]);
            at += 1;
        }
        if !soft {
            decoded.extend_from_slice(end);
        }
    }
    (decoded, wrong)
}

fn trim_blanks(line: &[u8]) -> &[u8] {
    let mut line = line;
    while let [rest @ .., b' ' | b'\t'] = line {
        line = rest;
    }
    line
}

fn hex(byte: &u8) -> Option<u8> {
    char::from(*byte).to_digit(16).and_then(|d| u8::try_from(d).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_sets() {
        let cases: [(&[u8], Option<&str>, &str, bool); 12] = [
            (b"caf\xE9 \x80", Some("windows-1252"), "café €", false),
            ("café".as_bytes(), Some("iso-8859-1"), "café", false),
            (b"caf\xE9", Some("utf-8"), "café", true),
            (b"caf\xE9", None, "café", true),
            (b"caf\xE9", Some("no-such-set"), "café", true),
            ("café".as_bytes(), Some("us-ascii"), "café", false),
            (b"\x1b$B$3$s$K$A$O\x1b(B", Some("iso-2022-jp"), "こんにちは", false),
            (b"\xC4\xE3\xBA\xC3", Some("GB18030"), "你好", false),
            (b"Hi Mom -+Jjo--!", Some("utf-7"), "Hi Mom -☺-!", false),
            (b"\xFF\xFEa\0b\0", None, "ab", false),
            (b"\xEF\xBB\xBFab", None, "ab", false),
            (b"\xA4", Some("iso-8859-15"), "€", false),
        ];
        for (bytes, charset, expected, aside) in cases {
            assert_eq!(text(bytes, charset), (expected.to_owned(), aside), "{charset:?}");
        }
    }

    #[test]
    fn base64_of_any_kind() {
        assert_eq!(base64(b"aGVsbG8="), (b"hello".to_vec(), false));
        assert_eq!(base64(b"aGVs\r\nbG8"), (b"hello".to_vec(), true));
        assert_eq!(base64(b"aGVs!bG8=aGVsbG8="), (b"hellohello".to_vec(), true));
        assert_eq!(base64(b"=A=").0, b"");
    }

    #[test]
    fn quoted_printable_of_any_kind() {
        assert_eq!(quoted_printable(b"a=C3=A9 =\r\nb=\r\n"), ("aé b".as_bytes().to_vec(), false));
        assert_eq!(quoted_printable(b"1=2 =ZZ"), (b"1=2 =ZZ".to_vec(), true));
    }

    #[test]
    fn header_values() {
        assert_eq!(header_bytes(b"Andr\xE9"), "André");
        assert_eq!(header_bytes(b"a\0b\rc"), "a b c");
    }
}
