//! The page of who was sent a referral and has no account: a link by one way, a code by another, and then this packet and nothing
//! else. Each reading is logged, and seen by the person.

use crate::addresses::Page;
use crate::addresses::referral::ReferralPage;
use crate::desk::Desk as Infoline;
use crate::guard::ReferralHolder;
use crate::guard::cookies::Cookie;
use crate::pages::care::upload;
use crate::pages::cell::fault::{Fault, not_there};
use crate::pages::desk::Sent;
use crate::pages::desk::attachment::handed_out;
use crate::pages::desk::trouble::Trouble;
use crate::pages::guest::Door;
use crate::pages::mine::{Halt, Network, answer as settled, desk, moment};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use crate::pages::visit::Visit;
use ariane_domain::Language;
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{Act, AnswerReferral, Grant, ReadReferral};
use ariane_domain::cell::Reality;
use ariane_domain::referral::ReferralChange;
use ariane_domain::referral::state::DeclineReason;
use ariane_privacy::random;
use ariane_store::records::Work;
use ariane_store::records::guest::Opens;
use ariane_store::records::referrals::recipient::{Reading, ReportFile};
use askama::Template;
use axum::extract::Path;
use axum::extract::multipart::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// What was sent, ready to read.
struct PartLine {
    name: String,
    text: String,
}

/// Something asked or answered.
struct KnotLine {
    at: (String, String),
    what: String,
    text: String,
}

#[derive(Template)]
#[template(path = "referrals/received.html")]
struct ReceivedPage {
    shell: Shell,
    number: String,
    is_training: bool,
    state: String,
    appointment: String,
    question: String,
    parts: Vec<PartLine>,
    documents: Vec<(Link, String)>,
    knots: Vec<KnotLine>,
    changes: Vec<Choice>,
    reasons: Vec<Choice>,
    typed: String,
    day: String,
    action: String,
    leave: String,
    version: i32,
    key: String,
    done: String,
    errors: Vec<(String, String)>,
}

const DOOR: Door = Door {
    opens: Opens::Referral,
    cookie: Cookie::Referral,
    title: "referral-enter-title",
    lead: "referral-enter-lead",
    at: |language| ReferralPage::Received.path(language),
    inside: |language| ReferralPage::Received.path_to(language, "packet"),
};

/// `GET /{lang}/adressage-recu`.
pub async fn get(visit: Visit) -> Response {
    if visit.caller.referral.is_some() { DOOR.go_in(&visit) } else { DOOR.ask(&visit, "") }
}

/// `GET /{lang}/adressage-recu/link/{token}`. Whether such a link exists is not said before the code is given.
pub async fn with_token(visit: Visit, Path(token): Path<String>) -> Response {
    DOOR.ask(&visit, &token)
}

/// `POST /{lang}/adressage-recu`: the code.
pub async fn enter(visit: Visit, network: Network, sent: Sent) -> Response {
    DOOR.enter(&visit, &network, &sent).await
}

/// A grant for what was sent.
async fn grant<G: Act>(
    work: &mut Work<'_>,
    desk: &Infoline,
    holder: &ReferralHolder,
) -> Result<Grant<G>, Halt> {
    let facts = work.referral_reading_facts(desk.controller, holder.referral).await?;
    Ok(work.grant(&holder.actor(), facts)?)
}

/// A centre that is no longer in the directory reads nothing any more.
fn still_listed(visit: &Visit, reading: &Reading) -> Result<(), Refusal> {
    let is_gone =
        reading.organisation.as_deref().is_some_and(|id| visit.knowledge.directory.get(id).is_none());
    if is_gone { Err(Refusal::OtherLink) } else { Ok(()) }
}

/// What was typed and not taken.
#[derive(Default)]
struct Again {
    problem: &'static str,
    sent: Sent,
}

/// `GET …/packet`.
pub async fn packet(visit: Visit, holder: ReferralHolder) -> Response {
    let outcome = show(&visit, &holder, Again::default(), false).await;
    settled(&visit, outcome)
}

