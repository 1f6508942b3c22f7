//! What becomes of a row that is taken.

use ariane_domain::enquiry::Outcome;
use ariane_domain::enquiry::form::Answers;
use chrono::{DateTime, NaiveDate, Utc};
use std::fmt;

/// Who asked, as far as the file says. To be sealed; never shown by `Debug`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// Telephone number.
    pub phone: String,
    /// Birth date of the person concerned.
    pub birth_date: Option<NaiveDate>,
}

impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contact(…)")
    }
}

/// A past request that can be stored.
#[derive(Clone, PartialEq, Eq)]
pub struct PastEnquiry {
    /// Row of the sheet, or line of the file.
    pub row: u64,
    /// Fingerprint of the row, to be stored and asked for at the next import.
    pub fingerprint: [u8; 32],
    /// The helpline's own number of the request.
    pub reference: String,
    /// When it came in; noon when only the day is known.
    pub received_at: DateTime<Utc>,
    /// Whether the time of day is known.
    pub time_is_known: bool,
    /// First reply; noon when only the day is known.
    pub replied_at: Option<DateTime<Utc>>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// Version of the form.
    pub form: u32,
    /// Answers, validated against that version.
    pub answers: Answers,
    /// Who asked.
    pub contact: Contact,
}

impl fmt::Debug for PastEnquiry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PastEnquiry(row {})", self.row)
    }
}
