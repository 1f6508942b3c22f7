//! Who may do what, with whose data, and why: the one place where that is decided.
//!
//! * [`Actor`]: who asks;
//! * [`Action`]: what they ask to do;
//! * [`Facts`]: what must be known of the record, none of it personal;
//! * [`policy::decide`]: the decision, with the function and purpose that allow it, or the reason why not;
//! * [`grant`]: the typed permission without which the store gives no personal data.
//!
//! Default is no access: what no line of the policy allows is refused.

pub mod grant;
pub mod policy;

use crate::account::Role;
use crate::cell::Origin;
use crate::cell::admission::{self, Admitted};
use crate::purpose::{Choices, Purpose};
use crate::representation::{Hindrance, RepresentedAct};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// How well who holds a private link proved who they are (duty D3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proof {
    /// Link and code: shows the status and allows adding.
    LinkAndCode,
    /// A second channel besides: a code to the address or number on record, or an answer to staff who called back.
    SecondChannel,
}

/// A member of staff as their session shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Account.
    pub account: Uuid,
    /// Organisation that they work for.
    pub controller: Uuid,
    /// Functions.
    pub roles: Vec<Role>,
    /// Whether the second factor was given.
    pub is_full: bool,
    /// When they last proved anew who they are.
    pub stepped_up_at: Option<DateTime<Utc>>,
}

