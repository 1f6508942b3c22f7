//! Writing to the infoline, and the receipt.

use super::written_form::{FormChoices, Sent};
use super::{Halt, Network, answer, desk, moment};
use crate::addresses::Page;
use crate::addresses::mine::MinePage;
use crate::addresses::protection::ProtectionPage;
use crate::desk::Desk;
use crate::figures::network::network_of;
use crate::guard::cookies::Cookie;
use crate::guard::forms;
use crate::guard::tries::Knock;
use crate::pages::render;
use crate::pages::shell::{Line, Link, Shell};
use crate::pages::signs_form::Described;
use crate::pages::visit::Visit;
use crate::pictures::qr::Qr;
use crate::text::Text;
use ariane_domain::access::grant::{FollowOwnEnquiry, Grant, WriteToInfoline};
use ariane_domain::access::{Actor, Facts, Proof};
use ariane_domain::enquiry::form::{Answer, Answers};
use ariane_domain::enquiry::written::{FormAge, MESSAGE_LIMIT, shows_receipt_again};
use ariane_domain::enquiry::{DisorderStatus, EntryMode, ReferralSource, RequesterKind};
use ariane_domain::organisation::Audience;
use ariane_domain::person::Sending;
use ariane_domain::purpose::{Choice, Purpose};
use ariane_knowledge::fold;
use ariane_privacy::random;
use ariane_privacy::stamp::Stamp;
use ariane_store::StoreError;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, Logged, NewEnquiry, Once};
use ariane_store::records::enquiries::thread::{Direction, NewAttachment, NewMessage};
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::own::link::Travelled;
use ariane_store::records::persons::{Identity, PersonCodes};
use askama::Template;
use axum::Form;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Utc};

#[derive(Template)]
#[template(path = "mine/write.html")]
struct WritePage {
    shell: Shell,
    action: String,
    sent: Sent,
    stamp: String,
    choices: FormChoices,
    errors: Vec<(&'static str, String)>,
    notice: String,
    describe: String,
    promise: String,
    limit: usize,
}

impl WritePage {
    /// What is wrong with a field; empty when it is right.
    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text)
    }
}

#[derive(Template)]
#[template(path = "mine/receipt.html")]
struct ReceiptPage {
    shell: Shell,
    number: i64,
    due: String,
    opening: String,
    secrets: Option<Secrets>,
    mine: String,
    acknowledged: bool,
    sends_nothing: bool,
    minor: Option<Vec<Line>>,
    about_another: bool,
    has_signs: bool,
    next: Vec<Link>,
}

/// What the receipt shows once.
struct Secrets {
    link: String,
    code: String,
    qr: Option<Qr>,
}

/// `GET /{lang}/ecrire`.
pub async fn get(visit: Visit) -> Response {
    let sent = Sent::default();
    answer(&visit, show(&visit, sent, Vec::new(), StatusCode::OK))
}

/// `POST /{lang}/ecrire/signes`: the form with the signs that were described before. Changes nothing, and so comes
/// from pages that hold no token; it gives the browser what the form itself then needs.
pub async fn carry(
    mut visit: Visit,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let https = visit.settings.sign_in.is_https();
    let held = Cookie::Door.read(&headers, https);
    let Some(door) = held.clone().or_else(|| random::token().ok()) else {
        return answer(&visit, Err(Halt::Store(StoreError::Sealed)));
    };
    visit.form_token = forms::token(&door);
    let mut sent = Sent::default();
    let mut described = Described::parse(fields);
    sent.written.message = described.text.chars().take(MESSAGE_LIMIT).collect();
    sent.packet = crate::pages::phenopacket::packet(&visit, &mut described).unwrap_or_default();
    let mut response = answer(&visit, show(&visit, sent, Vec::new(), StatusCode::OK));
    if held.is_none() {
        Cookie::Door.give(&mut response, https, &door);
    }
    response
}

