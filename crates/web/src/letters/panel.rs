//! Mails to invited experts: a link and no word of whom or what it is about; the code goes another way.

use crate::desk::Desk;
use crate::text::Text;
use ariane_domain::Language;
use ariane_domain::panel::acts::Expert;
use ariane_domain::panel::reminder::Reminder;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::Work;
use ariane_store::records::outbox::Outgoing;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The language in which an expert is written to; English where theirs is none of ours.
pub fn language_of(expert: &Expert) -> Language {
    expert.language.parse().unwrap_or(Language::En)
}

fn mail(desk: &Desk, expert: &Expert, id: Uuid, (subject, text): (String, String)) -> Outgoing {
    Outgoing {
        to: expert.mail.trim().to_owned(),
        from_name: desk.mail.name.clone(),
        subject,
        text,
        language: language_of(expert).code().to_owned(),
        message_id: desk.mail.message_id(id),
        is_automatic: true,
        ..Outgoing::default()
    }
}

/// The link, and that the code comes by another way.
pub fn invitation(desk: &Desk, expert: &Expert, id: Uuid, link: &str) -> Outgoing {
    let t = Text::new(language_of(expert));
    mail(desk, expert, id, (t.s("panel-mail-subject"), t.w("panel-mail-text", "link", link)))
}

/// That what came of it can be read behind the same link and code.
pub fn thanks(desk: &Desk, expert: &Expert, id: Uuid) -> Outgoing {
    let t = Text::new(language_of(expert));
    mail(desk, expert, id, (t.s("panel-mail-thanks-subject"), t.s("panel-mail-thanks")))
}

/// What is waited for; the link is the one that they have.
fn reminder(desk: &Desk, expert: &Expert, what: Reminder, id: Uuid) -> Outgoing {
    let t = Text::new(language_of(expert));
    mail(desk, expert, id, (t.s("panel-mail-reminder-subject"), t.k("panel-mail-reminder", what.word())))
}

/// Reminds the experts of all open panels from whom something is waited for; gives how many. Each panel is a unit of work of its own, so
/// that one that cannot be written stops no other.
///
/// # Errors
/// What the store says.
pub async fn remind(desk: &Desk, now: DateTime<Utc>) -> Result<usize, StoreError> {
    if !desk.mail.is_set_up() {
        return Ok(0);
    }
    let mut work = desk.records.begin(now).await?;
    let all = work.open_panels(desk.controller).await?;
    work.commit().await?;
    let mut count = 0;
    for panel in all {
        let mut work = desk.records.begin(now).await?;
        // Where the person does not agree any more there is nobody to be reminded.
        if let Ok(grant) = work.panel_job(desk.controller, panel).await? {
            count += work.remind_experts(&grant, |what, id, expert| reminder(desk, expert, what, id)).await?;
        }
        work.commit().await?;
    }
    Ok(count)
}

/// Tells every expert who read a case whose person took the agreement back to delete what they kept, in the work that took it back.
///
/// # Errors
/// What the store says.
pub async fn tell_deletions(
    work: &mut Work<'_>,
    desk: &Desk,
    now: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let all = work.take_panel_deletions(desk.controller).await?;
    if !desk.mail.is_set_up() {
        return Ok(all.len());
    }
    for one in &all {
        let t = Text::new(language_of(&one.expert));
        let text = t.w("panel-mail-delete", "number", &one.number.to_string());
        let letter = mail(desk, &one.expert, random::id(now)?, (t.s("panel-mail-delete-subject"), text));
        work.enqueue_to_staff(desk.controller, "panel-deletion", &letter).await?;
    }
    Ok(all.len())
}
