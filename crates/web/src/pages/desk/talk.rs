//! The conversation and the thread of what happened, in words.

use super::{Colleagues, Desk};
use ariane_domain::enquiry::{EntryMode, Outcome};
use ariane_store::records::enquiries::read::{Enquiry, Happened};
use ariane_store::records::enquiries::thread::{Attachment, Direction, Message};

/// A message, ready to read.
pub struct Said {
    /// `in` or `out`.
    pub direction: &'static str,
    /// Who, and by which way.
    pub heading: String,
    /// When: for machines and in words.
    pub at: (String, String),
    /// What kind it is, where it is no ordinary message.
    pub kind: String,
    /// Subject.
    pub subject: String,
    /// Text; never HTML.
    pub text: String,
    /// Files.
    pub files: Vec<FileView>,
}

/// A file, ready to be shown.
pub struct FileView {
    /// Name, type and size.
    pub text: String,
    /// Where it is; empty when it was refused.
    pub href: String,
    /// Why it was refused.
    pub refused: String,
}

/// A knot of the thread.
pub struct Knot {
    /// What happened.
    pub what: String,
    /// Who did it.
    pub who: String,
    /// When: for machines and in words.
    pub at: (String, String),
}

/// The text of a message. HTML is never shown: what it says without its marks is.
fn text_of(message: &Message) -> String {
    if !message.text.trim().is_empty() || message.html.is_empty() {
        return message.text.clone();
    }
    let broken = message.html.replace("</p>", "</p>\n").replace("<br", "\n<br").replace("</div>", "</div>\n");
    let plain = ammonia::Builder::empty().clean(&broken).to_string();
    plain.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

impl Desk {
    /// The conversation.
    pub fn talk(&self, enquiry: &Enquiry, colleagues: &Colleagues) -> Vec<Said> {
        enquiry.messages.iter().map(|m| self.said(enquiry, m, colleagues)).collect()
    }

    fn said(&self, enquiry: &Enquiry, message: &Message, colleagues: &Colleagues) -> Said {
        let t = self.visit.t;
        let who = match message.direction {
            Direction::In if message.from.is_empty() => t.s("desk-said-person"),
            Direction::In => message.from.clone(),
            Direction::Out => {
                let name = colleagues.name_of_pseudonym(&message.author);
                if name.is_empty() { t.s("desk-said-us") } else { name }
            }
        };
        let mode = t.k("entry-mode", message.mode.word());
        Said {
            direction: message.direction.word(),
            heading: t.ww("desk-said-by", ("who", &who), ("mode", &mode)),
            at: (message.at.to_rfc3339(), self.moment(message.at)),
            kind: if message.kind == "message" { String::new() } else { t.k("message-kind", &message.kind) },
            subject: message.subject.clone(),
            text: text_of(message),
            files: message.attachments.iter().map(|f| self.file(enquiry, f)).collect(),
        }
    }

    fn file(&self, enquiry: &Enquiry, file: &Attachment) -> FileView {
        let t = self.visit.t;
        let kilobytes = (file.size.max(0) as f64 / 1024.0).ceil();
        let size = t.w("desk-file-size", "size", &t.number(kilobytes));
        let is_kept = file.verdict == "accepted";
        FileView {
            text: format!("{} ({}, {size})", file.name, file.media_type),
            href: if is_kept {
                format!("{}/file/{}", self.enquiry_at(enquiry.id), file.id)
            } else {
                String::new()
            },
            refused: if is_kept { String::new() } else { t.s("desk-file-refused") },
        }
    }

    /// The thread of what happened, oldest first.
    pub fn knots(&self, enquiry: &Enquiry, colleagues: &Colleagues) -> Vec<Knot> {
        enquiry.events.iter().map(|event| self.knot(event, colleagues)).collect()
    }

    fn knot(&self, event: &Happened, colleagues: &Colleagues) -> Knot {
        let t = self.visit.t;
        let what = t.k("event", &event.kind);
        let detail = if let Some(outcome) = Outcome::from_word(&event.detail) {
            t.k("outcome", outcome.word())
        } else if let Some(mode) = EntryMode::from_word(&event.detail) {
            t.k("entry-mode", mode.word())
        } else {
            String::new()
        };
        let name = colleagues.name_of_pseudonym(&event.actor);
        Knot {
            what: if detail.is_empty() {
                what
            } else {
                t.ww("desk-event-detail", ("what", &what), ("detail", &detail))
            },
            who: if name.is_empty() && event.actor.starts_with("system") {
                t.s("desk-by-itself")
            } else {
                name
            },
            at: (event.at.to_rfc3339(), self.moment(event.at)),
        }
    }
}
