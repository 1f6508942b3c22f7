//! Mails about a referral to who received it: a link and no word of whom or what it is about; the code goes another way.

use crate::desk::Desk;
use crate::text::Text;
use ariane_domain::Language;
use ariane_domain::access::Refusal;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::Work;
use ariane_store::records::cell::CellError;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::referrals::{Card, Referral};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The language in which a recipient is written to; that of the house where theirs is none of ours.
pub fn language_of(card: &Card) -> Language {
    card.language.parse().unwrap_or(Language::Fr)
}

fn mail(desk: &Desk, card: &Card, id: Uuid, (subject, text): (String, String)) -> Outgoing {
    Outgoing {
        to: card.mail.clone(),
        from_name: desk.mail.name.clone(),
        subject,
        text,
        language: language_of(card).code().to_owned(),
        message_id: desk.mail.message_id(id),
        is_automatic: true,
        ..Outgoing::default()
    }
}

/// The link, and that the code comes by another way.
pub fn invitation(desk: &Desk, card: &Card, id: Uuid, link: &str, phone: &str) -> Outgoing {
    let t = Text::new(language_of(card));
    let text = t.ww("referral-mail-text", ("link", link), ("phone", phone));
    mail(desk, card, id, (t.s("referral-mail-subject"), text))
}

fn reminder(desk: &Desk, one: &Referral, id: Uuid) -> Outgoing {
    let t = Text::new(language_of(&one.head.card));
    let text = t.w("referral-mail-reminder", "number", &one.number.to_string());
    mail(desk, &one.head.card, id, (t.s("referral-mail-reminder-subject"), text))
}

/// Tells every recipient whose person took their agreement back to delete what they were sent, in the work that took it back.
///
/// # Errors
/// What the store says.
pub async fn tell_deletions(
    work: &mut Work<'_>,
    desk: &Desk,
    now: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let all = work.take_deletions(desk.controller).await?;
    for one in &all {
        // Who has no address is in the list of the data protection officer, and is called.
        if one.card.mail.is_empty() || !desk.mail.is_set_up() {
            continue;
        }
        let t = Text::new(language_of(&one.card));
        let text = t.w("referral-mail-delete", "number", &one.number.to_string());
        let letter = mail(desk, &one.card, random::id(now)?, (t.s("referral-mail-delete-subject"), text));
        work.enqueue_to_staff(desk.controller, "referral-deletion", &letter).await?;
    }
    Ok(all.len())
}

/// What a run of the job did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Recipients who were reminded.
    pub reminded: usize,
    /// Referrals that went astray.
    pub lost: usize,
    /// Recipients who were asked to delete.
    pub deletions: usize,
}

/// Why a run stopped.
#[derive(Debug, thiserror::Error)]
pub enum RoundFault {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The policy.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<CellError> for RoundFault {
    fn from(error: CellError) -> Self {
        match error {
            CellError::Store(error) => Self::Store(error),
            CellError::Rule(_) => Self::Store(StoreError::NotPossible),
        }
    }
}

/// Looks at the clocks of all referrals: reminds who is late, gives up what went astray, tells who is to delete. Each referral is a unit
/// of work of its own, so that one that cannot be written stops no other.
///
/// # Errors
/// What the store says.
pub async fn round(desk: &Desk, now: DateTime<Utc>) -> Result<Round, RoundFault> {
    let (settings, office) = (*desk.records.referral(), &desk.office);
    let mut work = desk.records.begin(now).await?;
    let deletions = tell_deletions(&mut work, desk, now).await?;
    work.commit().await?;
    let mut work = desk.records.begin(now).await?;
    let grant = work.referral_job(desk.controller)?;
    let all = work.referrals_under_way(&grant).await?;
    work.commit().await?;
    let mut done = Round { deletions, ..Round::default() };
    for one in &all {
        let standing = one.standing();
        if standing.is_to_be_lost(office, &settings, now) {
            let mut work = desk.records.begin(now).await?;
            let grant = work.referral_job(desk.controller)?;
            match work.lose_referral(&grant, one.id).await {
                // Answered meanwhile.
                Err(CellError::Store(StoreError::Conflict) | CellError::Rule(_)) => continue,
                other => other?,
            }
            work.commit().await?;
            done.lost += 1;
        } else if standing.is_to_be_reminded(office, &settings, now)
            && !one.head.card.mail.is_empty()
            && desk.mail.is_set_up()
        {
            let mut work = desk.records.begin(now).await?;
            let grant = work.referral_job(desk.controller)?;
            work.note_reminder(&grant, one.id).await?;
            let letter = reminder(desk, one, random::id(now).map_err(StoreError::from)?);
            work.write_to_recipient(&grant, one.id, "referral-reminder", &letter).await?;
            work.commit().await?;
            done.reminded += 1;
        }
    }
    Ok(done)
}