async fn show(visit: &Visit, holder: &ReferralHolder, again: Again, done: bool) -> Result<Response, Halt> {
    let desk = desk(visit)?;
    let mut work = desk.records.begin((visit.settings.now)()).await?;
    let grant = grant::<ReadReferral>(&mut work, &desk, holder).await?;
    let reading = work.read_referral(&grant).await?;
    still_listed(visit, &reading)?;
    work.commit().await?;
    let (t, l) = (visit.t, visit.language);
    let at = ReferralPage::Received.path_to(l, "packet");
    let packet = &reading.packet;
    let born = packet.birth_date.map(|day| t.date(day)).unwrap_or_default();
    let language =
        packet.language.parse::<Language>().map_or(packet.language.clone(), |one| one.endonym().to_owned());
    let join =
        |parts: &[&str]| parts.iter().copied().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
    let gp = packet.gp.as_ref().map(|gp| join(&[&gp.name, &gp.place, &gp.phone])).unwrap_or_default();
    let parts = [
        (t.s("referral-sender"), packet.sender.clone()),
        (t.k("packet-part", "identity"), join(&[&packet.name, &born])),
        (t.k("packet-part", "contact"), join(&[&packet.phone, &packet.mail])),
        (t.k("packet-part", "language"), language),
        (t.k("packet-part", "disorder"), packet.disorder.clone()),
        (t.k("packet-part", "treating-doctor"), packet.treating_doctor.clone()),
        (t.k("packet-part", "gp"), gp),
        (t.k("packet-part", "summary"), packet.summary.clone()),
    ];
    let chosen = again.sent.get("change").to_owned();
    let say = |word: &str| Choice::new(word, t.k("referral-say", word), word == chosen);
    let why = |word: &str| Choice::new(word, t.k("referral-decline", word), word == again.sent.get("reason"));
    let size = |bytes: i64| t.w("desk-file-size", "size", &t.number((bytes.max(0) as f64 / 1024.0).ceil()));
    let page = ReceivedPage {
        number: reading.number.to_string(),
        is_training: reading.reality == Reality::Training,
        state: t.k("referral-state", reading.state.word()),
        appointment: reading
            .appointment_on
            .map(|day| t.w("referral-appointment-on", "day", &t.date(day)))
            .unwrap_or_default(),
        question: packet.question.clone(),
        parts: parts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| PartLine { name, text })
            .collect(),
        documents: reading
            .documents
            .iter()
            .map(|one| {
                let detail = format!("{} · {}", t.k("document-kind", one.kind.word()), size(one.size));
                (Link::new(one.name.clone(), format!("{at}/{}", one.id)), detail)
            })
            .collect(),
        knots: reading
            .thread
            .iter()
            .map(|one| KnotLine {
                at: (one.at.to_rfc3339(), moment(visit, &desk.office, one.at)),
                what: t.k("referral-event", &one.kind),
                text: one.text.clone(),
            })
            .collect(),
        changes: reading.changes.iter().map(|one| say(one.word())).collect(),
        reasons: DeclineReason::ALL.into_iter().map(|one| why(one.word())).collect(),
        typed: again.sent.text("text"),
        day: again.sent.line("day"),
        leave: ReferralPage::Received.path_to(l, "leave"),
        version: reading.version,
        key: random::id((visit.settings.now)())?.to_string(),
        done: if done { t.s("referral-thanks") } else { String::new() },
        errors: match again.problem {
            "" => Vec::new(),
            word => vec![("change".to_owned(), t.k("cell-rule", word))],
        },
        shell: Shell::with_addresses(visit, true, t.s("referral-received-title"), |l| {
            ReferralPage::Received.path_to(l, "packet")
        }),
        action: at,
    };
    let status = match again.problem {
        "" => StatusCode::OK,
        "conflict" | "not-possible" => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(render(status, &page))
}

/// `GET …/packet/{document}`.
pub async fn document(visit: Visit, holder: ReferralHolder, Path(id): Path<Uuid>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = grant::<ReadReferral>(&mut work, &desk, &holder).await?;
        let reading = work.read_referral(&grant).await?;
        still_listed(&visit, &reading)?;
        let (one, bytes) = work.read_referral_document(&grant, id).await?;
        work.commit().await?;
        Ok(handed_out(&one.name, &one.media_type, bytes))
    };
    settled(&visit, outcome.await)
}

/// `POST …/packet`: what the recipient says, with a file where they report.
pub async fn answer(visit: Visit, holder: ReferralHolder, form: Multipart) -> Response {
    let outcome = async {
        let (sent, done) = match upload::read(form).await {
            Ok(uploaded) => {
                let done = said(&visit, &holder, &uploaded).await;
                (uploaded.sent, done)
            }
            Err(word) => (Sent::default(), Err(Fault::Rule(word))),
        };
        match done {
            Ok(()) => show(&visit, &holder, Again::default(), true).await,
            Err(Fault::Rule(problem)) => show(&visit, &holder, Again { problem, sent }, false).await,
            Err(Fault::Trouble(Trouble::Refused(refusal))) => Err(Halt::Refused(refusal)),
            Err(Fault::Trouble(Trouble::NotAgreed(_))) => Err(Halt::Refused(Refusal::NoAgreement)),
            Err(Fault::Trouble(Trouble::Store(error))) => Err(Halt::Store(error)),
        }
    };
    settled(&visit, outcome.await)
}

async fn said(visit: &Visit, holder: &ReferralHolder, uploaded: &upload::Uploaded) -> Result<(), Fault> {
    let sent = &uploaded.sent;
    let change = ReferralChange::from_word(sent.get("change")).filter(|change| change.is_recipients());
    let change = change.ok_or_else(not_there)?;
    let said = super::acts::said(sent, change)?;
    if let Some(word) = uploaded.file.as_ref().and_then(upload::refused) {
        return Err(Fault::Rule(word));
    }
    let file = uploaded.file.as_ref().map(|file| ReportFile {
        name: &file.name,
        media_type: file.media_type(),
        bytes: &file.bytes,
    });
    let desk = desk(visit).map_err(|_| not_there())?;
    let mut work = desk.records.begin((visit.settings.now)()).await?;
    let facts = work.referral_reading_facts(desk.controller, holder.referral).await?;
    let read: Grant<ReadReferral> = work.grant(&holder.actor(), facts.clone())?;
    still_listed(visit, &work.read_referral(&read).await?)?;
    let grant: Grant<AnswerReferral> = work.grant(&holder.actor(), facts)?;
    work.answer_referral(&grant, change, &said, file).await?;
    work.commit().await?;
    Ok(())
}

/// `POST …/leave`.
pub async fn leave(visit: Visit, holder: ReferralHolder) -> Response {
    DOOR.leave(&visit, &holder.session).await
}
