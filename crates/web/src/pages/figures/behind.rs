//! The records behind a number, for who may read those records. The list names nobody; each look at it is logged, and so is opening
//! one of them.

use super::asked::{Asked, Wrong};
use super::board::preparing;
use super::{shell, table, work};
use crate::addresses::desk::DeskPage;
use crate::addresses::figures::FiguresPage;
use crate::addresses::meeting::MeetingPage;
use crate::figures::editions::name;
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::Action;
use ariane_domain::access::grant::{Grant, HoldMeeting, ListCases, ListEnquiries, PrepareReferral};
use ariane_figures::count::Behind;
use ariane_figures::definition::Definition;
use ariane_figures::period::Period;
use ariane_store::figures::{CaseHead, EnquiryHead, MeetingHead, ReferralHead};
use ariane_store::records::Work as Records;
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

/// Most records of a list.
const MOST: usize = 500;

/// Which number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Number {
    /// Name of the figure.
    pub figure: String,
    /// Row; empty for the total.
    pub row: String,
}

/// A record.
pub struct Row {
    /// Its number, or what it is.
    pub name: String,
    /// Its page.
    pub href: String,
    /// When it came, for machines and in words.
    pub since: (String, String),
    /// Where it stands.
    pub state: String,
}

#[derive(Template)]
#[template(path = "figures/behind.html")]
struct BehindPage {
    shell: Shell,
    work: Work,
    fault: String,
    lead: String,
    means: String,
    rows: Vec<Row>,
    more: String,
    back: Link,
}

impl Desk {
    /// Address of the records behind a number; empty for who may not read them.
    pub(super) fn behind_at(
        &self,
        asked: &Asked,
        period: Period,
        figure: &Definition,
        row: Option<&str>,
    ) -> String {
        let action = match figure.id {
            "cell.meetings" | "cell.meeting-records" => Action::HoldMeeting,
            "hub.referred" | "hub.referrals" | "hub.appointment" => Action::PrepareReferral,
            id if id.starts_with("infoline.") => Action::ListEnquiries,
            _ => Action::ListCases,
        };
        if !self.may_ever(action) {
            return String::new();
        }
        let at = FiguresPage::Behind.path(self.visit.language);
        let row = row.map(|row| format!("&row={row}")).unwrap_or_default();
        format!("{at}?{}&figure={}{row}", asked.query(&period.to_string()), figure.id)
    }
}

/// `GET /{lang}/chiffres/dossiers?period=2020&figure=infoline.age&row=adult`.
pub async fn get(
    desk: Desk,
    Parameters(asked): Parameters<Asked>,
    Parameters(number): Parameters<Number>,
) -> Response {
    let result = page(&desk, &asked, &number).await;
    desk.settle(result)
}

fn keys(found: &Behind<Uuid>) -> &[Uuid] {
    let (Behind::Enquiries(ids)
    | Behind::Unmet(ids)
    | Behind::Files(ids)
    | Behind::Meetings(ids)
    | Behind::Referrals(ids)) = found;
    ids
}

