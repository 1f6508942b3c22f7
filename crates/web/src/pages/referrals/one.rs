//! One referral: what is sent and what is missing, where it stands, what was asked and answered, who learned the outcome.

use super::candidates::{Candidate, waiting_words};
use super::list::Line;
use super::{delivery_words, shell};
use crate::addresses::cell::CellPage;
use crate::addresses::referral::ReferralPage;
use crate::pages::cell::fault::Failed;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use crate::text::Text;
use ariane_domain::Language;
use ariane_domain::access::grant::{PrepareReferral, ReadCase, SendReferral};
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::{Acting, Reality};
use ariane_domain::referral::link::Channel;
use ariane_domain::referral::packet::{Missing, PacketGate, PacketPart, missing};
use ariane_domain::referral::state::{DeclineReason, ToldWay};
use ariane_domain::referral::{ReferralChange, ReferralState};
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::guest::LinkStanding;
use ariane_store::records::referrals::Happened;
use ariane_store::records::referrals::draft::Dossier;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use uuid::Uuid;

/// A part of the packet, ready to read.
pub struct PartView {
    /// Name.
    pub name: String,
    /// Content; empty where it is not there.
    pub text: String,
    /// Whether it is needed.
    pub is_needed: bool,
}

/// A document that may go along.
pub struct DocumentChoice {
    /// Id.
    pub id: String,
    /// Name and kind.
    pub text: String,
    /// Whether it goes along.
    pub is_chosen: bool,
}

/// A knot of the thread.
pub struct KnotView {
    /// When, for machines and in words.
    pub at: (String, String),
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// Words.
    pub text: String,
}

/// A link that was just made: shown once.
#[derive(Default)]
pub struct Once {
    /// The address, where it goes by letter.
    pub link: String,
    /// The code, to be told.
    pub code: String,
    /// How it is to be told.
    pub how: String,
}

#[derive(Template)]
#[template(path = "referrals/one.html")]
struct OnePage {
    shell: Shell,
    work: Work,
    at: String,
    file: String,
    consents: String,
    choose: String,
    line: Line,
    is_training: bool,
    name: String,
    ways: Vec<String>,
    why: Vec<String>,
    is_draft: bool,
    parts: Vec<PartView>,
    missing: Vec<String>,
    question: String,
    languages: Vec<Choice>,
    documents: Vec<DocumentChoice>,
    genetics_agreed: bool,
    takes_documents: bool,
    channels: Vec<Choice>,
    may_send: bool,
    link: Vec<String>,
    codes: Vec<Choice>,
    links: Vec<Choice>,
    once: Once,
    delivery: String,
    changes: Vec<Choice>,
    reasons: Vec<Choice>,
    typed: String,
    day: String,
    report: String,
    has_outcome: bool,
    told: Vec<String>,
    told_ways: Vec<Choice>,
    letter: String,
    next: Option<Candidate>,
    previous: String,
    knots: Vec<KnotView>,
    version: i32,
    key: String,
    done: String,
    errors: Vec<(String, String)>,
}

/// `GET /{lang}/adressages/{id}`.
pub async fn get(
    desk: Desk,
    Path(id): Path<Uuid>,
    Parameters(before): Parameters<crate::pages::care::plan::Before>,
) -> Response {
    let result = show(&desk, id, &Failed::default(), Once::default(), before.is_done()).await;
    desk.settle(result)
}

/// A referral with what its page needs besides.
pub(super) struct Loaded {
    pub dossier: Dossier,
    pub colleagues: Colleagues,
    pub may_be_sent: bool,
    pub reads_file: bool,
    pub learned: Option<ariane_domain::referral::waiting::Learned>,
    pub missing: Vec<Missing>,
}

