//! To whom a person is passed on: from the sheet that disorder, place and need of the file make, each with its reason; by the roster;
//! or found in the directory by name.

use super::list::Line;
use crate::addresses::cell::CellPage;
use crate::addresses::referral::ReferralPage;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::entry::{kind_label, why_text};
use crate::pages::render;
use crate::pages::sheet_form::{Asked, understand};
use crate::pages::shell::{Link, Shell};
use crate::pages::start::{ChoiceGroup, need_choices};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, PrepareReferral};
use ariane_domain::cell::Reality;
use ariane_domain::organisation::{Kind, Organisation, Site};
use ariane_domain::referral::roster::on_duty;
use ariane_domain::referral::waiting::Learned;
use ariane_domain::referral::{ReferralKind, next_untried};
use ariane_knowledge::fold;
use ariane_orientation::sheet::{self, Part};
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::referrals::draft::{Material, NewReferral};
use ariane_store::records::referrals::roster::Member;
use ariane_store::records::referrals::{Card, Head, Referral};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Most structures that a search shows.
const MOST_FOUND: usize = 30;

/// Somebody who may be chosen.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// What the form sends: `directory/<id>/<site>` or `cern/<network>`.
    pub value: String,
    /// Name.
    pub name: String,
    /// Its page in the directory.
    pub href: String,
    /// Kind, place.
    pub what: String,
    /// Reasons of the finder.
    pub why: Vec<String>,
    /// How they are reached, as the directory says.
    pub ways: Vec<String>,
    /// What was learned of waiting times.
    pub waiting: String,
    /// What the reader must know before: no way to reach them, tried before.
    pub warnings: Vec<String>,
    /// The key of a form to begin.
    pub key: String,
}

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

/// Sentence about waiting times; empty where nothing may be told.
pub fn waiting_words(t: crate::text::Text, learned: Option<&Learned>) -> String {
    learned.map_or_else(String::new, |one| {
        t.ww("referral-waiting", ("weeks", &one.weeks.to_string()), ("count", &one.at_least.to_string()))
    })
}

/// The European network of a structure: itself, or the first that it belongs to.
fn network_of(desk: &Desk, organisation: &Organisation) -> Option<String> {
    let is_ern = |one: &&Organisation| one.kind == Kind::Ern;
    let own = Some(organisation).filter(is_ern);
    let directory = &desk.visit.knowledge.directory;
    let parent = || organisation.parents.iter().filter_map(|id| directory.get(id)).find(is_ern);
    own.or_else(parent).map(|one| one.id.to_ascii_uppercase())
}

/// The recipient as the directory states it; nothing is made up.
fn card_of(organisation: &Organisation, site: &Site) -> Card {
    let lines = [site.address.as_str(), site.postcode.as_str(), site.town.as_str(), site.country.code()];
    // A country alone is no address.
    let address = if site.address.is_empty() { String::new() } else { lines.join(", ") };
    Card {
        name: organisation.name.clone(),
        site: site.host.clone(),
        mail: site.email.clone(),
        phone: site.phone.clone(),
        address,
        language: organisation.languages.first().cloned().unwrap_or_default(),
    }
}

/// A choice as the form sent it.
pub(super) struct Chosen {
    pub kind: ReferralKind,
    pub network: Option<String>,
    pub organisation: Option<String>,
    pub card: Card,
}

