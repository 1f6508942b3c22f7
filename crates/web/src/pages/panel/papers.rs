//! What of a panel goes on paper: the sheet that the coordinator takes to CPMS, and the outcome for the treating physician.

use super::one::load;
use super::view::{OutcomeView, outcome_view};
use crate::pages::desk::Desk;
use crate::pages::desk::trouble::Trouble;
use crate::pages::paper::{footer, handed_out, lines, set};
use ariane_documents::{Entry, Section, Sheet};
use ariane_domain::panel::PanelKind;
use ariane_store::StoreError;
use ariane_store::records::panel::begin::Followed;
use ariane_store::records::panel::signed::SignedOutcome;
use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

/// `GET …/{id}/form.pdf`: what is entered in CPMS, in the dossier's order, with what is there and what is missing.
pub async fn form(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = sheet_for_cpms(&desk, id).await;
    desk.settle(result)
}

async fn sheet_for_cpms(desk: &Desk, id: Uuid) -> Result<Response, Trouble> {
    let (one, _) = load(desk, id).await?;
    if one.panel.kind != PanelKind::European {
        return Err(StoreError::NotThere.into());
    }
    let t = desk.visit.t;
    let facts = desk.panel_facts_of(&one);
    let (complete, parts) = desk.panel_parts(&one.panel.head.held);
    let mark = |(name, is_there): &(String, bool)| {
        t.ww(
            "panel-form-part",
            ("part", name),
            ("there", &t.k("panel-there", if *is_there { "yes" } else { "no" })),
        )
    };
    let title = t.s("panel-form-title");
    let sheet = Sheet {
        language: desk.visit.language.code(),
        subtitle: t.s("panel-form-lead"),
        sections: vec![
            Section {
                heading: t.s("panel-form-facts"),
                lead: String::new(),
                entries: lines(facts.iter().map(|(name, text)| format!("{name} : {text}"))),
            },
            Section { heading: t.s("panel-parts"), lead: complete, entries: lines(parts.iter().map(mark)) },
            Section {
                heading: t.s("panel-form-before"),
                lead: t.s("panel-form-consent"),
                entries: lines([t.s("panel-form-attach")]),
            },
        ],
        footer: footer(&[&title, &one.panel.head.pseudonym, &t.s("panel-pseudonymised")]),
        title,
        ..Sheet::default()
    };
    Ok(handed_out(sheet, &t.s("panel-form-file"), desk.today()).await?)
}

/// `GET …/{id}/outcome.pdf`: the advice with its dissent, for who decides.
pub async fn outcome(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = async {
        let (one, _) = load(&desk, id).await?;
        let sheet = outcome_sheet(&desk, &one)?;
        Ok(handed_out(sheet, &desk.visit.t.s("panel-outcome-file"), desk.today()).await?)
    };
    desk.settle(result.await)
}

/// The outcome as a paper for the file, with its name there: none before there is one.
pub(super) async fn for_the_file(
    desk: &Desk,
    one: &Followed,
) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    if one.outcome.is_none() {
        return Ok(None);
    }
    let bytes = set(outcome_sheet(desk, one)?).await?;
    Ok(Some((format!("{}-{}.pdf", desk.visit.t.s("panel-outcome-file"), one.panel.number), bytes)))
}

/// `GET …/{id}/outcome.json`: the same, signed.
pub async fn signed(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = async {
        let (one, _) = load(&desk, id).await?;
        let signed = signed_outcome(&desk, &one)?.ok_or(StoreError::NotThere)?;
        let text = serde_json::to_string_pretty(&signed).map_err(|_| StoreError::NotPossible)?;
        let name = format!("attachment; filename=\"{}.outcome.json\"", one.panel.head.pseudonym);
        Ok(([(CONTENT_TYPE, "application/json".to_owned()), (CONTENT_DISPOSITION, name)], text)
            .into_response())
    };
    desk.settle(result.await)
}

fn signed_outcome(desk: &Desk, one: &Followed) -> Result<Option<SignedOutcome>, StoreError> {
    let signer = desk.infoline.records.keys().master().head_signer();
    SignedOutcome::of(&one.panel, one.outcome.as_ref(), &signer)
}

fn proposals(view: &OutcomeView, t: crate::text::Text) -> Vec<Entry> {
    view.proposals
        .iter()
        .map(|one| Entry {
            title: one.text.clone(),
            lines: std::iter::once(one.facts.clone())
                .chain(
                    one.dissent
                        .iter()
                        .map(|(by, why)| t.ww("panel-dissent-line", ("function", by), ("why", why))),
                )
                .collect(),
            ..Entry::default()
        })
        .collect()
}

fn outcome_sheet(desk: &Desk, one: &Followed) -> Result<Sheet, StoreError> {
    let outcome = one.outcome.as_ref().ok_or(StoreError::NotThere)?;
    let t = desk.visit.t;
    let view = outcome_view(t, outcome);
    // The person is named by the file alone: the sheet says the pseudonym, so that a copy that goes astray names nobody.
    let is_local = one.panel.kind == PanelKind::Local;
    let title = t.s(if is_local { "panel-outcome-local" } else { "panel-outcome-european" });
    let mut facts = desk.panel_facts_of(one);
    facts.extend(
        one.panel
            .steps
            .iter()
            .filter(|step| step.step.word() == "closed")
            .map(|step| (t.s("panel-closed-on"), desk.moment(step.at))),
    );
    let mut sections = vec![
        Section {
            heading: t.s("panel-form-facts"),
            lead: String::new(),
            entries: lines(facts.iter().map(|(name, text)| format!("{name} : {text}"))),
        },
        Section {
            heading: t.s("panel-advice"),
            lead: String::new(),
            entries: lines(view.advice.lines().map(str::to_owned)),
        },
    ];
    if !view.proposals.is_empty() {
        sections.push(Section {
            heading: t.s("panel-proposals"),
            lead: String::new(),
            entries: proposals(&view, t),
        });
    }
    sections.push(Section {
        heading: t.s("panel-who"),
        lead: t.s("panel-decides"),
        entries: lines(view.facts.clone()),
    });
    if !one.panel.head.decision.is_empty() {
        sections.push(Section {
            heading: t.s("panel-decision"),
            lead: String::new(),
            entries: lines(one.panel.head.decision.lines().map(str::to_owned)),
        });
    }
    if let Some(signed) = signed_outcome(desk, one)? {
        let (digest, key) = (signed.proof.digest, signed.proof.key);
        sections.push(Section {
            heading: t.s("panel-signature"),
            lead: t.s("panel-signature-hint"),
            entries: lines([
                t.w("panel-signature-digest", "digest", &digest),
                t.w("panel-signature-key", "key", &key),
            ]),
        });
    }
    Ok(Sheet {
        language: desk.visit.language.code(),
        subtitle: one.panel.head.pseudonym.clone(),
        sections,
        footer: footer(&[&title, &one.panel.head.pseudonym, &t.s("panel-pseudonymised")]),
        title,
        ..Sheet::default()
    })
}
