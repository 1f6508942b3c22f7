//! What in the log is unusual, and the log itself, by enquiry or account: codes and pseudonyms, no content.

use super::board::{self, BoardForm, Cell, Field, Section, Table};
use super::{console_link, of_all, shell};
use crate::addresses::protection::ProtectionPage;
use crate::guard::caller::Signed;
use crate::pages::mine::{Halt, answer, desk, field, moment};
use crate::pages::visit::Visit;
use ariane_domain::access::grant::ReadAccessLog;
use ariane_domain::account::Role;
use ariane_domain::protection::unusual::look;
use ariane_store::audit::read::Wanted;
use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, TimeDelta};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Days that are looked at.
const DAYS: i64 = 30;
/// Lines that a search of the log shows.
const MOST: u64 = 500;

/// Names of accounts, for the data protection officer only (duty D27).
async fn names(visit: &Visit, signed: &Signed, actors: &[String]) -> Result<BTreeMap<String, String>, Halt> {
    let mut names = BTreeMap::new();
    let Some(accounts) =
        visit.app.accounts.as_ref().filter(|_| signed.account.is(Role::DataProtectionOfficer))
    else {
        return Ok(names);
    };
    for actor in actors {
        let id = actor.strip_prefix("account/").and_then(|id| id.parse::<Uuid>().ok());
        if let Some(id) = id.filter(|_| !names.contains_key(actor))
            && let Some(account) = accounts.account(id).await?
        {
            names.insert(actor.clone(), account.name);
        }
    }
    Ok(names)
}

fn named(names: &BTreeMap<String, String>, actor: &str) -> String {
    names.get(actor).map_or_else(|| actor.to_owned(), |name| format!("{name} ({actor})"))
}

/// `GET /{lang}/dpo/inhabituel`.
pub async fn unusual(visit: Visit, signed: Signed) -> Response {
    let outcome = async {
        let (desk, t) = (desk(&visit)?, visit.t);
        let now = (visit.settings.now)();
        let mut work = desk.records.begin(now).await?;
        let grant = of_all::<ReadAccessLog>(&work, &desk, &signed.actor())?;
        let (lines, is_cut) = work.lines_since(&grant, now - TimeDelta::days(DAYS)).await?;
        work.commit().await?;
        let bounds = desk.records.settings().unusual;
        let found = look(&lines, Some(&desk.office), &bounds);
        let actors: Vec<String> = found.iter().map(|u| u.actor.clone()).collect();
        let names = names(&visit, &signed, &actors).await?;
        let rows = found.iter().map(|u| {
            vec![
                Cell::from(t.k("dpo-unusual", u.kind.word())),
                named(&names, &u.actor).into(),
                moment(&visit, &desk.office, u.from).into(),
                moment(&visit, &desk.office, u.until).into(),
                u.count.to_string().into(),
            ]
        });
        let table = Table {
            caption: t.s("dpo-unusual-title"),
            head: ["what", "who", "since", "until", "count"].map(|c| t.k("dpo-column", c)).into(),
            rows: rows.collect(),
            empty: t.s("dpo-unusual-none"),
        };
        let text = t.ww(
            "dpo-unusual-rules",
            ("records", &bounds.records.to_string()),
            ("minutes", &bounds.within.num_minutes().to_string()),
        );
        let said = if is_cut { t.s("dpo-unusual-cut") } else { String::new() };
        let sections = vec![Section { text, table: Some(table), ..Section::default() }];
        let shell = shell(&visit, ProtectionPage::Unusual, "dpo-unusual-title");
        let lead = t.n("dpo-unusual-lead", DAYS as usize);
        Ok(board::page(StatusCode::OK, shell, lead, said, sections, console_link(&visit)))
    };
    answer(&visit, outcome.await)
}

/// `GET /{lang}/dpo/journal`.
pub async fn log(visit: Visit, signed: Signed) -> Response {
    answer(&visit, search(&visit, &signed, "", "").await)
}

/// `POST /{lang}/dpo/journal`: what is searched for stands in no address.
pub async fn log_search(visit: Visit, signed: Signed, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = search(&visit, &signed, field(&fields, "enquiry"), field(&fields, "account")).await;
    answer(&visit, outcome)
}

async fn search(visit: &Visit, signed: &Signed, number: &str, account: &str) -> Result<Response, Halt> {
    let (desk, t) = (desk(visit)?, visit.t);
    let mut work = desk.records.begin((visit.settings.now)()).await?;
    let grant = of_all::<ReadAccessLog>(&work, &desk, &signed.actor())?;
    let (number, account) = (number.trim(), account.trim());
    let mut wanted = Wanted { limit: MOST, ..Wanted::default() };
    let mut said = String::new();
    if !number.is_empty() {
        let found = match number.parse() {
            Ok(number) => work.enquiry_of_number(desk.controller, number).await?,
            Err(_) => None,
        };
        match found {
            Some(id) => wanted.streams = vec![format!("enquiry/{id}")],
            None => {
                said = t.s("dpo-log-unknown");
                wanted.streams = vec![String::new()];
            }
        }
    }
    if !account.is_empty() {
        let id = account.strip_prefix("account/").unwrap_or(account);
        wanted.actor = Some(format!("account/{id}"));
    }
    let entries = work.access_log(&grant, &wanted).await?;
    work.commit().await?;
    let actors: Vec<String> = entries.iter().map(|e| e.actor.clone()).collect();
    let names = names(visit, signed, &actors).await?;
    let rows = entries.iter().map(|e| {
        let when = DateTime::from_timestamp_micros(e.at).map(|at| moment(visit, &desk.office, at));
        [
            when.unwrap_or_default(),
            named(&names, &e.actor),
            e.function.clone(),
            e.action.clone(),
            e.object.clone(),
            e.purpose.clone(),
            e.reason.clone(),
        ]
        .into_iter()
        .map(Cell::from)
        .collect()
    });
    let columns = ["when", "who", "function", "what", "object", "purpose", "why"];
    let table = Table {
        caption: t.s("dpo-log-title"),
        head: columns.map(|c| t.k("dpo-column", c)).into(),
        rows: rows.collect(),
        empty: t.s("dpo-log-none"),
    };
    let form = BoardForm {
        title: t.s("dpo-log-search"),
        action: ProtectionPage::Log.path(visit.language),
        fields: vec![
            Field::line("enquiry", t.s("dpo-enquiry-number"), "text", number),
            Field::line("account", t.s("dpo-log-account"), "text", account),
        ],
        buttons: vec![("do", "search".into(), t.s("dpo-log-button"))],
    };
    let sections = vec![
        Section { forms: vec![form], ..Section::default() },
        Section { table: Some(table), ..Section::default() },
    ];
    let shell = shell(visit, ProtectionPage::Log, "dpo-log-title");
    Ok(board::page(StatusCode::OK, shell, t.s("dpo-log-lead"), said, sections, console_link(visit)))
}
