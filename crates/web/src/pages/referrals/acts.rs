//! What may be done with a referral: written, sent, its code told, changed, told, passed on.

use super::candidates::chosen;
use super::one::{Once, load, show};
use crate::addresses::referral::ReferralPage;
use crate::letters::referral::{invitation, language_of};
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::shell::Shell;
use ariane_domain::access::grant::PrepareReferral;
use ariane_domain::referral::ReferralChange;
use ariane_domain::referral::link::Channel;
use ariane_domain::referral::state::{DeclineReason, ToldWay};
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::referrals::changes::Said;
use ariane_store::records::referrals::send::Sending;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

async fn settled(desk: &Desk, id: Uuid, form: &str, sent: &Sent, done: Result<Uuid, Fault>) -> Response {
    let result = match done {
        Ok(to) => Ok(Redirect::to(&format!("{}?done=1", desk.referral_at(to))).into_response()),
        Err(fault) => again(desk, id, form, sent, fault).await,
    };
    desk.settle(result)
}

async fn again(desk: &Desk, id: Uuid, form: &str, sent: &Sent, fault: Fault) -> Result<Response, Trouble> {
    match fault {
        Fault::Rule(word) => {
            let failed = Failed::new(desk, form, word, sent);
            show(desk, id, &failed, Once::default(), false).await
        }
        Fault::Trouble(trouble) => Err(trouble),
    }
}

/// `POST …/{id}/packet`: what goes along.
pub async fn packet(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = written(&desk, id, &sent).await;
    settled(&desk, id, "packet", &sent, done).await
}

