//! Who coordinates which European network here, who is away, who acts for them.

use super::shell;
use crate::addresses::referral::ReferralPage;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::Language;
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, PrepareReferral};
use ariane_domain::organisation::Kind;
use ariane_domain::referral::roster::on_duty;
use ariane_store::records::referrals::roster::{Member, MemberText};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// Somebody of the roster, ready to read and to change.
struct MemberView {
    form: String,
    id: String,
    text: MemberText,
    networks: Vec<Choice>,
    shown: String,
    languages: Vec<Choice>,
    has_left: bool,
    away: Vec<(String, String)>,
    away_action: String,
    deputies: Vec<Choice>,
    version: i32,
    error: String,
}

#[derive(Template)]
#[template(path = "referrals/roster.html")]
struct RosterPage {
    shell: Shell,
    work: Work,
    at: String,
    duty: Vec<(String, String)>,
    members: Vec<MemberView>,
    new: MemberView,
    errors: Vec<(String, String)>,
    today: String,
}

fn all(desk: &Desk, work: &ariane_store::records::Work<'_>) -> Result<Grant<PrepareReferral>, Trouble> {
    Ok(work.grant(&desk.actor(), Facts::of_all(desk.controller(), "roster"))?)
}

/// `GET …/cern`.
pub async fn get(desk: Desk) -> Response {
    let result = show(&desk, &Failed::default()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, failed: &Failed) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let mut work = desk.begin().await?;
    let grant = all(desk, &work)?;
    let members = work.hub_roster(&grant).await?;
    work.commit().await?;
    let on: Vec<_> = members.iter().map(|one| one.on.clone()).collect();
    let name = |id: Uuid| members.iter().find(|one| one.on.id == id).map_or("", |one| one.text.name.as_str());
    let mut duty: Vec<(String, String)> = desk
        .visit
        .knowledge
        .directory
        .of_kind(Kind::Ern)
        .filter(|ern| on.iter().any(|one| !one.has_left && one.networks.contains(&ern.id)))
        .map(|ern| {
            let who = on_duty(&on, &ern.id, desk.today())
                .map_or_else(|| t.s("roster-nobody-now"), |id| name(id).to_owned());
            (ern.shown_name().to_owned(), who)
        })
        .collect();
    duty.sort();
    let nobody = Member {
        on: ariane_domain::referral::roster::OnRoster {
            id: Uuid::nil(),
            networks: Vec::new(),
            away: Vec::new(),
            has_left: false,
        },
        absences: Vec::new(),
        text: MemberText::default(),
        version: 0,
    };
    let at = ReferralPage::Roster.path(desk.visit.language);
    let view = |one: &Member| member_view(desk, &at, one, &members, failed);
    let page = RosterPage {
        duty,
        members: members.iter().map(view).collect(),
        new: member_view(desk, &at, &nobody, &members, failed),
        errors: failed.all(),
        today: desk.today().to_string(),
        work: Work::at(desk, &ReferralPage::List.path(desk.visit.language)),
        shell: shell(desk, ReferralPage::Roster, "", t.s("roster-title")),
        at: at.clone(),
    };
    Ok(render(failed.status(), &page))
}

