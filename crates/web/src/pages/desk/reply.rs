//! Composing a reply: text, facts and templates put in one by one, seen as it will go out, then sent.

use super::enquiry::{self, Done};
use super::facts::inserted;
use super::load::Loaded;
use super::trouble::Trouble;
use super::{Desk, Sent, letter, sending};
use crate::pages::start::Choice;
use ariane_domain::Language;
use ariane_domain::person::{Channel, Sending};
use ariane_store::records::desk::templates::Template as ReplyTemplate;
use ariane_store::records::enquiries::read::Enquiry;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// A mail as it will go out.
pub struct Preview {
    /// Whom it goes to.
    pub to: String,
    /// Name shown as the sender.
    pub from: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
}

/// The composer.
pub struct Composer {
    /// Where it is sent.
    pub action: String,
    /// Text so far.
    pub text: String,
    /// Language of the reply.
    pub language: &'static str,
    /// Its name.
    pub language_name: String,
    /// Templates that fit, by code.
    pub templates: Vec<Choice>,
    /// Whether who looks may answer now.
    pub may_reply: bool,
    /// Why a mail cannot go out, or how it will; in words.
    pub way: String,
    /// Whether a mail may go out.
    pub may_mail: bool,
    /// As it will go out.
    pub preview: Option<Preview>,
    /// What has to be corrected.
    pub error: String,
    /// Whether the text was put in by somebody who now goes on writing.
    pub is_going_on: bool,
}

impl Desk {
    /// The language in which who asks wants an answer; the page's where it is not one of ours.
    pub fn reply_language(&self, enquiry: &Enquiry) -> Language {
        enquiry.codes.person.language.parse().unwrap_or(self.visit.language)
    }

    /// Whether and how a mail may go out to who asks (duty D10).
    pub fn sending_to(&self, enquiry: &Enquiry) -> Option<Sending> {
        let identity = &enquiry.requester.identity;
        let has_died = enquiry.requester.died_on.is_some();
        (!identity.mail.is_empty()).then(|| identity.contact.sending(false, has_died))
    }
}

impl Composer {
    /// The composer of an enquiry.
    pub fn new(desk: &Desk, enquiry: &Enquiry, templates: &[ReplyTemplate], text: String) -> Self {
        let t = desk.visit.t;
        let language = desk.reply_language(enquiry);
        let sending = desk.sending_to(enquiry);
        let way = match sending {
            None => t.s("desk-way-no-mail"),
            Some(Sending::Mail { is_neutral: true }) => t.s("desk-way-neutral"),
            Some(Sending::Mail { is_neutral: false }) => match enquiry.requester.identity.contact.channel {
                Channel::Mail => t.s("desk-way-mail"),
                other => t.w("desk-way-other", "channel", &t.k("channel", other.word())),
            },
            Some(Sending::ByHuman(channel)) => {
                t.w("desk-way-human", "channel", &t.k("channel", channel.word()))
            }
            Some(Sending::Stopped) => t.s("desk-way-stopped"),
        };
        let needs: Vec<String> = enquiry.codes.needs.iter().map(|n| n.nature.code().to_owned()).collect();
        let fits = |need: &str| need.is_empty() || needs.iter().any(|n| need.starts_with(n.as_str()));
        let mut fitting: Vec<&ReplyTemplate> = templates
            .iter()
            .filter(|tpl| !tpl.says.is_retired && tpl.says.language == language.code())
            .collect();
        fitting.sort_by_key(|tpl| (!fits(&tpl.says.need), tpl.says.need.is_empty(), tpl.says.title.clone()));
        Self {
            action: format!("{}/reply", desk.enquiry_at(enquiry.id)),
            language: language.code(),
            language_name: language.endonym().to_owned(),
            templates: fitting
                .into_iter()
                .map(|tpl| Choice {
                    value: format!("template:{}", tpl.id),
                    text: tpl.says.title.clone(),
                    chosen: false,
                })
                .collect(),
            may_reply: desk.hold(enquiry).may_reply(enquiry.state),
            may_mail: matches!(sending, Some(Sending::Mail { .. })),
            way,
            preview: None,
            error: String::new(),
            is_going_on: !text.is_empty(),
            text,
        }
    }
}

/// `POST /{lang}/permanence/demande/{id}/reply`: puts something in, shows it as it will go out, or sends it.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = answer(&desk, id, &sent).await;
    desk.settle(result)
}

async fn answer(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let text = sent.text("text");
    let insert = sent.get("insert");
    if !insert.is_empty() {
        let loaded = desk.load(id).await?;
        let added = added(desk, &loaded, insert).unwrap_or_default();
        let text = if text.trim().is_empty() { added } else { format!("{}\n\n{added}", text.trim_end()) };
        return Ok(again(desk, loaded, text.trim_start().to_owned(), |_| {}));
    }
    if text.trim().is_empty() {
        let loaded = desk.load(id).await?;
        let error = desk.visit.t.s("desk-reply-empty");
        return Ok(again(desk, loaded, text, |composer| composer.error = error));
    }
    match sent.get("act") {
        "mail" => sending::mail(desk, id, sent, text.trim()).await,
        "phone" => sending::told(desk, id, sent, text.trim()).await,
        "letter" => letter::pdf(desk, id, text.trim()).await,
        _ => {
            let loaded = desk.load(id).await?;
            let preview = sending::outgoing(desk, &loaded.enquiry, text.trim())?;
            let preview = preview.map(|mail| Preview {
                to: mail.to,
                from: mail.from_name,
                subject: mail.subject,
                text: mail.text,
            });
            Ok(again(desk, loaded, text, |composer| composer.preview = preview))
        }
    }
}

fn added(desk: &Desk, loaded: &Loaded, insert: &str) -> Option<String> {
    let language = desk.reply_language(&loaded.enquiry);
    match insert.strip_prefix("template:") {
        Some(id) => {
            let template = loaded.templates.iter().find(|tpl| tpl.id.to_string() == id)?;
            Some(template.says.text.replace("{numero}", &loaded.enquiry.number.to_string()))
        }
        None => inserted(desk, language, insert),
    }
}

/// The page again, with what was typed.
pub fn again(desk: &Desk, loaded: Loaded, text: String, change: impl FnOnce(&mut Composer)) -> Response {
    let mut composer = Composer::new(desk, &loaded.enquiry, &loaded.templates, text);
    change(&mut composer);
    let status = if composer.error.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    enquiry::page(desk, loaded, composer, &Done::default(), status)
}