/// The records, each read with the right that lists them elsewhere too.
async fn rows(
    desk: &Desk,
    work: &mut Records<'_>,
    found: &Behind<Uuid>,
    figure: &Definition,
) -> Result<Vec<Row>, Trouble> {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let ids = keys(found);
    let shown = &ids[..ids.len().min(MOST)];
    let numbered = |n: i64| format!("{} {n}", t.s("desk-number-sign"));
    let since = |at: DateTime<Utc>| (at.to_rfc3339(), desk.moment(at));
    Ok(match found {
        Behind::Files(_) => {
            let grant: Grant<ListCases> = desk.grant_all(work, "figures")?;
            let heads = work.cases_behind(&grant.because(figure.id), shown).await?;
            let row = |one: CaseHead| Row {
                name: numbered(one.number),
                href: desk.case_at(one.id),
                since: since(one.received_at),
                state: one.state.map(|state| t.k("file-state", state.word())).unwrap_or_default(),
            };
            heads.into_iter().map(row).collect()
        }
        Behind::Enquiries(_) | Behind::Unmet(_) => {
            let grant: Grant<ListEnquiries> = desk.grant_all(work, "figures")?;
            let heads = work.enquiries_behind(&grant.because(figure.id), shown).await?;
            let row = |one: EnquiryHead| Row {
                name: numbered(one.number),
                href: DeskPage::Enquiry.path_to(l, &one.id.to_string()),
                since: since(one.received_at),
                state: one.state.map(|state| t.k("enquiry-state", state.word())).unwrap_or_default(),
            };
            heads.into_iter().map(row).collect()
        }
        Behind::Referrals(_) => {
            let grant: Grant<PrepareReferral> = desk.grant_all(work, "figures")?;
            let heads = work.referrals_behind(&grant.because(figure.id), shown).await?;
            let row = |one: ReferralHead| Row {
                name: numbered(one.number),
                href: desk.referral_at(one.id),
                since: one.sent_at.map(since).unwrap_or_default(),
                state: one.state.map(|state| t.k("referral-state", state.word())).unwrap_or_default(),
            };
            heads.into_iter().map(row).collect()
        }
        Behind::Meetings(_) => {
            let grant: Grant<HoldMeeting> = desk.grant_all(work, "figures")?;
            let heads = work.meetings_behind(&grant.because(figure.id), shown).await?;
            let row = |one: MeetingHead| Row {
                name: t.s("figures-behind-meeting"),
                href: MeetingPage::Meeting.path_to(l, &one.id.to_string()),
                since: since(one.starts_at),
                state: one.state.map(|state| t.k("meeting-state", state.word())).unwrap_or_default(),
            };
            heads.into_iter().map(row).collect()
        }
    })
}

async fn page(desk: &Desk, asked: &Asked, number: &Number) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let known = match asked.as_of(desk) {
        Ok(Some(as_of)) => desk.figures_as_of(as_of).await?,
        _ => desk.figures_known().await?,
    };
    let Some(known) = known else { return Ok(preparing(desk, asked.clone())) };
    let mut page = BehindPage {
        shell: shell(desk, FiguresPage::Behind, "", t.s("figures-behind")),
        work: work(desk),
        fault: String::new(),
        lead: String::new(),
        means: String::new(),
        rows: Vec::new(),
        more: String::new(),
        back: Link::new(t.s("figures-back"), FiguresPage::Board.path(desk.visit.language)),
    };
    let understood = asked.period(desk).and_then(|period| {
        let scope = asked.scope(known.ledger.words())?;
        let figure = table::definition(&number.figure).ok_or(Wrong("figure"))?;
        Ok((period, scope, figure))
    });
    let (period, scope, figure) = match understood {
        Ok(understood) => understood,
        Err(fault) => {
            page.fault = fault.text(t);
            return Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let row = (!number.row.is_empty()).then_some(number.row.as_str());
    let setting = desk.figure_setting(known.as_of);
    let Some(found) = known.ledger.behind(scope, period, &setting, figure, row) else {
        page.fault = Wrong("figure").text(t);
        return Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let mut work = desk.begin().await?;
    let all = keys(&found).len();
    page.rows = rows(desk, &mut work, &found, figure).await?;
    work.commit().await?;
    let title = table::title(t, figure);
    let named = match row {
        Some(row) => format!("{title} : {}", table::category(&desk.visit, figure.id, row)),
        None => title,
    };
    page.lead = format!("{named}, {}", name(t, &period));
    page.means = t.k("figures-means", &super::key(figure.id));
    if all > MOST {
        page.more =
            t.ww("figures-behind-more", ("shown", &t.number(MOST as f64)), ("all", &t.number(all as f64)));
    }
    let query = asked.query(&period.to_string());
    page.back.href = format!("{}?{query}#{}", page.back.href, super::key(figure.id));
    page.shell =
        page.shell.with_query(&format!("{query}&figure={}&row={}", figure.id, row.unwrap_or_default()));
    Ok(render(StatusCode::OK, &page))
}
