//! Who received data, was asked to delete them, and what they answered (duty D4; article 19).

use super::board::{self, BoardForm, Cell, Field, Section, Table};
use super::{clock, console_link, of_all, shell};
use crate::addresses::protection::ProtectionPage;
use crate::guard::caller::Signed;
use crate::pages::mine::{Halt, answer, desk, field, moment};
use crate::pages::visit::Visit;
use ariane_domain::access::grant::ProtectData;
use ariane_domain::protection::recipients::RecipientAnswer;
use ariane_store::StoreError;
use ariane_store::records::rights::recipients::Asked;
use ariane_store::records::rights::thread::About;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// `GET /{lang}/dpo/destinataires`.
pub async fn get(visit: Visit, signed: Signed) -> Response {
    answer(&visit, page(&visit, &signed, String::new(), StatusCode::OK).await)
}

async fn page(visit: &Visit, signed: &Signed, said: String, status: StatusCode) -> Result<Response, Halt> {
    let (desk, t) = (desk(visit)?, visit.t);
    let mut work = desk.records.begin((visit.settings.now)()).await?;
    let grant = of_all::<ProtectData>(&work, &desk, &signed.actor())?;
    let asked = work.recipient_requests(&grant).await?;
    work.commit().await?;
    let number = |one: &Asked| match one.about {
        About::Enquiry(number) => number.to_string(),
        About::File(number) => t.w("cell-case-title", "number", &number.to_string()),
    };
    let who = |one: &Asked| {
        let kind = t.k("recipient", one.kind.word());
        if one.recipient.is_empty() { kind } else { format!("{kind}, {}", one.recipient) }
    };
    let rows = asked.iter().map(|one| {
        let said = one.answer.map(|a| t.k("recipient-answer", a.word())).unwrap_or_default();
        vec![
            Cell::from(number(one)),
            who(one).into(),
            t.k("recipient-asked", one.asked_for.word()).into(),
            moment(visit, &desk.office, one.asked_at).into(),
            clock(visit, &desk, one.due_at, one.answer.is_none()),
            said.into(),
            one.duty.clone().into(),
        ]
    });
    let columns = ["enquiry", "recipients", "why", "asked", "due", "answer", "duty"];
    let table = Table {
        caption: t.s("dpo-recipients-title"),
        head: columns.map(|c| t.k("dpo-column", c)).into(),
        rows: rows.collect(),
        empty: t.s("dpo-recipients-none"),
    };
    let open = asked.iter().enumerate().filter(|(_, one)| one.answer.is_none());
    let forms = open.map(|(nth, one)| BoardForm {
        title: t.ww("dpo-recipient-answer", ("number", &number(one)), ("who", &who(one))),
        action: ProtectionPage::Recipients.path(visit.language),
        fields: vec![
            Field::hidden("id", one.id.to_string()),
            Field::hidden("version", one.version.to_string()),
            Field::line("duty", t.s("dpo-recipient-duty"), "text", "").nth(nth),
        ],
        buttons: RecipientAnswer::ALL
            .map(|a| ("answer", a.word().to_owned(), t.k("dpo-recipient-do", a.word())))
            .into(),
    });
    let sections = vec![Section { table: Some(table), forms: forms.collect(), ..Section::default() }];
    let shell = shell(visit, ProtectionPage::Recipients, "dpo-recipients-title");
    Ok(board::page(status, shell, t.s("dpo-recipients-lead"), said, sections, console_link(visit)))
}

/// `POST /{lang}/dpo/destinataires`: what a recipient answered.
pub async fn post(visit: Visit, signed: Signed, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let bad = || Halt::Store(StoreError::NotPossible);
        let id = field(&fields, "id").parse().map_err(|_| bad())?;
        let version = field(&fields, "version").parse().map_err(|_| bad())?;
        let said = RecipientAnswer::from_word(field(&fields, "answer")).ok_or_else(bad)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = of_all::<ProtectData>(&work, &desk, &signed.actor())?;
        let taken = work.answer_recipient(&grant, id, version, said, field(&fields, "duty")).await?;
        if taken.is_err() {
            drop(work);
            let why = visit.t.s("dpo-recipient-no-duty");
            return page(&visit, &signed, why, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        work.commit().await?;
        Ok(Redirect::to(&ProtectionPage::Recipients.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}