pub(super) async fn load(desk: &Desk, id: Uuid) -> Result<Loaded, Trouble> {
    let colleagues = desk.colleagues().await?;
    let mut learned = desk.records.learned_waiting(desk.controller(), desk.now).await?;
    let mut work = desk.begin().await?;
    let grant = desk.referral_grant::<PrepareReferral>(&mut work, id).await?;
    let dossier = work.referral_dossier(&grant).await?;
    let facts = work.referral_sending_facts(desk.controller(), id).await?;
    let sending = work.may::<SendReferral>(&desk.actor(), facts);
    let facts = work.case_facts(desk.controller(), dossier.referral.file).await?;
    let reads_file = work.may::<ReadCase>(&desk.actor(), facts).is_ok();
    work.commit().await?;
    let referral = &dossier.referral;
    let mut gates = Vec::new();
    match sending {
        Ok(_) => gates.extend([PacketGate::Agreement, PacketGate::Representatives]),
        Err(ariane_domain::access::Refusal::NoAgreement) => gates.push(PacketGate::Representatives),
        // Who decides for the person is asked after the agreement: with a hindrance it is there.
        Err(ariane_domain::access::Refusal::Hindered(_)) => gates.push(PacketGate::Agreement),
        Err(_) => {}
    }
    let acting = Acting::of_roles(&desk.signed.account.roles);
    gates.extend(referral.kind.may_send(&acting).then_some(PacketGate::Professional));
    gates.extend(desk.is_listed(referral).then_some(PacketGate::Listed));
    let rule = desk.visit.knowledge.referral_packets.of(referral.kind);
    let missing = missing(&rule, &dossier.material.held(referral, &gates));
    let learned = referral.organisation.as_deref().and_then(|id| learned.remove(id));
    Ok(Loaded { may_be_sent: missing.is_empty(), missing, dossier, colleagues, reads_file, learned })
}

