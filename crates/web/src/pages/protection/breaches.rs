//! The register of breaches with its clock of 72 hours (articles 33, 34).

use super::board::{self, BoardForm, Cell, Field, Section, Table};
use super::{clock, console_link, local_time, of_all, shell};
use crate::addresses::protection::ProtectionPage;
use crate::guard::caller::Signed;
use crate::pages::mine::{Halt, answer, desk, field, moment};
use crate::pages::visit::Visit;
use ariane_domain::access::grant::ProtectData;
use ariane_domain::protection::breach::{BreachKind, BreachRisk, to_do};
use ariane_store::StoreError;
use ariane_store::records::own::breach::{Breach, BreachTexts, Told};
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

fn fields(visit: &Visit, nth: usize, breach: Option<&Breach>) -> Vec<Field> {
    let t = visit.t;
    let kind = breach.map_or("", |b| b.kind.word());
    let risk = breach.map_or(BreachRisk::Unknown.word(), |b| b.risk.word());
    let persons = breach.map_or(0, |b| b.persons).to_string();
    vec![
        Field::select(
            "kind",
            t.k("dpo-column", "lost"),
            board::words(visit, "dpo-breach", BreachKind::ALL.map(BreachKind::word)),
            kind,
        )
        .nth(nth),
        Field::select(
            "risk",
            t.k("dpo-column", "risk"),
            board::words(visit, "dpo-risk", BreachRisk::ALL.map(BreachRisk::word)),
            risk,
        )
        .nth(nth),
        Field::line("persons", t.k("dpo-column", "persons"), "number", persons).nth(nth),
        Field::text("facts", t.s("dpo-breach-facts"), breach.map_or("", |b| b.facts.as_str())).nth(nth),
        Field::text("measures", t.s("dpo-breach-measures"), breach.map_or("", |b| b.measures.as_str()))
            .nth(nth),
    ]
}

/// `GET /{lang}/dpo/violations`.
pub async fn get(visit: Visit, signed: Signed) -> Response {
    let outcome = async {
        let (desk, t) = (desk(&visit)?, visit.t);
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = of_all::<ProtectData>(&work, &desk, &signed.actor())?;
        let breaches = work.breaches(&grant).await?;
        work.commit().await?;
        let rows = breaches.iter().map(|b| {
            let left = to_do(b.risk, b.authority_at.is_some(), b.persons_at.is_some());
            let mut todo = Vec::new();
            for (is_due, word) in
                [(left.weigh, "weigh"), (left.tell_authority, "authority"), (left.tell_persons, "persons")]
            {
                if is_due && b.closed_at.is_none() {
                    todo.push(t.k("dpo-todo", word));
                }
            }
            vec![
                Cell::from(b.number.to_string()),
                t.k("dpo-breach", b.kind.word()).into(),
                t.k("dpo-risk", b.risk.word()).into(),
                b.persons.to_string().into(),
                moment(&visit, &desk.office, b.noticed_at).into(),
                clock(&visit, &desk, b.due_at, left.tell_authority && b.closed_at.is_none()),
                todo.join(", ").into(),
            ]
        });
        let columns = ["number", "lost", "risk", "persons", "noticed", "due", "todo"];
        let table = Table {
            caption: t.s("dpo-breaches-title"),
            head: columns.map(|c| t.k("dpo-column", c)).into(),
            rows: rows.collect(),
            empty: t.s("dpo-breaches-none"),
        };
        let to = ProtectionPage::Breaches.path(visit.language);
        let mut forms = vec![BoardForm {
            title: t.s("dpo-breach-new"),
            action: to.clone(),
            fields: std::iter::once(Field::line(
                "noticed",
                t.k("dpo-column", "noticed"),
                "datetime-local",
                "",
            ))
            .chain(fields(&visit, 0, None))
            .collect(),
            buttons: vec![("do", "new".into(), t.s("dpo-record"))],
        }];
        for (nth, b) in breaches.iter().enumerate().filter(|(_, b)| b.closed_at.is_none()) {
            let hidden =
                [Field::hidden("id", b.id.to_string()), Field::hidden("version", b.version.to_string())];
            forms.push(BoardForm {
                title: t.w("dpo-breach-change", "number", &b.number.to_string()),
                action: to.clone(),
                fields: hidden.into_iter().chain(fields(&visit, nth + 1, Some(b))).collect(),
                buttons: ["save", "authority", "persons", "close"]
                    .map(|word| ("do", word.to_owned(), t.k("dpo-breach-do", word)))
                    .into(),
            });
        }
        let sections = vec![Section { table: Some(table), forms, ..Section::default() }];
        let shell = shell(&visit, ProtectionPage::Breaches, "dpo-breaches-title");
        let lead = t.s("dpo-breaches-lead");
        Ok(board::page(StatusCode::OK, shell, lead, String::new(), sections, console_link(&visit)))
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/dpo/violations`.
pub async fn post(visit: Visit, signed: Signed, Form(sent): Form<Vec<(String, String)>>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let now = (visit.settings.now)();
        let bad = || Halt::Store(StoreError::NotPossible);
        let texts = BreachTexts {
            kind: BreachKind::from_word(field(&sent, "kind")).ok_or_else(bad)?,
            risk: BreachRisk::from_word(field(&sent, "risk")).ok_or_else(bad)?,
            persons: field(&sent, "persons").trim().parse().unwrap_or(0),
            facts: field(&sent, "facts"),
            measures: field(&sent, "measures"),
        };
        let mut work = desk.records.begin(now).await?;
        let grant = of_all::<ProtectData>(&work, &desk, &signed.actor())?;
        match field(&sent, "do") {
            "new" => {
                let noticed = local_time(&desk, field(&sent, "noticed")).filter(|at| *at <= now);
                work.record_breach(&grant, noticed.unwrap_or(now), &texts).await?;
            }
            what => {
                let id = field(&sent, "id").parse().map_err(|_| bad())?;
                let version = field(&sent, "version").parse().map_err(|_| bad())?;
                let told = Told {
                    authority: what == "authority",
                    persons: what == "persons",
                    closed: what == "close",
                };
                work.change_breach(&grant, id, version, &texts, told).await?;
            }
        }
        work.commit().await?;
        Ok(Redirect::to(&ProtectionPage::Breaches.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}
