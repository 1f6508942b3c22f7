//! A reply as a letter on paper.

use super::Desk;
use super::trouble::Trouble;
use crate::text::Text;
use ariane_documents::{Section, Sheet, render};
use ariane_domain::access::grant::ReadEnquiry;
use ariane_store::StoreError;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

/// The letter as a PDF. Its file name holds the number of the enquiry and nothing of the person.
pub async fn pdf(desk: &Desk, id: Uuid, text: &str) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let enquiry = work.read_enquiry(&grant).await?;
    work.commit().await?;
    let language = desk.reply_language(&enquiry);
    let t = Text::new(language);
    let is_neutral = enquiry.requester.identity.contact.is_neutral;
    let sender = desk.sender(t, is_neutral);
    let mut meta = vec![sender];
    if !enquiry.requester.identity.name.is_empty() {
        meta.push(t.w("letter-to", "name", &enquiry.requester.identity.name));
    }
    meta.push(t.date(desk.visit.today));
    let paragraphs = text.split("\n\n").flat_map(|part| {
        // A fact that was put in stands line by line; a paragraph flows.
        let lines: Vec<&str> = part.lines().filter(|l| !l.trim().is_empty()).collect();
        lines.into_iter().map(str::to_owned).collect::<Vec<_>>()
    });
    let sheet = Sheet {
        language: language.code(),
        title: t.w("letter-title", "number", &enquiry.number.to_string()),
        meta,
        sections: paragraphs.map(|lead| Section { lead, ..Section::default() }).collect(),
        footer: if is_neutral {
            String::new()
        } else {
            t.w("footer-disclaimer", "number", &desk.emergency())
        },
        ..Sheet::default()
    };
    let bytes = render(&sheet).map_err(|error| {
        tracing::error!(%error, "a letter could not be set");
        Trouble::Store(StoreError::NotPossible)
    })?;
    let name = format!("attachment; filename=\"{}-{}.pdf\"", t.s("letter-file"), enquiry.number);
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

impl Desk {
    /// The emergency number of the country.
    pub fn emergency(&self) -> String {
        let profile = self.visit.knowledge.country(self.visit.settings.country);
        profile.map_or_else(|| "112".to_owned(), |p| p.emergency.number.clone())
    }
}
