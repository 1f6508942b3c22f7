//! Which addresses become links, and how they are written.

/// Longer addresses are printed without a link; no viewer opens them reliably.
const LONGEST: usize = 2000;

/// A link of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// Where it leads.
    pub(crate) address: String,
    /// What a screen reader says.
    pub(crate) description: String,
}

/// The address as plain ASCII, as a PDF demands it, or nothing when it is not one that a sheet may open.
///
/// Only the web, mail and the telephone: a directory entry typed by a stranger must not start a program.
pub(crate) fn address(link: &str) -> Option<String> {
    let link = link.trim();
    let (scheme, rest) = link.split_once(':')?;
    let known = ["https", "http", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    if !known || rest.is_empty() || link.len() > LONGEST {
        return None;
    }
    let mut out = format!("{}:", scheme.to_ascii_lowercase());
    for byte in rest.bytes() {
        if byte.is_ascii_graphic()
            && !matches!(byte, b'<' | b'>' | b'"' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
        {
            out.push(char::from(byte));
        } else if byte != b' ' || scheme.len() > 3 {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_web_mail_and_telephone_are_opened() {
        assert_eq!(
            address("HTTPS://exemple.lu/génétique").as_deref(),
            Some("https://exemple.lu/g%C3%A9n%C3%A9tique")
        );
        assert_eq!(address("tel:+352 44 11").as_deref(), Some("tel:+3524411"));
        assert_eq!(address("javascript:alert(1)"), None);
        assert_eq!(address("file:///etc/passwd"), None);
        assert_eq!(address("exemple.lu"), None);
        assert_eq!(address(&format!("https://{}", "a".repeat(3000))), None);
    }
}
