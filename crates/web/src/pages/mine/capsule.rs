//! What a person takes along to another country (F64): their summary to read, and the same as data that another Ariane, or another
//! program, reads. Behind the stronger proof of the copy of data (duty D3); only what was explained (duty D2), nothing of relatives.

use super::{Halt, answer, desk, own};
use crate::desk::Desk;
use crate::guard::caller::LinkHolder;
use crate::pages::dossier::rendering::line;
use crate::pages::visit::Visit;
use ariane_documents::{Entry as Line, Section, Sheet};
use ariane_domain::access::grant::UseOwnRights;
use ariane_domain::clinical::EntryKind;
use ariane_domain::clinical::entry::Kept;
use ariane_domain::dossier::Dossier;
use ariane_domain::dossier::capsule::{Capsule, numbered};
use ariane_domain::dossier::content::AgeShown;
use ariane_domain::protection::rights::{Right, Standing};
use ariane_domain::purpose::Purpose;
use ariane_exchange::capsule::{self as file, Sealed};
use ariane_exchange::dossier::{Context, fhir, phenopacket};
use ariane_store::StoreError;
use ariane_store::records::own::capsule::OwnCapsule;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// `POST /{lang}/ma-demande/dossier-portable`.
pub async fn take(visit: Visit, holder: LinkHolder) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = own::<UseOwnRights>(&mut work, &desk, &holder).await?;
        let found = work.own_capsule(&grant, &desk.mail.name).await?;
        let found = found.ok_or(Halt::Store(StoreError::NotThere))?;
        work.ask_own(&grant, Right::Portability, Standing::Done, None).await?;
        work.commit().await?;
        let sheet = summary(&visit, &found);
        let pdf = set(sheet).await?;
        let bytes = pack(&visit, &desk, &found, &pdf).map_err(|_| Halt::Store(StoreError::NotPossible))?;
        let headers = [
            (CONTENT_TYPE, "application/zip"),
            (CONTENT_DISPOSITION, "attachment; filename=\"ariane-capsule.zip\""),
        ];
        Ok((headers, bytes).into_response())
    };
    answer(&visit, outcome.await)
}

/// A sheet as a PDF.
pub(super) async fn set(sheet: Sheet) -> Result<Vec<u8>, Halt> {
    let set = tokio::task::spawn_blocking(move || ariane_documents::render(&sheet)).await;
    set.map_err(|_| Halt::Store(StoreError::NotPossible))?.map_err(|error| {
        tracing::error!(%error, "what a person takes along could not be set");
        Halt::Store(StoreError::NotPossible)
    })
}

/// The capsule as it is signed: the key is the one that signs the installation's other statements.
fn sealed(desk: &Desk, capsule: &Capsule) -> Sealed {
    let text = file::text(capsule);
    let proof = desk.records.keys().master().head_signer().state(file::LABEL, &text);
    Sealed { proof: serde_json::to_value(proof).unwrap_or_default(), text }
}

fn pack(visit: &Visit, desk: &Desk, found: &OwnCapsule, pdf: &[u8]) -> Result<Vec<u8>, ZipError> {
    let dossier = dossier(visit, found);
    let version = visit.knowledge.phenotypes.ontology.version.to_string();
    let context = Context { ontology_version: &version };
    let pretty = |value| serde_json::to_vec_pretty(&value).unwrap_or_default();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        (file::NAME, pretty(file::file(&sealed(desk, &found.capsule)))),
        ("summary.pdf", pdf.to_vec()),
        ("phenopacket.json", pretty(phenopacket(&dossier, context))),
        ("fhir.json", pretty(fhir(&dossier))),
    ] {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The same for programs that know nothing of capsules: under a pseudonym, since the summary beside it names the person.
fn dossier(visit: &Visit, found: &OwnCapsule) -> Dossier {
    let capsule = &found.capsule;
    Dossier {
        serial: found.serial,
        pseudonym: format!("P-{}", found.serial.simple()),
        purpose: Purpose::OwnRight,
        made_at: capsule.made_at,
        sex: None,
        age: AgeShown::of(
            capsule.bearer.birth_date,
            visit.settings.day(capsule.made_at),
            Some(AgeShown::USUAL),
        ),
        disorder: (String::new(), found.disorder.clone()),
        question: String::new(),
        entries: numbered(&capsule.entries),
        are_parents_related: false,
        is_exact: true,
        consents: Vec::new(),
        enclosures: Vec::new(),
        is_training: false,
    }
}

fn summary(visit: &Visit, found: &OwnCapsule) -> Sheet {
    let t = visit.t;
    let capsule = &found.capsule;
    let (made, until) = (t.date(visit.settings.day(capsule.made_at)), t.date(capsule.expires_on));
    let entries = numbered(&capsule.entries);
    let block = |kind: EntryKind| part(visit, &entries, kind);
    let kinds = EntryKind::ALL.into_iter().filter(|kind| *kind != EntryKind::Relative);
    let mut sections: Vec<Section> = kinds.map(block).collect();
    if found.kept_back > 0 {
        sections.push(Section { lead: t.n("capsule-kept-back", found.kept_back), ..Section::default() });
    }
    let born = capsule.bearer.birth_date.map(|day| t.w("dossier-born", "day", &t.date(day)));
    Sheet {
        language: visit.language.code(),
        title: t.s("capsule-summary-title"),
        subtitle: capsule.bearer.name.clone(),
        meta: [
            born,
            Some(t.ww("capsule-origin", ("by", &capsule.made_by), ("day", &made))),
            Some(t.w("capsule-good-until", "day", &until)),
            Some(t.s("capsule-summary-lead")),
        ]
        .into_iter()
        .flatten()
        .collect(),
        sections,
        footer: format!("{} · {made} · {}", capsule.made_by, t.w("capsule-good-until", "day", &until)),
        ..Sheet::default()
    }
}

/// The entries of a kind; where there are none, that this says nothing.
pub(super) fn part(visit: &Visit, entries: &[Kept], kind: EntryKind) -> Section {
    let t = visit.t;
    let of_kind = entries.iter().filter(|one| one.entry.kind() == kind);
    let lines: Vec<Line> = of_kind.map(|one| line(visit.entry_words(&one.entry, entries))).collect();
    Section {
        heading: t.k("clinical-block", kind.word()),
        lead: if lines.is_empty() { t.s("capsule-nothing-here") } else { String::new() },
        entries: lines,
    }
}
