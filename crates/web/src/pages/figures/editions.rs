//! What was published: each edition with who made it and whether it is as it was signed; making one, and checking a file.

use super::{shell, work};
use crate::addresses::figures::FiguresPage;
use crate::figures::editions::{NotMade, make_edition, name};
use crate::guard::again;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::access::Action;
use ariane_domain::access::grant::{Grant, ReadFigures};
use ariane_figures::period::{Period, Standing};
use ariane_store::StoreError;
use ariane_store::figures::editions::Signed;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;

/// Years back that an edition is offered for.
const YEARS: i32 = 3;

/// An edition in the list.
pub struct Row {
    /// Its page.
    pub link: Link,
    /// When it was made, for machines and in words.
    pub made: (String, String),
    /// By whom.
    pub by: String,
    /// Form of the report, and how many definitions it names.
    pub version: String,
    /// Whether it is as it was signed.
    pub is_whole: bool,
    /// Beginning of the digest.
    pub digest: String,
}

#[derive(Template)]
#[template(path = "figures/editions.html")]
struct EditionsPage {
    shell: Shell,
    work: Work,
    links: Vec<Link>,
    rows: Vec<Row>,
    at: String,
    may_make: bool,
    periods: Vec<Choice>,
    fault: String,
    verify: String,
    checked: String,
    is_good: bool,
    key: String,
}

/// What the page says about what was sent.
#[derive(Default)]
struct Said {
    period: String,
    fault: String,
    checked: String,
    is_good: bool,
}

/// `GET /{lang}/chiffres/editions`.
pub async fn get(desk: Desk) -> Response {
    let result = page(&desk, Said::default()).await;
    desk.settle(result)
}

impl Desk {
    /// The public key that signs editions.
    pub(super) fn edition_key(&self) -> String {
        self.records.keys().master().head_signer().public_key()
    }

    /// Years and quarters that are over, the latest first.
    fn publishable(&self, chosen: &str) -> Vec<Choice> {
        let (t, year) = (self.visit.t, self.today().year());
        let codes = (year - YEARS..=year).rev().flat_map(|year| {
            std::iter::once(format!("{year:04}")).chain((1..=4).rev().map(move |q| format!("{year:04}-Q{q}")))
        });
        let periods = codes.filter_map(|code| code.parse::<Period>().ok());
        let is_over = |one: &Period| one.standing(&self.infoline.office, self.now) == Standing::Complete;
        periods
            .filter(is_over)
            .map(|period| {
                let code = period.to_string();
                let is_chosen = code == chosen;
                Choice::new(&code, name(t, &period), is_chosen)
            })
            .collect()
    }
}

async fn page(desk: &Desk, said: Said) -> Result<Response, Trouble> {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let colleagues = desk.colleagues().await?;
    let mut unit = desk.begin().await?;
    let grant: Grant<ReadFigures> = desk.grant_all(&unit, "figures")?;
    let editions = unit.editions(&grant).await?;
    unit.commit().await?;
    let key = desk.edition_key();
    let rows = editions.into_iter().rev().map(|(head, signed)| {
        let report = signed.report();
        Row {
            link: Link::new(name(t, &head.period), FiguresPage::Edition.path_to(l, &head.id.to_string())),
            made: (head.made_at.to_rfc3339(), desk.moment(head.made_at)),
            by: match head.made_by.map(|account| colleagues.name(account)) {
                Some(name) if !name.is_empty() => name,
                _ => t.s("figures-by-job"),
            },
            version: report.map_or_else(
                || t.s("figures-form-unknown"),
                |report| {
                    t.ww(
                        "figures-form",
                        ("form", &report.format),
                        ("count", &t.number(report.definitions.len() as f64)),
                    )
                },
            ),
            is_whole: signed.holds(&key),
            digest: head.digest.chars().take(12).collect(),
        }
    });
    let status = if said.fault.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = EditionsPage {
        shell: shell(desk, FiguresPage::Editions, "", t.s("figures-editions")),
        work: work(desk),
        links: desk.figure_links(),
        rows: rows.collect(),
        at: FiguresPage::Editions.path(l),
        may_make: desk.may_ever(Action::PublishFigures),
        periods: desk.publishable(&said.period),
        fault: said.fault,
        verify: FiguresPage::Verify.path(l),
        checked: said.checked,
        is_good: said.is_good,
        key,
    };
    Ok(render(status, &page))
}

/// `POST /{lang}/chiffres/editions`: makes one.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let l = desk.visit.language;
    let code = sent.line("period");
    let fault = match code.parse::<Period>() {
        Err(_) => "unreadable",
        Ok(period) => {
            let (figures, actor) = (desk.visit.app.figures.clone(), desk.actor());
            let made =
                make_edition(&desk.infoline, &figures, &actor, Some(desk.account()), period, desk.now).await;
            match made {
                Ok(id) => {
                    let to = format!("{}?done=1", FiguresPage::Edition.path_to(l, &id.to_string()));
                    return Redirect::to(&to).into_response();
                }
                Err(NotMade::Refused(refusal)) => return desk.settle(Err(refusal.into())),
                Err(NotMade::Store(error)) => {
                    let is_contention = matches!(error, StoreError::Database(_));
                    let mut response = desk.settle(Err(Trouble::Store(StoreError::NotPossible)));
                    if is_contention {
                        again::mark(&mut response, &error);
                    }
                    return response;
                }
                Err(NotMade::NotOfLattice) => "not-of-lattice",
                Err(NotMade::NotOver) => "not-over",
                Err(NotMade::Unprotectable(_)) => "unprotectable",
                Err(NotMade::NotComputed) => "not-computed",
            }
        }
    };
    let fault = desk.visit.t.k("figures-fault", fault);
    let result = page(&desk, Said { period: code, fault, ..Said::default() }).await;
    desk.settle(result)
}

/// `POST /{lang}/chiffres/verifier`: whether a text is an edition as it was signed here.
pub async fn verify(desk: Desk, sent: Sent) -> Response {
    let t = desk.visit.t;
    let read = serde_json::from_str::<Signed>(sent.get("text").trim());
    let (checked, is_good) = match read {
        Err(_) => (t.s("figures-verify-unreadable"), false),
        Ok(signed) if signed.holds(&desk.edition_key()) => {
            let period = signed.report().map(|report| name(t, &report.period)).unwrap_or_default();
            (t.ww("figures-verify-good", ("period", &period), ("digest", &signed.proof.digest)), true)
        }
        Ok(_) => (t.s("figures-verify-bad"), false),
    };
    let result = page(&desk, Said { checked, is_good, ..Said::default() }).await;
    desk.settle(result)
}
