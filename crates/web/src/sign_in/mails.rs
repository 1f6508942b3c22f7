//! Mails to staff about their accounts. None names a person concerned, and no subject names anybody.

use crate::addresses::account::AccountPage;
use crate::state::App;
use crate::text::Text;
use ariane_domain::Language;
use ariane_privacy::random;
use ariane_store::accounts::tickets::TicketKind;
use ariane_store::records::outbox::Outgoing;

/// A mail that carries a ticket.
pub fn with_ticket(
    app: &App,
    kind: TicketKind,
    language: Language,
    to: &str,
    organisation: &str,
    token: &str,
) -> Outgoing {
    let t = Text::new(language);
    let page = match kind {
        TicketKind::Invitation => AccountPage::Invitation,
        _ => AccountPage::Recovery,
    };
    let link = app.settings.sign_in.full(&page.path_to(language, token));
    let text = match kind {
        TicketKind::Invitation => {
            t.ww("mail-invitation-text", ("organisation", organisation), ("link", &link))
        }
        _ => t.w("mail-recovery-text", "link", &link),
    };
    mail(app, to, t.k("mail-subject", kind.word()), text)
}

/// A mail that tells the holder what was changed, so that they notice what they did not do themselves.
pub fn notice(app: &App, language: Language, to: &str, what: &str) -> Outgoing {
    let t = Text::new(language);
    let link = app.settings.sign_in.full(&AccountPage::Account.path(language));
    let text = t.ww("mail-notice-text", ("what", &t.k("mail-notice", what)), ("link", &link));
    mail(app, to, t.k("mail-subject", "notice"), text)
}

/// A mail that tells somebody that an emergency summary was opened (duty D5): the number of the file, and where openings are looked at.
pub fn emergency(app: &App, language: Language, to: &str, number: &str, page: &str) -> Outgoing {
    let t = Text::new(language);
    let link = app.settings.sign_in.full(page);
    let text = t.ww("mail-emergency-text", ("number", number), ("link", &link));
    mail(app, to, t.k("mail-subject", "emergency"), text)
}

fn mail(app: &App, to: &str, subject: String, text: String) -> Outgoing {
    let host = app.settings.sign_in.public_url.host_str().unwrap_or("localhost").to_owned();
    // Without randomness nothing works any more; a mail without an id still arrives.
    let id = random::token().unwrap_or_default();
    Outgoing {
        to: to.to_owned(),
        from_name: "Ariane".into(),
        subject,
        text,
        message_id: format!("{id}@{host}"),
        is_automatic: true,
        ..Outgoing::default()
    }
}
