//! Who proposed a contact is told when one side took it back: somebody has to call the other family and ask it to delete what it
//! was given.

use crate::desk::Desk;
use crate::text::Text;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::accounts::people::Account;
use ariane_store::records::Work;
use ariane_store::records::families::answer::ToTell;
use ariane_store::records::outbox::Outgoing;
use chrono::{DateTime, Utc};

/// Writes to who proposed it, with the number of the other file and no name. Nothing is written where no mailbox is set up, or
/// where that account is gone: the thread of both files says it all the same.
///
/// # Errors
/// What the store says.
pub async fn tell_ended(
    work: &mut Work<'_>,
    infoline: &Desk,
    account: Option<&Account>,
    one: &ToTell,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mail = &infoline.mail;
    let Some(account) = account.filter(|_| mail.is_set_up()) else { return Ok(()) };
    let t = Text::new(account.language);
    let letter = Outgoing {
        to: account.mail.clone(),
        from_name: mail.name.clone(),
        subject: t.s("family-mail-subject"),
        text: t.w("family-mail-text", "number", &one.number.to_string()),
        language: account.language.code().to_owned(),
        message_id: mail.message_id(random::id(now)?),
        is_automatic: true,
        ..Outgoing::default()
    };
    work.enqueue_to_staff(infoline.controller, "family-ended", &letter).await?;
    Ok(())
}
