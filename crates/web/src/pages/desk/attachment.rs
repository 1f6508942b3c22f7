//! A file of a message, as a download: never shown in the page, never run by the browser.

use super::Desk;
use super::trouble::Trouble;
use ariane_domain::access::grant::{ReadEnquiry, ReceiveHandover};
use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

/// Types that keep their name; everything else goes out as bytes.
const KNOWN: [&str; 8] = [
    "application/pdf",
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "text/plain",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
];

/// `GET …/file/{file}`.
pub async fn get(desk: Desk, Path((id, file)): Path<(Uuid, Uuid)>) -> Response {
    let result = download(&desk, id, file).await;
    desk.settle(result)
}

async fn download(desk: &Desk, id: Uuid, file: Uuid) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let (file, bytes) = work.read_attachment(&grant, file).await?;
    work.commit().await?;
    Ok(handed_out(&file.name, &file.media_type, bytes))
}

/// `GET …/transmissions/{id}/file/{file}`: the same file for the cell.
pub async fn handed_over(desk: Desk, Path((id, file)): Path<(Uuid, Uuid)>) -> Response {
    let result = async {
        let mut work = desk.begin().await?;
        let facts = work.handover_facts(desk.controller(), id).await?;
        let grant = work.grant::<ReceiveHandover>(&desk.actor(), facts)?;
        let (file, bytes) = work.read_attachment(&grant, file).await?;
        work.commit().await?;
        Ok(handed_out(&file.name, &file.media_type, bytes))
    };
    desk.settle(result.await)
}

/// A file as a download, under a type that no browser runs.
pub fn handed_out(name: &str, media_type: &str, bytes: Vec<u8>) -> Response {
    let kind = KNOWN.iter().find(|k| **k == media_type).copied().unwrap_or("application/octet-stream");
    let disposition = disposition(name);
    let headers = [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

/// The header with a plain and an encoded name (RFC 6266, RFC 8187).
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' })
        .take(80)
        .collect();
    let plain = if plain.is_empty() { "file".to_owned() } else { plain };
    let encoded: String = name
        .chars()
        .take(80)
        .collect::<String>()
        .bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b".-_".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn no_name_becomes_a_header() {
        let header = disposition("rapport \"é\"\r\nX-Evil: 1.pdf");
        assert!(header.starts_with("attachment; filename=\"rapport"), "{header}");
        assert!(!header.contains('\r') && !header.contains('\n'));
        assert_eq!(header.matches('"').count(), 2);
        assert!(disposition("").contains("filename=\"file\""));
    }
}
