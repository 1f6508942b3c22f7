//! My data: copy, who opened it, correction, withdrawal, erasure. All of it needs a code over a second channel (D3).

use super::status::may_withdraw;
use super::{Halt, Network, answer, copy, desk, field, moment, own};
use crate::addresses::Page;
use crate::addresses::mine::MinePage;
use crate::addresses::protection::ProtectionPage;
use crate::desk::Desk;
use crate::guard::caller::LinkHolder;
use crate::guard::tries::Knock;
use crate::pages::consents::own::{OwnConsent, tell_taken_back, views};
use crate::pages::families::own::{OwnFamily, views as family_views};
use crate::pages::panel::own::OwnPanelView;
use crate::pages::referrals::own::OwnView;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use ariane_domain::access::Proof;
use ariane_domain::access::grant::{FollowOwnEnquiry, UseOwnRights};
use ariane_domain::enquiry::written::{LINE_LIMIT, WrittenFault, is_mail, is_phone, one_line};
use ariane_domain::protection::rights::{Right, Standing};
use ariane_privacy::chain::Entry;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::own::proof::MailProof;
use ariane_store::records::persons::Identity;
use ariane_store::records::rights::recipients::Asked;
use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::DateTime;

/// Lines of the log that the page shows.
const MOST_LINES: u64 = 500;

#[derive(Template)]
#[template(path = "mine/prove.html")]
struct ProvePage {
    shell: Shell,
    can_mail: bool,
    why_not: String,
    send: String,
    proof: String,
    problem: String,
    said: String,
    phone: String,
    next: Vec<Link>,
}

/// Who opened it, as the person sees it (duty D27).
struct Opened {
    when: String,
    function: String,
    service: String,
    what: String,
    why: String,
}

#[derive(Template)]
#[template(path = "mine/rights.html")]
struct RightsPage {
    shell: Shell,
    number: i64,
    copy: String,
    has_file: bool,
    capsule: String,
    card: String,
    log: Vec<Opened>,
    identity: Identity,
    version: i32,
    correct: String,
    problem: String,
    can_withdraw: bool,
    withdraw: String,
    erase: String,
    erasure: String,
    keep: String,
    delay: String,
    recipients: Vec<String>,
    consents: Vec<OwnConsent>,
    referrals: Vec<OwnView>,
    panels: Vec<OwnPanelView>,
    families: Vec<OwnFamily>,
    family: String,
    consent: String,
    consent_problem: String,
    notice: String,
    told: Vec<(String, String)>,
    next: Vec<Link>,
}

/// `GET /{lang}/ma-demande/mes-donnees`.
pub async fn get(visit: Visit, holder: LinkHolder) -> Response {
    let page = page(&visit, &holder, "", "").await;
    answer(&visit, page)
}

/// The page with what is wrong with what was said about an agreement.
pub(in crate::pages) async fn with_problem(
    visit: &Visit,
    holder: &LinkHolder,
    word: &str,
) -> Result<Response, Halt> {
    page(visit, holder, "", word).await
}

async fn page(
    visit: &Visit,
    holder: &LinkHolder,
    problem: &str,
    consent_problem: &str,
) -> Result<Response, Halt> {
    if holder.proof != Proof::SecondChannel {
        return prove(visit, holder, "", "").await;
    }
    let (desk, t, l) = (desk(visit)?, visit.t, visit.language);
    let mut work = desk.records.begin((visit.settings.now)()).await?;
    let follow = own::<FollowOwnEnquiry>(&mut work, &desk, holder).await?;
    let grant = own::<UseOwnRights>(&mut work, &desk, holder).await?;
    let status = work.own_status(&follow).await?;
    let erasure = work.own_erasure(&follow).await?;
    let person = work.own_identity(&grant).await?;
    let entries = work.own_access_log(&grant, MOST_LINES).await?;
    let recipients = work.own_recipients(&grant).await?;
    let told = work.told_plainly(&grant).await?;
    let consents = work.own_consents(&grant).await?;
    let referrals = work.own_referrals(&grant).await?;
    let panels = work.own_panels(&grant).await?;
    let has_file = work.has_own_file(&grant).await?;
    let families = work.own_families(&grant).await?;
    work.commit().await?;
    let page = RightsPage {
        recipients: recipients.iter().map(|one| recipient(visit, &desk, one)).collect(),
        told: told.into_iter().map(|one| (moment(visit, &desk.office, one.at), one.text)).collect(),
        number: status.number,
        copy: MinePage::Copy.path(l),
        has_file,
        capsule: MinePage::Capsule.path(l),
        card: MinePage::Card.path(l),
        log: entries.iter().map(|entry| opened(visit, &desk, entry)).collect(),
        version: person.version,
        correct: MinePage::Correct.path(l),
        problem: if problem.is_empty() { String::new() } else { t.k("mine-fault", problem) },
        can_withdraw: may_withdraw(status.state),
        withdraw: MinePage::Withdraw.path(l),
        erase: MinePage::Erase.path(l),
        erasure: erasure.map(|at| moment(visit, &desk.office, at)).unwrap_or_default(),
        keep: MinePage::Keep.path(l),
        delay: t.n("mine-erase-delay", usize::from(desk.records.settings().erasure.0)),
        consents: views(visit, &consents, person.identity.birth_date),
        identity: person.identity,
        referrals: crate::pages::referrals::own::views(visit, &referrals),
        panels: crate::pages::panel::own::views(visit, &panels),
        families: family_views(visit, &families),
        family: MinePage::Family.path(l),
        consent: MinePage::Consent.path(l),
        consent_problem: match consent_problem {
            "" => String::new(),
            word => t.k("cell-rule", word),
        },
        notice: ProtectionPage::Notice.path(l),
        next: vec![
            Link::new(t.s("mine-title"), MinePage::Mine.path(l)),
            Link::new(t.s("nav-helplines"), Page::Helplines.path(l)),
        ],
        shell: Shell::with_addresses(visit, true, t.s("mine-rights-title"), |l| MinePage::Rights.path(l))
            .via(Link::new(t.s("mine-title"), MinePage::Mine.path(l))),
    };
    let is_well = problem.is_empty() && consent_problem.is_empty();
    let code = if is_well { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(code, &page))
}

