//! The part of a dossier's page that is about pictures and reports: chosen one by one, looked at, and taken back.

use super::cleaned_files::{CLEANABLE, Prepared, prepared};
use super::one::{FoundLine, answered, open};
use super::rendering::language_of;
use super::{for_purpose, handed};
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use crate::pages::start::Choice;
use ariane_deidentify::files::{FileError, Held, RemovedPart};
use ariane_domain::dossier::enclosure::{MOST, may_be_chosen};
use ariane_domain::dossier::{Enclosure, EnclosureForm, Looked};
use ariane_store::records::care::documents::Document;
use ariane_store::records::dossier::draft::Material;
use ariane_store::records::dossier::enclosures::{Piece, word};
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

/// Form by which another document is chosen.
pub(super) const ENCLOSE: &str = "dossier-enclose";
/// Most lines of what was removed that the page shows of one file.
const MOST_SHOWN: usize = 60;

/// A document that is to leave.
pub(super) struct EnclosureView {
    pub id: String,
    pub form: String,
    pub name: String,
    pub facts: String,
    pub about: String,
    pub reason: String,
    pub is_ready: bool,
    pub standing: String,
    pub notes: Vec<String>,
    pub preview: String,
    pub is_picture: bool,
    pub alt: String,
    pub removed: Vec<(String, String)>,
    pub more: String,
    pub found: Vec<FoundLine>,
    pub forms: Vec<Choice>,
    pub looked: Vec<Choice>,
    pub error: String,
}

/// What the page says of pictures and reports.
pub(super) struct EnclosurePart {
    pub all: Vec<EnclosureView>,
    pub documents: Vec<Choice>,
    pub others: Vec<String>,
    pub has_room: bool,
    pub limit: String,
    pub reason: String,
    pub error: String,
}

impl Desk {
    pub(super) fn enclosure_part(
        &self,
        at: &str,
        material: &Material,
        all: &[Prepared],
        failed: &Failed,
    ) -> EnclosurePart {
        let t = self.visit.t;
        let is_free = |id: Uuid| !all.iter().any(|one| one.enclosure.document == id);
        let may = |one: &&Document| is_free(one.id) && may_be_chosen(one.kind);
        let title = |one: &Document| format!("{} · {}", one.name, self.document_facts(one));
        let (documents, others): (Vec<_>, Vec<_>) = material
            .documents
            .iter()
            .filter(may)
            .partition(|one| CLEANABLE.contains(&one.media_type.as_str()));
        let typed = failed.text(ENCLOSE, "document");
        EnclosurePart {
            all: all.iter().map(|one| self.enclosure_view(at, one, failed)).collect(),
            documents: documents
                .into_iter()
                .map(|one| Choice::new(&one.id.to_string(), title(one), one.id.to_string() == typed))
                .collect(),
            others: others.into_iter().map(title).collect(),
            has_room: all.len() < MOST,
            reason: failed.text(ENCLOSE, "reason"),
            limit: t.w("dossier-enclosure-most", "count", &MOST.to_string()),
            error: failed.error(ENCLOSE),
        }
    }

    fn enclosure_view(&self, at: &str, one: &Prepared, failed: &Failed) -> EnclosureView {
        let t = self.visit.t;
        let id = one.enclosure.document;
        let form = format!("enclosure-{id}");
        let document = one.document.as_ref();
        let is_pdf = document.is_some_and(|one| one.media_type == "application/pdf");
        let is_picture = one.preview.as_ref().is_some_and(|file| file.said.media_type.starts_with("image/"));
        let removed = |part: &RemovedPart| (part.place.clone(), part.value.clone());
        let more = one.removed.len().saturating_sub(MOST_SHOWN);
        let mut notes: Vec<String> = one.held.iter().filter_map(|held| self.held_words(*held)).collect();
        notes.extend(one.error.as_ref().map(|error| self.uncleanable_words(error)));
        EnclosureView {
            name: document.map_or_else(|| t.s("dossier-enclosure-gone"), |one| one.name.clone()),
            facts: document.map(|one| self.document_facts(one)).unwrap_or_default(),
            about: document.map(|one| one.about.clone()).unwrap_or_default(),
            reason: one.enclosure.reason.clone(),
            is_ready: one.standing.is_ok(),
            standing: match one.standing {
                Ok(()) => t.s("dossier-enclosure-ready"),
                Err(fault) => t.k("cell-rule", word(fault)),
            },
            notes,
            preview: one.preview.as_ref().map(|_| format!("{at}/enclosure/{id}")).unwrap_or_default(),
            is_picture,
            alt: document.map(|one| t.k("document-kind", one.kind.word())).unwrap_or_default(),
            removed: one.removed.iter().take(MOST_SHOWN).map(removed).collect(),
            more: if more == 0 { String::new() } else { t.n("dossier-enclosure-removed-more", more) },
            found: one.found.iter().map(|found| self.found_line(found)).collect(),
            forms: if is_pdf {
                EnclosureForm::ALL
                    .map(|form| {
                        Choice::new(
                            form.word(),
                            t.k("enclosure-form", form.word()),
                            form == one.enclosure.form,
                        )
                    })
                    .into()
            } else {
                Vec::new()
            },
            looked: Looked::ALL
                .map(|looked| {
                    Choice::new(
                        looked.word(),
                        t.k("enclosure-looked", looked.word()),
                        looked == one.enclosure.looked,
                    )
                })
                .into(),
            error: failed.error(&form),
            id: id.to_string(),
            form,
        }
    }