impl Staff {
    /// Whether they hold a function.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Nobody in particular.
    Anyone,
    /// Who holds the private link of an enquiry.
    LinkHolder {
        /// The enquiry.
        enquiry: Uuid,
        /// How well they proved who they are.
        proof: Proof,
    },
    /// A member of staff.
    Staff(Staff),
    /// Who was sent a referral, and gave the code of its link.
    Recipient {
        /// The referral.
        referral: Uuid,
    },
    /// An expert invited to a local advice, who gave the code of their link.
    Expert {
        /// Their place in it.
        seat: Uuid,
    },
    /// A job of the application, by its name.
    System(&'static str),
    /// Who runs the command on the machine.
    Operator,
}

impl Actor {
    /// How the log names them.
    pub fn pseudonym(&self) -> String {
        match self {
            Self::Anyone => "anyone".to_owned(),
            Self::LinkHolder { enquiry, .. } => format!("link/{enquiry}"),
            Self::Staff(staff) => format!("account/{}", staff.account),
            Self::Recipient { referral } => format!("recipient/{referral}"),
            Self::Expert { seat } => format!("expert/{seat}"),
            Self::System(job) => format!("system/{job}"),
            Self::Operator => "operator".to_owned(),
        }
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// What may be asked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// All actions.
            pub const ALL: &'static [Action] = &[$(Self::$name,)*];

            /// Stable word for the log and translation keys.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

actions! {
    /// Write to the infoline.
    WriteToInfoline = "write-to-infoline",
    /// See the status of one's own enquiry and add to it.
    FollowOwnEnquiry = "follow-own-enquiry",
    /// Read, correct and take along what is kept about oneself; see who read it.
    UseOwnRights = "use-own-rights",
    /// See the queue: codes and clocks, and who waits.
    ListEnquiries = "list-enquiries",
    /// Log a call, a visit, a letter.
    LogEnquiry = "log-enquiry",
    /// Read an enquiry.
    ReadEnquiry = "read-enquiry",
    /// Take, answer, change, close an enquiry.
    AnswerEnquiry = "answer-enquiry",
    /// Read what was confided.
    ReadListeningNotes = "read-listening-notes",
    /// Write down what was confided.
    WriteListeningNotes = "write-listening-notes",
    /// Link two records of one person, or part them again.
    MergePersons = "merge-persons",
    /// Hand an enquiry over to the cell.
    HandOver = "hand-over",
    /// Read and answer what was handed over.
    ReceiveHandover = "receive-handover",
    /// Send somebody to the cell from the psycho-social service or the hub.
    SendToCell = "send-to-cell",
    /// See what became of whom one sent to the cell, and answer what it asks.
    FollowSent = "follow-sent",
    /// Follow persons in the psycho-social service: its list, its files, what is written in them.
    FollowInService = "follow-in-service",
    /// See the board of the cell: who is followed, what is next.
    ListCases = "list-cases",
    /// Read a file of the cell.
    ReadCase = "read-case",
    /// Write in a file of the cell.
    WriteCase = "write-case",
    /// Ask whether a person wants to be followed, and write down what they say: open where nothing else of the file is, for want of it.
    AskForCoordination = "ask-for-coordination",
    /// Bring two families in touch, where both agreed to it.
    JoinFamilies = "join-families",
    /// Do the steps that one owns, or that somebody owns for whom one stands in.
    DoOwnSteps = "do-own-steps",
    /// Prepare, hold and sign the weekly meeting.
    HoldMeeting = "hold-meeting",
    /// Plan RCPs, invite, list files, write and validate the report.
    HoldRcp = "hold-rcp",
    /// See the RCP sessions to which one is invited.
    AttendRcp = "attend-rcp",
    /// Read a file on the list of a session to which one is invited, for a time.
    ReadListedCase = "read-listed-case",
    /// Prepare referrals and follow what became of them; keep the roster.
    PrepareReferral = "prepare-referral",
    /// Send a referral to its recipient.
    SendReferral = "send-referral",
    /// Read what was sent to one.
    ReadReferral = "read-referral",
    /// Answer what was sent to one.
    AnswerReferral = "answer-referral",
    /// Put together a dossier for a panel of experts, approve it, fetch it.
    ShareForPanel = "share-for-panel",
    /// The same for a centre of expertise that takes the person over.
    ShareForTransfer = "share-for-transfer",
    /// The same for a study.
    ShareForResearch = "share-for-research",
    /// Compare one's persons with those of another site without exchanging names: encode them for it, answer its encodings.
    LinkSites = "link-sites",
    /// Prepare a panel or a local advice, invite, follow it.
    PreparePanel = "prepare-panel",
    /// Validate the case of a panel, as the hub's clinician (duty D18).
    ValidatePanelCase = "validate-panel-case",
    /// Validate an expert's access, as the European coordinator (duty D18).
    ValidatePanelAccess = "validate-panel-access",
    /// Read the pseudonymised case, as an invited expert.
    ReadPanel = "read-panel",
    /// Write, vote, close, as an invited expert.
    AnswerPanel = "answer-panel",
    /// Write guidelines, put them in force, withdraw them.
    ManageGuidelines = "manage-guidelines",
    /// Keep the administrative checklists of the countries (duty D33).
    ManageChecklists = "manage-checklists",
    /// Ask afterwards whether the answer helped.
    AskSatisfaction = "ask-satisfaction",
    /// Change reply templates.
    ManageTemplates = "manage-templates",
    /// Read unmet needs without persons.
    ReadUnmetNeeds = "read-unmet-needs",
    /// Read published figures.
    ReadFigures = "read-figures",
    /// Read figures as they are now, exactly: who works with the records behind them.
    ReadLiveFigures = "read-live-figures",
    /// Make an edition of the figures that may leave the house.
    PublishFigures = "publish-figures",
    /// Comment an edition; the report prints it (duty D40).
    CommentFigures = "comment-figures",
    /// See named candidate disorders (duty D9).
    SeeCandidates = "see-candidates",
    /// Invite, change, lock accounts.
    ManagePeople = "manage-people",
    /// Read the log: who did what when, without content.
    ReadAccessLog = "read-access-log",
    /// Answer requests about data protection; see the register and breaches.
    ProtectData = "protect-data",
    /// Lock or renew a person's private link.
    LockLink = "lock-link",
    /// Destroy a person's keys once no duty stands against it.
    Erase = "erase",
    /// Ask to open a record that is otherwise closed to them.
    AskBreakGlass = "ask-break-glass",
    /// Approve another's request to open a closed record.
    ApproveBreakGlass = "approve-break-glass",
    /// Open the little of a file that an emergency needs, alone and at once (duty D5).
    OpenEmergency = "open-emergency",
    /// See how mail, jobs and backups stand.
    ReadHealth = "read-health",
    /// Send mail again that had been given up.
    RetryMail = "retry-mail",
    /// Bring in past enquiries.
    ImportEnquiries = "import-enquiries",
}

/// Who reads the listening notes: a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NotesReaders {
    /// Only who wrote them.
    #[default]
    Author,
    /// All listeners of the organisation.
    Listeners,
}

/// An approved opening of a closed record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenGlass {
    /// For whom it was approved.
    pub account: Uuid,
    /// Until when.
    pub until: DateTime<Utc>,
}

/// Whether somebody is let in because of an RCP session, as the store found it in the unit of work of the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admission {
    /// Whose it is.
    pub account: Uuid,
    /// From when until when, or why not.
    pub outcome: Result<Admitted, admission::Refusal>,
}

