//! A form with a file: its fields, and the file under the name and type that its sender gives it.

use crate::pages::desk::Sent;
use ariane_mail::Limits;
use ariane_mail::message::{Attachment, Verdict};
use axum::extract::multipart::Multipart;

/// Largest form with a file: the largest file that a message may bring, and some words.
pub const UPLOAD_LIMIT: usize = 25 * 1024 * 1024 + 128 * 1024;

/// What a form with a file sent.
#[derive(Debug, Default)]
pub struct Uploaded {
    /// Its fields.
    pub sent: Sent,
    /// Its file, judged by what its bytes show; none where none was chosen.
    pub file: Option<Attachment>,
}

/// Reads a form with one file.
///
/// # Errors
/// The word of the rule that refuses a form that cannot be read.
pub async fn read(mut form: Multipart) -> Result<Uploaded, &'static str> {
    let mut uploaded = Uploaded::default();
    while let Some(part) = form.next_field().await.map_err(|_| "document-unreadable")? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            // A browser sends an empty name where nothing was chosen.
            Some(file) if file.is_empty() => {}
            Some(file) => {
                let declared = part.content_type().unwrap_or_default().to_owned();
                let bytes = part.bytes().await.map_err(|_| "document-unreadable")?.to_vec();
                uploaded.file = Some(Attachment::judged(&file, &declared, bytes, &Limits::default()));
            }
            None => {
                let text = part.text().await.map_err(|_| "document-unreadable")?;
                uploaded.sent.0.push((name, text));
            }
        }
    }
    Ok(uploaded)
}

/// The word of the rule by which a file is not kept; none where it is.
pub fn refused(file: &Attachment) -> Option<&'static str> {
    use ariane_mail::message::Refusal as R;
    match file.verdict {
        Verdict::Accept(_) => None,
        Verdict::Refuse(why) => Some(match why {
            R::TooLarge | R::TooMany => "document-too-large",
            R::NotAllowed => "document-not-allowed",
            R::Mismatch => "document-mismatch",
            R::Executable => "document-executable",
            R::Encrypted => "document-encrypted",
            R::Bomb | R::UnsafePath | R::Unreadable => "document-unreadable",
        }),
    }
}
