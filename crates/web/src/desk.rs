//! What the infoline's pages stand on: records of persons, the office's clock, the form, how mail goes out.

use ariane_domain::access::NotesReaders;
use ariane_domain::enquiry::form::Forms;
use ariane_domain::office::Office;
use ariane_store::records::Records;
use uuid::Uuid;

/// The infoline of an installation.
#[derive(Debug)]
pub struct Desk {
    /// Organisation that answers for the records (duty D15).
    pub controller: Uuid,
    /// Records of persons.
    pub records: Records,
    /// Hours, holidays, promise.
    pub office: Office,
    /// What is asked about an enquiry, with its versions.
    pub forms: Forms,
    /// How mail goes out.
    pub mail: MailIdentity,
    /// Who reads the listening notes.
    pub notes_readers: NotesReaders,
}

/// How mail of the infoline presents itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailIdentity {
    /// Address; empty where no mailbox is set up, and then no mail goes out.
    pub address: String,
    /// Name shown as the sender.
    pub name: String,
    /// Name shown to who wishes a neutral sender (duty D10).
    pub neutral_name: String,
    /// Whether the mail server delivers `local+token@domain` to the mailbox.
    pub has_plus_addresses: bool,
}

impl MailIdentity {
    /// Whether mail can go out.
    pub fn is_set_up(&self) -> bool {
        !self.address.is_empty()
    }

    /// The part of the address behind the `@`, for Message-IDs.
    pub fn domain(&self) -> &str {
        self.address.rsplit_once('@').map_or("localhost", |(_, domain)| domain)
    }

    /// The stable Message-ID of an outgoing mail: made from an id, it says nothing of whom or what it is about.
    pub fn message_id(&self, id: Uuid) -> String {
        format!("{}@{}", id.simple(), self.domain())
    }
}
