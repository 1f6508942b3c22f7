//! Exceptional openings (duty D5): asked with a reason, approved by a second person, an hour long, looked at afterwards.

use super::board::{self, BoardForm, Cell, Field, Section, Table};
use super::{console_link, of_all, of_one, shell};
use crate::addresses::Page;
use crate::addresses::protection::ProtectionPage;
use crate::desk::Desk;
use crate::guard::caller::Signed;
use crate::pages::mine::{Halt, answer, desk, field, moment};
use crate::pages::shell::Link;
use crate::pages::visit::Visit;
use ariane_domain::access::grant::{ApproveBreakGlass, AskBreakGlass, ReadAccessLog};
use ariane_domain::protection::glass::{self, GlassReason};
use ariane_store::StoreError;
use ariane_store::records::own::emergency::EmergencyOpening;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// `GET /{lang}/dpo/ouvertures`.
pub async fn get(visit: Visit, signed: Signed) -> Response {
    let outcome = async {
        let (desk, t) = (desk(&visit)?, visit.t);
        let now = (visit.settings.now)();
        let mut work = desk.records.begin(now).await?;
        let grant = of_all::<ReadAccessLog>(&work, &desk, &signed.actor())?;
        let openings = work.openings(&grant).await?;
        let emergencies_of = work.emergency_openings(&grant).await?;
        work.commit().await?;
        let to = ProtectionPage::Openings.path(visit.language);
        let mut forms = Vec::new();
        for o in &openings {
            let words: &[&str] = if glass::is_waiting(o.state, o.asked_at, now) {
                &["approve", "refuse"]
            } else if o.state.needs_review() {
                &["right", "wrong"]
            } else {
                continue;
            };
            if o.account == signed.account.id {
                continue;
            }
            forms.push(BoardForm {
                title: t.ww(
                    "dpo-opening-judge",
                    ("number", &o.number.to_string()),
                    ("reason", &t.k("dpo-glass", o.reason.word())),
                ),
                action: to.clone(),
                fields: vec![Field::hidden("id", o.id.to_string())],
                buttons: words.iter().map(|w| ("do", (*w).to_owned(), t.k("dpo-opening-do", w))).collect(),
            });
        }
        let rows = openings.iter().map(|o| {
            vec![
                Cell::from(o.number.to_string()),
                format!("account/{}", o.account).into(),
                t.k("dpo-glass", o.reason.word()).into(),
                moment(&visit, &desk.office, o.asked_at).into(),
                o.until.map(|at| moment(&visit, &desk.office, at)).unwrap_or_default().into(),
                t.k("dpo-opening", o.state.word()).into(),
            ]
        });
        let table = Table {
            caption: t.s("dpo-openings-title"),
            head: ["enquiry", "who", "why", "asked", "until", "standing"]
                .map(|c| t.k("dpo-column", c))
                .into(),
            rows: rows.collect(),
            empty: t.s("dpo-openings-none"),
        };
        let alone = emergencies(&visit, &desk, &signed, &to, &emergencies_of);
        let sections = vec![Section { table: Some(table), forms, ..Section::default() }, alone];
        let shell = shell(&visit, ProtectionPage::Openings, "dpo-openings-title");
        let lead = t.s("dpo-openings-lead");
        Ok(board::page(StatusCode::OK, shell, lead, String::new(), sections, console_link(&visit)))
    };
    answer(&visit, outcome.await)
}

