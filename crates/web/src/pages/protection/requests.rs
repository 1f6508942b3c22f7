//! Requests of persons with their one-month clock, those on paper too; legal holds.

use super::board::{self, BoardForm, Cell, Field, Section, Table};
use super::{clock, console_link, local_time, of_all, shell};
use crate::addresses::protection::ProtectionPage;
use crate::guard::caller::Signed;
use crate::pages::mine::{Halt, answer, desk, field, moment};
use crate::pages::visit::Visit;
use ariane_domain::access::grant::ProtectData;
use ariane_domain::protection::erasure::HoldReason;
use ariane_domain::protection::rights::{Right, Standing, Way};
use ariane_store::StoreError;
use ariane_store::records::own::request::NewDataRequest;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// `GET /{lang}/dpo/demandes`.
pub async fn get(visit: Visit, signed: Signed) -> Response {
    answer(&visit, list(&visit, &signed).await)
}

async fn list(visit: &Visit, signed: &Signed) -> Result<Response, Halt> {
    let (desk, t, l) = (desk(visit)?, visit.t, visit.language);
    let mut work = desk.records.begin((visit.settings.now)()).await?;
    let grant = of_all::<ProtectData>(&work, &desk, &signed.actor())?;
    let requests = work.data_requests(&grant).await?;
    let holds = work.holds(&grant).await?;
    let mut numbers = std::collections::BTreeMap::new();
    for id in requests.iter().filter_map(|r| r.enquiry).chain(holds.iter().map(|h| h.enquiry)) {
        numbers.insert(id, work.number_of_enquiry(desk.controller, id).await?);
    }
    work.commit().await?;
    let number = |id: Option<uuid::Uuid>| {
        id.and_then(|id| numbers.get(&id)).map(ToString::to_string).unwrap_or_default()
    };
    let rows = requests.iter().map(|r| {
        vec![
            Cell::from(r.number.to_string()),
            t.k("dpo-right", r.right.word()).into(),
            t.k("dpo-way", r.way.word()).into(),
            number(r.enquiry).into(),
            moment(visit, &desk.office, r.received_at).into(),
            clock(visit, &desk, r.due_at, r.standing.is_open()),
            t.k("dpo-standing", r.standing.word()).into(),
            r.note.clone().into(),
        ]
    });
    let columns = ["number", "right", "way", "enquiry", "received", "due", "standing", "note"];
    let table = Table {
        caption: t.s("dpo-requests-title"),
        head: columns.map(|c| t.k("dpo-column", c)).into(),
        rows: rows.collect(),
        empty: t.s("dpo-requests-none"),
    };
    let to = ProtectionPage::Request.path(l);
    let moves = requests.iter().enumerate().filter(|(_, r)| r.standing.is_open()).map(|(_, r)| BoardForm {
        title: t.ww(
            "dpo-request-move",
            ("number", &r.number.to_string()),
            ("right", &t.k("dpo-right", r.right.word())),
        ),
        action: to.clone(),
        fields: vec![Field::hidden("id", r.id.to_string()), Field::hidden("version", r.version.to_string())],
        buttons: Standing::ALL
            .into_iter()
            .filter(|next| r.standing.may_become(*next))
            .map(|next| ("next", next.word().to_owned(), t.k("dpo-move", next.word())))
            .collect(),
    });
    let paper = BoardForm {
        title: t.s("dpo-request-new"),
        action: to.clone(),
        fields: vec![
            Field::select(
                "right",
                t.k("dpo-column", "right"),
                board::words(visit, "dpo-right", Right::ALL.map(Right::word)),
                "",
            ),
            Field::select(
                "way",
                t.k("dpo-column", "way"),
                board::words(visit, "dpo-way", Way::ALL.into_iter().skip(1).map(Way::word)),
                "",
            ),
            Field::line("received", t.k("dpo-column", "received"), "datetime-local", ""),
            Field::line("enquiry", t.s("dpo-enquiry-number"), "text", ""),
            Field::text("note", t.s("dpo-note-own"), ""),
        ],
        buttons: vec![("next", String::new(), t.s("dpo-record"))],
    };
    let hold_rows = holds.iter().map(|h| {
        vec![
            Cell::from(number(Some(h.enquiry))),
            t.k("dpo-hold", h.reason.word()).into(),
            moment(visit, &desk.office, h.set_at).into(),
            h.until.map(|at| moment(visit, &desk.office, at)).unwrap_or_default().into(),
            h.lifted_at.map(|at| moment(visit, &desk.office, at)).unwrap_or_default().into(),
        ]
    });
    let hold_table = Table {
        caption: t.s("dpo-holds-title"),
        head: ["enquiry", "why", "since", "until", "lifted"].map(|c| t.k("dpo-column", c)).into(),
        rows: hold_rows.collect(),
        empty: t.s("dpo-holds-none"),
    };
    let hold_to = ProtectionPage::Holds.path(l);
    let mut hold_forms = vec![BoardForm {
        title: t.s("dpo-hold-new"),
        action: hold_to.clone(),
        fields: vec![
            Field::line("enquiry", t.s("dpo-enquiry-number"), "text", "").nth(2),
            Field::select(
                "reason",
                t.k("dpo-column", "why"),
                board::words(visit, "dpo-hold", HoldReason::ALL.map(HoldReason::word)),
                "",
            ),
            Field::line("until", t.k("dpo-column", "until"), "datetime-local", ""),
        ],
        buttons: vec![("do", "set".into(), t.s("dpo-record"))],
    }];
    hold_forms.extend(holds.iter().filter(|h| h.lifted_at.is_none()).map(|h| BoardForm {
        title: t.w("dpo-hold-lift", "number", &number(Some(h.enquiry))),
        action: hold_to.clone(),
        fields: vec![Field::hidden("id", h.id.to_string())],
        buttons: vec![("do", "lift".into(), t.s("dpo-lift"))],
    }));
    let sections = vec![
        Section { table: Some(table), forms: moves.collect(), ..Section::default() },
        Section { title: t.s("dpo-request-paper"), forms: vec![paper], ..Section::default() },
        Section {
            title: t.s("dpo-holds-title"),
            text: t.s("dpo-holds-lead"),
            table: Some(hold_table),
            forms: hold_forms,
            ..Section::default()
        },
    ];
    let shell = shell(visit, ProtectionPage::Requests, "dpo-requests-title");
    let lead = t.s("dpo-requests-lead");
    Ok(board::page(StatusCode::OK, shell, lead, String::new(), sections, console_link(visit)))
}