async fn written(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Uuid, Fault> {
    let documents: Vec<Uuid> = sent.all("document").filter_map(|one| one.parse().ok()).collect();
    let mut work = desk.begin().await?;
    let grant = desk.referral_grant::<PrepareReferral>(&mut work, id).await?;
    let (question, language) = (sent.text("question"), sent.line("language"));
    let chosen = (documents.as_slice(), sent.is("genetics"));
    work.write_referral_draft(&grant, sent.version(), &question, &language, chosen).await?;
    work.commit().await?;
    Ok(id)
}

/// The address of a link, for who receives it.
fn link_to(desk: &Desk, language: ariane_domain::Language, token: &str) -> String {
    let path = ReferralPage::Received.path_to(language, &format!("link/{token}"));
    desk.visit.settings.sign_in.full(&path)
}

/// The helpline or desk to call about it.
fn phone(desk: &Desk) -> String {
    let shell = Shell::with_addresses(&desk.visit, true, String::new(), |l| ReferralPage::List.path(l));
    shell.helpline.map(|line| line.phone).unwrap_or_default()
}

/// `POST …/{id}/send`.
pub async fn send(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match sending(&desk, id, &sent).await {
        Ok(None) => Ok(Redirect::to(&format!("{}?done=1", desk.referral_at(id))).into_response()),
        // A link that goes by letter is shown once, to be printed.
        Ok(Some(link)) => show(&desk, id, &Failed::default(), Once { link, ..Once::default() }, true).await,
        Err(fault) => again(&desk, id, "send", &sent, fault).await,
    };
    desk.settle(result)
}

fn channel_of(sent: &Sent) -> Result<Channel, Fault> {
    Channel::from_word(sent.get("channel")).ok_or_else(not_there)
}

async fn sending(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Option<String>, Fault> {
    let channel = channel_of(sent)?;
    let dossier = load(desk, id).await?.dossier;
    let (referral, t) = (&dossier.referral, desk.visit.t);
    if channel == Channel::Mail && !desk.infoline.mail.is_set_up() {
        return Err(Fault::Rule("no-mail"));
    }
    let rule = desk.visit.knowledge.referral_packets.of(referral.kind);
    let roles: Vec<String> = desk.signed.account.roles.iter().map(|role| t.k("role", role.word())).collect();
    let sender = format!("{}, {}", desk.signed.account.name, roles.join(", "));
    let language = language_of(&referral.head.card);
    let mail_id = random::id(desk.now).map_err(StoreError::from)?;
    let mut work = desk.begin().await?;
    let grant = desk.sending_grant(&mut work, id).await?;
    let how = Sending {
        version: sent.version(),
        key: sent.get("key").parse().ok(),
        rule: &rule,
        is_listed: desk.is_listed(referral),
        sender: &sender,
        channel,
    };
    let write = |token: &str| {
        invitation(
            &desk.infoline,
            &referral.head.card,
            mail_id,
            &link_to(desk, language, token),
            &phone(desk),
        )
    };
    let token = work.send_referral(&grant, &how, write).await?;
    work.commit().await?;
    Ok(token.filter(|_| channel == Channel::Letter).map(|token| link_to(desk, language, &token)))
}

/// `POST …/{id}/link`: another link in place of the one that is there.
pub async fn link(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match renewed(&desk, id, &sent).await {
        Ok(None) => Ok(Redirect::to(&format!("{}?done=1", desk.referral_at(id))).into_response()),
        Ok(Some(link)) => show(&desk, id, &Failed::default(), Once { link, ..Once::default() }, true).await,
        Err(fault) => again(&desk, id, "link", &sent, fault).await,
    };
    desk.settle(result)
}

async fn renewed(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Option<String>, Fault> {
    let channel = channel_of(sent)?;
    let card = load(desk, id).await?.dossier.referral.head.card;
    let language = language_of(&card);
    let mail_id = random::id(desk.now).map_err(StoreError::from)?;
    let mut work = desk.begin().await?;
    let grant = desk.sending_grant(&mut work, id).await?;
    let write = |token: &str| {
        invitation(&desk.infoline, &card, mail_id, &link_to(desk, language, token), &phone(desk))
    };
    let token = work.renew_referral_link(&grant, channel, write).await?;
    work.commit().await?;
    Ok((channel == Channel::Letter).then(|| link_to(desk, language, &token)))
}

/// `POST …/{id}/code`: the code of the link, shown once, to be told over another channel.
pub async fn code(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match coded(&desk, id, &sent).await {
        Ok(once) => show(&desk, id, &Failed::default(), once, false).await,
        Err(fault) => again(&desk, id, "code", &sent, fault).await,
    };
    desk.settle(result)
}

async fn coded(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Once, Fault> {
    let channel = channel_of(sent)?;
    let mut work = desk.begin().await?;
    let grant = desk.sending_grant(&mut work, id).await?;
    let code = work.issue_referral_code(&grant, channel).await?;
    work.commit().await?;
    let phone = load(desk, id).await?.dossier.referral.head.card.phone;
    let how = desk.visit.t.ww(
        "referral-code-how",
        ("channel", &desk.visit.t.k("referral-channel", channel.word())),
        ("phone", if phone.is_empty() { "—" } else { &phone }),
    );
    Ok(Once { code, how, ..Once::default() })
}

/// `POST …/{id}/change`: an answer, what the recipient said by telephone or letter, taking back, closing.
pub async fn change(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = changed(&desk, id, &sent).await;
    settled(&desk, id, "change", &sent, done).await
}

/// What a form says about a referral.
pub(super) fn said(sent: &Sent, change: ReferralChange) -> Result<Said, Fault> {
    let reason = DeclineReason::from_word(sent.get("reason")).filter(|_| change == ReferralChange::Decline);
    Ok(Said {
        version: sent.version(),
        key: sent.get("key").parse().ok(),
        detail: reason.map_or("", DeclineReason::word),
        text: sent.text("text"),
        day: day(sent, "day")?.filter(|_| matches!(change, ReferralChange::Appoint | ReferralChange::See)),
    })
}

async fn changed(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Uuid, Fault> {
    let change = ReferralChange::from_word(sent.get("change")).ok_or_else(not_there)?;
    let said = said(sent, change)?;
    let mut work = desk.begin().await?;
    let grant = desk.referral_grant::<PrepareReferral>(&mut work, id).await?;
    work.change_referral(&grant, change, &said).await?;
    work.commit().await?;
    Ok(id)
}

/// `POST …/{id}/told`: how person or doctor learned the outcome.
pub async fn told(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = noted(&desk, id, &sent).await;
    settled(&desk, id, "told", &sent, done).await
}

async fn noted(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Uuid, Fault> {
    let way = ToldWay::from_word(sent.get("way")).ok_or_else(not_there)?;
    let is_doctor = match sent.get("who") {
        "person" => false,
        "doctor" => true,
        _ => return Err(not_there()),
    };
    let mut work = desk.begin().await?;
    let grant = desk.referral_grant::<PrepareReferral>(&mut work, id).await?;
    work.note_referral_told(&grant, sent.version(), is_doctor, way).await?;
    work.commit().await?;
    Ok(id)
}

/// `POST …/{id}/pass-on`: another recipient takes its place.
pub async fn pass_on(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = passed_on(&desk, id, &sent).await;
    settled(&desk, id, "pass-on", &sent, done).await
}

async fn passed_on(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Uuid, Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.referral_grant::<PrepareReferral>(&mut work, id).await?;
    let file = work.referral_dossier(&grant).await?.referral.file;
    let case = desk.case_grant::<PrepareReferral>(&mut work, file).await?;
    let roster = work.hub_roster(&grant).await?;
    let new = chosen(desk, sent.get("recipient"), &roster)?.begun(sent)?;
    let next = work.pass_on_referral(&grant, &case, sent.version(), new).await?;
    work.commit().await?;
    Ok(next)
}
