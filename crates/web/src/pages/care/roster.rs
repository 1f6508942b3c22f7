//! Absences with who stands in, and the numbers by which the installation counts silence and follow-up.

use super::frame;
use super::plan::Before;
use crate::addresses::care::CarePage;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::meeting::plan::moment;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::Action;
use ariane_domain::access::grant::HoldMeeting;
use ariane_domain::cell::Span;
use ariane_domain::cell::roster::{Absence, Roster};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// An absence, ready to read.
pub struct AbsenceView {
    /// Who.
    pub who: String,
    /// From when until when.
    pub span: String,
    /// Who stands in, as entered.
    pub stand_in: String,
    /// Who acts now; empty while the absence lies ahead.
    pub acts: String,
    /// Where its end is sent; empty where it is not one's own.
    pub end: String,
    /// What ending it means.
    pub end_label: String,
}

#[derive(Template)]
#[template(path = "care/roster.html")]
struct RosterPage {
    shell: Shell,
    work: Work,
    at: String,
    done: String,
    errors: Vec<(String, String)>,
    absences: Vec<AbsenceView>,
    present: Vec<(String, String)>,
    from: String,
    until: String,
    people: Vec<Choice>,
    error: String,
    numbers: Vec<(String, String)>,
}

impl Desk {
    /// Midnight at the office with which a day begins.
    fn beginning(&self, day: NaiveDate) -> Result<DateTime<Utc>, Fault> {
        moment(&self.infoline.office, &format!("{day}T00:00")).ok_or(Fault::Rule("no-day"))
    }

    fn absence_view(
        &self,
        id: Uuid,
        absence: &Absence,
        roster: &Roster,
        colleagues: &Colleagues,
    ) -> AbsenceView {
        let t = self.visit.t;
        let office = &self.infoline.office;
        let from = t.date(office.day(absence.span.from));
        let span = match absence.span.until {
            // The last day of an absence is the one before it ends.
            Some(until) => {
                let last = office.day(until).pred_opt().unwrap_or_else(|| office.day(until));
                t.ww("care-absence-span", ("from", &from), ("until", &t.date(last)))
            }
            None => t.w("care-absence-open", "from", &from),
        };
        let has_begun = absence.span.contains(self.now);
        let acts = match roster.acting_for(absence.account, self.now) {
            Some(id) => colleagues.name(id),
            None => t.s("care-nobody-acts"),
        };
        let is_own = absence.account == self.account();
        let at = CarePage::Roster.path_to(self.visit.language, &format!("{id}/end"));
        AbsenceView {
            who: colleagues.name(absence.account),
            span,
            stand_in: match absence.stand_in {
                Some(id) => colleagues.name(id),
                None => t.s("care-no-stand-in"),
            },
            acts: if has_begun { acts } else { String::new() },
            end: if is_own { at } else { String::new() },
            end_label: if has_begun { t.s("care-absence-end") } else { t.s("care-absence-take-back") },
        }
    }

    fn numbers(&self) -> Vec<(String, String)> {
        let t = self.visit.t;
        let cell = self.records.cell();
        [
            ("care-number-psychosocial", cell.silence.psychosocial_days),
            ("care-number-medical", cell.silence.medical_days),
            ("care-number-contact", cell.follow_up.contact_days),
            ("care-number-overdue", cell.follow_up.overdue_days),
            ("care-number-renewal", cell.renewal_days),
            ("care-number-answer", cell.answer_days),
        ]
        .into_iter()
        .map(|(key, days)| (t.s(key), t.n("care-days", usize::from(days))))
        .collect()
    }
}

/// `GET /{lang}/cellule/absences`.
pub async fn get(desk: Desk, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, &Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, failed: &Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let colleagues = desk.colleagues().await?;
    let work = desk.begin().await?;
    desk.grant_all::<HoldMeeting>(&work, "roster")?;
    let absences = work.absences(desk.controller(), desk.now).await?;
    let roster = work.roster(desk.controller()).await?;
    work.commit().await?;
    let pair = colleagues.who_may(Action::WriteCase);
    let present = pair.iter().map(|(id, name)| {
        let acting = roster.acting_for(*id, desk.now);
        let words = match acting {
            Some(acting) if acting == *id => t.s("care-present"),
            Some(acting) => t.w("care-replaced-by", "name", &colleagues.name(acting)),
            None => t.s("care-nobody-acts"),
        };
        (name.clone(), words)
    });
    let others: Vec<(Uuid, String)> = pair.iter().filter(|(id, _)| *id != desk.account()).cloned().collect();
    let page = RosterPage {
        shell: frame::beside(desk, CarePage::Roster, "", t.s("care-roster")),
        work: frame::work(desk, CarePage::Roster),
        at: CarePage::Roster.path(desk.visit.language),
        done: if done { t.s("cell-done") } else { String::new() },
        errors: failed.all(),
        present: present.collect(),
        absences: absences
            .iter()
            .map(|(id, absence)| desk.absence_view(*id, absence, &roster, &colleagues))
            .collect(),
        from: failed.text("absence", "from"),
        until: failed.text("absence", "until"),
        people: desk.people(&others, &failed.text("absence", "stand-in")),
        error: failed.error("absence"),
        numbers: desk.numbers(),
    };
    Ok(render(failed.status(), &page))
}

async fn answer(desk: &Desk, sent: &Sent, done: Result<(), Fault>) -> Response {
    let result = match done {
        Ok(()) => {
            let at = CarePage::Roster.path(desk.visit.language);
            Ok(Redirect::to(&format!("{at}?done=1")).into_response())
        }
        Err(Fault::Rule(word)) => show(desk, &Failed::new(desk, "absence", word, sent), false).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// `POST /{lang}/cellule/absences`: one's own absence.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let done = add(&desk, &sent).await;
    answer(&desk, &sent, done).await
}

async fn add(desk: &Desk, sent: &Sent) -> Result<(), Fault> {
    let from = day(sent, "from")?.ok_or(Fault::Rule("no-day"))?;
    let until = match day(sent, "until")? {
        Some(last) if last < from || last < desk.today() => return Err(Fault::Rule("empty-span")),
        Some(last) => Some(last.succ_opt().ok_or(Fault::Rule("no-day"))?),
        None => None,
    };
    let until = until.map(|day| desk.beginning(day)).transpose()?;
    let span = Span { from: desk.beginning(from)?, until };
    let people = desk.colleagues().await?.who_may(Action::WriteCase);
    let stand_in = people.iter().find(|(id, _)| id.to_string() == sent.get("stand-in")).map(|(id, _)| *id);
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<HoldMeeting>(&work, "roster")?;
    work.add_absence(&grant, span, stand_in).await?;
    Ok(work.commit().await?)
}

/// `POST /{lang}/cellule/absences/{absence}/end`.
pub async fn end(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = finish(&desk, id).await;
    answer(&desk, &sent, done).await
}

async fn finish(desk: &Desk, id: Uuid) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<HoldMeeting>(&work, "roster")?;
    work.end_absence(&grant, id).await?;
    Ok(work.commit().await?)
}
