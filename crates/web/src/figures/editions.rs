//! How an edition is made: facts and earlier editions are read, the report is made beside the store, and kept if nobody made
//! another one meanwhile. Where figures are at hand, what was written since is brought into them and nothing is read twice. And what the job does about those that are due.

use super::{Figures, renewal, setting};
use crate::addresses::figures::FiguresPage;
use crate::desk::Desk;
use crate::state::App;
use crate::text::Text;
use ariane_domain::access::grant::{Grant, PublishFigures, ReadLiveFigures};
use ariane_domain::access::{Action, Actor, Facts as About, Refusal, policy};
use ariane_figures::disclosure::Unprotectable;
use ariane_figures::fact::Facts;
use ariane_figures::period::{Period, Standing};
use ariane_figures::report::{Publication, make, make_from};
use ariane_figures::schedule;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::accounts::people::Account;
use ariane_store::contention::AsStoreError;
use ariane_store::figures::editions::Signed;
use ariane_store::records::outbox::Outgoing;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use uuid::Uuid;

/// Why no edition was made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// The policy refused.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// The store could not.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Only years and quarters are published.
    #[error("only calendar years and quarters are published")]
    NotOfLattice,
    /// The period is not over.
    #[error("the period is not over")]
    NotOver,
    /// What was published before would give away what has to be hidden.
    #[error(transparent)]
    Unprotectable(#[from] Unprotectable),
    /// A part of the program ended.
    #[error("the report could not be computed")]
    NotComputed,
}

impl AsStoreError for NotMade {
    fn as_store_error(&self) -> Option<&StoreError> {
        match self {
            Self::Store(error) => Some(error),
            _ => None,
        }
    }
}

/// First of January of the year in which the period before begins: so far back first requests of a year are known as such.
pub fn reaches_back(period: Period) -> NaiveDate {
    let begins = period.before().map_or(period.first(), |before| before.first());
    NaiveDate::from_ymd_opt(begins.year(), 1, 1).unwrap_or(begins)
}

/// Makes and keeps the edition of a period.
///
/// # Errors
/// [`NotMade`].
pub async fn make_edition(
    desk: &Desk,
    figures: &Figures,
    actor: &Actor,
    account: Option<Uuid>,
    period: Period,
    now: DateTime<Utc>,
) -> Result<Uuid, NotMade> {
    if !period.is_published() {
        return Err(NotMade::NotOfLattice);
    }
    if period.standing(&desk.office, now) != Standing::Complete {
        return Err(NotMade::NotOver);
    }
    let about = || About::of_all(desk.controller, "figures");
    let work = desk.records.begin(now).await?;
    let publish: Grant<PublishFigures> = work.grant(actor, about())?;
    let read: Grant<ReadLiveFigures> = work.grant(actor, about())?;
    let earlier = work.edition_logs(&publish).await?;
    work.commit().await?;
    let at_hand = renewal::at_hand(desk.into(), figures, now).await?;
    let mut work = desk.records.begin(now).await?;
    let facts = match &at_hand {
        Some(_) => {
            work.log_figures(&read).await?;
            Facts::default()
        }
        None => work.figure_facts(&read, desk.office.begins(reaches_back(period)), now).await?,
    };
    work.commit().await?;
    let count = earlier.len();
    let (office, threshold, rounding) = (desk.office.clone(), figures.threshold, figures.rounding);
    // It may take seconds of one core: not on a thread that answers requests, and not while the store is held.
    let made = tokio::task::spawn_blocking(move || {
        let publication = Publication { threshold, is_fictitious: false, rounding, earlier: &earlier };
        let setting = setting(&office, now);
        match at_hand {
            Some(known) => make_from(&known.ledger, period, &setting, &publication),
            None => make(&facts, period, &setting, &publication),
        }
    });
    let made = made.await.map_err(|_| NotMade::NotComputed)??;
    let signer = desk.records.keys().master().head_signer();
    let signed = Signed::new(&made.report, &signer).map_err(|_| NotMade::NotComputed)?;
    let mut work = desk.records.begin(now).await?;
    let id = work.keep_edition(&publish, &made, &signed, count, account).await?;
    work.commit().await?;
    Ok(id)
}

