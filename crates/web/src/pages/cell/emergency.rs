//! The emergency summary (duty D5): a clinician names a person and a reason, and reads at once the little that an emergency needs. Who
//! coordinates the file and the data protection officer are told in the same moment.

use super::fault::Fault;
use crate::addresses::cell::CellPage;
use crate::addresses::protection::ProtectionPage;
use crate::pages::care::clinical::words::EntryWords;
use crate::pages::cell::acts::day;
use crate::pages::cell::frame;
use crate::pages::desk::frame::Work;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::sign_in::mails;
use ariane_domain::access::grant::{Grant, OpenEmergency};
use ariane_domain::account::Role;
use ariane_domain::clinical::EntryKind;
use ariane_store::records::own::emergency::{EmergencySummary, Sought};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// What comes first where minutes count.
const ORDER: [EntryKind; 3] = [EntryKind::Allergy, EntryKind::Treatment, EntryKind::Problem];

#[derive(Template)]
#[template(path = "cell/emergency.html")]
struct EmergencyPage {
    shell: Shell,
    work: Work,
    at: String,
    number: String,
    name: String,
    birth: String,
    reason: String,
    error: String,
    errors: Vec<(String, String)>,
    opened: Option<Opened>,
}

/// What was opened, in words.
struct Opened {
    title: String,
    facts: Vec<(String, String)>,
    blocks: Vec<(&'static str, String, String, Vec<EntryWords>)>,
    contacts: Vec<(String, String, String)>,
    told: String,
}

/// `GET …/urgence`.
pub async fn get(desk: Desk) -> Response {
    page(&desk, &Sent::default(), "", None, StatusCode::OK)
}

fn page(desk: &Desk, sent: &Sent, word: &str, opened: Option<Opened>, status: StatusCode) -> Response {
    let t = desk.visit.t;
    let error = if word.is_empty() { String::new() } else { t.k("cell-rule", word) };
    let typed = |name: &str| if opened.is_some() { String::new() } else { sent.line(name) };
    let page = EmergencyPage {
        shell: frame::shell(desk, CellPage::Emergency, "", t.s("emergency-title")),
        work: frame::work(desk, CellPage::Emergency),
        at: CellPage::Emergency.path(desk.visit.language),
        number: typed("number"),
        name: typed("name"),
        birth: typed("birth"),
        reason: typed("reason"),
        errors: if error.is_empty() { Vec::new() } else { vec![("emergency".to_owned(), error.clone())] },
        error,
        opened,
    };
    render(status, &page)
}

/// `POST …/urgence`. The answer is the page itself: nothing of it stands in an address.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    match open(&desk, &sent).await {
        Ok(opened) => page(&desk, &sent, "", Some(opened), StatusCode::OK),
        Err(Fault::Rule(word)) => page(&desk, &sent, word, None, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Fault::Trouble(trouble)) => desk.settle(Err(trouble)),
    }
}

fn sought(sent: &Sent) -> Result<Sought, Fault> {
    match (sent.line("number"), sent.line("name"), day(sent, "birth")?) {
        (number, _, _) if !number.is_empty() => {
            number.parse().map(Sought::Number).map_err(|_| Fault::Rule("no-such-file"))
        }
        (_, name, Some(birth)) if !name.is_empty() => Ok(Sought::Person(name, birth)),
        _ => Err(Fault::Rule("emergency-whom")),
    }
}

async fn open(desk: &Desk, sent: &Sent) -> Result<Opened, Fault> {
    let sought = sought(sent)?;
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let facts = work.emergency_facts(desk.controller(), &sought).await?;
    let facts = facts.ok_or(Fault::Rule("emergency-not-found"))?;
    let grant: Grant<OpenEmergency> = work.grant(&desk.actor(), facts)?;
    let summary = work.open_emergency(&grant, &sent.text("reason")).await?;
    let told = told(desk, &colleagues, &summary);
    for account in told.iter().filter_map(|id| colleagues.account(*id)) {
        let link = ProtectionPage::Openings.path(account.language);
        let number = summary.number.to_string();
        let mail = mails::emergency(&desk.visit.app, account.language, &account.mail, &number, &link);
        work.enqueue_to_staff(desk.controller(), "emergency-notice", &mail).await?;
    }
    work.commit().await?;
    Ok(words(desk, &summary, told.len()))
}

/// Who is told: who holds the file, and the data protection officers; administrators where there is no officer. Never who opened.
fn told(desk: &Desk, colleagues: &Colleagues, summary: &EmergencySummary) -> Vec<Uuid> {
    let but_self = |roles: &[Role]| -> Vec<Uuid> {
        let all = colleagues.holding(roles).into_iter().map(|(id, _)| id);
        all.filter(|id| *id != desk.account()).collect()
    };
    let mut judges = but_self(&[Role::DataProtectionOfficer]);
    if judges.is_empty() {
        judges = but_self(&[Role::Administrator]);
    }
    let holders = summary.holders.iter().copied().filter(|id| *id != desk.account());
    let mut told: Vec<Uuid> = judges.into_iter().chain(holders).collect();
    told.sort_unstable();
    told.dedup();
    told
}

fn words(desk: &Desk, summary: &EmergencySummary, told: usize) -> Opened {
    let t = desk.visit.t;
    let born = summary.birth_date.map(|day| {
        let years = desk.today().years_since(day).unwrap_or_default();
        t.ww("cell-born", ("day", &t.date(day)), ("years", &t.years(f64::from(years))))
    });
    let facts = [
        ("desk-birth", born.unwrap_or_default()),
        ("emergency-phone", summary.phone.clone()),
        ("cell-doctor", summary.doctor.clone()),
    ];
    let block = |kind: EntryKind| {
        let entries = summary.entries.iter().filter(|one| one.entry.kind() == kind);
        let words: Vec<EntryWords> =
            entries.map(|one| desk.entry_words(&one.entry, &summary.entries)).collect();
        (kind.word(), t.k("clinical-block", kind.word()), t.k("clinical-none", kind.word()), words)
    };
    let name = if summary.name.is_empty() { t.s("desk-name-unknown") } else { summary.name.clone() };
    Opened {
        title: format!("{} · {name}", t.w("cell-case-title", "number", &summary.number.to_string())),
        facts: facts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| (t.s(key), text))
            .collect(),
        blocks: ORDER.into_iter().map(block).collect(),
        contacts: summary
            .contacts
            .iter()
            .map(|one| (one.name.clone(), t.k("contact-role", one.role.word()), one.phone.clone()))
            .collect(),
        told: t.n("emergency-told", told),
    }
}
