//! The page on which a recipient is chosen for a file.

use super::candidates::{Candidate, Wanted, chosen, waiting_words};
use super::list::Line;
use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::{ChoiceGroup, need_choices};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, PrepareReferral};
use ariane_domain::cell::Reality;
use ariane_domain::referral::waiting::Learned;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::referrals::Referral;
use ariane_store::records::referrals::draft::Material;
use ariane_store::records::referrals::roster::Member;
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A part of the sheet.
pub struct Block {
    heading: String,
    candidates: Vec<Candidate>,
}

#[derive(Template)]
#[template(path = "referrals/choose.html")]
struct ChoosePage {
    shell: Shell,
    work: Work,
    at: String,
    number: i64,
    name: String,
    done: Vec<Line>,
    blocks: Vec<Block>,
    understood: String,
    disorder: String,
    place: String,
    sought: String,
    needs: Vec<ChoiceGroup>,
    found: Vec<Candidate>,
    nothing_found: bool,
    errors: Vec<(String, String)>,
    previous: String,
}

struct Loaded {
    material: Material,
    referrals: Vec<Referral>,
    roster: Vec<Member>,
    learned: BTreeMap<String, Learned>,
}

async fn load(desk: &Desk, id: Uuid) -> Result<Loaded, Trouble> {
    let learned = desk.records.learned_waiting(desk.controller(), desk.now).await?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<PrepareReferral>(&mut work, id).await?;
    let (material, referrals) = work.referrals_of_case(&grant).await?;
    let roster = work.hub_roster(&grant).await?;
    work.commit().await?;
    Ok(Loaded { material, referrals, roster, learned })
}

/// `GET …/dossier/{id}/referrals`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = show(&desk, id, None, &Failed::default(), "").await;
    desk.settle(result)
}

/// `POST …/dossier/{id}/referrals`: the sheet for another place or need, or a search of the directory. A place is never in an address.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let wanted = Wanted {
        disorder: sent.line("disorder"),
        place: sent.line("place"),
        need: sent.line("need"),
        sought: sent.line("sought"),
    };
    let result = show(&desk, id, Some(wanted), &Failed::default(), sent.get("previous")).await;
    desk.settle(result)
}

async fn show(
    desk: &Desk,
    id: Uuid,
    wanted: Option<Wanted>,
    failed: &Failed,
    previous: &str,
) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = load(desk, id).await?;
    let material = &loaded.material;
    let wanted =
        wanted.unwrap_or_else(|| Wanted { disorder: material.head.disorder.clone(), ..Wanted::default() });
    let tried: Vec<String> = loaded.referrals.iter().filter_map(|one| one.organisation.clone()).collect();
    let complete = |mut all: Vec<Candidate>| -> Result<Vec<Candidate>, Trouble> {
        for one in &mut all {
            let organisation = one.value.split('/').nth(1).unwrap_or_default();
            one.waiting = waiting_words(t, loaded.learned.get(organisation));
            one.key = random::id(desk.now).map_err(StoreError::from)?.to_string();
        }
        Ok(all)
    };
    let mut blocks = Vec::new();
    for (part, candidates) in desk.sheet_of(&wanted, material, &tried, &loaded.roster) {
        if !candidates.is_empty() {
            blocks.push(Block { heading: t.k("part", part.word()), candidates: complete(candidates)? });
        }
    }
    let found = complete(desk.found(&wanted.sought, &tried))?;
    let is_known = desk.resolve_disorder(&wanted.disorder).is_some();
    let page = ChoosePage {
        at: format!("{}/referrals", desk.case_at(id)),
        number: material.number,
        name: material.person.identity.name.clone(),
        done: loaded.referrals.iter().map(|one| Line::new(desk, one, material.number)).collect(),
        understood: match (wanted.disorder.is_empty(), is_known) {
            (true, _) => t.s("referral-no-disorder"),
            (false, false) => t.w("referral-disorder-unknown", "disorder", &wanted.disorder),
            (false, true) => String::new(),
        },
        nothing_found: !wanted.sought.is_empty() && found.is_empty(),
        found,
        blocks,
        needs: need_choices(&desk.visit, &wanted.need),
        disorder: wanted.disorder,
        place: wanted.place,
        sought: wanted.sought,
        errors: failed.all(),
        previous: previous.to_owned(),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        shell: Shell::with_addresses(&desk.visit, true, t.s("referral-choose"), |l| {
            CellPage::Case.path_to(l, &format!("{id}/referrals"))
        })
        .via(Link::new(t.w("cell-case-title", "number", &material.number.to_string()), desk.case_at(id))),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/dossier/{id}/referrals/begin`.
pub async fn begin(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match begun(&desk, id, &sent).await {
        Ok(referral) => Ok(Redirect::to(&desk.referral_at(referral)).into_response()),
        Err(Fault::Rule(word)) => {
            let failed = Failed::new(&desk, "begin", word, &sent);
            show(&desk, id, None, &failed, sent.get("previous")).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn begun(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Uuid, Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<PrepareReferral>(&mut work, id).await?;
    let roster = work.hub_roster(&grant).await?;
    let new = chosen(desk, sent.get("recipient"), &roster)?.begun(sent)?;
    let referral = work.begin_referral(&grant, &new).await?;
    work.commit().await?;
    Ok(referral)
}

/// The file with a number that may be opened, for the hub, who has no board.
pub(super) async fn file_with_number(
    desk: &Desk,
    number: i64,
    reality: Reality,
) -> Result<Option<Uuid>, Trouble> {
    let mut work = desk.begin().await?;
    let _: Grant<PrepareReferral> =
        work.grant(&desk.actor(), Facts::of_all(desk.controller(), "referrals"))?;
    let Some(found) = work.case_by_number(desk.controller(), number, reality).await? else { return Ok(None) };
    let facts = work.case_facts(desk.controller(), found).await?;
    // A file that is not theirs to open is for them as if it were not there.
    Ok(work.may::<PrepareReferral>(&desk.actor(), facts).is_ok().then_some(found))
}
