//! All referrals that have not ended (duty D49): what is late first, with what to do next; then by how long they wait.

use super::{choose, delivery_words, shell};
use crate::addresses::referral::ReferralPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, PrepareReferral};
use ariane_domain::cell::Reality;
use ariane_domain::referral::state::EndReason;
use ariane_store::records::referrals::Referral;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// A referral in a list.
pub struct Line {
    /// Its page.
    pub href: String,
    /// Number and recipient.
    pub title: String,
    /// Kind of recipient, number of the file.
    pub what: String,
    /// State.
    pub state: String,
    /// Since when it waits, and for what.
    pub waits: String,
    /// What to do next, where it is late.
    pub next: String,
    /// Whether it is late.
    pub is_late: bool,
}

impl Line {
    /// Of a referral of a file.
    pub fn new(desk: &Desk, one: &Referral, file: i64) -> Self {
        let t = desk.visit.t;
        let (office, settings) = (&desk.infoline.office, desk.records.referral());
        let standing = one.standing();
        let is_gone = one.state.is_under_way() && !desk.is_listed(one);
        let is_late = standing.is_late(office, settings, desk.now) || is_gone;
        let wait = standing.waits_for();
        let mut waits = Vec::new();
        if let (Some(wait), Some(due)) = (wait, standing.due(office, settings)) {
            let due = t.date(office.day(due));
            waits.push(t.ww("referral-waits", ("what", &t.k("referral-wait", wait.word())), ("day", &due)));
        }
        if let Some(sent) = one.sent_at {
            let days = (desk.today() - office.day(sent)).num_days().max(0);
            waits.push(t.n("referral-sent-days", usize::try_from(days).unwrap_or_default()));
        }
        if let Some(day) = one.appointment_on {
            waits.push(t.w("referral-appointment-on", "day", &t.date(day)));
        }
        if one.state.is_under_way() {
            waits.push(delivery_words(t, desk, one.delivery));
        }
        if let Some(end) = one.end {
            waits.push(t.k(EndReason::FAMILY, end.word()));
        }
        waits.retain(|part| !part.is_empty());
        let number = one.number.to_string();
        Self {
            href: desk.referral_at(one.id),
            title: t.ww("referral-number", ("number", &number), ("name", &one.head.card.name)),
            what: t.ww(
                "referral-of-file",
                ("kind", &t.k("referral-kind", one.kind.word())),
                ("file", &file.to_string()),
            ),
            state: t.k("referral-state", one.state.word()),
            waits: waits.join(" · "),
            next: match wait {
                _ if is_gone => t.s("referral-next-gone"),
                Some(wait) if is_late => t.k("referral-next", wait.word()),
                _ => String::new(),
            },
            is_late,
        }
    }
}

/// What the page was asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// `training` for fictitious files.
    #[serde(default)]
    show: String,
}

#[derive(Template)]
#[template(path = "referrals/list.html")]
struct ListPage {
    shell: Shell,
    work: Work,
    at: String,
    roster: String,
    other: String,
    is_training: bool,
    late: Vec<Line>,
    others: Vec<Line>,
    drafts: Vec<Line>,
    error: String,
    typed: String,
}

/// `GET /{lang}/adressages`.
pub async fn get(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let reality = if asked.show == "training" { Reality::Training } else { Reality::Real };
    let result = show(&desk, reality, "", "").await;
    desk.settle(result)
}

async fn show(desk: &Desk, reality: Reality, problem: &str, typed: &str) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let mut work = desk.begin().await?;
    let grant: Grant<PrepareReferral> =
        work.grant(&desk.actor(), Facts::of_all(desk.controller(), "referrals"))?;
    let all = work.open_referrals(&grant, reality).await?;
    work.commit().await?;
    let (drafts, sent): (Vec<_>, Vec<_>) = all.iter().partition(|(one, _)| one.sent_at.is_none());
    let (late, others): (Vec<Line>, Vec<Line>) =
        sent.into_iter().map(|(one, file)| Line::new(desk, one, *file)).partition(|line| line.is_late);
    let at = ReferralPage::List.path(desk.visit.language);
    let is_training = reality == Reality::Training;
    let page = ListPage {
        roster: ReferralPage::Roster.path(desk.visit.language),
        other: if is_training { at.clone() } else { format!("{at}?show=training") },
        is_training,
        late,
        others,
        drafts: drafts.into_iter().map(|(one, file)| Line::new(desk, one, *file)).collect(),
        error: if problem.is_empty() { String::new() } else { t.s("referral-no-such-file") },
        typed: typed.to_owned(),
        work: Work::at(desk, &at),
        shell: shell(desk, ReferralPage::List, "", t.s("referral-list")),
        at,
    };
    let status = if problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &page))
}

/// `POST /{lang}/adressages`: a file by its number, from which one is begun.
pub async fn find(desk: Desk, sent: Sent) -> Response {
    let reality = if sent.is("training") { Reality::Training } else { Reality::Real };
    let typed = sent.line("number");
    let result = async {
        let number = typed.parse::<i64>().ok();
        let found = match number {
            Some(number) => choose::file_with_number(&desk, number, reality).await?,
            None => None,
        };
        match found {
            Some(id) => Ok(Redirect::to(&format!("{}/referrals", desk.case_at(id))).into_response()),
            None => show(&desk, reality, "no-file", &typed).await,
        }
    };
    let result = result.await;
    desk.settle(result)
}
