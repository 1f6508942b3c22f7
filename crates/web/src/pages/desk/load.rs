//! An enquiry with all that stands beside it, read in one unit of work.

use super::trouble::Trouble;
use super::{Colleagues, Desk};
use ariane_domain::access::grant::{ReadEnquiry, ReadListeningNotes};
use ariane_domain::enquiry::{Hold, State};
use ariane_store::records::desk::handovers::Sent as HandedOver;
use ariane_store::records::desk::presence::Doing;
use ariane_store::records::desk::tasks::{Called, Task};
use ariane_store::records::desk::templates::Template as ReplyTemplate;
use ariane_store::records::desk::unmet::Unmet;
use ariane_store::records::enquiries::read::Enquiry;
use uuid::Uuid;

/// An enquiry with all that stands beside it.
pub struct Loaded {
    /// The enquiry.
    pub enquiry: Enquiry,
    /// Hand-overs.
    pub handovers: Vec<HandedOver>,
    /// What could not be given.
    pub unmet: Vec<Unmet>,
    /// Tasks.
    pub tasks: Vec<Task>,
    /// Calls that wait for an answer.
    pub calls: Vec<Called>,
    /// Who else is here.
    pub others: Vec<(Uuid, Doing)>,
    /// Listening notes that may be read.
    pub notes: Vec<NoteView>,
    /// How many may not.
    pub hidden_notes: usize,
    /// Reply templates.
    pub templates: Vec<ReplyTemplate>,
    /// Doubles set aside for it.
    pub doubles: Vec<(Uuid, i64)>,
    /// The enquiry that goes on in its place.
    pub into: Option<(Uuid, i64)>,
    /// Names.
    pub colleagues: Colleagues,
}

/// A listening note that may be read.
pub struct NoteView {
    /// Who wrote it, when.
    pub heading: String,
    /// What was confided.
    pub text: String,
}

impl Desk {
    /// Loads an enquiry with all that stands beside it.
    pub async fn load(&self, id: Uuid) -> Result<Loaded, Trouble> {
        let colleagues = self.colleagues().await?;
        let controller = self.controller();
        let mut work = self.begin().await?;
        let grant = self.grant::<ReadEnquiry>(&mut work, id).await?;
        let enquiry = work.read_enquiry(&grant).await?;
        work.be_present(&grant, Doing::Reading).await?;
        work.come(&grant).await?;
        let handovers = work.handovers_of(&grant).await?;
        let unmet = work.unmet_of(&grant).await?;
        let tasks = work.tasks_of(&grant).await?;
        let calls = work.calls_of(&grant).await?;
        let others = work.others_present(&grant).await?;
        let templates = work.templates(controller).await?;
        let doubles = work.doubles_of(controller, id).await?;
        let into = match enquiry.merged_into {
            Some(into) => work.enquiry_number(controller, into).await?.map(|number| (into, number)),
            None => None,
        };
        let (mut notes, mut hidden) = (Vec::new(), 0);
        for outline in work.notes_of(controller, id).await? {
            let readers = self.infoline.notes_readers;
            let facts = work.note_facts(controller, id, outline, readers).await?;
            match work.may::<ReadListeningNotes>(&self.actor(), facts) {
                Ok(grant) => {
                    let text = work.read_note(&grant).await?;
                    let (name, at) = (colleagues.name(outline.author), self.moment(outline.at));
                    let heading = self.visit.t.ww("desk-note-by", ("name", &name), ("moment", &at));
                    notes.push(NoteView { heading, text });
                }
                Err(_) => hidden += 1,
            }
        }
        work.commit().await?;
        Ok(Loaded {
            enquiry,
            handovers,
            unmet,
            tasks,
            calls,
            others,
            notes,
            hidden_notes: hidden,
            templates,
            doubles,
            into,
            colleagues,
        })
    }

    /// Who has an enquiry, seen by who is signed in.
    pub fn hold(&self, enquiry: &Enquiry) -> Hold {
        Hold::of(enquiry.state, enquiry.taken_by, self.account())
    }

    /// Who has an enquiry and since when, in words.
    pub fn held_by(&self, enquiry: &Enquiry, colleagues: &Colleagues) -> String {
        let t = self.visit.t;
        let taken =
            enquiry.events.iter().rev().find(|e| matches!(e.kind.as_str(), "take" | "take-over" | "reopen"));
        let since = taken.map(|e| self.moment(e.at)).unwrap_or_default();
        match (self.hold(enquiry), enquiry.state) {
            (Hold::Colleague(id), _) => {
                t.ww("desk-held-by", ("name", &colleagues.name(id)), ("moment", &since))
            }
            (Hold::Own, State::Taken) => t.w("desk-held-own", "moment", &since),
            _ => t.s("desk-held-nobody"),
        }
    }

    /// Name of who asks, as pages show it.
    pub fn name_of(&self, enquiry: &Enquiry) -> String {
        let t = self.visit.t;
        match (&enquiry.requester.identity.name, enquiry.is_anonymous) {
            (name, _) if !name.is_empty() => name.clone(),
            (_, true) => t.s("desk-anonymous"),
            _ => t.s("desk-name-unknown"),
        }
    }
}