/// What the policy must know of a record; nothing of it is personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Organisation that answers for the record (duty D15).
    pub controller: Uuid,
    /// Kind and id, as the log names it.
    pub object: Object,
    /// Whether it is the organisation's own though it has an id, as a meeting or a session: it rests on no single person's choice, and
    /// what it lists of persons is asked about one by one.
    pub is_of_house: bool,
    /// The enquiry that it belongs to, if any.
    pub enquiry: Option<Uuid>,
    /// Organisations to which it was explicitly handed over.
    pub shared_with: Vec<Uuid>,
    /// Whether it was handed over to the cell.
    pub is_handed_over: bool,
    /// Whether the person withdrew: it is kept, and no longer used.
    pub is_withdrawn: bool,
    /// Who wrote it, where that counts.
    pub author: Option<Uuid>,
    /// Who reads listening notes here.
    pub notes_readers: NotesReaders,
    /// What the person chose.
    pub choices: Choices,
    /// Approved openings.
    pub broken_glass: Vec<BrokenGlass>,
    /// Acts that stand still because of what representatives or the person said (duty D23).
    pub hindrances: Vec<(RepresentedAct, Hindrance)>,
    /// Who asks, where they own the step or stand in for its owner.
    pub owner: Option<Uuid>,
    /// Where the person came to the cell from, where that counts.
    pub origin: Option<Origin>,
    /// Whether the hub brought the person, or they agreed to be passed on or shown to experts.
    pub is_known_to_hub: bool,
    /// Whether an RCP session lets who asks in.
    pub admission: Option<Admission>,
    /// The referral whose link is open at this moment, if it is one.
    pub open_referral: Option<Uuid>,
    /// The expert's place that shows something at this moment, if it is one.
    pub open_seat: Option<Uuid>,
}

/// A kind of record with its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Object {
    /// Table-like word: `enquiry`, `person`, `account`, `queue`.
    pub kind: &'static str,
    /// Id; none for a whole kind.
    pub id: Option<Uuid>,
}

impl std::fmt::Display for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.id {
            Some(id) => write!(f, "{}/{id}", self.kind),
            None => f.write_str(self.kind),
        }
    }
}

impl Facts {
    /// Facts of something that concerns the organisation as a whole: its queue, its people, its log.
    pub fn of_all(controller: Uuid, kind: &'static str) -> Self {
        Self {
            controller,
            object: Object { kind, id: None },
            is_of_house: false,
            enquiry: None,
            shared_with: Vec::new(),
            is_handed_over: false,
            is_withdrawn: false,
            author: None,
            notes_readers: NotesReaders::default(),
            choices: Choices::default(),
            broken_glass: Vec::new(),
            hindrances: Vec::new(),
            owner: None,
            origin: None,
            is_known_to_hub: false,
            admission: None,
            open_referral: None,
            open_seat: None,
        }
    }

    /// Why an act for the person stands still; none where it may be done.
    pub fn hindrance(&self, act: RepresentedAct) -> Option<Hindrance> {
        self.hindrances.iter().find(|(one, _)| *one == act).map(|(_, why)| *why)
    }

    /// The same for a purpose: both parents need not be asked again where all who decide signed for it. A refusal counts whatever was
    /// signed.
    pub fn hindrance_for(&self, act: RepresentedAct, purpose: Purpose) -> Option<Hindrance> {
        let is_asked =
            |why: &Hindrance| *why != Hindrance::BothParents || !self.choices.is_signed_for(purpose);
        self.hindrance(act).filter(is_asked)
    }

