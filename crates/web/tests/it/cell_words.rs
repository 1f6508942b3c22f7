//! Every coded word of the cell that a page shows has its text in every language.

use ariane_domain::Language;
use ariane_domain::cell::analysis::NoteSharing;
use ariane_domain::cell::callback::CallState;
use ariane_domain::cell::contact::{ContactRole, MayKnow};
use ariane_domain::cell::document::{DocumentKind, DocumentSource};
use ariane_domain::cell::exchange::{ExchangeState, ExchangeWay};
use ariane_domain::cell::file::{CloseReason, FileChange, FileState, PauseReason};
use ariane_domain::cell::follow_up::FollowUpReason;
use ariane_domain::cell::guideline::{GuidelineChange, GuidelineState};
use ariane_domain::cell::hospital::{RequestChange, RequestState};
use ariane_domain::cell::household::{Burden, Consanguinity, NotToKnow, Tie};
use ariane_domain::cell::letter::LetterFault;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::cell::plan::{Mark, PlanOutcome, PlanPart, TransitionItem};
use ariane_domain::cell::silence::AlarmTo;
use ariane_domain::cell::step::{AnswerWay, CancelReason, NotDoneReason, StepChange, StepOutcome, StepState};
use ariane_domain::cell::told::{Audience, Delicate};
use ariane_domain::cell::{BroughtBy, Origin, Track};
use ariane_domain::clinical::EntryKind;
use ariane_domain::clinical::entry::{ProblemState, SignState};
use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship};
use ariane_domain::clinical::proposal::PassedOver;
use ariane_domain::clinical::variant::{VariantClass, VariantOrigin, Zygosity};
use ariane_domain::dossier::approval::PURPOSES;
use ariane_domain::dossier::{Addition, DossierState, EnclosureForm, Looked, Part};
use ariane_domain::families::{ContactState, SideAnswer, SideChange};
use ariane_domain::panel::clock::Step as PanelStep;
use ariane_domain::panel::seat::DeclineWhy as PanelDecline;
use ariane_domain::panel::state::CpmsState;
use ariane_domain::panel::{
    PanelChange, PanelEnd, PanelFault, PanelKind, PanelState, PanelWait, SeatChange, SeatState, Urgency, Vote,
};
use ariane_domain::procedure::ProcedureState;
use ariane_domain::service::contact::Due;
use ariane_domain::service::state::ServiceChange;
use ariane_domain::service::{EntryKind as ServiceEntryKind, ServiceEnd, ServiceState};
use ariane_store::records::cell::board::Standing;
use ariane_store::records::dossier::release::Form;
use ariane_web::pages::care::letter_form::fault_word;
use ariane_web::text::Text;
use std::path::Path;

const LETTER_FAULTS: [LetterFault; 4] =
    [LetterFault::NeverTell, LetterFault::Died, LetterFault::Empty, LetterFault::NotTold];

const PANEL_FAULTS: [PanelFault; 16] = [
    PanelFault::NotThisKind,
    PanelFault::NoDoctor,
    PanelFault::Deadline,
    PanelFault::NoNetwork,
    PanelFault::NoCaseNumber,
    PanelFault::NoLead,
    PanelFault::SamePerson,
    PanelFault::NoBasisAbroad,
    PanelFault::NotNamed,
    PanelFault::NoSecondChannel,
    PanelFault::Twice,
    PanelFault::OwnStaff,
    PanelFault::WordsMissing,
    PanelFault::TooLong,
    PanelFault::NotWhatWasRead,
    PanelFault::NamesSomebody,
];

/// All files below a folder, one after the other.
fn everything_below(folder: &Path) -> String {
    let files = std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok);
    files
        .map(|file| match file.path().is_dir() {
            true => everything_below(&file.path()),
            false => std::fs::read_to_string(file.path()).expect("text"),
        })
        .collect()
}