/// A line of the log in the person's words: function, service, time and reason; no name of staff.
fn opened(visit: &Visit, desk: &Desk, entry: &Entry) -> Opened {
    let t = visit.t;
    // A word that has no text yet is shown as it is.
    let known = |said: String, word: &str| if said.starts_with("mine-") { word.to_owned() } else { said };
    Opened {
        when: DateTime::from_timestamp_micros(entry.at)
            .map(|at| moment(visit, &desk.office, at))
            .unwrap_or_default(),
        function: known(t.k("mine-function", &entry.function), &entry.function),
        service: t.s("mine-service"),
        what: known(t.k("mine-act", &entry.action), &entry.action),
        why: known(t.k("mine-purpose", &entry.purpose), &entry.purpose),
    }
}

/// What a recipient was asked and answered (duty D4).
fn recipient(visit: &Visit, desk: &Desk, one: &Asked) -> String {
    let t = visit.t;
    let kind = t.k("recipient", one.kind.word());
    let who = if one.recipient.is_empty() { kind } else { format!("{kind}, {}", one.recipient) };
    let said = match one.answer {
        Some(answer) => {
            let answer = t.k("recipient-answer", answer.word());
            if one.duty.is_empty() { answer } else { format!("{answer} ({})", one.duty) }
        }
        None => t.w("mine-recipient-waits", "when", &moment(visit, &desk.office, one.due_at)),
    };
    t.ww("mine-recipient", ("who", &who), ("said", &said))
}

async fn prove(visit: &Visit, holder: &LinkHolder, problem: &str, said: &str) -> Result<Response, Halt> {
    let (desk, t, l) = (desk(visit)?, visit.t, visit.language);
    let mut work = desk.records.begin((visit.settings.now)()).await?;
    let grant = own::<FollowOwnEnquiry>(&mut work, &desk, holder).await?;
    let possible = work.mail_proof(&grant).await?;
    drop(work);
    let can_mail = possible == MailProof::Possible && desk.mail.is_set_up();
    let why_not = match (can_mail, possible) {
        (true, _) => String::new(),
        (false, MailProof::Possible) => t.k("mine-no-mail", "not-set-up"),
        (false, reason) => t.k("mine-no-mail", reason.word()),
    };
    let shell = Shell::with_addresses(visit, true, t.s("mine-prove-title"), |l| MinePage::Rights.path(l))
        .via(Link::new(t.s("mine-title"), MinePage::Mine.path(l)));
    let page = ProvePage {
        can_mail,
        why_not,
        send: MinePage::SendProof.path(l),
        proof: MinePage::Proof.path(l),
        problem: if problem.is_empty() { String::new() } else { t.k("mine-prove-problem", problem) },
        said: if said.is_empty() { String::new() } else { t.s(said) },
        phone: shell.helpline.as_ref().map(|line| line.phone.clone()).unwrap_or_default(),
        next: vec![
            Link::new(t.s("mine-title"), MinePage::Mine.path(l)),
            Link::new(t.s("nav-helplines"), Page::Helplines.path(l)),
        ],
        shell,
    };
    let code = if problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(code, &page))
}

