//! The agreements of a file: what is asked, what counts and until when, what was taken back.

use super::told::tell_readers;
use crate::addresses::cell::CellPage;
use crate::letters::referral::tell_deletions;
use crate::pages::care::frame::{self, Head};
use crate::pages::care::plan::Before;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::families::told::tell_ended;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::grant::{HoldRcp, ReadCase, WriteCase};
use ariane_domain::consent::{ASKED, Consent, GivenBy, Means, Minority, Parents, Standing, usual_end};
use ariane_domain::purpose::{Basis, Purpose};
use ariane_domain::representation::RepresentativeKind;
use ariane_store::records::cell::read::Case;
use ariane_store::records::consents::Recorded;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::rcp::series::Series;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

const PERSON: &str = "person";
const EVERYBODY: &str = "everybody";
const NAMED: &str = "named";
/// Before the word of which parents signed.
const PARENTS: &str = "parent-";

/// What another page leads to: a purpose and a recipient, by their codes.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Preset {
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    towards: String,
}

/// An agreement, ready to read.
struct View {
    form: String,
    purpose: String,
    recipient: String,
    standing: String,
    counts: bool,
    detail: String,
    asked: String,
    text: String,
    renew: String,
    paper: String,
    withdraw: String,
    ways: Vec<Choice>,
    /// Where the second parent's signature is written down; empty where none is missing.
    second: String,
    /// The signed paper: where it is, and its name; empty where none is kept.
    scan: (String, String),
    /// Where a signed paper is put beside it; empty where nothing was signed on paper.
    scan_to: String,
    version: i32,
    error: String,
}

#[derive(Template)]
#[template(path = "consents/case.html")]
struct ConsentsPage {
    shell: Shell,
    work: Work,
    head: Head,
    gated: Vec<(String, String)>,
    consents: Vec<View>,
    purposes: Vec<Choice>,
    towards: Vec<Choice>,
    name: String,
    how: Vec<Choice>,
    by: Vec<Choice>,
    from: String,
    until: String,
    text: String,
    error: String,
    is_open: bool,
}

impl Desk {
    fn consent_view(
        &self,
        at: &str,
        one: &Recorded,
        case: &Case,
        colleagues: &Colleagues,
        failed: &Failed,
    ) -> View {
        let (t, today) = (self.visit.t, self.today());
        let minority = Minority::of(case.person.identity.birth_date, self.records.ages());
        let form = format!("consent-{}", one.id);
        let standing = one.given.map(|(_, given)| given.standing(today, &minority));
        let refused = one.given.is_none() && one.withdrawn.is_some();
        let word = match standing {
            _ if refused => "refused",
            None => "asked",
            Some(standing) => standing.word(),
        };
        let may_end =
            one.withdrawn.is_none() && !matches!(standing, Some(Standing::Expired | Standing::OfAge));
        let on_paper = one.given.is_some_and(|(means, _)| means == Means::Paper);
        let to = |needed: bool, word: &str| match needed {
            true => format!("{at}/consents/{}/{word}", one.id),
            false => String::new(),
        };
        let kept = case.care.documents.iter().find(|document| Some(document.id) == one.paper);
        let day = self.infoline.office.day(one.asked.0);
        let by = colleagues.name(one.asked.1);
        View {
            purpose: t.k("purpose", one.purpose.word()),
            recipient: match one.recipient.as_str() {
                "" => t.s("consent-everybody"),
                name => name.to_owned(),
            },
            standing: t.k("consent-standing", word),
            counts: standing == Some(Standing::Valid),
            detail: one.given.map(|(means, given)| self.given_words(means, &given)).unwrap_or_default(),
            asked: t.ww("consent-asked-by", ("name", &by), ("day", &t.date(day))),
            text: one.text.clone(),
            renew: one
                .given
                .and_then(|(_, given)| given.renew_from(today, &minority))
                .filter(|day| *day <= today)
                .map(|_| t.s("consent-renew"))
                .unwrap_or_default(),
            paper: format!("{at}/consents/{}/paper", one.id),
            withdraw: to(may_end, "withdraw"),
            second: to(standing == Some(Standing::OneParent), "second"),
            scan: kept.map_or_else(Default::default, |document| {
                (format!("{at}/documents/{}", document.id), document.name.clone())
            }),
            scan_to: to(on_paper, "scan"),
            ways: self.choices(
                &[Means::Spoken.word(), Means::Paper.word()],
                "consent-means",
                &failed.text(&form, "means"),
            ),
            version: one.version,
            error: failed.error(&form),
            form,
        }
    }

