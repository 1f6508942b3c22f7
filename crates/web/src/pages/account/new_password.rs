//! A new password, typed twice, and looked at by the rule.

use super::fields::Fields;
use crate::text::Text;
use ariane_domain::account::password;

/// Reads it from the fields `password` and `again`.
///
/// # Errors
/// What to say beside which field.
pub fn read(t: Text, fields: &Fields, mail: &str, name: &str) -> Result<String, (&'static str, String)> {
    let typed = fields.raw("password");
    if let Err(weakness) = password::check(typed, mail, name) {
        return Err(("password", t.k("password-weak", weakness.word())));
    }
    if fields.raw("again") != typed {
        return Err(("again", t.s("password-differs")));
    }
    Ok(typed.to_owned())
}
