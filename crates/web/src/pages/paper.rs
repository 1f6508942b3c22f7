//! What is read as a page and taken away as a PDF: minutes, reports, letters. One way to set it, to name it, and to say that
//! there is nothing to take away yet.

use super::desk::Desk;
use super::meeting::{Fault, settle};
use ariane_documents::{Entry, Sheet};
use ariane_store::StoreError;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;

/// A sheet as a PDF to be kept. Its name says what it is (`what`, from the texts) and of when, and nothing of anybody.
///
/// # Errors
/// [`StoreError::NotPossible`] where it cannot be set; the reason is in the log.
pub async fn handed_out(sheet: Sheet, what: &str, day: NaiveDate) -> Result<Response, StoreError> {
    let bytes = set(sheet).await?;
    let name = format!("attachment; filename=\"{what}-{day}.pdf\"");
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// The bytes of a sheet as a PDF.
///
/// # Errors
/// [`StoreError::NotPossible`] where it cannot be set; the reason is in the log.
pub async fn set(sheet: Sheet) -> Result<Vec<u8>, StoreError> {
    let set = tokio::task::spawn_blocking(move || ariane_documents::render(&sheet)).await;
    set.map_err(|_| StoreError::NotPossible)?.map_err(|error| {
        tracing::error!(%error, "a paper could not be set");
        StoreError::NotPossible
    })
}

/// The answer: where a rule says that there is nothing on paper yet, the page that it would come from says so.
pub async fn told<F: Future<Output = Result<Response, Fault>>>(
    desk: &Desk,
    result: Result<Response, Fault>,
    say: impl FnOnce(&'static str) -> F,
) -> Response {
    let result = match result {
        Err(Fault::Rule(fault)) => say(fault).await,
        other => other,
    };
    settle(desk, result)
}

/// Lines without a title.
pub fn lines(lines: impl IntoIterator<Item = String>) -> Vec<Entry> {
    let lines: Vec<String> = lines.into_iter().collect();
    if lines.is_empty() { Vec::new() } else { vec![Entry { lines, ..Entry::default() }] }
}

/// What stands at the foot of every page: a sheet that lies alone says what it is.
pub fn footer(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
