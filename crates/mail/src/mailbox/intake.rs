//! One look into a folder: which messages are new, and handing them over one by one.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::future::Future;
use std::time::Duration;

use async_imap::error::Error;
use async_imap::types::UnsolicitedResponse;
use futures_util::TryStreamExt;

use super::connect::{Session, within};
use super::{Content, Fetched, Imap, Resume, Trouble};

/// How often a message is offered before the others go on without it.
const ATTEMPTS: u32 = 3;

/// A selected folder.
pub(super) struct Folder<'x> {
    imap: &'x Imap,
    pub session: Session,
    pub idle: bool,
    moves: bool,
    uidplus: bool,
    uid_validity: u32,
    /// The server told about new mail since this was last asked.
    told: bool,
}

/// A folder while its session is elsewhere.
pub(super) struct Rest<'x> {
    imap: &'x Imap,
    capable: (bool, bool, bool),
    uid_validity: u32,
}

impl<'x> Rest<'x> {
    /// The folder with its session again.
    pub fn join(self, session: Session) -> Folder<'x> {
        let (idle, moves, uidplus) = self.capable;
        Folder {
            imap: self.imap,
            session,
            idle,
            moves,
            uidplus,
            uid_validity: self.uid_validity,
            told: false,
        }
    }
}

/// What intake remembers from one look to the next, and over a new connection.
#[derive(Default)]
pub(super) struct Memory {
    /// Everything up to here is settled.
    pub floor: Option<Resume>,
    /// How often each message failed.
    failed: HashMap<u32, u32>,
    /// Taken in this generation of uids: not offered twice, even where the server does not keep `\Seen`.
    taken: HashSet<u32>,
}

impl Memory {
    pub fn new(resume: Option<Resume>) -> Self {
        Self { floor: resume, ..Self::default() }
    }

    /// Messages that are passed over for the time being.
    pub fn stuck(&self) -> u32 {
        u32::try_from(self.failed.values().filter(|n| **n >= ATTEMPTS).count()).unwrap_or(u32::MAX)
    }

    /// Something waits to be offered again.
    pub fn unsettled(&self) -> bool {
        !self.failed.is_empty()
    }

    fn begin(&mut self, uid_validity: u32) {
        if self.floor.is_none_or(|floor| floor.uid_validity != uid_validity) {
            *self = Self::new(Some(Resume { uid_validity, uid: 0 }));
        }
    }

    /// Where to resume when this uid, too, is settled. Uids are offered in their order.
    fn resume(&self, uid_validity: u32, uid: u32) -> Resume {
        let floor = self.floor.map_or(0, |floor| floor.uid);
        let reached = floor.max(uid);
        let lowest_failed = self.failed.keys().copied().filter(|failed| *failed != uid).min();
        Resume { uid_validity, uid: lowest_failed.map_or(reached, |failed| reached.min(failed - 1)) }
    }

    fn settle(&mut self, uid_validity: u32, uid: u32) {
        self.failed.remove(&uid);
        self.floor = Some(self.resume(uid_validity, uid));
    }
}

/// How a look ended.
pub(super) enum Look {
    /// All that is new was offered.
    Done,
    /// Intake was asked to stop.
    Stopped,
}

impl<'x> Folder<'x> {
    /// Selects the folder.
    pub async fn open(imap: &'x Imap, mut session: Session) -> Result<Self, Trouble> {
        let limit = imap.times.answer;
        let capabilities = within(limit, session.capabilities()).await?;
        let (idle, moves, uidplus) =
            (capabilities.has_str("IDLE"), capabilities.has_str("MOVE"), capabilities.has_str("UIDPLUS"));
        if let Some(done) = &imap.done_folder {
            // It usually exists; the server then says no.
            match within(limit, session.create(done)).await {
                Ok(()) | Err(Trouble::Folder) => {}
                Err(trouble) => return Err(trouble),
            }
        }
        let mailbox = within(limit, session.select(&imap.folder)).await?;
        let uid_validity = mailbox.uid_validity.ok_or(Trouble::Folder)?;
        Ok(Self { imap, session, idle, moves, uidplus, uid_validity, told: false })
    }

    /// The session by itself, for waiting.
    pub fn part(self) -> (Session, Rest<'x>) {
        let capable = (self.idle, self.moves, self.uidplus);
        (self.session, Rest { imap: self.imap, capable, uid_validity: self.uid_validity })
    }

    /// Offers every new message to the handler, in the order of their uids.
    pub async fn look<F, R, E>(
        &mut self,
        memory: &mut Memory,
        stop: impl Fn() -> bool,
        mut told: impl FnMut(Told),
        handler: &mut F,
    ) -> Result<Look, Trouble>
    where
        F: FnMut(Fetched) -> R,
        R: Future<Output = Result<(), E>>,
    {
        memory.begin(self.uid_validity);
        for uid in self.offered(memory).await? {
            if stop() {
                return Ok(Look::Stopped);
            }
            self.hear();
            let Some(mut fetched) = self.fetch(uid).await? else {
                memory.settle(self.uid_validity, uid);
                continue;
            };
            fetched.resume = memory.resume(self.uid_validity, uid);
            let whole = matches!(fetched.content, Content::Whole(_));
            if handler(fetched).await.is_err() {
                let attempts = memory.failed.entry(uid).or_default();
                *attempts += 1;
                if *attempts < ATTEMPTS {
                    return Err(Trouble::Handler);
                }
                told(Told::Refused);
                continue;
            }
            memory.settle(self.uid_validity, uid);
            memory.taken.insert(uid);
            told(Told::Taken { whole });
            self.mark(uid, whole).await?;
        }
        Ok(Look::Done)
    }

