//! File names of strangers, made harmless.

use crate::fold::is_deceptive;

/// Longest file name, in characters.
const LONGEST: usize = 120;

/// A file name without path, control, direction or reserved characters; `None` when nothing of it remains.
///
/// The extension survives shortening, since it says what the file is to the person who opens it.
pub fn clean(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).find(|piece| !piece.trim().is_empty())?;
    let mut clean = String::with_capacity(last.len());
    for c in last.chars() {
        match c {
            c if is_deceptive(c) => {}
            '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%' | '`' | '$' | '&' | ';' | '\'' => clean.push('_'),
            c if c.is_whitespace() => {
                if !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            c => clean.push(c),
        }
    }
    // No hidden file, no trailing dot or blank (Windows drops them and so changes the extension).
    let clean = clean.trim().trim_start_matches(['.', '-', '~']).trim_end_matches(['.', ' ']).trim();
    if clean.is_empty() {
        return None;
    }
    let (stem, extension) = match clean.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.chars().count() <= 10 => {
            (stem, Some(extension))
        }
        _ => (clean, None),
    };
    let reserved = matches!(
        stem.split('.').next().unwrap_or("").to_ascii_uppercase().as_str(),
        "CON"
            | "PRN"
            | "AUX"
            | "NUL"
            | "COM1"
            | "COM2"
            | "COM3"
            | "COM4"
            | "COM5"
            | "COM6"
            | "COM7"
            | "COM8"
            | "COM9"
            | "LPT1"
            | "LPT2"
            | "LPT3"
            | "LPT4"
            | "LPT5"
            | "LPT6"
            | "LPT7"
            | "LPT8"
            | "LPT9"
    );
    let room = LONGEST - extension.map_or(0, |e| e.chars().count() + 1) - usize::from(reserved);
    let mut short: String = if reserved { "_".into() } else { String::new() };
    short.extend(stem.chars().take(room));
    if let Some(extension) = extension {
        short.push('.');
        short.push_str(extension);
    }
    Some(short)
}

/// The extension in lower case, without its dot.
pub(crate) fn extension(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    (!stem.is_empty() && !extension.is_empty()).then(|| extension.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, expected) in [
            ("../../etc/passwd", Some("passwd")),
            ("C:\\Users\\x\\report.pdf", Some("report.pdf")),
            ("invoice\u{202E}fdp.exe", Some("invoicefdp.exe")),
            ("a\r\nContent-Type: x.pdf", Some("aContent-Type_ x.pdf")),
            ("...", None),
            ("/", None),
            (".bashrc", Some("bashrc")),
            ("photo .jpg. . ", Some("photo .jpg")),
            ("con.txt", Some("_con.txt")),
            ("x\0.pdf", Some("x.pdf")),
            ("Überweisung – Dr. Muñoz.pdf", Some("Überweisung – Dr. Muñoz.pdf")),
        ] {
            assert_eq!(clean(name).as_deref(), expected, "{name:?}");
        }
        let long = format!("{}.pdf", "é".repeat(500));
        let clean = clean(&long).unwrap();
        assert_eq!(clean.chars().count(), LONGEST);
        assert!(clean.ends_with(".pdf"));
    }
}