fn part_text(desk: &Desk, dossier: &Dossier, part: PacketPart) -> String {
    let (t, material, head) = (desk.visit.t, &dossier.material, &dossier.referral.head);
    let identity = &material.person.identity;
    match part {
        PacketPart::Question => head.question.clone(),
        PacketPart::Identity => {
            let born = identity.birth_date.map(|day| t.date(day)).unwrap_or_default();
            [identity.name.as_str(), born.as_str()].join(", ")
        }
        PacketPart::Contact => {
            let ways = [identity.phone.as_str(), identity.mail.as_str()];
            ways.into_iter().filter(|way| !way.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        PacketPart::Language => {
            let code = material.language(head);
            code.parse::<Language>().map_or(code, |language| language.endonym().to_owned())
        }
        PacketPart::Disorder => material.head.disorder.clone(),
        PacketPart::Summary => material.summary.clone(),
        PacketPart::TreatingDoctor => material.head.treating_doctor.clone(),
        PacketPart::Gp => material
            .gp
            .as_ref()
            .map(|gp| [gp.name.as_str(), gp.phone.as_str()].join(", "))
            .unwrap_or_default(),
        PacketPart::Documents => {
            let chosen = material.documents.iter().filter(|one| head.documents.contains(&one.id));
            chosen.map(|one| one.name.clone()).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A missing thing, in words that say what to do.
pub(super) fn missing_words(t: Text, one: Missing) -> String {
    match one {
        Missing::Part(part) => t.k("packet-missing", part.word()),
        Missing::Gate(gate) => t.k("packet-gate", gate.word()),
    }
}

impl Desk {
    fn referral_knot(&self, one: &Happened, names: &Colleagues, recipient: &str) -> KnotView {
        let t = self.visit.t;
        let what = match ReferralChange::from_word(&one.kind) {
            Some(change) => t.k("referral-event", change.word()),
            None => t.k("referral-event", &one.kind),
        };
        let detail = match one.kind.as_str() {
            "decline" if !one.detail.is_empty() => t.k("referral-decline", &one.detail),
            "send" | "link-made" | "code-made" if !one.detail.is_empty() => {
                t.k("referral-channel", &one.detail)
            }
            "told-person" | "told-doctor" => t.k("referral-told", &one.detail),
            _ => String::new(),
        };
        let who = match names.name_of_pseudonym(&one.actor) {
            name if !name.is_empty() => name,
            _ if one.actor.starts_with("recipient/") => recipient.to_owned(),
            _ if one.actor.starts_with("link/") => t.s("desk-concerned"),
            _ => t.s("desk-by-itself"),
        };
        KnotView {
            at: (one.at.to_rfc3339(), self.moment(one.at)),
            what: if detail.is_empty() {
                what
            } else {
                t.ww("desk-event-detail", ("what", &what), ("detail", &detail))
            },
            who,
            text: one.text.clone(),
        }
    }

    fn link_words(&self, link: &LinkStanding) -> Vec<String> {
        let t = self.visit.t;
        let channel = t.k("referral-channel", &link.channel);
        let made = self.moment(link.created_at);
        let mut lines = vec![t.ww("referral-link-made", ("channel", &channel), ("moment", &made))];
        if let Some(ended) = link.ended_at {
            lines.push(t.w("referral-link-ended", "moment", &self.moment(ended)));
            return lines;
        }
        lines.push(match &link.code {
            Some((channel, until))
                if *until > self.now && link.wrong < ariane_domain::referral::link::MOST_WRONG =>
            {
                let channel = t.k("referral-channel", channel);
                t.ww("referral-code-until", ("channel", &channel), ("moment", &self.moment(*until)))
            }
            Some(_) => t.s("referral-code-over"),
            None => t.s("referral-code-none"),
        });
        lines.extend(link.seen_at.map(|at| t.w("referral-link-seen", "moment", &self.moment(at))));
        lines
    }
}

pub(super) async fn show(
    desk: &Desk,
    id: Uuid,
    failed: &Failed,
    once: Once,
    done: bool,
) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = load(desk, id).await?;
    let (dossier, referral) = (&loaded.dossier, &loaded.dossier.referral);
    let material = &dossier.material;
    let rule = desk.visit.knowledge.referral_packets.of(referral.kind);
    let acting = Acting::of_roles(&desk.signed.account.roles);
    let is_draft = referral.state == ReferralState::Draft;
    let changes: Vec<&str> = referral
        .state
        .open_to(&acting)
        .into_iter()
        .filter(|change| !matches!(change, ReferralChange::Send | ReferralChange::PassOn))
        .map(ReferralChange::word)
        .collect();
    let parts = PacketPart::ALL.into_iter().filter(|part| rule.holds(*part)).map(|part| PartView {
        name: t.k("packet-part", part.word()),
        text: part_text(desk, dossier, part),
        is_needed: rule.needs.contains(&part),
    });
    let documents = material.documents.iter().map(|one| DocumentChoice {
        id: one.id.to_string(),
        text: format!("{} · {}", one.name, desk.document_facts(one)),
        is_chosen: referral.head.documents.contains(&one.id),
    });
    let typed = |form: &str, field: &str| failed.text(form, field);
    let question =
        if failed.is("packet") { typed("packet", "question") } else { referral.head.question.clone() };
    let spoken = material.language(&referral.head);
    let language_choices =
        Language::ALL.map(|one| Choice::new(one.code(), one.endonym().to_owned(), one.code() == spoken));
    let can_mail = !referral.head.card.mail.is_empty() && desk.infoline.mail.is_set_up();
    let link_channels: Vec<&str> = Channel::OF_LINK
        .into_iter()
        .filter(|one| *one != Channel::Mail || can_mail)
        .map(Channel::word)
        .collect();
    let travelled = dossier.link.as_ref().filter(|link| link.ended_at.is_none());
    let codes: Vec<&str> = travelled
        .and_then(|link| Channel::from_word(&link.channel))
        .map(|channel| Channel::of_code(channel).into_iter().map(Channel::word).collect())
        .unwrap_or_default();
    let has_outcome =
        matches!(referral.state, ReferralState::Reported | ReferralState::Declined | ReferralState::Lost);
    let told =
        [("referral-person-told", referral.person_told), ("referral-doctor-told", referral.doctor_told)];
    let told = told.into_iter().filter_map(|(key, way)| {
        let way = t.k("referral-told", way?.word());
        Some(if key == "referral-person-told" {
            t.w("referral-person-told", "way", &way)
        } else {
            t.w("referral-doctor-told", "way", &way)
        })
    });
    let next = if referral.state.needs_another() {
        desk.next_of(material, &dossier.tried, referral.kind)
    } else {
        None
    };
    let card = &referral.head.card;
    let mut ways: Vec<String> = [&card.site, &card.mail, &card.phone, &card.address]
        .into_iter()
        .filter(|way| !way.is_empty())
        .cloned()
        .collect();
    ways.extend(Some(waiting_words(t, loaded.learned.as_ref())).filter(|words| !words.is_empty()));
    let case = desk.case_at(referral.file);
    let title = t.w("referral-title", "number", &referral.number.to_string());
    let page = OnePage {
        at: desk.referral_at(id),
        file: if loaded.reads_file { case.clone() } else { String::new() },
        consents: if loaded.reads_file {
            format!("{case}/consents?purpose=transfer&towards={}", referral.recipient)
        } else {
            String::new()
        },
        choose: format!("{case}/referrals"),
        line: Line::new(desk, referral, material.number),
        is_training: referral.reality == Reality::Training,
        name: material.person.identity.name.clone(),
        ways,
        why: referral.head.why.clone(),
        is_draft,
        parts: parts.collect(),
        missing: if is_draft {
            loaded.missing.iter().map(|one| missing_words(t, *one)).collect()
        } else {
            Vec::new()
        },
        question,
        languages: language_choices.into(),
        documents: documents.collect(),
        genetics_agreed: referral.head.genetics_agreed,
        takes_documents: rule.holds(PacketPart::Documents),
        channels: desk.choices(&link_channels, "referral-channel", &typed("send", "channel")),
        may_send: is_draft && loaded.may_be_sent,
        link: dossier.link.as_ref().map(|link| desk.link_words(link)).unwrap_or_default(),
        codes: desk.choices(&codes, "referral-channel", &typed("code", "channel")),
        links: if referral.state.is_readable() {
            desk.choices(&link_channels, "referral-channel", "")
        } else {
            Vec::new()
        },
        once,
        delivery: delivery_words(t, desk, referral.delivery),
        changes: desk.choices(&changes, "referral-change", &typed("change", "change")),
        reasons: desk.choices(
            &DeclineReason::ALL.map(DeclineReason::word),
            "referral-decline",
            &typed("change", "reason"),
        ),
        typed: typed("change", "text"),
        day: typed("change", "day"),
        report: referral.head.report.clone(),
        has_outcome,
        told: told.collect(),
        told_ways: desk.choices(&ToldWay::ALL.map(ToldWay::word), "referral-told", ""),
        letter: if loaded.reads_file { format!("{case}/letters") } else { String::new() },
        next,
        previous: referral.previous.map(|id| desk.referral_at(id)).unwrap_or_default(),
        knots: dossier
            .thread
            .iter()
            .map(|one| desk.referral_knot(one, &loaded.colleagues, &card.name))
            .collect(),
        version: referral.version,
        key: random::id(desk.now).map_err(StoreError::from)?.to_string(),
        done: if done { t.s("cell-done") } else { String::new() },
        errors: failed.all(),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        shell: shell(desk, ReferralPage::List, &id.to_string(), title).via(Link::new(
            t.w("cell-case-title", "number", &material.number.to_string()),
            format!("{case}/referrals"),
        )),
    };
    Ok(render(failed.status(), &page))
}