    /// Whether the server has told about a change since this was last asked.
    pub fn changed(&mut self) -> bool {
        self.hear();
        std::mem::take(&mut self.told)
    }

    /// Takes what the server told on the way; its list is short, and what does not fit in it is lost.
    fn hear(&mut self) {
        self.told |= mail_in(std::iter::from_fn(|| self.session.unsolicited_responses.try_recv().ok()));
    }

    async fn offered(&mut self, memory: &Memory) -> Result<BTreeSet<u32>, Trouble> {
        let floor = memory.floor.map_or(0, |floor| floor.uid);
        let limit = self.imap.times.answer;
        let mut uids = BTreeSet::new();
        if floor < u32::MAX {
            let above = format!("UID {}:*", floor + 1);
            // The server gives the last message for `*` even when it is below.
            uids.extend(
                within(limit, self.session.uid_search(above)).await?.into_iter().filter(|uid| *uid > floor),
            );
        }
        uids.extend(within(limit, self.session.uid_search("UNSEEN")).await?);
        uids.extend(memory.failed.keys());
        uids.retain(|uid| !memory.taken.contains(uid));
        Ok(uids)
    }

    /// Fetches one message; `None` when it is gone.
    async fn fetch(&mut self, uid: u32) -> Result<Option<Fetched>, Trouble> {
        let limit = self.imap.times.answer;
        let about = self.one(uid, "(UID RFC822.SIZE INTERNALDATE)", limit, |fetch| {
            fetch.size.map(|size| (size, fetch.internal_date()))
        });
        let Some((size, internal_date)) = about.await? else { return Ok(None) };
        let content = if size > self.imap.largest {
            let header =
                self.one(uid, "(UID BODY.PEEK[HEADER])", limit, |fetch| fetch.header().map(<[u8]>::to_vec));
            header.await?.map(Content::Header)
        } else {
            // At 50 kB in a second, a slow line still brings it.
            let longer = limit + Duration::from_secs(u64::from(size) / 50_000);
            let whole = self.one(uid, "(UID BODY.PEEK[])", longer, |fetch| fetch.body().map(<[u8]>::to_vec));
            whole.await?.map(Content::Whole)
        };
        let (uid_validity, resume) = (self.uid_validity, Resume { uid_validity: self.uid_validity, uid });
        Ok(content.map(|content| Fetched { uid_validity, uid, resume, size, internal_date, content }))
    }

    async fn one<T>(
        &mut self,
        uid: u32,
        what: &str,
        limit: Duration,
        take: impl Fn(&async_imap::types::Fetch) -> Option<T>,
    ) -> Result<Option<T>, Trouble> {
        let found = within(limit, async {
            let mut answers = self.session.uid_fetch(uid.to_string(), what).await?;
            let mut found = None;
            while let Some(fetch) = answers.try_next().await? {
                if fetch.uid == Some(uid) && found.is_none() {
                    found = take(&fetch);
                }
            }
            Ok::<_, Error>(found)
        })
        .await?;
        if found.is_none() {
            // Gone, or the connection broke: a message counts as gone only while the server still answers.
            within(self.imap.times.answer, self.session.run_command_and_check_ok("NOOP")).await?;
        }
        Ok(found)
    }

    /// Marks a message as taken. One that is too large stays where it is.
    async fn mark(&mut self, uid: u32, whole: bool) -> Result<(), Trouble> {
        let limit = self.imap.times.answer;
        within(
            limit,
            self.session.run_command_and_check_ok(format!("UID STORE {uid} +FLAGS.SILENT (\\Seen)")),
        )
        .await?;
        let Some(done) = self.imap.done_folder.as_deref().filter(|_| whole) else { return Ok(()) };
        if self.moves {
            return within(limit, self.session.uid_mv(uid.to_string(), done)).await;
        }
        within(limit, self.session.uid_copy(uid.to_string(), done)).await?;
        within(
            limit,
            self.session.run_command_and_check_ok(format!("UID STORE {uid} +FLAGS.SILENT (\\Deleted)")),
        )
        .await?;
        if self.uidplus {
            within(limit, self.session.run_command_and_check_ok(format!("UID EXPUNGE {uid}"))).await?;
        }
        Ok(())
    }
}

/// Whether the server told about new messages; takes all it told.
pub(super) fn mail_in(told: impl Iterator<Item = UnsolicitedResponse>) -> bool {
    told.fold(false, |mail, one| {
        mail | matches!(one, UnsolicitedResponse::Exists(_) | UnsolicitedResponse::Recent(_))
    })
}

/// What happens during a look, for the health page.
#[derive(Debug, Clone, Copy)]
pub(super) enum Told {
    /// A message was handed over.
    Taken {
        /// Not only its header.
        whole: bool,
    },
    /// The handler refused a message too often.
    Refused,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_stays_below_what_failed() {
        let mut memory = Memory::new(Some(Resume { uid_validity: 7, uid: 10 }));
        memory.begin(7);
        memory.settle(7, 11);
        memory.failed.insert(12, ATTEMPTS);
        assert_eq!(memory.resume(7, 13).uid, 11);
        memory.settle(7, 13);
        assert_eq!(memory.floor, Some(Resume { uid_validity: 7, uid: 11 }));
        memory.settle(7, 12);
        assert_eq!(memory.resume(7, 14).uid, 14);
        // An old unread one does not move the floor back.
        memory.settle(7, 14);
        assert_eq!(memory.resume(7, 3).uid, 14);
    }

    #[test]
    fn another_generation_begins_anew() {
        let mut memory = Memory::new(Some(Resume { uid_validity: 7, uid: 10 }));
        memory.taken.insert(3);
        memory.begin(8);
        assert_eq!(memory.floor, Some(Resume { uid_validity: 8, uid: 0 }));
        assert!(memory.taken.is_empty());
    }
}