/// Makes the editions that are due and somebody waits for, and tells by mail of those of which nobody was told. Gives how many
/// mails were written.
///
/// # Errors
/// [`NotMade`]; the next run goes on where this one stopped.
pub async fn publish_due(app: &App, now: DateTime<Utc>) -> Result<usize, NotMade> {
    let (Some(desk), Some(accounts)) = (&app.desk, &app.accounts) else { return Ok(0) };
    let all = accounts.accounts().await?;
    let actor = Actor::System("figures");
    let mut written = 0;
    for period in schedule::due(desk.office.day(now)) {
        let work = desk.records.begin(now).await?;
        let grant: Grant<PublishFigures> = work.grant(&actor, About::of_all(desk.controller, "figures"))?;
        let mut readers = work.figure_readers(&grant).await?;
        let there = work.edition_of(&grant, period).await?;
        work.commit().await?;
        readers.retain(|one| if schedule::is_year(&period) { one.yearly } else { one.quarterly });
        if readers.is_empty() || there.is_some_and(|(_, is_told)| is_told) {
            continue;
        }
        let edition = match there {
            Some((edition, _)) => edition,
            None => make_edition(desk, &app.figures, &actor, None, period, now).await?,
        };
        // Who lost the function since is not told.
        let entitled = |account: &&Account| {
            let may = policy::roles(Action::ReadFigures).iter().any(|role| account.is(*role));
            may && account.state.may_sign_in() && readers.iter().any(|reader| reader.account == account.id)
        };
        let mut work = desk.records.begin(now).await?;
        if desk.mail.is_set_up() {
            for account in all.iter().filter(entitled) {
                let mail = letter(app, desk, account, period, edition, now)?;
                work.enqueue_to_staff(desk.controller, "figures", &mail).await?;
                written += 1;
            }
        }
        work.edition_told(&grant, edition).await?;
        work.commit().await?;
    }
    Ok(written)
}

/// What is told: that there is an edition, and where. No number goes by mail.
fn letter(
    app: &App,
    desk: &Desk,
    account: &Account,
    period: Period,
    edition: Uuid,
    now: DateTime<Utc>,
) -> Result<Outgoing, StoreError> {
    let t = Text::new(account.language);
    let id = random::id(now)?;
    let path = FiguresPage::Edition.path_to(account.language, &edition.to_string());
    let link = app.settings.sign_in.full(&path);
    Ok(Outgoing {
        to: account.mail.clone(),
        from_name: desk.mail.name.clone(),
        subject: t.w("figures-mail-subject", "period", &name(t, &period)),
        text: t.ww("figures-mail-text", ("period", &name(t, &period)), ("link", &link)),
        language: account.language.code().to_owned(),
        message_id: desk.mail.message_id(id),
        is_automatic: true,
        ..Outgoing::default()
    })
}

/// A period in words.
pub fn name(t: Text, period: &Period) -> String {
    let code = period.to_string();
    let year = period.first().year().to_string();
    match code.split_once('-') {
        None => year,
        Some((_, part)) if part.len() == 2 && part.starts_with('Q') => {
            t.ww("figures-quarter", ("quarter", &part[1..]), ("year", &year))
        }
        Some((_, part)) if part.len() == 2 && part.starts_with('H') => {
            t.ww("figures-half", ("half", &part[1..]), ("year", &year))
        }
        Some((_, month)) if month.len() == 2 => {
            let month = t.k("care-month", &period.first().month().to_string());
            t.ww("care-month-year", ("month", &month), ("year", &year))
        }
        Some(_) => t.ww("figures-from-to", ("from", &t.date(period.first())), ("to", &t.date(period.last()))),
    }
}
