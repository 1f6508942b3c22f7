//! Everything kept about a person, for the person (articles 15, 20), with the content of files.
//!
//! What belongs into it, and what is withheld for the sake of somebody else, is the rule of
//! [`ariane_domain::protection::copy`]. [`TABLES`] says of every table that holds something of a person how the copy covers
//! it; a test walks the schema and fails when a table is missing there.

use crate::StoreError;
use crate::entities::{attachment, enquiry};
use crate::records::enquiries::of_persons;
use crate::records::enquiries::read::Enquiry;
use crate::records::own::parts::Parted;
use crate::records::{Work, open_bytes};
use ariane_domain::access::grant::{Grant, UseOwnRights};
use ariane_domain::enquiry::RequesterKind;
use ariane_domain::protection::copy::{Part, Story};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// How the copy covers a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covered {
    /// With the request: its codes, texts, thread, choices, files.
    Request,
    /// As a part of its own.
    In(Part),
    /// As the list of who opened it.
    AccessLog,
    /// Not, for this reason; reviewed.
    Exempt(&'static str),
}

/// Every table that has a column of a person, of an enquiry, or a sealed one.
pub const TABLES: &[(&str, Covered)] = &[
    ("person", Covered::Request),
    ("choice", Covered::Request),
    ("enquiry", Covered::Request),
    ("enquiry_need", Covered::Request),
    ("enquiry_event", Covered::Request),
    ("message", Covered::Request),
    ("attachment", Covered::Request),
    ("audit_entry", Covered::AccessLog),
    ("listening_note", Covered::In(Part::ListeningNotes)),
    ("handover", Covered::In(Part::Handovers)),
    ("handover_answer", Covered::In(Part::Handovers)),
    ("desk_task", Covered::In(Part::Tasks)),
    ("case_file", Covered::In(Part::CaseFile)),
    ("case_step", Covered::In(Part::CaseFile)),
    ("case_analysis", Covered::In(Part::CaseFile)),
    ("case_note", Covered::In(Part::CaseFile)),
    ("case_exchange", Covered::In(Part::CaseFile)),
    ("case_event", Covered::In(Part::CaseFile)),
    ("family_side", Covered::In(Part::CaseFile)),
    ("service_file", Covered::In(Part::CaseFile)),
    ("service_entry", Covered::In(Part::CaseFile)),
    ("cell_item", Covered::In(Part::CaseFile)),
    ("earlier_wording", Covered::In(Part::CaseFile)),
    ("rcp_advice", Covered::In(Part::CaseFile)),
    ("rcp_participant", Covered::Exempt("which members of staff are invited to a session; about staff")),
    ("rcp_series", Covered::Exempt("name, place and settings of a meeting; names nobody")),
    (
        "rcp_session",
        Covered::Exempt("the report as a whole; what is about a person stands in the advice on their file"),
    ),
    ("consent", Covered::In(Part::CaseFile)),
    ("referral", Covered::In(Part::CaseFile)),
    ("referral_event", Covered::In(Part::CaseFile)),
    ("hub_member", Covered::Exempt("who coordinates a network; about staff")),
    ("care_line", Covered::In(Part::CaseFile)),
    ("care_mark", Covered::In(Part::CaseFile)),
    ("care_told", Covered::In(Part::CaseFile)),
    ("care_letter", Covered::In(Part::CaseFile)),
    ("care_call", Covered::In(Part::CaseFile)),
    ("case_document", Covered::In(Part::CaseFile)),
    ("record_request", Covered::In(Part::CaseFile)),
    ("care_contact", Covered::In(Part::CaseFile)),
    ("care_wish", Covered::In(Part::CaseFile)),
    ("care_relatives", Covered::In(Part::CaseFile)),
    ("care_way", Covered::In(Part::CaseFile)),
    ("clinical_entry", Covered::In(Part::CaseFile)),
    ("dossier", Covered::In(Part::CaseFile)),
    (
        "dossier_enclosure",
        Covered::Exempt(
            "documents of the file once more, without what names the person; the documents are in the copy",
        ),
    ),
    ("panel", Covered::In(Part::CaseFile)),
    ("panel_seat", Covered::In(Part::CaseFile)),
    ("panel_event", Covered::In(Part::CaseFile)),
    ("panel_vote", Covered::In(Part::CaseFile)),
    ("emergency_card", Covered::Exempt("by which code a card is known; what it says is with the person")),
    ("emergency_opening", Covered::AccessLog),
    ("household_member", Covered::In(Part::CaseFile)),
    (
        "cell_meeting",
        Covered::Exempt("addenda to the minutes as a whole; what is about a person stands in its item"),
    ),
    ("cell_presence", Covered::Exempt("which members of staff were at a meeting; about staff")),
    ("absence", Covered::Exempt("about staff")),
    ("unmet_need", Covered::In(Part::UnmetNeeds)),
    ("mention", Covered::In(Part::Calls)),
    ("data_request", Covered::In(Part::DataRequests)),
    ("disclosure", Covered::In(Part::Disclosures)),
    ("recipient_request", Covered::In(Part::RecipientRequests)),
    ("representative", Covered::In(Part::Representatives)),
    ("opinion", Covered::In(Part::Opinions)),
    ("legal_hold", Covered::In(Part::Holds)),
    ("broken_glass", Covered::In(Part::Openings)),
    ("private_link", Covered::In(Part::Links)),
    ("proof_code", Covered::In(Part::Proofs)),
    ("outbox", Covered::In(Part::Outgoing)),
    ("person_index", Covered::Exempt("blind tokens of what the copy holds in clear; unreadable by design")),
    (
        "taken_in",
        Covered::Exempt("blind token by which a message is known again; says nothing of the person"),
    ),
    ("presence", Covered::Exempt("which member of staff has it open, for seconds; about staff")),
    ("session", Covered::Exempt("the browser that holds the link, while it is open; ends with it")),
    ("account", Covered::Exempt("about staff, who see their own on the page of their account")),
    ("account_identity", Covered::Exempt("about staff")),
    ("account_passkey", Covered::Exempt("about staff")),
    ("account_recovery_code", Covered::Exempt("about staff")),
    ("account_role", Covered::Exempt("about staff")),
    ("account_totp", Covered::Exempt("about staff")),
    ("ticket", Covered::Exempt("about staff")),
    ("saved_view", Covered::Exempt("filters of staff, made of codes; name nobody")),
    ("breach", Covered::Exempt("the register of article 33(5); who is concerned is told under article 34")),
];

