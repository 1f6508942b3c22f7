//! How figures of many records are brought up to date: beside the answers, so that nobody waits for it.

use super::Figures;
use super::memory::Known;
use super::reading::Source;
use crate::state::App;
use ariane_store::StoreError;
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// Figures of an organisation that are at hand: in memory, else those that were kept when the program ran last.
async fn earlier(figures: &Figures, source: Source<'_>, now: DateTime<Utc>) -> Option<Arc<Known>> {
    if let Some(known) = figures.memory.known(source.controller) {
        return Some(known);
    }
    let kept = figures.kept.clone()?;
    let (controller, office) = (source.controller, source.office.clone());
    let known = tokio::task::spawn_blocking(move || kept.read(controller, &office, now)).await.ok()??;
    Some(figures.memory.keep(known))
}

/// Puts figures into memory, and from time to time into the file that the next run of the program begins with.
async fn keep(figures: &Figures, source: Source<'_>, known: Known) -> Arc<Known> {
    let known = figures.memory.keep(known);
    if let Some(kept) = figures.kept.clone().filter(|kept| kept.is_due(&known)) {
        let (written, office) = (known.clone(), source.office.clone());
        let done = tokio::task::spawn_blocking(move || kept.write(&written, &office)).await;
        if !matches!(done, Ok(Ok(()))) {
            tracing::error!("figures cannot be kept for the next start, which will read all records again");
        }
    }
    known
}

/// Brings figures at hand up to date, or reads all.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub async fn renew(app: &App, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(desk) = &app.desk else { return Ok(()) };
    let (source, figures) = (Source::from(desk.as_ref()), app.figures.as_ref());
    let older = earlier(figures, source, now).await;
    let brought = match &older {
        Some(known) if !known.is_old(now) => source.brought_into(known, now).await?,
        _ => None,
    };
    let known = match brought {
        Some(known) => known,
        None => source.read(now, now, older).await?,
    };
    keep(figures, source, known).await;
    Ok(())
}

/// Figures of this moment where records are very many: from those at hand with what was written since, else read in stretches. None
/// where they are few, which are read faster alone.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub async fn at_hand(
    source: Source<'_>,
    figures: &Figures,
    now: DateTime<Utc>,
) -> Result<Option<Arc<Known>>, StoreError> {
    let older = earlier(figures, source, now).await;
    if let Some(known) = &older
        && let Some(fresh) = source.brought_into(known, now).await?
    {
        return Ok(Some(keep(figures, source, fresh).await));
    }
    if !source.are_many(now).await? {
        return Ok(None);
    }
    let known = source.read(now, now, older).await?;
    Ok(Some(keep(figures, source, known).await))
}

/// The same beside the answer, once at a time; a past moment where one is asked for.
pub fn renew_beside(app: &App, now: DateTime<Utc>, past: Option<DateTime<Utc>>) {
    if !app.figures.memory.begin_renewal() {
        return;
    }
    let app = app.clone();
    tokio::spawn(async move {
        let done = match (past, &app.desk) {
            (Some(as_of), Some(desk)) => {
                let read = Source::from(desk.as_ref()).read(now, as_of, None).await;
                read.map(|known| drop(app.figures.memory.keep_past(known)))
            }
            _ => renew(&app, now).await,
        };
        if let Err(error) = done {
            tracing::error!(kind = %error, "figures could not be read anew");
        }
        app.figures.memory.end_renewal();
    });
}

/// Has figures ready where records are so many that the first who looks would have to wait: at the start of the program, and again
/// when those at hand grow old.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub async fn warm(app: &App, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(desk) = &app.desk else { return Ok(()) };
    let is_fresh = app.figures.memory.known(desk.controller).is_some_and(|known| !known.is_old(now));
    if is_fresh || !Source::from(desk.as_ref()).are_many(now).await? {
        return Ok(());
    }
    if app.figures.memory.begin_renewal() {
        let done = renew(app, now).await;
        app.figures.memory.end_renewal();
        done?;
    }
    Ok(())
}
