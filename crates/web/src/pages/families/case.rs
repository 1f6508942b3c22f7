//! Contacts with other families on the side of who follows a file. Without the agreement of this person nothing of it opens.

use super::told::tell_ended;
use crate::addresses::cell::CellPage;
use crate::pages::care::frame::{self, Head, answered};
use crate::pages::care::plan::Before;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{Grant, JoinFamilies};
use ariane_domain::families::{SideAnswer, SideChange};
use ariane_store::records;
use ariane_store::records::families::FamilyContact;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use uuid::Uuid;

/// A contact, ready to read.
struct View {
    form: String,
    state: String,
    other: Link,
    asked: String,
    told: String,
    said: String,
    other_way: String,
    acts: Vec<(String, String, bool)>,
    version: i32,
    way: String,
    error: String,
}

#[derive(Template)]
#[template(path = "families/case.html")]
struct FamiliesPage {
    shell: Shell,
    work: Work,
    head: Head,
    /// Whether the person agreed, so that anything may be asked.
    is_open: bool,
    consents: String,
    contacts: Vec<View>,
    others: Vec<Choice>,
    own_told: String,
    other_told: String,
    error: String,
}

/// Grants on this file and what they open.
async fn join_grant(
    desk: &Desk,
    work: &mut records::Work<'_>,
    file: Uuid,
) -> Result<Grant<JoinFamilies>, Refusal> {
    let facts = work.case_facts(desk.controller(), file).await.map_err(|_| Refusal::NotNamed)?;
    work.grant(&desk.actor(), facts)
}

impl Desk {
    fn family_view(&self, id: Uuid, one: &FamilyContact, names: &Names<'_>, failed: &Failed) -> View {
        let t = self.visit.t;
        let form = format!("family-{}", one.id);
        let at = format!("{}/families/{}", self.case_at(id), one.id);
        let offered: &[SideChange] = match (one.state.is_live(), one.answer) {
            (true, SideAnswer::Asked) => &[SideChange::Agree, SideChange::Decline],
            (true, SideAnswer::Yes) => &[SideChange::Withdraw],
            _ => &[],
        };
        let act = |change: &SideChange| {
            let label = t.k("family-change", change.word());
            (format!("{at}/{}", change.word()), label, *change == SideChange::Agree)
        };
        let by = t.ww(
            "care-written-by",
            ("name", &names.people.name(one.asked_by)),
            ("moment", &self.moment(one.asked_at)),
        );
        let number =
            names.numbers.iter().find(|(file, _)| *file == one.other_file).map(|(_, number)| *number);
        let said = t.k("family-answer", one.answer.word());
        View {
            state: t.k("family-contact", one.state.word()),
            other: Link::new(
                number
                    .map(|n| t.w("cell-case-title", "number", &n.to_string()))
                    .unwrap_or_else(|| t.s("family-other-file")),
                self.case_at(one.other_file),
            ),
            asked: by,
            told: one.told.clone(),
            said: match one.way.as_str() {
                "" => said,
                way => t.ww("desk-event-detail", ("what", &said), ("detail", way)),
            },
            other_way: one.other_way.clone().unwrap_or_default(),
            acts: offered.iter().map(act).collect(),
            version: one.version,
            way: failed.text(&form, "way"),
            error: failed.error(&form),
            form,
        }
    }
}

/// Names of staff and numbers of files.
struct Names<'n> {
    people: &'n crate::pages::desk::Colleagues,
    numbers: Vec<(Uuid, i64)>,
}

/// `GET …/families`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let case = &loaded.case;
    let mut work = desk.begin().await?;
    let (mut contacts, mut agreed, mut is_open) = (Vec::new(), Vec::new(), false);
    match join_grant(desk, &mut work, id).await {
        Ok(grant) => {
            is_open = true;
            contacts = work.family_contacts(&grant).await?;
            agreed = work.families_agreed(&grant).await?;
        }
        Err(Refusal::NoAgreement) => {}
        Err(refusal) => return Err(refusal.into()),
    }
    work.commit().await?;
    let names = Names {
        people: &loaded.colleagues,
        numbers: agreed.iter().map(|one| (one.file, one.number)).collect(),
    };
    let own = &case.head.disorder;
    let chosen = failed.text("family-new", "other");
    // Who has the same disorder comes first.
    agreed.sort_by_key(|one| (own.is_empty() || one.disorder != *own, one.number));
    let others = agreed.iter().map(|one| {
        let number = t.w("cell-case-title", "number", &one.number.to_string());
        let disorder = desk.disorder_of(&one.disorder).0;
        let text = if disorder.is_empty() { number } else { format!("{number} · {disorder}") };
        let value = one.file.to_string();
        Choice { chosen: value == chosen, value, text }
    });
    let page = FamiliesPage {
        shell: frame::of_file(desk, case, "families", t.s("family-title")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        is_open,
        consents: format!("{}/consents?purpose=family-contact&towards=everybody", desk.case_at(id)),
        others: others.collect(),
        contacts: contacts.iter().map(|one| desk.family_view(id, one, &names, &failed)).collect(),
        own_told: failed.text("family-new", "own-told"),
        other_told: failed.text("family-new", "other-told"),
        error: failed.error("family-new"),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/families`: asks both.
pub async fn propose(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = ask(&desk, id, &sent).await;
    answered(&desk, id, ("families", "family-new"), &sent, done, |failed| show(&desk, id, failed, false))
        .await
}

async fn ask(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let other: Uuid = sent.get("other").parse().map_err(|_| Fault::Rule("family-nobody"))?;
    let mut work = desk.begin().await?;
    let first = join_grant(desk, &mut work, id).await?;
    let second = join_grant(desk, &mut work, other).await?;
    work.propose_contact(&first, &second, &sent.text("own-told"), &sent.text("other-told")).await?;
    Ok(work.commit().await?)
}

/// `POST …/families/{contact}/{change}`: what the family said by voice.
pub async fn answer(
    desk: Desk,
    Path((id, contact, change)): Path<(Uuid, Uuid, String)>,
    sent: Sent,
) -> Response {
    let done = write_down(&desk, id, contact, &change, &sent).await;
    let form = format!("family-{contact}");
    answered(&desk, id, ("families", &form), &sent, done, |failed| show(&desk, id, failed, false)).await
}

async fn write_down(desk: &Desk, id: Uuid, contact: Uuid, change: &str, sent: &Sent) -> Result<(), Fault> {
    let change = SideChange::from_word(change).ok_or_else(not_there)?;
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = join_grant(desk, &mut work, id).await?;
    let told = work.answer_for_family(&grant, contact, sent.version(), change, &sent.text("way")).await?;
    if let Some(one) = told {
        let account = colleagues.account(one.asked_by);
        tell_ended(&mut work, &desk.infoline, account, &one, desk.now).await?;
    }
    Ok(work.commit().await?)
}