/// `POST /{lang}/ecrire`.
pub async fn post(visit: Visit, network: Network, Form(fields): Form<Vec<(String, String)>>) -> Response {
    answer(&visit, take(&visit, &network.0, &fields).await)
}

fn show(
    visit: &Visit,
    sent: Sent,
    errors: Vec<(&'static str, String)>,
    status: StatusCode,
) -> Result<Response, Halt> {
    let desk = desk(visit)?;
    let now = (visit.settings.now)();
    let stamps = desk.records.keys().master().stamps();
    // A form that comes back keeps its stamp, so that its age grows; one that is too old or not ours gets a new one.
    let is_good = stamps.read(&sent.stamp).is_some_and(|s| FormAge::of(s.shown, now) != FormAge::TooOld);
    let stamp = if is_good { sent.stamp.clone() } else { stamps.issue(now)? };
    let due = visit.t.date(desk.office.day(desk.office.due(now)));
    let page = WritePage {
        action: MinePage::Write.path(visit.language),
        choices: FormChoices::new(visit, &sent),
        stamp,
        errors,
        notice: ProtectionPage::Notice.path(visit.language),
        describe: Page::Describe.path(visit.language),
        promise: visit.t.w("mine-promise", "date", &due),
        limit: MESSAGE_LIMIT,
        shell: Shell::with_addresses(visit, true, visit.t.s("mine-write-title"), |l| MinePage::Write.path(l))
            .watching(visit, &sent.written.message),
        sent,
    };
    Ok(render(status, &page))
}

async fn take(visit: &Visit, network: &str, fields: &[(String, String)]) -> Result<Response, Halt> {
    let (t, now) = (visit.t, (visit.settings.now)());
    let sent = Sent::read(fields);
    let refuse = |sent: Sent, field: &'static str, key: &str, status| {
        show(visit, sent, vec![(field, t.k("mine-refused", key))], status)
    };
    if sent.honey {
        return refuse(sent, "website", "honey", StatusCode::UNPROCESSABLE_ENTITY);
    }
    let stamps = desk(visit)?.records.keys().master().stamps();
    let Some(stamp) = stamps.read(&sent.stamp) else {
        return refuse(sent, "message", "stamp", StatusCode::UNPROCESSABLE_ENTITY);
    };
    match FormAge::of(stamp.shown, now) {
        FormAge::TooQuick => return refuse(sent, "message", "quick", StatusCode::UNPROCESSABLE_ENTITY),
        FormAge::TooOld => return refuse(sent, "message", "old", StatusCode::UNPROCESSABLE_ENTITY),
        FormAge::Right => {}
    }
    let errors: Vec<_> =
        sent.written.faults().into_iter().map(|f| (f.field(), t.k("mine-fault", f.word()))).collect();
    if !errors.is_empty() {
        return show(visit, sent, errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if !visit.app.sign_in.tries.allow(Knock::Written, network, now) {
        return refuse(sent, "message", "many", StatusCode::TOO_MANY_REQUESTS);
    }
    keep(visit, sent, &stamp, now).await
}

/// Keeps what was written, exactly once per stamp, with its link and acknowledgement; then the receipt.
async fn keep(visit: &Visit, sent: Sent, stamp: &Stamp, now: DateTime<Utc>) -> Result<Response, Halt> {
    let desk = desk(visit)?;
    let stamps = desk.records.keys().master().stamps();
    let (token, code) = (stamps.link_token(stamp), stamps.link_code(stamp));
    let hashed = visit.app.sign_in.passwords.hash(code.clone()).await;
    let code_hash = hashed.map_err(|_| Halt::Store(StoreError::Sealed))?;
    let new = new_enquiry(visit, &desk, &sent, stamp, now);
    let mut work = desk.records.begin(now).await?;
    let grant: Grant<WriteToInfoline> =
        work.grant(&Actor::Anyone, Facts::of_all(desk.controller, "enquiry"))?;
    let logged = work.log_enquiry(&grant, &new).await?;
    let mut acknowledged = false;
    let (mut due_at, mut received_at) = (new.due_at, now);
    if logged.is_new {
        work.make_link(&grant, logged.id, &token, &code_hash, Travelled::Screen).await?;
        if let Some(mail) = acknowledgement(visit, &desk, &sent, &logged, new.due_at, now)? {
            // Not where whoever is on record with the address has died: then a human is called (duty D6).
            acknowledged = work.acknowledge(desk.controller, logged.id, &mail).await?;
        }
    } else {
        let holder = Actor::LinkHolder { enquiry: logged.id, proof: Proof::LinkAndCode };
        let facts = work.enquiry_facts(desk.controller, logged.id).await?;
        let follow: Grant<FollowOwnEnquiry> = work.grant(&holder, facts)?;
        let status = work.own_status(&follow).await?;
        (due_at, received_at) = (status.due_at, status.received_at);
    }
    work.commit().await?;
    let is_still_good =
        desk.records.link_of_token(&token).await?.is_some_and(|link| link.locked_at.is_none());
    let shows = is_still_good && shows_receipt_again(received_at, now);
    let secrets = shows.then(|| {
        let path = MinePage::Mine.path_to(visit.language, &token);
        let link = visit.settings.sign_in.full(&path);
        Secrets { qr: Qr::of(&link), link, code }
    });
    let opening = match desk.office.next_opening(now) {
        Some(at) if at > now => moment(visit, &desk.office, at),
        _ => String::new(),
    };
    let l = visit.language;
    let page = ReceiptPage {
        number: logged.number,
        due: visit.t.date(desk.office.day(due_at)),
        opening,
        secrets,
        mine: MinePage::Mine.path(l),
        acknowledged,
        sends_nothing: !matches!(sent.written.contact.sending(true, false), Sending::Mail { .. }),
        minor: sent.written.is_minor_alone().then(|| youth_lines(visit)),
        about_another: sent.written.is_anothers_story(),
        has_signs: !sent.packet.is_empty(),
        next: vec![
            Link::new(visit.t.s("mine-open-title"), MinePage::Mine.path(l)),
            Link::new(visit.t.s("nav-helplines"), Page::Helplines.path(l)),
        ],
        shell: Shell::with_addresses(visit, true, visit.t.s("mine-receipt-title"), |l| {
            MinePage::Write.path(l)
        })
        .watching(visit, &sent.written.message),
    };
    Ok(render(StatusCode::OK, &page))
}

fn new_enquiry(visit: &Visit, desk: &Desk, sent: &Sent, stamp: &Stamp, now: DateTime<Utc>) -> NewEnquiry {
    let w = &sent.written;
    let dangers = visit.knowledge.danger.look(&fold::words(&w.message));
    let mut profile = Answers::new();
    if let Some(knows) = w.person_knows {
        profile.insert("person-knows".into(), Answer::YesNo(knows));
    }
    if !w.address.is_empty() {
        profile.insert("postal-address".into(), Answer::Text(w.address.clone()));
    }
    let language = sent.language.unwrap_or(visit.language);
    let mut choices = Vec::new();
    if w.agrees_handover {
        choices.push((Purpose::Handover, Choice::Agreed, "web-form"));
    }
    if w.agrees_satisfaction {
        choices.push((Purpose::Satisfaction, Choice::Agreed, "web-form"));
    }
    let packet = sent.packet.as_bytes();
    let attachments = if packet.is_empty() {
        Vec::new()
    } else {
        vec![NewAttachment {
            name: "phenopacket.json".into(),
            media_type: "application/json".into(),
            verdict: "accepted".into(),
            size: i64::try_from(packet.len()).unwrap_or(i64::MAX),
            bytes: Some(packet.to_vec()),
        }]
    };
    NewEnquiry {
        codes: EnquiryCodes {
            mode: EntryMode::Web,
            requester_kind: w.who.unwrap_or(RequesterKind::Other),
            referral_source: w.referral.unwrap_or(ReferralSource::Unknown),
            disorder_status: w.disorder_status.unwrap_or(DisorderStatus::Unknown),
            person: PersonCodes {
                language: language.code().to_owned(),
                age_band: w.age.map(|a| a.word().to_owned()).unwrap_or_default(),
                residence_country: w.residence.map(|c| c.to_string()).unwrap_or_default(),
                ..PersonCodes::default()
            },
            needs: w.needs.clone(),
            is_interpreted: false,
            duration_seconds: None,
            network: network_of(&visit.knowledge, w.disorder.parse().ok()),
        },
        texts: EnquiryTexts {
            summary: w.summary(),
            disorder: w.disorder.clone(),
            note: String::new(),
            profile: if profile.is_empty() {
                String::new()
            } else {
                serde_json::to_string(&profile).unwrap_or_default()
            },
        },
        form_version: desk
            .forms
            .current(visit.today)
            .and_then(|set| i32::try_from(set.version).ok())
            .unwrap_or(0),
        requester: Identity {
            name: w.name.clone(),
            mail: w.mail.clone(),
            phone: w.phone.clone(),
            birth_date: None,
            contact: w.contact.clone(),
        },
        known_requester: None,
        concerned: None,
        urgency: w.urgency(&dangers),
        received_at: now,
        due_at: desk.office.due(now),
        once: Some(Once { source: "form", token: stamp.name.clone() }),
        message: Some(NewMessage {
            direction: Direction::In,
            mode: EntryMode::Web,
            kind: "message",
            from: w.name.clone(),
            subject: String::new(),
            text: w.message.clone(),
            html: String::new(),
            message_id: String::new(),
            references: String::new(),
            at: now,
            attachments,
        }),
        choices,
    }
}

/// The acknowledgement, where a mailbox is set up and the person's safe contact lets an automatic mail out (duty D10).
fn acknowledgement(
    visit: &Visit,
    desk: &Desk,
    sent: &Sent,
    logged: &Logged,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<Outgoing>, Halt> {
    let w = &sent.written;
    let Sending::Mail { is_neutral } = w.contact.sending(true, false) else { return Ok(None) };
    if w.mail.is_empty() || !desk.mail.is_set_up() {
        return Ok(None);
    }
    let t = Text::new(sent.language.unwrap_or(visit.language));
    let (number, due) = (logged.number.to_string(), t.date(desk.office.day(due_at)));
    let mut text = if is_neutral {
        t.ww("mine-ack-neutral-text", ("number", &number), ("due", &due))
    } else {
        t.ww("mine-ack-text", ("number", &number), ("due", &due))
    };
    if let Some(at) = desk.office.next_opening(now).filter(|at| *at > now) {
        text.push_str("\n\n");
        text.push_str(&t.w("mine-ack-opening", "when", &moment(visit, &desk.office, at)));
    }
    if !is_neutral {
        text.push_str("\n\n");
        text.push_str(&t.s("mine-ack-emergency"));
    }
    let id = random::id(now)?;
    Ok(Some(Outgoing {
        to: w.mail.clone(),
        from_name: if is_neutral { desk.mail.neutral_name.clone() } else { desk.mail.name.clone() },
        subject: t.s(if is_neutral { "mine-ack-neutral-subject" } else { "mine-ack-subject" }),
        text,
        message_id: desk.mail.message_id(id),
        is_automatic: true,
        ..Outgoing::default()
    }))
}

/// Lines for the young of the country (duty D23).
fn youth_lines(visit: &Visit) -> Vec<Line> {
    let Some(profile) = visit.knowledge.country(visit.settings.country) else { return Vec::new() };
    profile
        .crisis_lines
        .iter()
        .filter_map(|id| visit.knowledge.directory.get(id))
        .filter(|organisation| organisation.audience == Audience::Child)
        .filter_map(|organisation| crate::pages::shell::line(visit.t, organisation))
        .collect()
}