/// Reads a choice: a structure of the directory with its site, or the coordinator on duty for a network.
pub(super) fn chosen(desk: &Desk, value: &str, roster: &[Member]) -> Result<Chosen, Fault> {
    let mut parts = value.splitn(3, '/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("cern"), Some(network), None) => {
            let on: Vec<_> = roster.iter().map(|one| one.on.clone()).collect();
            let duty = on_duty(&on, network, desk.today()).ok_or(Fault::Rule("roster-nobody"))?;
            let member = roster.iter().find(|one| one.on.id == duty).ok_or_else(not_there)?;
            let text = &member.text;
            let network_name =
                desk.visit.knowledge.directory.get(network).map_or(network, |one| one.shown_name());
            Ok(Chosen {
                kind: ReferralKind::Cern,
                network: Some(network.to_ascii_uppercase()),
                organisation: None,
                card: Card {
                    name: format!("CERN {network_name}"),
                    site: [text.name.as_str(), text.role.as_str()].join(", "),
                    mail: text.mail.clone(),
                    phone: text.phone.clone(),
                    address: String::new(),
                    language: text.language.clone(),
                },
            })
        }
        (Some("directory"), Some(id), Some(slug)) => {
            let organisation =
                desk.visit.knowledge.directory.get(id).ok_or(Fault::Rule("referral-not-listed"))?;
            let site =
                organisation.sites.iter().find(|site| site.slug == slug).or(organisation.sites.first());
            let site = site.ok_or(Fault::Rule("referral-not-listed"))?;
            Ok(Chosen {
                kind: ReferralKind::of(organisation.kind),
                network: network_of(desk, organisation),
                organisation: Some(organisation.id.clone()),
                card: card_of(organisation, site),
            })
        }
        _ => Err(not_there()),
    }
}

/// What of a sheet is asked for a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    pub disorder: String,
    pub place: String,
    pub need: String,
    pub sought: String,
}

impl Desk {
    fn candidate(
        &self,
        organisation: &Organisation,
        site: &Site,
        why: Vec<String>,
        tried: &[String],
    ) -> Candidate {
        let t = self.visit.t;
        let card = card_of(organisation, site);
        let mut warnings = Vec::new();
        if !card.can_be_reached() {
            warnings.push(t.s("referral-warn-no-way"));
        }
        if organisation.label_expired(self.today()) {
            warnings.push(t.w("warning-label-expired", "date", &organisation.label_until));
        }
        if tried.contains(&organisation.id) {
            warnings.push(t.s("referral-warn-tried"));
        }
        let place = [site.host.as_str(), site.town.as_str()].into_iter().filter(|part| !part.is_empty());
        let place = place.collect::<Vec<_>>().join(", ");
        Candidate {
            value: format!("directory/{}/{}", organisation.id, site.slug),
            name: organisation.shown_name().to_owned(),
            href: crate::addresses::Page::Organisation.path_to(self.visit.language, &organisation.id),
            what: [kind_label(&self.visit, organisation, site), place]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            why,
            ways: [card.mail, card.phone, card.address].into_iter().filter(|way| !way.is_empty()).collect(),
            waiting: String::new(),
            warnings,
            key: String::new(),
        }
    }

    /// The sheet of a file as candidates, part by part; networks with whoever is on duty for them here first.
    pub(super) fn sheet_of(
        &self,
        wanted: &Wanted,
        material: &Material,
        tried: &[String],
        roster: &[Member],
    ) -> Vec<(Part, Vec<Candidate>)> {
        let t = self.visit.t;
        let country = material.person.codes.residence_country.clone();
        let asked = Asked {
            code: self.resolve_disorder(&wanted.disorder).map(|code| code.0.to_string()).unwrap_or_default(),
            place: wanted.place.clone(),
            need: wanted.need.clone(),
            country,
            ..Asked::default()
        };
        let understood = understand(&self.visit, &asked);
        let sources = self.visit.knowledge.sources();
        let composed = sheet::compose(&sources, understood.request.clone());
        let on: Vec<_> = roster.iter().map(|one| one.on.clone()).collect();
        let mut parts = Vec::new();
        for section in &composed.sections {
            let mut candidates = Vec::new();
            for entry in &section.entries {
                let why: Vec<String> = entry.why.iter().map(|why| why_text(&self.visit, why)).collect();
                let organisation = entry.organisation;
                if organisation.kind == Kind::Ern
                    && let Some(duty) = on_duty(&on, &organisation.id, self.today())
                    && let Some(member) = roster.iter().find(|one| one.on.id == duty)
                {
                    candidates.push(Candidate {
                        value: format!("cern/{}", organisation.id),
                        name: t.w("referral-cern-of", "network", organisation.shown_name()),
                        href: ReferralPage::Roster.path(self.visit.language),
                        what: [member.text.name.as_str(), member.text.role.as_str()].join(", "),
                        why: why.clone(),
                        ways: vec![member.text.mail.clone(), member.text.phone.clone()],
                        waiting: String::new(),
                        warnings: Vec::new(),
                        key: String::new(),
                    });
                }
                candidates.push(self.candidate(organisation, entry.site, why, tried));
            }
            parts.push((section.part, candidates));
        }
        parts
    }

