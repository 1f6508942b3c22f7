//! How figures of many records are brought up to date: beside the answers, in stretches, so that nobody waits for it.

use super::memory::{Known, Memory, READ_AT_ONCE};
use crate::desk::Desk;
use crate::state::App;
use ariane_domain::access::grant::{Grant, ReadLiveFigures};
use ariane_domain::access::{Actor, Facts};
use ariane_figures::period::beginning;
use ariane_store::StoreError;
use ariane_store::figures::{Collected, Mark, Reading};
use ariane_store::records::Work;
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// The grant of the program itself: who looks at figures is logged when they look.
fn grant(work: &Work<'_>, desk: &Desk) -> Result<Grant<ReadLiveFigures>, StoreError> {
    let about = Facts::of_all(desk.controller, "figures");
    work.grant(&Actor::System("figures"), about).map_err(|_| StoreError::NotPossible)
}

/// Reads all records as of a moment, each stretch in a unit of work of its own.
async fn collected(
    desk: &Desk,
    now: DateTime<Utc>,
    as_of: DateTime<Utc>,
) -> Result<(Mark, Collected), StoreError> {
    let mut work = desk.records.begin(now).await?;
    let allowed = grant(&work, desk)?;
    let mark = work.figure_mark(&allowed).await?;
    let mut reading: Reading = work.begin_figures(&allowed, beginning(), as_of).await?;
    while work.more_figures(&allowed, &mut reading).await? {
        work.commit().await?;
        work = desk.records.begin(now).await?;
    }
    let collected = work.end_figures(&allowed, reading).await?;
    work.commit().await?;
    Ok((mark, collected))
}

/// What was written since figures at hand were read, brought in; none where everything has to be read again.
async fn brought_in(
    desk: &Desk,
    known: &Arc<Known>,
    now: DateTime<Utc>,
) -> Result<Option<Known>, StoreError> {
    if known.is_old(now) {
        return Ok(None);
    }
    let mut work = desk.records.begin(now).await?;
    let allowed = grant(&work, desk)?;
    let mark = work.figure_mark(&allowed).await?;
    let at_hand = (&known.persons, known.ledger.words());
    let since = work.figures_since(&allowed, &known.mark, at_hand, beginning(), now).await?;
    work.commit().await?;
    let Some((changes, persons)) = since else { return Ok(None) };
    let (known, office) = (known.clone(), desk.office.clone());
    let renewed = tokio::task::spawn_blocking(move || {
        let ledger = known.ledger.renewed(changes, &super::setting(&office, now));
        let renewed = known.with((ledger, persons), mark, now);
        renewed.recount(&known, &office);
        renewed
    });
    renewed.await.map(Some).map_err(|_| StoreError::NotPossible)
}

/// Lays out what was read, and counts what was asked for last.
async fn laid_out(
    desk: &Desk,
    (mark, collected): (Mark, Collected),
    (now, as_of): (DateTime<Utc>, DateTime<Utc>),
    older: Option<Arc<Known>>,
) -> Result<Known, StoreError> {
    let (controller, office) = (desk.controller, desk.office.clone());
    let known = tokio::task::spawn_blocking(move || {
        let known = Known::new(controller, (mark, now), as_of, collected, &office);
        if let Some(older) = older {
            known.recount(&older, &office);
        }
        known
    });
    known.await.map_err(|_| StoreError::NotPossible)
}

/// Brings figures at hand up to date, or reads all.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub async fn renew(app: &App, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(desk) = &app.desk else { return Ok(()) };
    let memory = &app.figures.memory;
    let older = memory.known(desk.controller);
    let brought = match &older {
        Some(known) => brought_in(desk, known, now).await?,
        None => None,
    };
    let known = match brought {
        Some(known) => known,
        None => laid_out(desk, collected(desk, now, now).await?, (now, now), older).await?,
    };
    memory.keep(known);
    Ok(())
}

/// Figures of this moment, from those at hand that were read after `over`, when the period that is asked for was over: what is laid
/// out of it stays as it is, but for what was written since. Very many records are read in stretches where none are at hand; none
/// where few are, which is read faster alone.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub async fn at_hand(
    desk: &Desk,
    memory: &Memory,
    over: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<Arc<Known>>, StoreError> {
    let older = memory.known(desk.controller).filter(|known| known.read_at >= over);
    if let Some(known) = &older
        && let Some(fresh) = brought_in(desk, known, now).await?
    {
        return Ok(Some(memory.keep(fresh)));
    }
    if !are_many(desk, now).await? {
        return Ok(None);
    }
    let known = laid_out(desk, collected(desk, now, now).await?, (now, now), older).await?;
    Ok(Some(memory.keep(known)))
}

/// Whether there are so many records that nobody waits for their reading.
async fn are_many(desk: &Desk, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let mut work = desk.records.begin(now).await?;
    let allowed = grant(&work, desk)?;
    let are_many = work.has_more_enquiries(&allowed, READ_AT_ONCE as u64).await?;
    work.commit().await?;
    Ok(are_many)
}

/// The same beside the answer, once at a time; a past moment where one is asked for.
pub fn renew_beside(app: &App, now: DateTime<Utc>, past: Option<DateTime<Utc>>) {
    if !app.figures.memory.begin_renewal() {
        return;
    }
    let app = app.clone();
    tokio::spawn(async move {
        let done = match (past, &app.desk) {
            (Some(as_of), Some(desk)) => read_past(&app, desk, now, as_of).await,
            _ => renew(&app, now).await,
        };
        if let Err(error) = done {
            tracing::error!(kind = %error, "figures could not be read anew");
        }
        app.figures.memory.end_renewal();
    });
}

async fn read_past(
    app: &App,
    desk: &Desk,
    now: DateTime<Utc>,
    as_of: DateTime<Utc>,
) -> Result<(), StoreError> {
    let known = laid_out(desk, collected(desk, now, as_of).await?, (now, as_of), None).await?;
    app.figures.memory.keep_past(known);
    Ok(())
}

/// Reads figures at the start of the program where there are so many that the first who looks would have to wait.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub async fn warm(app: &App, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(desk) = &app.desk else { return Ok(()) };
    if are_many(desk, now).await? && app.figures.memory.begin_renewal() {
        let done = renew(app, now).await;
        app.figures.memory.end_renewal();
        done?;
    }
    Ok(())
}
