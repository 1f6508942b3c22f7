//! Which encoding a text file has.

use std::borrow::Cow;

/// Share of zero bytes at even or odd places from which a file without a mark is UTF-16, in percent.
const ZEROS: usize = 30;

/// The text of a file, and the name of its encoding; none when it is no text.
///
/// A byte order mark decides; then zero bytes, as every second byte of Latin text in UTF-16; then whether it is
/// valid UTF-8. What remains is windows-1252, in which spreadsheet programs of Western Europe save.
pub(super) fn decoded(bytes: &[u8]) -> Option<(Cow<'_, str>, &'static str)> {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => {
            let head = &bytes[..bytes.len().min(4096)];
            let zeros = |from: usize| {
                let places = head.iter().skip(from).step_by(2);
                places.filter(|b| **b == 0).count() * 200 / head.len().max(1)
            };
            match (zeros(0) > ZEROS, zeros(1) > ZEROS) {
                (false, true) => encoding_rs::UTF_16LE,
                (true, false) => encoding_rs::UTF_16BE,
                (true, true) => return None,
                (false, false) if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
                (false, false) => encoding_rs::WINDOWS_1252,
            }
        }
    };
    let (text, used, _) = encoding.decode(bytes);
    // A file of bytes that are no characters: a picture, an archive of another kind.
    let strange =
        text.chars().take(4096).filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')).count();
    (strange <= 2).then_some((text, used.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(bytes: &[u8]) -> (String, &'static str) {
        let (text, name) = decoded(bytes).unwrap();
        (text.into_owned(), name)
    }

    #[test]
    fn utf_8_with_and_without_mark() {
        assert_eq!(named("Âge;Envoyeur\n".as_bytes()), ("Âge;Envoyeur\n".into(), "UTF-8"));
        assert_eq!(named("\u{feff}Âge\n".as_bytes()), ("Âge\n".into(), "UTF-8"));
    }

    #[test]
    fn windows_1252() {
        assert_eq!(named(b"\xc2ge;Envoyeur;\x80\n"), ("Âge;Envoyeur;€\n".into(), "windows-1252"));
    }

    #[test]
    fn utf_16_of_both_orders_with_and_without_mark() {
        let le: Vec<u8> = "Âge;Envoyeur".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "Âge;Envoyeur".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(named(&le), ("Âge;Envoyeur".into(), "UTF-16LE"));
        assert_eq!(named(&be), ("Âge;Envoyeur".into(), "UTF-16BE"));
        assert_eq!(named(&[&[0xff, 0xfe], &le[..]].concat()).0, "Âge;Envoyeur");
        assert_eq!(named(&[&[0xfe, 0xff], &be[..]].concat()).0, "Âge;Envoyeur");
    }

    #[test]
    fn what_is_no_text_is_none() {
        assert!(decoded(&[0; 100]).is_none());
        assert!(decoded(&(0..=255).collect::<Vec<u8>>()).is_none());
    }
}
