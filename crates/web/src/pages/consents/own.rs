//! What a person agrees to, seen and decided by the person: on the page of their data, behind a proof over a second channel.

use super::told::tell_readers;
use crate::addresses::mine::MinePage;
use crate::desk::Desk;
use crate::guard::LinkHolder;
use crate::letters::referral::tell_deletions;
use crate::pages::families::told::tell_ended;
use crate::pages::mine::{Halt, answer, desk, field, own};
use crate::pages::visit::Visit;
use ariane_domain::access::grant::UseOwnRights;
use ariane_domain::consent::{GivenBy, Minority, Standing};
use ariane_store::StoreError;
use ariane_store::accounts::people::Account;
use ariane_store::records::Work;
use ariane_store::records::cell::CellError;
use ariane_store::records::consents::Recorded;
use ariane_store::records::consents::own::TakenBack;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, NaiveDate, Utc};

/// An agreement as its person sees it.
pub struct OwnConsent {
    /// Id.
    pub id: String,
    /// Purpose.
    pub purpose: String,
    /// What it means, in plain words.
    pub plain: String,
    /// For whom.
    pub recipient: String,
    /// What it is worth today.
    pub standing: String,
    /// Whether it can be given now.
    pub can_agree: bool,
    /// Whether it can be taken back, or said no to.
    pub can_withdraw: bool,
    /// Version.
    pub version: i32,
}

/// Agreements as their person, born on a day where that is known, sees them.
pub fn views(visit: &Visit, all: &[Recorded], born: Option<NaiveDate>) -> Vec<OwnConsent> {
    let (t, today) = (visit.t, visit.today);
    let ages = visit.app.desk.as_ref().map(|desk| desk.records.ages().clone()).unwrap_or_default();
    let minority = Minority::of(born, &ages);
    let view = |one: &Recorded| {
        let standing = one.given.map(|(_, given)| given.standing(today, &minority));
        let is_open = one.withdrawn.is_none();
        let said = match (standing, one.given) {
            (None, _) if is_open => t.k("consent-standing", "asked"),
            (None, _) => t.k("consent-standing", "refused"),
            (Some(Standing::Valid), Some((_, given))) => {
                let whose =
                    if given.by == GivenBy::Person { "consent-own-until" } else { "consent-for-you-until" };
                t.w(whose, "day", &t.date(given.until))
            }
            (Some(standing), _) => t.k("consent-standing", standing.word()),
        };
        OwnConsent {
            id: one.id.to_string(),
            purpose: t.k("purpose", one.purpose.word()),
            plain: t.k("consent-plain", one.purpose.word()),
            recipient: match one.recipient.as_str() {
                "" => t.s("consent-everybody"),
                name => name.to_owned(),
            },
            standing: said,
            can_agree: one.given.is_none() && is_open,
            can_withdraw: is_open
                && standing.is_none_or(|one| matches!(one, Standing::Valid | Standing::OneParent)),
            version: one.version,
        }
    };
    all.iter().map(view).collect()
}

/// Writes to whoever has something because of what was taken back.
///
/// # Errors
/// What the store says.
pub async fn tell_taken_back(
    work: &mut Work<'_>,
    (desk, accounts): (&Desk, &[Account]),
    all: &[TakenBack],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for taken in all {
        let told: Vec<_> = accounts.iter().filter(|one| taken.readers.contains(&one.id)).collect();
        tell_readers(work, desk, &told, taken.number, now).await?;
        for one in &taken.families {
            let account = accounts.iter().find(|account| account.id == one.asked_by);
            tell_ended(work, desk, account, one, now).await?;
        }
    }
    tell_deletions(work, desk, now).await?;
    crate::letters::panel::tell_deletions(work, desk, now).await?;
    Ok(())
}

/// `POST /{lang}/ma-demande/accord`.
pub async fn post(visit: Visit, holder: LinkHolder, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = decided(&visit, &holder, &fields).await;
    answer(&visit, outcome)
}

async fn decided(visit: &Visit, holder: &LinkHolder, fields: &[(String, String)]) -> Result<Response, Halt> {
    let desk = desk(visit)?;
    let now = (visit.settings.now)();
    let id = field(fields, "consent").parse().map_err(|_| StoreError::NotThere)?;
    let version = field(fields, "version").parse().map_err(|_| StoreError::Conflict)?;
    let accounts = visit.app.accounts.as_ref().ok_or(Halt::NoDesk)?.accounts().await?;
    let mut work = desk.records.begin(now).await?;
    let grant = own::<UseOwnRights>(&mut work, &desk, holder).await?;
    let done = match field(fields, "act") {
        "agree" => work.agree_on_screen(&grant, id, version, desk.office.day(now)).await,
        "withdraw" => match work.take_back_consent(&grant, id, version).await {
            Ok(taken) => Ok(tell_taken_back(&mut work, (&desk, &accounts), &[taken], now).await?),
            Err(error) => Err(error),
        },
        _ => Err(StoreError::NotThere.into()),
    };
    match done {
        Ok(()) => work.commit().await?,
        Err(CellError::Store(error)) => return Err(error.into()),
        Err(CellError::Rule(word)) => {
            drop(work);
            return crate::pages::mine::rights::with_problem(visit, holder, word).await;
        }
    }
    Ok(Redirect::to(&format!("{}#consents", MinePage::Rights.path(visit.language))).into_response())
}