    fn given_words(&self, means: Means, given: &Consent) -> String {
        let t = self.visit.t;
        let mut args = fluent_bundle::FluentArgs::new();
        args.set("by", by_words(self, given));
        args.set("means", t.k("consent-means", means.word()));
        args.set("from", t.date(given.from));
        args.set("until", t.date(given.until));
        t.with("consent-given", &args)
    }

    /// Purposes with what the installation rests each on.
    fn gated(&self) -> Vec<(String, String)> {
        let t = self.visit.t;
        let basis = |purpose| match self.records.register().basis(purpose) {
            Some(Basis::Consent | Basis::Release) => t.s("consent-needed"),
            _ => t.s("consent-not-needed"),
        };
        ASKED.into_iter().map(|purpose| (t.k("purpose", purpose.word()), basis(purpose))).collect()
    }
}

fn by_words(desk: &Desk, given: &Consent) -> String {
    let t = desk.visit.t;
    match given.by {
        GivenBy::Person => t.s("consent-by-person"),
        GivenBy::Representative(RepresentativeKind::Parent) => {
            t.k("consent-parents", given.parents.unwrap_or(Parents::One).word())
        }
        GivenBy::Representative(kind) => t.k("representative", kind.word()),
    }
}

/// Who signed, and which parents, by the word of the form.
fn signer(word: &str) -> Option<(GivenBy, Option<Parents>)> {
    if word == PERSON {
        return Some((GivenBy::Person, None));
    }
    if let Some(parents) = word.strip_prefix(PARENTS).and_then(Parents::from_word) {
        return Some((GivenBy::Representative(RepresentativeKind::Parent), Some(parents)));
    }
    let kind = RepresentativeKind::from_word(word).filter(|kind| *kind != RepresentativeKind::Parent)?;
    Some((GivenBy::Representative(kind), None))
}

/// `GET …/consents`.
pub async fn get(
    desk: Desk,
    Path(id): Path<Uuid>,
    Parameters(before): Parameters<Before>,
    Parameters(preset): Parameters<Preset>,
) -> Response {
    let result = show(&desk, id, &Failed::default(), (before.is_done(), &preset)).await;
    desk.settle(result)
}

/// The series of meetings, for who may hold one; for others the form offers none.
async fn series_of(desk: &Desk) -> Result<Vec<Series>, Trouble> {
    let mut work = desk.begin().await?;
    let facts = ariane_domain::access::Facts::of_all(desk.controller(), "rcp");
    let Ok(grant) = work.may::<HoldRcp>(&desk.actor(), facts) else { return Ok(Vec::new()) };
    let all = work.rcp_series(&grant).await?;
    work.commit().await?;
    Ok(all)
}

