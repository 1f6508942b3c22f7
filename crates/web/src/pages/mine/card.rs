//! A card for an emergency: what counts in the first minutes, on one sheet, with a code that a telephone reads without a network. It says
//! who made it, when, and until when it is good; whether a newer one was made, anybody who holds it may ask (duty D12).

use super::capsule::{part, set};
use super::{Halt, answer, desk, own};
use crate::addresses::Page;
use crate::addresses::mine::MinePage;
use crate::guard::caller::LinkHolder;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use crate::pictures::qr::on_paper;
use ariane_documents::{Contact, Entry as Line, Section, Sheet};
use ariane_domain::access::grant::UseOwnRights;
use ariane_domain::clinical::entry::Kept;
use ariane_domain::clinical::{Entry, EntryKind};
use ariane_domain::dossier::capsule::{card, is_over, numbered};
use ariane_store::StoreError;
use ariane_store::records::own::capsule::{CardStanding, OwnCard};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

/// Longest text of the code, in bytes: more modules than it needs are not read at this size from a creased card.
const MOST_IN_CODE: usize = 700;

/// `POST /{lang}/ma-demande/carte-urgence`.
pub async fn take(visit: Visit, holder: LinkHolder) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = own::<UseOwnRights>(&mut work, &desk, &holder).await?;
        let found = work.own_card(&grant, &desk.mail.name).await?;
        let found = found.ok_or(Halt::Store(StoreError::NotThere))?;
        work.commit().await?;
        let bytes = set(sheet(&visit, &found)).await?;
        let headers = [
            (CONTENT_TYPE, "application/pdf"),
            (CONTENT_DISPOSITION, "attachment; filename=\"ariane-emergency-card.pdf\""),
        ];
        Ok((headers, bytes).into_response())
    };
    answer(&visit, outcome.await)
}

fn sheet(visit: &Visit, found: &OwnCard) -> Sheet {
    let t = visit.t;
    let capsule = &found.capsule;
    let today = visit.settings.day(capsule.made_at);
    let chosen: Vec<Entry> = card(&capsule.entries, today).into_iter().cloned().collect();
    let entries = numbered(&chosen);
    let (made, until) = (t.date(today), t.date(capsule.expires_on));
    let check = visit.settings.sign_in.full(&MinePage::CardCheck.path_to(visit.language, &found.code));
    let born = capsule.bearer.birth_date.map(|day| t.w("dossier-born", "day", &t.date(day)));
    let mut sections: Vec<Section> = [EntryKind::Allergy, EntryKind::Treatment, EntryKind::Problem]
        .into_iter()
        .map(|kind| part(visit, &entries, kind))
        .collect();
    sections.push(people(visit, found));
    let text = in_code(visit, found, &entries, &check);
    Sheet {
        language: visit.language.code(),
        title: t.s("capsule-card-title"),
        subtitle: capsule.bearer.name.clone(),
        meta: [
            born,
            Some(t.ww("capsule-origin", ("by", &capsule.made_by), ("day", &made))),
            Some(t.w("capsule-good-until", "day", &until)),
            // Where a disease is held back, the lines below must not read as if there were none.
            Some(t.s("capsule-card-lead")),
        ]
        .into_iter()
        .flatten()
        .collect(),
        code: on_paper(&text, t.ww("capsule-card-check", ("code", &found.code), ("address", &check))),
        sections,
        footer: format!("{} · {made} · {}", capsule.made_by, t.w("capsule-good-until", "day", &until)),
        ..Sheet::default()
    }
}

fn people(visit: &Visit, found: &OwnCard) -> Section {
    let t = visit.t;
    let doctor = (!found.doctor.is_empty()).then(|| Line {
        title: found.doctor.clone(),
        kind: t.s("cell-doctor"),
        ..Line::default()
    });
    let contacts = found.contacts.iter().map(|one| Line {
        title: one.name.clone(),
        kind: t.k("contact-role", one.role.word()),
        contacts: vec![Contact { label: t.s("contact-phone"), text: one.phone.clone(), link: None }],
        ..Line::default()
    });
    let entries: Vec<Line> = doctor.into_iter().chain(contacts).collect();
    Section {
        heading: t.s("capsule-card-people"),
        lead: if entries.is_empty() { t.s("capsule-card-nobody") } else { String::new() },
        entries,
    }
}

/// What a telephone shows without a network: the same in few words. What does not fit is counted, not cut off in silence.
fn in_code(visit: &Visit, found: &OwnCard, entries: &[Kept], check: &str) -> String {
    let t = visit.t;
    let capsule = &found.capsule;
    let born = capsule.bearer.birth_date.map(|day| day.to_string()).unwrap_or_default();
    let mut text = format!("{}\n{} {born}\n", t.s("capsule-card-title"), capsule.bearer.name);
    let end = format!("{} > {}\n{check}", visit.settings.day(capsule.made_at), capsule.expires_on);
    let mut left_out = 0;
    for one in entries {
        let words = visit.entry_words(&one.entry, entries);
        let said = [words.title, words.facts];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        let line = format!("{}: {}\n", t.k("clinical-kind", one.entry.kind().word()), said.join(", "));
        if text.len() + line.len() + end.len() > MOST_IN_CODE {
            left_out += 1;
        } else {
            text.push_str(&line);
        }
    }
    if left_out > 0 {
        text.push_str(&format!("+{left_out}\n"));
    }
    text + &end
}

/// What somebody asks about a card.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    code: String,
}

#[derive(Template)]
#[template(path = "mine/card.html")]
struct CardPage {
    shell: Shell,
    at: String,
    code: String,
    said: String,
    next: Vec<Link>,
}

/// `GET /{lang}/carte-urgence`: by the code that the card prints.
pub async fn ask(visit: Visit, Parameters(asked): Parameters<Asked>) -> Response {
    said(&visit, &asked.code).await
}

/// `GET /{lang}/carte-urgence/{token}`: as the code of the card leads there.
pub async fn check(visit: Visit, Path(token): Path<String>) -> Response {
    said(&visit, &token).await
}

async fn said(visit: &Visit, code: &str) -> Response {
    let outcome = async {
        let desk = desk(visit)?;
        let (t, l) = (visit.t, visit.language);
        let code: String = code.trim().chars().take(40).collect();
        let found = match code.is_empty() {
            true => None,
            false => {
                let work = desk.records.begin((visit.settings.now)()).await?;
                work.card_standing(&code).await?
            }
        };
        let said = match (&found, code.is_empty()) {
            (_, true) => String::new(),
            (None, false) => t.s("capsule-check-unknown"),
            (Some(card), false) => standing(visit, card),
        };
        let status = if found.is_none() && !code.is_empty() { StatusCode::NOT_FOUND } else { StatusCode::OK };
        let at = |l| MinePage::CardCheck.path(l);
        let page = CardPage {
            shell: Shell::with_addresses(visit, true, t.s("capsule-check-title"), at),
            at: at(l),
            code,
            said,
            next: vec![Link::new(t.s("nav-helplines"), Page::Helplines.path(l))],
        };
        Ok(render(status, &page))
    };
    answer(visit, outcome.await)
}

fn standing(visit: &Visit, card: &CardStanding) -> String {
    let t = visit.t;
    let (made, until) = (t.date(visit.settings.day(card.made_at)), t.date(card.expires_on));
    match () {
        () if !card.is_latest => t.w("capsule-check-older", "day", &made),
        () if is_over(card.expires_on, visit.today) => t.w("capsule-over", "day", &until),
        () => t.ww("capsule-check-latest", ("day", &made), ("until", &until)),
    }
}