fn member_view(desk: &Desk, at: &str, one: &Member, members: &[Member], failed: &Failed) -> MemberView {
    let t = desk.visit.t;
    let form = if one.on.id.is_nil() { "member-new".to_owned() } else { format!("member-{}", one.on.id) };
    let mut erns: Vec<_> = desk.visit.knowledge.directory.of_kind(Kind::Ern).collect();
    erns.sort_by(|a, b| a.shown_name().cmp(b.shown_name()));
    let has = |id: &str| one.on.networks.iter().any(|network| network == id);
    let typed =
        |field: &str, kept: &str| if failed.is(&form) { failed.text(&form, field) } else { kept.to_owned() };
    let text = MemberText {
        name: typed("name", &one.text.name),
        role: typed("role", &one.text.role),
        mail: typed("mail", &one.text.mail),
        phone: typed("phone", &one.text.phone),
        language: one.text.language.clone(),
    };
    let away = one.on.away.iter().zip(&one.absences).filter(|(away, _)| away.until >= desk.today()).map(
        |(away, id)| {
            let deputy = away.deputy.and_then(|id| members.iter().find(|one| one.on.id == id));
            let mut args = fluent_bundle::FluentArgs::new();
            args.set("from", t.date(away.from));
            args.set("until", t.date(away.until));
            args.set("deputy", deputy.map_or_else(|| t.s("roster-no-deputy"), |one| one.text.name.clone()));
            (t.with("roster-away", &args), format!("{at}/{}/back/{id}", one.on.id))
        },
    );
    let others = members.iter().filter(|other| other.on.id != one.on.id && !other.on.has_left);
    let shown: Vec<&str> = erns.iter().filter(|ern| has(&ern.id)).map(|ern| ern.shown_name()).collect();
    MemberView {
        id: if one.on.id.is_nil() { String::new() } else { one.on.id.to_string() },
        shown: shown.join(", "),
        networks: erns
            .iter()
            .map(|ern| Choice::new(&ern.id, ern.shown_name().to_owned(), has(&ern.id)))
            .collect(),
        languages: Language::ALL
            .into_iter()
            .map(|l| Choice::new(l.code(), l.endonym().to_owned(), l.code() == text.language))
            .collect(),
        has_left: one.on.has_left,
        away: away.collect(),
        away_action: format!("{at}/{}/away", one.on.id),
        deputies: others
            .map(|one| Choice::new(&one.on.id.to_string(), one.text.name.clone(), false))
            .collect(),
        version: one.version,
        error: failed.error(&form),
        text,
        form,
    }
}

async fn settled(desk: &Desk, form: &str, sent: &Sent, done: Result<(), Fault>) -> Response {
    let result = match done {
        Ok(()) => Ok(Redirect::to(&ReferralPage::Roster.path(desk.visit.language)).into_response()),
        Err(Fault::Rule(word)) => show(desk, &Failed::new(desk, form, word, sent)).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// `POST …/cern`: somebody new, or what is known of somebody.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let form = match sent.get("member") {
        "" => "member-new".to_owned(),
        id => format!("member-{id}"),
    };
    let done = kept(&desk, &sent).await;
    settled(&desk, &form, &sent, done).await
}

async fn kept(desk: &Desk, sent: &Sent) -> Result<(), Fault> {
    let there = match sent.get("member") {
        "" => None,
        id => Some((id.parse().map_err(|_| not_there())?, sent.version())),
    };
    let directory = &desk.visit.knowledge.directory;
    let known = |id: &&str| directory.get(id).is_some_and(|one| one.kind == Kind::Ern);
    let networks: Vec<String> = sent.all("network").filter(known).map(str::to_owned).collect();
    let text = MemberText {
        name: sent.line("name"),
        role: sent.line("role"),
        mail: sent.line("mail"),
        phone: sent.line("phone"),
        language: sent.line("language"),
    };
    let mut work = desk.begin().await?;
    let grant = all(desk, &work)?;
    work.keep_hub_member(&grant, there, &networks, &text, sent.is("left")).await?;
    Ok(work.commit().await?)
}

/// `POST …/cern/{member}/away`.
pub async fn away(desk: Desk, Path(member): Path<Uuid>, sent: Sent) -> Response {
    let done = gone(&desk, member, &sent).await;
    settled(&desk, &format!("member-{member}"), &sent, done).await
}

async fn gone(desk: &Desk, member: Uuid, sent: &Sent) -> Result<(), Fault> {
    let from = day(sent, "from")?.ok_or(Fault::Rule("no-day"))?;
    let until = day(sent, "until")?.ok_or(Fault::Rule("no-day"))?;
    let deputy = sent.get("deputy").parse().ok();
    let mut work = desk.begin().await?;
    let grant = all(desk, &work)?;
    work.add_hub_absence(&grant, member, (from, until), deputy).await?;
    Ok(work.commit().await?)
}

/// `POST …/cern/{member}/back/{absence}`.
pub async fn back(desk: Desk, Path((member, absence)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = async {
        let mut work = desk.begin().await?;
        let grant = all(&desk, &work)?;
        work.remove_hub_absence(&grant, absence).await?;
        Ok::<(), Fault>(work.commit().await?)
    };
    let done = done.await;
    settled(&desk, &format!("member-{member}"), &sent, done).await
}
