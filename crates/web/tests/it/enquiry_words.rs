//! Every coded word of a request has its text in every language.

use ariane_domain::Language;
use ariane_domain::enquiry::duplicate::{Caution, PersonReason, ThreadReason};
use ariane_domain::enquiry::form::{ChoiceList, FieldFault, FieldKind};
use ariane_domain::enquiry::{
    AgeBand, Change, DeclineReason, DisorderStatus, EntryMode, Gender, HandoverReason, HandoverState,
    Outcome, ReferralSource, RequesterKind, Return, Satisfaction, State, TaskKind, UnmetReason, Urgency,
};
use ariane_domain::protection::copy::Part;
use ariane_domain::protection::recipients::{AskedFor, RecipientAnswer, RecipientKind};
use ariane_domain::representation::{
    Evidence, Hindrance, RepresentativeFault, RepresentativeKind, RepresentedAct, Said, Scope,
};
use ariane_web::text::Text;

#[test]
fn every_word_of_a_request_has_a_text() {
    let mut keys: Vec<String> =
        Change::WORDS.iter().map(|word| format!("{}-{word}", Change::FAMILY)).collect();
    macro_rules! words {
        ($($kind:ident),+) => {
            $(keys.extend($kind::ALL.iter().map(|one| format!("{}-{}", $kind::FAMILY, one.word())));)+
        };
    }
    words!(
        AgeBand,
        AskedFor,
        Caution,
        Evidence,
        Hindrance,
        Part,
        RecipientAnswer,
        RecipientKind,
        RepresentativeKind,
        RepresentedAct,
        Said,
        Scope,
        TaskKind,
        ChoiceList,
        DeclineReason,
        DisorderStatus,
        EntryMode,
        FieldKind,
        Gender,
        HandoverReason,
        HandoverState,
        Outcome,
        PersonReason,
        ReferralSource,
        RequesterKind,
        Return,
        Satisfaction,
        State,
        ThreadReason,
        UnmetReason,
        Urgency
    );
    let endings = TaskKind::ALL.iter().flat_map(|kind| kind.endings());
    keys.extend(endings.map(|ending| format!("{}-{ending}", TaskKind::ENDINGS)));
    keys.push(format!("{}-{}", TaskKind::ENDINGS, ariane_domain::enquiry::CLOSED_BY_DEATH));
    keys.extend(
        RepresentativeFault::ALL.iter().map(|fault| format!("representative-fault-{}", fault.word())),
    );
    for refusal in ariane_domain::access::Refusal::ALL {
        keys.push(format!("desk-trouble-{}", refusal.word()));
        keys.push(format!("desk-trouble-lead-{}", refusal.word()));
    }
    let faults = [
        FieldFault::Required,
        FieldFault::UnknownField,
        FieldFault::UnknownChoice(String::new()),
        FieldFault::Several,
        FieldFault::NotANumber,
        FieldFault::OutOfBounds { min: None, max: None },
        FieldFault::NotADate,
        FieldFault::NotYesNo,
        FieldFault::TooLong(0),
    ];
    keys.extend(faults.iter().map(|fault| format!("{}-{}", FieldFault::FAMILY, fault.word())));
    for language in Language::ALL {
        let t = Text::new(language);
        let missing: Vec<&String> = keys.iter().filter(|key| !t.has(key)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}
