//! Who could read a file because its person agreed is told when that is taken back, and asked to delete what they kept (duty D4).

use crate::desk::Desk;
use crate::text::Text;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::accounts::people::Account;
use ariane_store::records::Work;
use ariane_store::records::outbox::Outgoing;
use chrono::{DateTime, Utc};

/// Writes to each account alone, with the number of the file and no name. Nothing is written where no mailbox is set up.
///
/// # Errors
/// What the store says.
pub async fn tell_readers(
    work: &mut Work<'_>,
    infoline: &Desk,
    accounts: &[&Account],
    number: i64,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mail = &infoline.mail;
    if !mail.is_set_up() {
        return Ok(());
    }
    for account in accounts {
        let t = Text::new(account.language);
        let letter = Outgoing {
            to: account.mail.clone(),
            from_name: mail.name.clone(),
            subject: t.s("consent-mail-subject"),
            text: t.w("consent-mail-text", "number", &number.to_string()),
            language: account.language.code().to_owned(),
            message_id: mail.message_id(random::id(now)?),
            is_automatic: true,
            ..Outgoing::default()
        };
        work.enqueue_to_staff(infoline.controller, "consent-withdrawn", &letter).await?;
    }
    Ok(())
}
