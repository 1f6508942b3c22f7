//! Invitations, updates and cancellations by mail (iTIP), and that a report is there: to each participant alone, with a subject that
//! says nothing.

use super::Fault;
use crate::addresses::rcp::RcpPage;
use crate::pages::desk::{Colleagues, Desk};
use crate::text::{TIME_OF_DAY, Text};
use ariane_calendar::{Attendee, Invitation, Mailbox, PartStat, Subject, When};
use ariane_domain::Language;
use ariane_domain::access::{Action, policy};
use ariane_domain::cell::rcp::RcpAnswer;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::accounts::people::Account;
use ariane_store::records::Work;
use ariane_store::records::outbox::{CalendarSays, Outgoing};
use ariane_store::records::rcp::participants::Participant;
use ariane_store::records::rcp::sessions::Session;

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// They are invited.
    Invited,
    /// Date, place or link changed.
    Changed,
    /// It does not take place.
    Cancelled,
    /// It takes place without them.
    Withdrawn,
    /// Its report is there to be read.
    Reported,
}

impl Says {
    const fn word(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Changed => "changed",
            Self::Cancelled => "cancelled",
            Self::Withdrawn => "withdrawn",
            Self::Reported => "reported",
        }
    }

    /// Key of the text.
    const fn text(self) -> &'static str {
        match self {
            Self::Invited => "rcp-mail-invited",
            Self::Changed => "rcp-mail-changed",
            Self::Cancelled => "rcp-mail-cancelled",
            Self::Withdrawn => "rcp-mail-withdrawn",
            Self::Reported => "rcp-mail-reported",
        }
    }

    /// What calendars are told; nothing of a report.
    const fn calendar(self) -> Option<CalendarSays> {
        match self {
            Self::Invited | Self::Changed => Some(CalendarSays::TakesPlace),
            Self::Cancelled | Self::Withdrawn => Some(CalendarSays::Cancelled),
            Self::Reported => None,
        }
    }
}

/// Mails about one session.
pub struct Letters<'l> {
    /// Who writes.
    pub desk: &'l Desk,
    /// Name of the series.
    pub name: &'l str,
    /// The session as it is now.
    pub session: &'l Session,
}

const fn part_stat(answer: RcpAnswer) -> PartStat {
    match answer {
        RcpAnswer::None => PartStat::NeedsAction,
        RcpAnswer::Comes => PartStat::Accepted,
        RcpAnswer::Maybe => PartStat::Tentative,
        RcpAnswer::Declines => PartStat::Declined,
    }
}

impl Letters<'_> {
    /// The page of the session for somebody: of who holds it, or of who is invited.
    fn page(&self, account: &Account, language: Language) -> String {
        let holds = policy::roles(Action::HoldRcp).iter().any(|role| account.is(*role));
        let page = if holds { RcpPage::Session } else { RcpPage::Own };
        let path = page.path_to(language, &self.session.id.to_string());
        self.desk.visit.settings.sign_in.full(&path)
    }

    fn moment(&self, t: Text) -> String {
        let local = self.session.session.starts_at.with_timezone(&self.desk.infoline.office.zone);
        let day = t.date(local.date_naive());
        t.ww("desk-moment", ("day", &day), ("time", &local.format(TIME_OF_DAY).to_string()))
    }

    /// The text for calendars; none where an address is none.
    fn calendar(
        &self,
        account: &Account,
        answer: RcpAnswer,
        page: &str,
        t: Text,
        says: CalendarSays,
    ) -> Option<String> {
        let (mail, session) = (&self.desk.infoline.mail, &self.session.session);
        let link = if self.session.link.is_empty() { page } else { &self.session.link };
        let invitation = Invitation {
            uid: self.session.id,
            sequence: self.session.sequence,
            stamp: self.desk.now,
            organizer: Mailbox::new(&mail.name, &mail.address)?,
            attendees: vec![Attendee {
                mailbox: Mailbox::new("", &account.mail)?,
                answer: part_stat(answer),
                // Answers are given on the page of the session, which asks who one is.
                asks_answer: false,
            }],
            subject: Subject::Meeting {
                summary: self.name.to_owned(),
                description: t.w("rcp-mail-calendar", "link", page),
                place: self.session.place.clone(),
                link: link.to_owned(),
            },
        };
        let when = When::Once { starts_at: session.starts_at, ends_at: session.ends_at() };
        let text = match says {
            CalendarSays::TakesPlace => invitation.request(&when),
            CalendarSays::Cancelled => invitation.cancel(&when),
        };
        text.ok()
    }

    /// Enqueues the mails; false where no mailbox is set up, and nobody is told.
    pub async fn send(
        &self,
        work: &mut Work<'_>,
        people: &[Participant],
        colleagues: &Colleagues,
        says: Says,
    ) -> Result<bool, Fault> {
        let mail = &self.desk.infoline.mail;
        if !mail.is_set_up() {
            return Ok(false);
        }
        for one in people {
            let Some(account) = colleagues.account(one.account) else { continue };
            let t = Text::new(account.language);
            let page = self.page(account, account.language);
            let calendar = match says.calendar() {
                None => None,
                Some(said) => match self.calendar(account, one.answer, &page, t, said) {
                    None => continue,
                    Some(text) => Some((said, text)),
                },
            };
            let id = random::id(self.desk.now).map_err(StoreError::from)?;
            let mut args = fluent_bundle::FluentArgs::new();
            args.set("moment", self.moment(t));
            args.set("place", self.session.place.clone());
            args.set("link", page);
            let letter = Outgoing {
                to: account.mail.clone(),
                from_name: mail.name.clone(),
                subject: t.k("rcp-mail-subject", says.word()),
                text: t.with(says.text(), &args),
                language: account.language.code().to_owned(),
                message_id: mail.message_id(id),
                is_automatic: true,
                calendar,
                ..Outgoing::default()
            };
            let kind = if says == Says::Reported { "rcp-report" } else { "rcp-calendar" };
            work.enqueue_to_staff(self.desk.controller(), kind, &letter).await?;
        }
        Ok(true)
    }
}
