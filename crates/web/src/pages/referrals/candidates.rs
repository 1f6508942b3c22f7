//! Who may be chosen as a recipient, each with its reason: from the sheet that disorder, place and need of the file make; by the
//! roster; or found in the directory by name. And what a choice means.

use crate::addresses::referral::ReferralPage;
use crate::pages::cell::fault::{Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use crate::pages::entry::{kind_label, why_text};
use crate::pages::sheet_form::{Asked, understand};
use ariane_domain::organisation::{Kind, Organisation, Site};
use ariane_domain::referral::roster::on_duty;
use ariane_domain::referral::waiting::Learned;
use ariane_domain::referral::{ReferralKind, next_untried};
use ariane_knowledge::fold;
use ariane_orientation::sheet::{self, Part};
use ariane_store::records::referrals::draft::{Material, NewReferral};
use ariane_store::records::referrals::roster::Member;
use ariane_store::records::referrals::{Card, Head};

/// Most structures that a search shows.
const MOST_FOUND: usize = 30;
/// Most reasons of the finder that go along.
const MOST_REASONS: usize = 10;

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
    own.or_else(parent).map(|one| one.id.clone())
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
    kind: ReferralKind,
    network: Option<String>,
    organisation: Option<String>,
    card: Card,
}

impl Chosen {
    /// A referral to them, as a form sent it; `key` knows a second click again.
    pub fn begun(self, sent: &Sent) -> Result<NewReferral, Fault> {
        Ok(NewReferral {
            kind: self.kind,
            network: self.network,
            organisation: self.organisation,
            head: Head {
                card: self.card,
                why: sent.all("why").map(str::to_owned).take(MOST_REASONS).collect(),
                ..Head::default()
            },
            previous: None,
            key: sent.get("key").parse().map_err(|_| not_there())?,
        })
    }
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
                network: Some(network.to_owned()),
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
        let sources = self.visit.knowledge.sources(&self.visit.procedures);
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

    /// Structures of the directory that bear all the words.
    pub(super) fn found(&self, sought: &str, tried: &[String]) -> Vec<Candidate> {
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
