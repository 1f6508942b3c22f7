//! The orientation sheet as a PDF: the same sheet, composed for paper.

use super::entry::{Card, need_label};
use super::sheet::{country_name, empty_text, thread};
use super::sheet_form::{Asked, Understood, understand};
use super::visit::Visit;
use crate::problem::Problem;
use ariane_documents::{Contact, Entry, Section, Sheet};
use ariane_orientation::sheet;
use axum::Form;
use axum::extract::Query as Parameters;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// `GET /{lang}/orientation.pdf`: from a link, without an exact place.
pub async fn get(visit: Visit, Parameters(asked): Parameters<Asked>) -> Response {
    respond(visit, Asked { place: String::new(), position: String::new(), ..asked }).await
}

/// `POST /{lang}/orientation.pdf`.
pub async fn post(visit: Visit, Form(asked): Form<Asked>) -> Response {
    respond(visit, asked).await
}

async fn respond(visit: Visit, asked: Asked) -> Response {
    let understood = understand(&visit, &asked);
    let document = document(&visit, &asked, &understood);
    // Laying out takes milliseconds of one core: it must not hold up other requests.
    let rendered = tokio::task::spawn_blocking(move || ariane_documents::render(&document)).await;
    match rendered {
        Ok(Ok(bytes)) => {
            let mut response = bytes.into_response();
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
            response.headers_mut().insert(
                CONTENT_DISPOSITION,
                HeaderValue::from_static("inline; filename=\"orientation.pdf\""),
            );
            response
        }
        Ok(Err(error)) => {
            tracing::error!(%error, "a sheet could not be laid out");
            Problem::Ours.page(&visit)
        }
        Err(_) => Problem::Ours.page(&visit),
    }
}

fn document(visit: &Visit, asked: &Asked, understood: &Understood) -> Sheet {
    let t = visit.t;
    let catalogue = &visit.knowledge.catalogue;
    let sources = visit.knowledge.sources(&visit.procedures);
    let composed = sheet::compose(&sources, understood.request.clone());
    let name = understood
        .request
        .disorder
        .and_then(|c| catalogue.entity(c))
        .map(|e| (catalogue.name(e, visit.language).1.to_owned(), e.code.to_string()));
    let mut meta = vec![t.w("sheet-made-on", "date", &t.date(visit.today))];
    let place = if understood.place.is_empty() {
        country_name(visit, understood.request.country)
    } else {
        understood.place.clone()
    };
    meta.push(t.w("sheet-place", "place", &place));
    meta.extend(understood.request.needs.iter().map(|n| t.w("sheet-need", "need", &need_label(visit, *n))));
    let mut sections: Vec<Section> = composed
        .sections
        .iter()
        .map(|section| Section {
            heading: t.k("part", section.part.word()),
            lead: if section.entries.is_empty() {
                empty_text(visit, section.part, &understood.request)
            } else {
                t.k("part-lead", section.part.word())
            },
            entries: section.entries.iter().map(|e| entry(visit, &Card::of_entry(visit, e))).collect(),
        })
        .collect();
    sections.extend(composed.procedures.iter().map(|procedure| {
        Section {
            heading: procedure.title.get(visit.language).to_owned(),
            lead: String::new(),
            entries: procedure
                .steps
                .iter()
                .enumerate()
                .map(|(i, step)| Entry {
                    title: format!("{}. {}", i + 1, step.text.get(visit.language)),
                    ..Entry::default()
                })
                .collect(),
        }
    }));
    if !composed.european_steps.is_empty() {
        sections.push(Section {
            heading: t.s("sheet-europe-heading"),
            lead: t.s("sheet-europe-lead"),
            entries: composed
                .european_steps
                .iter()
                .enumerate()
                .map(|(i, step)| Entry {
                    title: format!("{}. {}", i + 1, t.k("step", step)),
                    ..Entry::default()
                })
                .collect(),
        });
    }
    Sheet {
        language: visit.language.code(),
        title: name.as_ref().map_or_else(|| t.s("sheet-title"), |(n, _)| n.clone()),
        subtitle: name.map_or_else(String::new, |(_, code)| format!("{} · {code}", t.s("sheet-title"))),
        meta,
        thread: thread(t, understood, &composed),
        sections,
        footer: t.w(
            "footer-disclaimer",
            "number",
            &super::shell::Shell::new(visit, crate::addresses::Page::Sheet, "", String::new()).emergency,
        ),
        large_type: asked.large == "1",
        code: None,
    }
}

fn entry(visit: &Visit, card: &Card) -> Entry {
    let t = visit.t;
    let contact =
        |label: String, text: &str, link: Option<String>| Contact { label, text: text.to_owned(), link };
    let mut contacts = Vec::new();
    if let Some((shown, dial)) = &card.phone {
        contacts.push(contact(t.s("contact-phone"), shown, Some(format!("tel:{dial}"))));
    }
    if !card.email.is_empty() {
        contacts.push(contact(t.s("contact-email"), &card.email, Some(format!("mailto:{}", card.email))));
    }
    if !card.url.is_empty() {
        contacts.push(contact(t.s("contact-web"), &card.url, Some(card.url.clone())));
    }
    let mut lines = Vec::new();
    for line in [&card.description, &card.where_it_is, &card.distance, &card.label, &card.hours] {
        if !line.is_empty() {
            lines.push(line.clone());
        }
    }
    lines.extend(card.events.iter().map(|e| t.w("event-on-paper", "event", &e.line())));
    Entry {
        title: card.name.clone(),
        kind: card.kind.clone(),
        lines,
        contacts,
        why: if card.why.is_empty() { String::new() } else { t.w("card-why", "why", &card.why.join(" · ")) },
        provenance: format!("{} {} · {}", t.s("card-source"), card.source, card.checked),
        bars: Vec::new(),
        warning: (!card.warnings.is_empty()).then(|| card.warnings.join(" ")),
    }
}
