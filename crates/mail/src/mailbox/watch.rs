//! Intake that goes on: waits for new mail, connects again, and stops when asked.

use std::future::Future;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::watch::{Receiver, Sender};

use super::connect::{self, within};
use super::intake::{Folder, Look, Memory, Told, mail_in};
use super::{Fetched, Health, Imap, Resume, State, Trouble};

/// Longest time between renewals of waiting (RFC 2177).
const IDLE_LONGEST: Duration = Duration::from_secs(28 * 60);

/// Takes in what is new and returns how many messages that were.
///
/// # Errors
/// [`Trouble`]; what was handed over before stays taken.
pub async fn once<F, R, E>(imap: &Imap, resume: Option<Resume>, mut handler: F) -> Result<u64, Trouble>
where
    F: FnMut(Fetched) -> R,
    R: Future<Output = Result<(), E>>,
{
    let mut folder = Folder::open(imap, connect::open(imap).await?).await?;
    let mut memory = Memory::new(resume);
    let mut taken = 0;
    let count = |told| taken += u64::from(matches!(told, Told::Taken { .. }));
    folder.look(&mut memory, || false, count, &mut handler).await?;
    let _ = within(imap.times.answer, folder.session.logout()).await;
    Ok(taken)
}

/// Takes in new messages until `stop` becomes true or its sender is dropped. Every failure is told in `health` and tried
/// again after a while.
///
/// A message is in no other hands while the handler has it, and the handler is never cut off by a stop: intake ends
/// after it has returned. `clock` gives the time for `health`.
pub async fn watch<F, R, E>(
    imap: &Imap,
    resume: Option<Resume>,
    clock: impl Fn() -> DateTime<Utc>,
    health: &Sender<Health>,
    mut stop: Receiver<bool>,
    mut handler: F,
) where
    F: FnMut(Fetched) -> R,
    R: Future<Output = Result<(), E>>,
{
    let mut memory = Memory::new(resume);
    let mut failures = 0u32;
    loop {
        health.send_modify(|h| h.state = State::Connecting);
        let ended = session(imap, &mut memory, &clock, health, &mut stop, &mut failures, &mut handler).await;
        let Err(trouble) = ended else { break };
        failures = failures.saturating_add(1);
        tracing::warn!(trouble = trouble.word(), failures, "mail intake interrupted");
        health.send_modify(|h| {
            h.state = State::Connecting;
            h.last_trouble = Some((trouble, clock()));
            h.failures = failures;
            h.stuck = memory.stuck();
        });
        let wait =
            imap.times.backoff.saturating_mul(1 << (failures - 1).min(16)).min(imap.times.backoff_longest);
        if stopped(&mut stop, wait).await {
            break;
        }
    }
    health.send_modify(|h| h.state = State::Stopped);
}

/// One connection, until it breaks (`Err`) or intake is asked to stop (`Ok`).
async fn session<F, R, E>(
    imap: &Imap,
    memory: &mut Memory,
    clock: &impl Fn() -> DateTime<Utc>,
    health: &Sender<Health>,
    stop: &mut Receiver<bool>,
    failures: &mut u32,
    handler: &mut F,
) -> Result<(), Trouble>
where
    F: FnMut(Fetched) -> R,
    R: Future<Output = Result<(), E>>,
{
    let connecting = async { Folder::open(imap, connect::open(imap).await?).await };
    let mut folder = tokio::select! {
        folder = connecting => folder?,
        () = asked(stop) => return Ok(()),
    };
    loop {
        health.send_modify(|h| {
            h.state = State::Reading;
            h.last_contact = Some(clock());
        });
        let tell = |told| {
            health.send_modify(|h| match told {
                Told::Taken { whole } => {
                    h.taken += 1;
                    h.too_large += u64::from(!whole);
                    h.last_contact = Some(clock());
                }
                Told::Refused => h.last_trouble = Some((Trouble::Handler, clock())),
            });
        };
        let flag = stop.clone();
        let ends = move || *flag.borrow() || flag.has_changed().is_err();
        if let Look::Stopped = folder.look(memory, ends, tell, handler).await? {
            let _ = within(imap.times.answer, folder.session.logout()).await;
            return Ok(());
        }
        *failures = 0;
        let waits = folder.idle;
        health.send_modify(|h| {
            h.state = if waits { State::Waiting } else { State::Polling };
            h.last_contact = Some(clock());
            h.failures = 0;
            h.stuck = memory.stuck();
        });
        if folder.changed() {
            continue;
        }
        let ends;
        // A refused message is offered again before long, not only when another arrives.
        let longest = if memory.unsettled() { imap.times.poll } else { imap.times.idle.min(IDLE_LONGEST) };
        (folder, ends) =
            if waits { idle(imap, folder, stop, longest).await? } else { poll(imap, folder, stop).await? };
        if ends {
            let _ = within(imap.times.answer, folder.session.logout()).await;
            return Ok(());
        }
    }
}

/// Waits until the server tells of a change, the wait must be renewed, or intake is asked to stop (true).
async fn idle<'x>(
    imap: &Imap,
    folder: Folder<'x>,
    stop: &mut Receiver<bool>,
    longest: Duration,
) -> Result<(Folder<'x>, bool), Trouble> {
    let (session, rest) = folder.part();
    // What the server says before it begins to wait arrives here.
    let told = session.unsolicited_responses.clone();
    let mut handle = session.idle();
    within(imap.times.answer, handle.init()).await?;
    let mut ends = false;
    if mail_in(std::iter::from_fn(|| told.try_recv().ok())) {
        // Not at once: a server that says so each time must not keep us running in circles.
        ends = stopped(stop, Duration::from_secs(1)).await;
    } else {
        let (change, _interrupt) = handle.wait_with_timeout(longest);
        tokio::select! {
            change = tokio::time::timeout(longest, change) => {
                if let Ok(change) = change {
                    change?;
                }
            }
            () = asked(stop) => ends = true,
        }
    }
    let session = within(imap.times.answer, handle.done()).await?;
    Ok((rest.join(session), ends))
}

/// Waits for the next look.
async fn poll<'x>(
    imap: &Imap,
    mut folder: Folder<'x>,
    stop: &mut Receiver<bool>,
) -> Result<(Folder<'x>, bool), Trouble> {
    let ends = stopped(stop, imap.times.poll).await;
    if !ends {
        within(imap.times.answer, folder.session.run_command_and_check_ok("NOOP")).await?;
    }
    Ok((folder, ends))
}

/// Waits, and says whether intake was asked to stop meanwhile.
async fn stopped(stop: &mut Receiver<bool>, wait: Duration) -> bool {
    tokio::time::timeout(wait, asked(stop)).await.is_ok()
}

/// Returns when intake is asked to stop.
async fn asked(stop: &mut Receiver<bool>) {
    // An error says that the sender is gone: nobody could ask any more.
    let _ = stop.wait_for(|stop| *stop).await;
}