    /// Facts of one record.
    pub fn of(controller: Uuid, kind: &'static str, id: Uuid) -> Self {
        Self { object: Object { kind, id: Some(id) }, ..Self::of_all(controller, kind) }
    }
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// Not signed in, or the link's code is missing.
    #[error("sign-in is needed")]
    NotSignedIn,
    /// The second factor was not given.
    #[error("the second factor is needed")]
    SecondFactor,
    /// No function of theirs may do this.
    #[error("no function of this account may do this")]
    Role,
    /// The record is another organisation's.
    #[error("the record is another organisation's")]
    OtherOrganisation,
    /// The purpose rests on an agreement that is not there, or the person objected.
    #[error("the person has not agreed, has withdrawn or has objected")]
    NoAgreement,
    /// The register names no basis for the purpose.
    #[error("the register of processing names no basis for this purpose")]
    NoBasis,
    /// The person withdrew: it is kept, and no longer used.
    #[error("the person withdrew")]
    Withdrawn,
    /// Link and code are not enough (duty D3).
    #[error("a proof over a second channel is needed")]
    StrongerProof,
    /// The link belongs to another enquiry.
    #[error("the link belongs to another enquiry")]
    OtherLink,
    /// Only named readers may read it.
    #[error("only those whom the setting names may read this")]
    NotNamed,
    /// It must be proved anew who asks.
    #[error("sign in again to do this")]
    StepUp,
    /// It was not handed over.
    #[error("it was not handed over")]
    NotHandedOver,
    /// Who decides for the person does not agree, or not all who must (duty D23).
    #[error("who decides for the person does not agree")]
    Hindered(Hindrance),
    /// No RCP session lets them in now.
    #[error("no meeting lets them in now")]
    NotAdmitted(admission::Refusal),
}

impl Refusal {
    /// All reasons.
    pub const ALL: [Refusal; 21] = [
        Self::NotSignedIn,
        Self::SecondFactor,
        Self::Role,
        Self::OtherOrganisation,
        Self::NoAgreement,
        Self::NoBasis,
        Self::Withdrawn,
        Self::StrongerProof,
        Self::OtherLink,
        Self::NotNamed,
        Self::StepUp,
        Self::NotHandedOver,
        Self::Hindered(Hindrance::Disagreement),
        Self::Hindered(Hindrance::BothParents),
        Self::Hindered(Hindrance::PersonRefuses),
        Self::NotAdmitted(admission::Refusal::NotInvited),
        Self::NotAdmitted(admission::Refusal::NotYet),
        Self::NotAdmitted(admission::Refusal::Uninvited),
        Self::NotAdmitted(admission::Refusal::NotOnList),
        Self::NotAdmitted(admission::Refusal::Cancelled),
        Self::NotAdmitted(admission::Refusal::Over),
    ];

    /// Stable word for the log and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotSignedIn => "not-signed-in",
            Self::SecondFactor => "second-factor",
            Self::Role => "role",
            Self::OtherOrganisation => "other-organisation",
            Self::NoAgreement => "no-agreement",
            Self::NoBasis => "no-basis",
            Self::Withdrawn => "withdrawn",
            Self::StrongerProof => "stronger-proof",
            Self::OtherLink => "other-link",
            Self::NotNamed => "not-named",
            Self::StepUp => "step-up",
            Self::NotHandedOver => "not-handed-over",
            Self::Hindered(hindrance) => hindrance.word(),
            Self::NotAdmitted(why) => why.word(),
        }
    }

    /// Whether the log keeps it: something was asked for that is not theirs. Who merely has to prove anew who they are,
    /// or is stopped by what a representative said, asked for nothing out of place.
    pub const fn is_kept_in_log(self) -> bool {
        !matches!(self, Self::NotSignedIn | Self::SecondFactor | Self::StepUp | Self::Hindered(_))
    }
}

/// What allowed an act: goes into the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// Function in which it is done; `none` for who needs none.
    pub function: &'static str,
    /// Purpose that it serves.
    pub purpose: Purpose,
}
