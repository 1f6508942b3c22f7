//! Experts of a local advice on the side of the house: invited by name, their access validated, written to, told a code, ended.

use super::grant;
use super::one::{Once, load, show};
use crate::addresses::panel::PanelPage;
use crate::letters::panel::{invitation, language_of};
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::Language;
use ariane_domain::access::grant::{PreparePanel, ValidatePanelAccess};
use ariane_domain::panel::SeatChange;
use ariane_domain::panel::acts::Expert;
use ariane_domain::panel::seat::DeclineWhy;
use ariane_domain::place::Country;
use ariane_domain::referral::link::Channel;
use ariane_privacy::random;
use ariane_store::StoreError;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

async fn settled(
    desk: &Desk,
    id: Uuid,
    form: &str,
    sent: &Sent,
    done: Result<Option<Once>, Fault>,
) -> Response {
    let result = match done {
        Ok(None) => Ok(Redirect::to(&format!("{}?done=1", desk.panel_at(id))).into_response()),
        // A code is shown once.
        Ok(Some(once)) => show(desk, id, &Failed::default(), once, Vec::new(), false).await,
        Err(Fault::Rule(word)) => {
            show(desk, id, &Failed::new(desk, form, word, sent), Once::default(), Vec::new(), false).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// `POST …/{id}/experts`: somebody is invited by name.
pub async fn name(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = named(&desk, id, &sent).await;
    settled(&desk, id, "expert-new", &sent, done).await
}

async fn named(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Option<Once>, Fault> {
    let country = Country::new(&sent.line("country").to_uppercase());
    let language: Language = sent.get("language").parse().unwrap_or(Language::En);
    let expert = Expert {
        name: sent.line("name"),
        specialty: sent.line("specialty"),
        country: country.map(|one| one.code().to_owned()).unwrap_or_default(),
        language: language.code().to_owned(),
        mail: sent.line("mail"),
        phone: sent.line("phone"),
        basis: sent.line("basis"),
    };
    let is_staff = desk.colleagues().await?.has_mail(&expert.mail);
    let mut work = desk.begin().await?;
    let grant = grant::<PreparePanel>(desk, &mut work, id).await?;
    work.name_expert(&grant, &expert, sent.is("lead"), is_staff).await?;
    work.commit().await?;
    Ok(None)
}

/// `POST …/{id}/experts/{expert}/access`: the European coordinator validates an access, or refuses it.
pub async fn access(desk: Desk, Path((id, seat)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = admitted(&desk, id, seat, &sent).await;
    settled(&desk, id, &format!("seat-{seat}"), &sent, done).await
}

async fn admitted(desk: &Desk, id: Uuid, seat: Uuid, sent: &Sent) -> Result<Option<Once>, Fault> {
    let change = SeatChange::from_word(sent.get("change")).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = grant::<ValidatePanelAccess>(desk, &mut work, id).await?;
    work.validate_panel_access(&grant, seat, sent.version(), change, &sent.text("text")).await?;
    work.commit().await?;
    Ok(None)
}

/// `POST …/{id}/experts/{expert}/{act}`.
pub async fn post(desk: Desk, Path((id, seat, act)): Path<(Uuid, Uuid, String)>, sent: Sent) -> Response {
    let done = acted(&desk, (id, seat), &act, &sent).await;
    settled(&desk, id, &format!("seat-{seat}"), &sent, done).await
}

async fn acted(desk: &Desk, (id, seat): (Uuid, Uuid), act: &str, sent: &Sent) -> Result<Option<Once>, Fault> {
    match act {
        "code" => return coded(desk, id, seat, sent).await.map(Some),
        "send" if !desk.infoline.mail.is_set_up() => return Err(Fault::Rule("no-mail")),
        _ => {}
    }
    let mail_id = random::id(desk.now).map_err(StoreError::from)?;
    let mut work = desk.begin().await?;
    let grant = grant::<PreparePanel>(desk, &mut work, id).await?;
    match act {
        "send" => {
            let letter = |token: &str, expert: &Expert| {
                let path = PanelPage::Invited.path_to(language_of(expert), &format!("link/{token}"));
                invitation(&desk.infoline, expert, mail_id, &desk.visit.settings.sign_in.full(&path))
            };
            work.invite_expert(&grant, seat, sent.version(), letter).await?;
        }
        "lead" => work.let_lead(&grant, seat, sent.version()).await?,
        "end" => {
            let decline = DeclineWhy::from_word(sent.get("decline"));
            work.end_seat(&grant, seat, sent.version(), decline, &sent.text("text")).await?;
        }
        _ => return Err(not_there()),
    }
    work.commit().await?;
    Ok(None)
}

async fn coded(desk: &Desk, id: Uuid, seat: Uuid, sent: &Sent) -> Result<Once, Fault> {
    let channel = Channel::from_word(sent.get("channel")).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = grant::<PreparePanel>(desk, &mut work, id).await?;
    let code = work.issue_expert_code(&grant, seat, channel).await?;
    work.commit().await?;
    let (one, _) = load(desk, id).await?;
    let expert = one.panel.seats.into_iter().find(|one| one.id == seat).map(|one| one.expert);
    let expert = expert.unwrap_or_default();
    let t = desk.visit.t;
    let how = t.ww(
        "panel-code-how",
        ("name", &expert.name),
        ("way", &format!("{} : {}", t.k("referral-channel", channel.word()), expert.phone)),
    );
    Ok(Once { code, how })
}