/// `POST /{lang}/ma-demande/envoyer-code`.
pub async fn send(visit: Visit, holder: LinkHolder) -> Response {
    let outcome = async {
        let (desk, t) = (desk(&visit)?, visit.t);
        let now = (visit.settings.now)();
        if !desk.mail.is_set_up() {
            return prove(&visit, &holder, "", "").await;
        }
        let id = random::id(now)?;
        let mut work = desk.records.begin(now).await?;
        let grant = own::<FollowOwnEnquiry>(&mut work, &desk, &holder).await?;
        let mail = |code: &str, to: &str, is_neutral: bool| Outgoing {
            to: to.to_owned(),
            from_name: if is_neutral { desk.mail.neutral_name.clone() } else { desk.mail.name.clone() },
            subject: t.s(if is_neutral { "mine-ack-neutral-subject" } else { "mine-proof-subject" }),
            text: t.w("mine-proof-text", "code", code),
            message_id: desk.mail.message_id(id),
            is_automatic: true,
            ..Outgoing::default()
        };
        let sent = work.send_proof(&grant, mail).await?;
        work.commit().await?;
        prove(&visit, &holder, "", if sent == MailProof::Possible { "mine-proof-sent" } else { "" }).await
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/ma-demande/code`.
pub async fn proof(
    visit: Visit,
    holder: LinkHolder,
    network: Network,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let now = (visit.settings.now)();
        if !visit.app.sign_in.tries.allow(Knock::LinkCode, &network.0, now) {
            return prove(&visit, &holder, "wait", "").await;
        }
        let mut work = desk.records.begin(now).await?;
        let grant = own::<FollowOwnEnquiry>(&mut work, &desk, &holder).await?;
        let is_right = work.use_proof(&grant, field(&fields, "code")).await?;
        work.commit().await?;
        if !is_right {
            return prove(&visit, &holder, "wrong", "").await;
        }
        let accounts = visit.app.accounts.as_ref().ok_or(Halt::NoDesk)?;
        accounts.prove_link(holder.session, now).await?;
        Ok(Redirect::to(&MinePage::Rights.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/ma-demande/copie`: everything, as a file.
pub async fn take_copy(visit: Visit, holder: LinkHolder) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let now = (visit.settings.now)();
        let mut work = desk.records.begin(now).await?;
        let grant = own::<UseOwnRights>(&mut work, &desk, &holder).await?;
        let kept = work.whole_copy(&grant).await?;
        let entries = work.own_access_log(&grant, 10_000).await?;
        work.ask_own(&grant, Right::Access, Standing::Done, None).await?;
        work.commit().await?;
        let log: Vec<[String; 5]> = entries
            .iter()
            .map(|entry| {
                let line = opened(&visit, &desk, entry);
                [line.when, line.function, line.service, line.what, line.why]
            })
            .collect();
        let bytes = copy::pack(&visit, &kept, &log, now).map_err(|_| Halt::Store(StoreError::Sealed))?;
        let headers = [
            (CONTENT_TYPE, "application/zip"),
            (CONTENT_DISPOSITION, "attachment; filename=\"ariane-copie.zip\""),
        ];
        Ok((headers, bytes).into_response())
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/ma-demande/corriger`: who one is (article 16).
pub async fn correct(
    visit: Visit,
    holder: LinkHolder,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let version = field(&fields, "version").parse().map_err(|_| Halt::Store(StoreError::Conflict))?;
        let line = |name: &str| one_line(field(&fields, name), LINE_LIMIT);
        let (name, mail, phone) = (line("name"), line("mail"), line("phone"));
        if !mail.is_empty() && !is_mail(&mail) {
            return page(&visit, &holder, WrittenFault::OddMail.word(), "").await;
        }
        if !phone.is_empty() && !is_phone(&phone) {
            return page(&visit, &holder, WrittenFault::OddPhone.word(), "").await;
        }
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = own::<UseOwnRights>(&mut work, &desk, &holder).await?;
        let person = work.own_identity(&grant).await?;
        let identity = Identity { name, mail, phone, ..person.identity };
        work.correct_own_identity(&grant, version, &identity).await?;
        work.ask_own(&grant, Right::Rectification, Standing::Done, None).await?;
        work.commit().await?;
        Ok(Redirect::to(&MinePage::Rights.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/ma-demande/retirer` (duty D4).
pub async fn withdraw(visit: Visit, holder: LinkHolder) -> Response {
    let outcome = async {
        let (desk, now) = (desk(&visit)?, (visit.settings.now)());
        let accounts = visit.app.accounts.as_ref().ok_or(Halt::NoDesk)?.accounts().await?;
        let mut work = desk.records.begin(now).await?;
        let grant = own::<UseOwnRights>(&mut work, &desk, &holder).await?;
        let taken = work.withdraw_own(&grant).await?;
        tell_taken_back(&mut work, (&desk, &accounts), &taken, now).await?;
        work.ask_own(&grant, Right::Restriction, Standing::Done, None).await?;
        work.commit().await?;
        Ok(Redirect::to(&MinePage::Rights.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/ma-demande/effacer` (article 17): waits a while, and can be stopped.
pub async fn erase(visit: Visit, holder: LinkHolder) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = own::<UseOwnRights>(&mut work, &desk, &holder).await?;
        work.ask_erasure(&grant, desk.records.settings().erasure).await?;
        work.commit().await?;
        Ok(Redirect::to(&MinePage::Rights.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}