/// `POST /{lang}/dpo/demande`: written down, or moved on.
pub async fn post(visit: Visit, signed: Signed, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let now = (visit.settings.now)();
        let mut work = desk.records.begin(now).await?;
        let grant = of_all::<ProtectData>(&work, &desk, &signed.actor())?;
        let bad = || Halt::Store(StoreError::NotPossible);
        if let Ok(id) = field(&fields, "id").parse() {
            let version = field(&fields, "version").parse().map_err(|_| bad())?;
            let next = Standing::from_word(field(&fields, "next")).ok_or_else(bad)?;
            work.move_request(&grant, id, version, next).await?;
        } else {
            let typed = field(&fields, "enquiry").trim();
            let enquiry = match typed.parse::<i64>() {
                Ok(number) => work.enquiry_of_number(desk.controller, number).await?,
                Err(_) => None,
            };
            if !typed.is_empty() && enquiry.is_none() {
                return Err(Halt::Store(StoreError::NotThere));
            }
            let right = Right::from_word(field(&fields, "right")).ok_or_else(bad)?;
            let received_at =
                local_time(&desk, field(&fields, "received")).filter(|at| *at <= now).unwrap_or(now);
            let waits = right == Right::Erasure && enquiry.is_some();
            let new = NewDataRequest {
                enquiry,
                right,
                way: Way::from_word(field(&fields, "way")).ok_or_else(bad)?,
                standing: Standing::Open,
                note: field(&fields, "note"),
                received_at,
                effective_at: waits.then(|| desk.records.settings().erasure.after(now)),
            };
            work.record_request(&grant, &new).await?;
        }
        work.commit().await?;
        Ok(Redirect::to(&ProtectionPage::Requests.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/dpo/conservation`: a legal hold, set or lifted.
pub async fn hold(visit: Visit, signed: Signed, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = of_all::<ProtectData>(&work, &desk, &signed.actor())?;
        let missing = || Halt::Store(StoreError::NotThere);
        if field(&fields, "do") == "lift" {
            let id = field(&fields, "id").parse().map_err(|_| missing())?;
            work.lift_hold(&grant, id).await?;
        } else {
            let number = field(&fields, "enquiry").trim().parse().map_err(|_| missing())?;
            let enquiry = work.enquiry_of_number(desk.controller, number).await?.ok_or_else(missing)?;
            let reason = HoldReason::from_word(field(&fields, "reason")).ok_or_else(missing)?;
            work.set_hold(&grant, enquiry, reason, local_time(&desk, field(&fields, "until"))).await?;
        }
        work.commit().await?;
        Ok(Redirect::to(&ProtectionPage::Requests.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}