    /// What a human has to know of a file; what the standing says already is not said twice.
    fn held_words(&self, held: Held) -> Option<String> {
        let word = match held {
            Held::IdentifyingText => return None,
            Held::UnreadPages => "dossier-enclosure-unread",
            Held::Pictures => "dossier-enclosure-pictures",
            Held::PixelsNotDeclared => "dossier-enclosure-pixels",
            Held::RecognizableFace => "dossier-enclosure-face",
        };
        Some(self.visit.t.s(word))
    }

    fn uncleanable_words(&self, error: &FileError) -> String {
        self.visit.t.s(match error {
            FileError::BurnedIn => "dossier-enclosure-burned-in",
            FileError::Encrypted => "dossier-enclosure-encrypted",
            FileError::TooLarge => "dossier-enclosure-large",
            FileError::Damaged(_) => "dossier-enclosure-damaged",
            FileError::UnknownKind | FileError::NameLies { .. } | FileError::Unsupported(_) => {
                "dossier-enclosure-unsupported"
            }
        })
    }
}

/// `POST …/dossier/{dossier}/enclose`: another document goes along.
pub async fn add(desk: Desk, Path((id, dossier)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = chosen(&desk, id, dossier, &sent).await;
    answered(&desk, (id, dossier), ENCLOSE, &sent, done).await
}

async fn chosen(desk: &Desk, id: Uuid, dossier: Uuid, sent: &Sent) -> Result<(), Fault> {
    let opened = open(desk, id, dossier).await?;
    let document: Uuid = sent.get("document").parse().map_err(|_| Fault::Rule("enclosure-none"))?;
    let found = opened.material.documents.iter().find(|one| one.id == document).ok_or_else(not_there)?;
    if !CLEANABLE.contains(&found.media_type.as_str()) {
        return Err(Fault::Rule("enclosure-not-cleanable"));
    }
    let mut order = opened.outline.order;
    order.enclosures.push(Enclosure::of(document, &found.media_type, &sent.line("reason")));
    rewrite(desk, (id, dossier), sent.version(), order).await
}

/// `POST …/dossier/{dossier}/enclosure/{document}`: what a human says of it, or that it stays.
pub async fn change(
    desk: Desk,
    Path((id, dossier, document)): Path<(Uuid, Uuid, Uuid)>,
    sent: Sent,
) -> Response {
    let done = said(&desk, (id, dossier), document, &sent).await;
    answered(&desk, (id, dossier), &format!("enclosure-{document}"), &sent, done).await
}

async fn said(desk: &Desk, ids: (Uuid, Uuid), document: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut order = open(desk, ids.0, ids.1).await?.outline.order;
    let there = order.enclosures.iter().position(|one| one.document == document).ok_or_else(not_there)?;
    if sent.is("stays") {
        order.enclosures.remove(there);
    } else if let Some(one) = order.enclosures.get_mut(there) {
        one.looked = Looked::from_word(sent.get("looked")).unwrap_or(one.looked);
        one.form = EnclosureForm::from_word(sent.get("form")).unwrap_or(one.form);
        one.kept = sent.all("keep").map(str::to_owned).collect();
    }
    rewrite(desk, ids, sent.version(), order).await
}

async fn rewrite(
    desk: &Desk,
    (id, dossier): (Uuid, Uuid),
    version: i32,
    order: ariane_domain::dossier::approval::Order,
) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let (purpose, facts) = work.dossier_gate(desk.controller(), id, dossier).await?;
    for_purpose!(purpose, desk, work, facts, |grant| work
        .write_dossier(&grant, dossier, version, &order)
        .await?);
    Ok(work.commit().await?)
}

/// `GET …/dossier/{dossier}/enclosure/{document}`: what would leave of a document, for who looks at it before.
pub async fn preview(desk: Desk, Path((id, dossier, document)): Path<(Uuid, Uuid, Uuid)>) -> Response {
    let result = shown(&desk, (id, dossier), document).await;
    super::one::settle(&desk, id, result).await
}

async fn shown(desk: &Desk, (id, dossier): (Uuid, Uuid), document: Uuid) -> Result<Response, Fault> {
    let opened = open(desk, id, dossier).await?;
    let language = language_of(&opened.outline);
    let pseudonym = opened.outline.pseudonym.clone();
    let all =
        tokio::task::spawn_blocking(move || prepared(&opened.material, &opened.outline, language)).await;
    let all = all.map_err(|_| not_there())?;
    let one = all.into_iter().find(|one| one.enclosure.document == document).ok_or_else(not_there)?;
    let file = one.preview.ok_or_else(not_there)?;
    Ok(handed(Piece {
        name: format!("{pseudonym}.{}", file.said.name),
        media_type: file.said.media_type,
        bytes: file.bytes,
    }))
}