#[test]
fn every_word_of_the_cell_has_a_text() {
    let mut keys: Vec<String> = Vec::new();
    macro_rules! words {
        ($($kind:ident),+) => {
            $(keys.extend($kind::ALL.iter().map(|one| format!("{}-{}", $kind::FAMILY, one.word())));)+
        };
    }
    words!(
        Affected,
        AlarmTo,
        AnswerWay,
        Audience,
        BroughtBy,
        Burden,
        CallState,
        CancelReason,
        CloseReason,
        Consanguinity,
        ContactRole,
        Delicate,
        ContactState,
        DocumentKind,
        SideAnswer,
        SideChange,
        Due,
        ProcedureState,
        ServiceChange,
        ServiceEnd,
        ServiceEntryKind,
        ServiceState,
        ExchangeState,
        ExchangeWay,
        DocumentSource,
        EntryKind,
        FileChange,
        FileState,
        FollowUpReason,
        GuidelineChange,
        GuidelineState,
        KinSex,
        Kinship,
        Mark,
        MayKnow,
        NoteSharing,
        NotDoneReason,
        NotToKnow,
        OpenEnd,
        Origin,
        PassedOver,
        ProblemState,
        SignState,
        VariantClass,
        VariantOrigin,
        Zygosity,
        PauseReason,
        PlanOutcome,
        PlanPart,
        RequestChange,
        RequestState,
        StepChange,
        StepOutcome,
        Addition,
        DossierState,
        Part,
        CpmsState,
        PanelDecline,
        PanelEnd,
        PanelKind,
        PanelState,
        PanelStep,
        PanelWait,
        SeatState,
        Urgency,
        Vote,
        StepState,
        Tie,
        Track,
        TransitionItem
    );
    keys.extend(PanelChange::ALL.map(|one| format!("panel-event-{}", one.word())));
    keys.extend(SeatChange::ALL.map(|one| format!("panel-event-{}", one.word())));
    keys.extend(PanelKind::ALL.map(|one| format!("panel-own-kind-{}", one.word())));
    keys.extend(PANEL_FAULTS.map(|one| format!("cell-rule-{}", one.rule())));
    keys.extend(FileChange::ALL.iter().flat_map(|change| {
        [format!("cell-hint-{}", change.word()), format!("case-event-{}", change.word())]
    }));
    keys.extend(Standing::ALL.iter().map(|standing| format!("cell-count-{}", standing.word())));
    // Words that the store writes into the thread, and rules that it names; those of meetings are told on their own pages.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/src/records/cell");
    let mut code = String::new();
    for name in ["analyses", "change", "items", "notes", "open", "roster", "steps", "summary"] {
        code.push_str(&std::fs::read_to_string(format!("{folder}/{name}.rs")).expect("text"));
    }
    code.push_str(&everything_below(Path::new(&format!("{folder}/../care"))));
    code.push_str(&everything_below(Path::new(&format!("{folder}/../dossier"))));
    let panels = everything_below(Path::new(&format!("{folder}/../panel")));
    let happened = panels.split("panel_event(").skip(1);
    let happened = happened.filter_map(|call| call.split(';').next()?.split("(\"").nth(1)?.split('"').next());
    keys.extend(happened.map(|word| format!("panel-event-{word}")));
    code.push_str(&panels);
    code.push_str(&std::fs::read_to_string(format!("{folder}/../own/emergency.rs")).expect("text"));
    // Rules that pages name, and the words that faults of the domain are given.
    let pages = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pages/care");
    let emergency = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pages/cell/emergency.rs");
    let dossier = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pages/dossier");
    let panel = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pages/panel");
    for text in [
        everything_below(Path::new(pages)),
        everything_below(Path::new(panel)),
        everything_below(Path::new(dossier)),
        std::fs::read_to_string(emergency).expect("text"),
    ] {
        code.push_str(&text.replace("Fault::Rule(", "CellError::Rule("));
    }
    for part in ["block", "none", "add"] {
        keys.extend(EntryKind::ALL.iter().map(|kind| format!("clinical-{part}-{}", kind.word())));
    }
    let released = std::fs::read_to_string(format!("{folder}/../dossier/draft.rs")).expect("text");
    let released =
        released.split("ReleaseFault::").filter_map(|arm| arm.split("=> \"").nth(1)?.split('"').next());
    keys.extend(released.map(|word| format!("cell-rule-{word}")));
    let enclosed = std::fs::read_to_string(format!("{folder}/../dossier/enclosures.rs")).expect("text");
    let enclosed =
        enclosed.split("EnclosureFault::").filter_map(|arm| arm.split("=> \"").nth(1)?.split('"').next());
    keys.extend(enclosed.map(|word| format!("cell-rule-{word}")));
    keys.extend(EnclosureForm::ALL.map(|form| format!("enclosure-form-{form}")));
    keys.extend(Looked::ALL.map(|looked| format!("enclosure-looked-{looked}")));
    keys.extend(["not-one", "later", "changed"].map(|word| format!("cell-rule-capsule-{word}")));
    keys.extend(PURPOSES.map(|purpose| format!("mine-act-share-for-{}", purpose.word())));
    keys.extend(ariane_deidentify::Kind::ALL.map(|kind| format!("dossier-found-{}", kind.word())));
    let forms = Form::ALL.into_iter().chain([Form::Enclosure(1)]);
    keys.extend(forms.map(|form| format!("dossier-form-{}", form.word())));
    let further = [Form::Matchmaker, Form::CommonData];
    keys.extend(further.map(|form| format!("dossier-form-hint-{}", form.word())));
    keys.extend(Addition::ALL.map(|one| format!("dossier-addition-hint-{}", one.word())));
    let faults = std::fs::read_to_string(format!("{folder}/../care/clinical.rs")).expect("text");
    let faults = faults.split("EntryFault::").filter_map(|arm| arm.split("=> \"").nth(1)?.split('"').next());
    keys.extend(faults.map(|word| format!("cell-rule-{word}")));
    keys.extend(LETTER_FAULTS.iter().map(|fault| format!("cell-rule-{}", fault_word(*fault))));
    keys.extend(OpenEnd::ALL.iter().map(|end| format!("open-end-hint-{}", end.word())));
    keys.extend((1..=12).map(|month| format!("care-month-{month}")));
    let is_word = |word: &&str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let rules = code.split("CellError::Rule(\"").skip(1).filter_map(|piece| piece.split('"').next());
    keys.extend(rules.filter(is_word).map(|word| format!("cell-rule-{word}")));
    let changed = code.split(".care_changed(").skip(1);
    let changed = changed.filter_map(|call| call.split(';').next()?.split('"').nth(1));
    keys.extend(changed.filter(is_word).map(|word| format!("case-event-{word}")));
    let events = code.split(".case_event(").skip(1);
    let events = events.filter_map(|call| call.split(';').next()?.split('"').nth(1));
    keys.extend(events.filter(is_word).map(|word| format!("case-event-{word}")));
    assert!(keys.iter().any(|key| key == "case-event-analysis-signed"), "{keys:?}");
    for language in Language::ALL {
        let t = Text::new(language);
        let missing: Vec<&String> = keys.iter().filter(|key| !t.has(key)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}
