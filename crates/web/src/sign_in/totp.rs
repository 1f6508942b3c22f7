//! Authenticator apps: RFC 6238 with what every app understands (SHA-1, six digits, thirty seconds).

use ariane_privacy::random::{self, NoRandomness};
use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use qrcode::{Color, EcLevel, QrCode};
use totp_rs::{Algorithm, Builder, Totp};

/// A new secret of 160 bits, in Base32.
///
/// # Errors
/// Where there is no randomness.
pub fn new_secret() -> Result<String, NoRandomness> {
    Ok(BASE32_NOPAD.encode(&random::bytes::<20>()?))
}

fn totp(secret: &str, account: &str) -> Option<Totp> {
    let bytes = BASE32_NOPAD.decode(secret.as_bytes()).ok()?;
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_secret(bytes)
        .with_account_name(account.replace(':', " "))
        .with_issuer(Some("Ariane"))
        .build()
        .ok()
}

/// The step of time that a code belongs to, if it is of now, the step before or the step after (RFC 6238, section 5.2).
/// Whether it was used before is the store's to say.
pub fn check(secret: &str, code: &str, now: DateTime<Utc>) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let time = u64::try_from(now.timestamp()).ok()?;
    let step = totp(secret, "")?.check(&digits, time)?;
    i64::try_from(step).ok()
}

/// The code of now, as an app shows it; for tests and for nobody else.
#[cfg(test)]
pub fn code(secret: &str, now: DateTime<Utc>) -> String {
    totp(secret, "").map(|t| t.generate(now.timestamp() as u64).to_string()).unwrap_or_default()
}

/// What an app reads: `otpauth://…`.
pub fn address(secret: &str, account: &str) -> Option<String> {
    totp(secret, account)?.to_url().ok()
}

/// The secret in groups of four, to be typed.
pub fn grouped(secret: &str) -> String {
    secret.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

/// A QR code as one SVG path: its side in modules with the quiet zone, and the path.
pub fn picture(text: &str) -> Option<(usize, String)> {
    const QUIET: usize = 4;
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET));
        }
    }
    Some((width + 2 * QUIET, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    /// The secret of RFC 6238, appendix B.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // Appendix B, last six digits of eight.
        assert_eq!(check(SECRET, "287082", at(59)), Some(1));
        assert_eq!(check(SECRET, "081 804", at(1_111_111_109)), Some(1_111_111_109 / 30));
        assert_eq!(check(SECRET, "287083", at(59)), None);
    }

    #[test]
    fn a_clock_may_be_off_by_one_step() {
        let now = at(1_790_000_000);
        let shown = code(SECRET, now);
        for seconds in [-30, 0, 30] {
            assert!(check(SECRET, &shown, now + TimeDelta::seconds(seconds)).is_some(), "{seconds}");
        }
        assert!(check(SECRET, &shown, now + TimeDelta::seconds(90)).is_none());
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for odd in ["", "12345", "1234567", "abcdef", "-12345", "１２３４５６"] {
            assert_eq!(check(SECRET, odd, at(59)), None, "{odd}");
        }
    }

    #[test]
    fn an_app_can_read_the_picture() {
        let secret = new_secret().unwrap();
        assert_eq!(secret.len(), 32);
        let address = address(&secret, "anne@example.org").unwrap();
        assert!(address.starts_with("otpauth://totp/Ariane:anne") && address.contains(&secret), "{address}");
        let (side, path) = picture(&address).unwrap();
        assert!(side > 29 && path.starts_with("M4 4h1v1"));
        assert_eq!(grouped("ABCDEFGH"), "ABCD EFGH");
    }
}