/// Emergency summaries that one clinician opened alone, each to be looked at by somebody else.
fn emergencies(
    visit: &Visit,
    desk: &Desk,
    signed: &Signed,
    to: &str,
    openings: &[EmergencyOpening],
) -> Section {
    let t = visit.t;
    let waits = |one: &&EmergencyOpening| one.state.needs_review() && one.account != signed.account.id;
    let form = |one: &EmergencyOpening| BoardForm {
        title: t.w("dpo-emergency-judge", "number", &one.number.to_string()),
        action: to.to_owned(),
        fields: vec![Field::hidden("id", one.id.to_string())],
        buttons: ["right", "wrong"]
            .map(|word| ("do", format!("emergency-{word}"), t.k("dpo-opening-do", word)))
            .into(),
    };
    let row = |one: &EmergencyOpening| {
        vec![
            Cell::from(one.number.to_string()),
            format!("account/{}", one.account).into(),
            moment(visit, &desk.office, one.at).into(),
            t.k("dpo-emergency", one.state.word()).into(),
        ]
    };
    Section {
        title: t.s("dpo-emergency-title"),
        table: Some(Table {
            caption: t.s("dpo-emergency-title"),
            head: ["number", "who", "when", "standing"].map(|column| t.k("dpo-column", column)).into(),
            rows: openings.iter().map(row).collect(),
            empty: t.s("dpo-emergency-none"),
        }),
        forms: openings.iter().filter(waits).map(form).collect(),
        ..Section::default()
    }
}

/// `POST /{lang}/dpo/ouvertures`: approved, refused, looked at.
pub async fn post(visit: Visit, signed: Signed, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let id = field(&fields, "id").parse().map_err(|_| Halt::Store(StoreError::NotThere))?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = of_all::<ApproveBreakGlass>(&work, &desk, &signed.actor())?;
        match field(&fields, "do") {
            "approve" => work.judge_glass(&grant, id, true).await?,
            "refuse" => work.judge_glass(&grant, id, false).await?,
            "right" => work.review_glass(&grant, id, true).await?,
            "wrong" => work.review_glass(&grant, id, false).await?,
            "emergency-right" => work.review_emergency(&grant, id, true).await?,
            "emergency-wrong" => work.review_emergency(&grant, id, false).await?,
            _ => return Err(Halt::Store(StoreError::NotPossible)),
        }
        work.commit().await?;
        Ok(Redirect::to(&ProtectionPage::Openings.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}

fn ask_page(visit: &Visit, said: String) -> Response {
    let t = visit.t;
    let form = BoardForm {
        title: String::new(),
        action: ProtectionPage::Ask.path(visit.language),
        fields: vec![
            Field::line("enquiry", t.s("dpo-enquiry-number"), "text", ""),
            Field::select(
                "reason",
                t.k("dpo-column", "why"),
                board::words(visit, "dpo-glass", GlassReason::ALL.map(GlassReason::word)),
                "",
            ),
        ],
        buttons: vec![("do", "ask".into(), t.s("dpo-ask-button"))],
    };
    let sections = vec![Section { forms: vec![form], ..Section::default() }];
    let next = vec![Link::new(t.s("nav-search"), Page::Start.path(visit.language))];
    let shell = shell(visit, ProtectionPage::Ask, "dpo-ask-title");
    board::page(StatusCode::OK, shell, t.s("dpo-ask-lead"), said, sections, next)
}

/// `GET /{lang}/ouverture-exceptionnelle`.
pub async fn ask(visit: Visit) -> Response {
    ask_page(&visit, String::new())
}

/// `POST /{lang}/ouverture-exceptionnelle`.
pub async fn ask_post(visit: Visit, signed: Signed, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let missing = || Halt::Store(StoreError::NotThere);
        let number = field(&fields, "enquiry").trim().parse().map_err(|_| missing())?;
        let reason = GlassReason::from_word(field(&fields, "reason")).ok_or_else(missing)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let enquiry = work.enquiry_of_number(desk.controller, number).await?.ok_or_else(missing)?;
        let grant = of_one::<AskBreakGlass>(&mut work, &desk, &signed.actor(), enquiry).await?;
        work.ask_glass(&grant, reason).await?;
        work.commit().await?;
        Ok(ask_page(&visit, visit.t.s("dpo-ask-said")))
    };
    answer(&visit, outcome.await)
}