/// A file with its content.
#[derive(Debug, Clone)]
pub struct CopiedFile {
    /// Attachment.
    pub id: Uuid,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Something that was left out, and of which the copy says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withheld {
    /// Number of the enquiry.
    pub number: i64,
    /// Which part.
    pub part: Part,
    /// How many entries.
    pub count: usize,
}

/// What is kept about a person.
#[derive(Debug, Clone)]
pub struct Copy {
    /// Their enquiries in the order in which they came.
    pub enquiries: Vec<Enquiry>,
    /// What stands beside each of them, in the same order.
    pub beside: Vec<Vec<Parted>>,
    /// Files of their messages.
    pub files: Vec<CopiedFile>,
    /// Parts that were left out.
    pub withheld: Vec<Withheld>,
    /// Whether parts were left out because they are another person's (duty D24; article 15(4)).
    pub leaves_out_another: bool,
}

impl Copy {
    /// The part of an enquiry, by its place in the copy.
    pub fn part(&self, enquiry: usize, part: Part) -> Option<&Parted> {
        self.beside.get(enquiry)?.iter().find(|one| one.part == part)
    }
}

impl Work<'_> {
    /// Everything kept about who holds the link of the grant's enquiry: all their enquiries, also those that were linked
    /// as the same person's, and what others told about them.
    ///
    /// Where somebody asked for another, the copy holds what they wrote and what they were answered, not what is noted
    /// about the other; where another told about them, what is noted about them, not the other's words or name.
    pub async fn whole_copy(&mut self, grant: &Grant<UseOwnRights>) -> Result<Copy, StoreError> {
        self.note(grant).await?;
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, grant.facts().enquiry).await?;
        let persons = self.same_person(controller, row.requester_id).await?;
        let rows = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(of_persons(controller, &persons))
            .order_by_asc(enquiry::Column::ReceivedAt)
            .all(&self.transaction)
            .await?;
        let mut copy = Copy {
            enquiries: Vec::new(),
            beside: Vec::new(),
            files: Vec::new(),
            withheld: Vec::new(),
            leaves_out_another: false,
        };
        for row in rows {
            let story = story_of(&row, &persons);
            let mut opened = match self.open_enquiry(row.clone()).await {
                Ok(opened) => opened,
                // Who told about them was erased: nobody can read it any more.
                Err(StoreError::Erased) => continue,
                Err(error) => return Err(error),
            };
            match story {
                Story::Own => {
                    copy.files.extend(self.files_of(&row).await?);
                    if let Some(file) = self.file_of_enquiry(&row).await? {
                        copy.files.extend(self.copied_contents(&file).await?);
                    }
                }
                Story::Anothers => {
                    copy.files.extend(self.files_of(&row).await?);
                    if opened.concerned.take().is_some() {
                        copy.leaves_out_another = true;
                        opened.texts.note.clear();
                        opened.texts.summary.clear();
                        opened.texts.profile.clear();
                    }
                }
                Story::ToldByAnother => {
                    copy.leaves_out_another = true;
                    // The line in the queue is the first of their message, the profile holds their address.
                    opened.messages.clear();
                    opened.choices.clear();
                    opened.texts.summary.clear();
                    opened.texts.profile.clear();
                    // The person concerned stands in both places: who told stays unnamed.
                    if let Some(own) = opened.concerned.clone() {
                        opened.requester = own;
                    }
                }
            }
            let (parts, withheld) = self.parts_of(&row, story).await?;
            copy.withheld.extend(withheld);
            copy.beside.push(parts);
            copy.enquiries.push(opened);
        }
        Ok(copy)
    }

    async fn files_of(&mut self, row: &enquiry::Model) -> Result<Vec<CopiedFile>, StoreError> {
        let key = self.key(row.subject_id).await?;
        let files = attachment::Entity::find()
            .filter(attachment::Column::ControllerId.eq(row.controller_id))
            .filter(attachment::Column::EnquiryId.eq(row.id))
            .filter(attachment::Column::SealedBytes.is_not_null())
            .order_by_asc(attachment::Column::Id)
            .all(&self.transaction)
            .await?;
        let mut copied = Vec::with_capacity(files.len());
        for file in files {
            let bytes = open_bytes(&key, "attachment", file.id, file.sealed_bytes.as_deref())?;
            copied.push(CopiedFile { id: file.id, bytes });
        }
        Ok(copied)
    }
}

/// Whose story an enquiry tells, for these records of the person who asks for the copy.
fn story_of(row: &enquiry::Model, persons: &[Uuid]) -> Story {
    if !persons.contains(&row.requester_id) {
        return Story::ToldByAnother;
    }
    let is_anothers =
        RequesterKind::from_word(&row.requester_kind).is_some_and(RequesterKind::speaks_for_another);
    if is_anothers { Story::Anothers } else { Story::Own }
}