async fn show(
    desk: &Desk,
    id: Uuid,
    failed: &Failed,
    (done, preset): (bool, &Preset),
) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let case = desk.load_case(id).await?.case;
    let colleagues = desk.colleagues().await?;
    let series = series_of(desk).await?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let all = work.consents_of_case(&grant).await?;
    let recipients = work.recipients_of_case(&grant).await?;
    work.commit().await?;
    let at = desk.case_at(id);
    let typed = |field: &str| match (failed.is("consent-new"), field) {
        (false, "purpose") => preset.purpose.clone(),
        (false, "towards") => preset.towards.clone(),
        _ => failed.text("consent-new", field),
    };
    let chosen = typed("towards");
    let mut towards = vec![Choice::new(EVERYBODY, t.s("consent-everybody"), chosen == EVERYBODY)];
    for one in &series {
        let (id, name) = (one.id.to_string(), t.w("consent-only-rcp", "name", &one.text.name));
        let is_chosen = id == chosen;
        towards.push(Choice::new(&id, name, is_chosen));
    }
    for (id, name) in &recipients {
        let (id, name) = (id.to_string(), t.w("consent-only-recipient", "name", name));
        let is_chosen = id == chosen;
        towards.push(Choice::new(&id, name, is_chosen));
    }
    towards.push(Choice::new(NAMED, t.s("consent-only-named"), chosen == NAMED));
    let by = typed("by");
    let mut signers = vec![Choice::new(PERSON, t.s("consent-by-person"), by == PERSON)];
    for parents in [Parents::Both, Parents::One, Parents::Alone] {
        let word = format!("{PARENTS}{parents}");
        let is_chosen = by == word;
        signers.push(Choice::new(&word, t.k("consent-parents", parents.word()), is_chosen));
    }
    let others = RepresentativeKind::ALL.into_iter().filter(|kind| kind.decides());
    for kind in others.filter(|kind| *kind != RepresentativeKind::Parent) {
        signers.push(Choice::new(kind.word(), t.k("representative", kind.word()), by == kind.word()));
    }
    let today = desk.today();
    let or = |typed: String, usual: String| if failed.is("consent-new") { typed } else { usual };
    let page = ConsentsPage {
        shell: frame::of_file(desk, &case, "consents", t.s("consent-title")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, &case, done, failed.all()),
        gated: desk.gated(),
        consents: all.iter().map(|one| desk.consent_view(&at, one, &case, &colleagues, failed)).collect(),
        purposes: desk.choices(&ASKED.map(Purpose::word), "purpose", &typed("purpose")),
        towards,
        name: typed("name"),
        how: vec![
            Choice::new("paper", t.s("consent-how-paper"), typed("how") != "screen"),
            Choice::new("screen", t.s("consent-how-screen"), typed("how") == "screen"),
        ],
        by: signers,
        from: or(typed("from"), today.to_string()),
        until: or(typed("until"), usual_end(today).to_string()),
        text: typed("text"),
        error: failed.error("consent-new"),
        is_open: failed.is("consent-new") || all.is_empty() || !preset.purpose.is_empty(),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/consents`.
pub async fn take(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = taken(&desk, id, &sent).await;
    settled(&desk, id, "consent-new", &sent, done).await
}

async fn taken(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let purpose = Purpose::from_word(sent.get("purpose")).ok_or_else(not_there)?;
    let towards = match sent.get("towards") {
        EVERYBODY => Towards::Everybody,
        NAMED => Towards::Named(sent.line("name")),
        recipient if purpose == Purpose::Transfer => {
            let mut work = desk.begin().await?;
            let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
            let all = work.recipients_of_case(&grant).await?;
            let found = all.into_iter().find(|(one, _)| one.to_string() == recipient);
            let (id, name) = found.ok_or(Fault::Rule("consent-series"))?;
            Towards::Recipient(id, name)
        }
        series => {
            let all = series_of(desk).await?;
            let found = all.into_iter().find(|one| one.id.to_string() == series);
            let found = found.filter(|_| purpose == Purpose::Rcp).ok_or(Fault::Rule("consent-series"))?;
            Towards::Series(found.id, found.text.name)
        }
    };
    let signed = match sent.get("how") {
        "paper" => {
            let (by, parents) = signer(sent.get("by")).ok_or_else(not_there)?;
            let from = day(sent, "from")?.ok_or(Fault::Rule("no-day"))?;
            Some(Signed { by, parents, from, until: day(sent, "until")?.unwrap_or_else(|| usual_end(from)) })
        }
        "screen" => None,
        _ => return Err(not_there()),
    };
    let new = NewConsent { purpose, towards, signed, text: sent.text("text") };
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.take_consent(&grant, &new, desk.today()).await?;
    Ok(work.commit().await?)
}

/// `POST …/consents/{consent}/withdraw`.
pub async fn withdraw(desk: Desk, Path((id, consent)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = withdrawn(&desk, id, consent, &sent).await;
    settled(&desk, id, &format!("consent-{consent}"), &sent, done).await
}

async fn withdrawn(desk: &Desk, id: Uuid, consent: Uuid, sent: &Sent) -> Result<(), Fault> {
    let means = Means::from_word(sent.get("means")).filter(|means| *means != Means::Screen);
    let means = means.ok_or_else(not_there)?;
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let taken = work.withdraw_consent(&grant, consent, sent.version(), means).await?;
    let accounts: Vec<_> = taken.readers.iter().filter_map(|one| colleagues.account(*one)).collect();
    tell_readers(&mut work, &desk.infoline, &accounts, taken.number, desk.now).await?;
    for one in &taken.families {
        let account = colleagues.account(one.asked_by);
        tell_ended(&mut work, &desk.infoline, account, one, desk.now).await?;
    }
    tell_deletions(&mut work, &desk.infoline, desk.now).await?;
    crate::letters::panel::tell_deletions(&mut work, &desk.infoline, desk.now).await?;
    Ok(work.commit().await?)
}

pub(super) async fn settled(
    desk: &Desk,
    id: Uuid,
    form: &str,
    sent: &Sent,
    done: Result<(), Fault>,
) -> Response {
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}/consents?done=1", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => {
            show(desk, id, &Failed::new(desk, form, word, sent), (false, &Preset::default())).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}