    /// Who is proposed next for a file whose recipient cannot help: the first of the sheet who was not tried.
    pub(super) fn next_of(
        &self,
        material: &Material,
        tried: &[String],
        kind: ReferralKind,
    ) -> Option<Candidate> {
        let wanted = Wanted { disorder: material.head.disorder.clone(), ..Wanted::default() };
        let all: Vec<Candidate> =
            self.sheet_of(&wanted, material, &[], &[]).into_iter().flat_map(|(_, all)| all).collect();
        let directory = &self.visit.knowledge.directory;
        let id = |one: &Candidate| one.value.split('/').nth(1).unwrap_or_default().to_owned();
        let same_kind = |one: &&Candidate| {
            directory.get(&id(one)).is_some_and(|organisation| ReferralKind::of(organisation.kind) == kind)
        };
        let ids: Vec<String> = all.iter().filter(same_kind).map(id).collect();
        let tried: Vec<&str> = tried.iter().map(String::as_str).collect();
        let next = next_untried(ids.iter().map(String::as_str), &tried)?.to_owned();
        all.into_iter().find(|one| id(one) == next)
    }

    fn found(&self, sought: &str, tried: &[String]) -> Vec<Candidate> {
        let words = folded(sought);
        let words: Vec<&str> = words.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let all = self.visit.knowledge.directory.all().iter();
        let hit = |one: &&Organisation| {
            let site =
                one.sites.first().map(|site| format!("{} {}", site.host, site.town)).unwrap_or_default();
            let text = folded(&format!("{} {} {site}", one.name, one.short_name));
            words.iter().all(|word| text.contains(word))
        };
        all.filter(hit)
            .filter_map(|one| Some(self.candidate(one, one.sites.first()?, Vec::new(), tried)))
            .take(MOST_FOUND)
            .collect()
    }
}

/// Words without accents, case and hyphens.
fn folded(text: &str) -> String {
    fold::words(text).join(" ")
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
    let key = sent.get("key").parse().map_err(|_| not_there())?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<PrepareReferral>(&mut work, id).await?;
    let roster = work.hub_roster(&grant).await?;
    let chosen = chosen(desk, sent.get("recipient"), &roster)?;
    let head = Head {
        card: chosen.card,
        why: sent.all("why").map(str::to_owned).take(10).collect(),
        ..Head::default()
    };
    let new = NewReferral {
        kind: chosen.kind,
        network: chosen.network,
        organisation: chosen.organisation,
        head,
        previous: None,
        key,
    };
    let referral = work.begin_referral(&grant, &new).await?;
    work.commit().await?;
    Ok(referral)
}

/// The file with a number, for the hub, who has no board.
pub(super) async fn file_with_number(
    desk: &Desk,
    number: i64,
    reality: Reality,
) -> Result<Option<Uuid>, Trouble> {
    let work = desk.begin().await?;
    let _: Grant<PrepareReferral> =
        work.grant(&desk.actor(), Facts::of_all(desk.controller(), "referrals"))?;
    Ok(work.case_by_number(desk.controller(), number, reality).await?)
}
