use super::*;
use proptest::prelude::*;

fn texts(all: &[(Language, &str)]) -> Texts {
    all.iter().map(|(language, text)| (*language, (*text).to_owned())).collect()
}

fn list(id: &str) -> Procedure {
    Procedure {
        id: id.into(),
        country: Country::new("LU").expect("a country"),
        need: "care-pathway/home-care".parse().expect("a need"),
        title: texts(&[(Language::Fr, "Liste fictive"), (Language::De, "Erfundene Liste")]),
        steps: vec![Step { text: texts(&[(Language::Fr, "Demander."), (Language::De, "Fragen.")]) }],
        form: Texts::default(),
        payer: Texts::default(),
        deadline: texts(&[(Language::Fr, "Trois mois")]),
        appeal: Texts::default(),
        url: String::new(),
        source: "https://example.org/loi".into(),
        checked: "2026-11-01".into(),
        status: "confirmed".into(),
    }
}

fn today() -> NaiveDate {
    "2026-11-23".parse().expect("a day")
}

#[test]
fn a_list_says_where_it_was_read_and_is_whole_in_each_of_its_languages() {
    assert_eq!(list("lu-fictive").check(today()), Ok(()));
    let with = |change: fn(&mut Procedure)| {
        let mut one = list("lu-fictive");
        change(&mut one);
        one.check(today())
    };
    assert_eq!(with(|one| one.id = "Lu Fictive".into()), Err(ProcedureFault::Id));
    assert_eq!(with(|one| one.id = "../etc".into()), Err(ProcedureFault::Id));
    assert_eq!(with(|one| one.title = Texts::default()), Err(ProcedureFault::NoTitle));
    assert_eq!(with(|one| one.steps.clear()), Err(ProcedureFault::NoSteps));
    assert_eq!(with(|one| one.steps = vec![one.steps[0].clone(); 41]), Err(ProcedureFault::TooManySteps));
    let french_only = Step { text: texts(&[(Language::Fr, "Envoyer.")]) };
    assert_eq!(
        Procedure { steps: vec![french_only], ..list("a") }.check(today()),
        Err(ProcedureFault::Incomplete)
    );
    assert_eq!(with(|one| one.source = " ".into()), Err(ProcedureFault::NoSource));
    assert_eq!(with(|one| one.url = "javascript:alert(1)".into()), Err(ProcedureFault::Url));
    assert_eq!(with(|one| one.checked = "2026-11-24".into()), Err(ProcedureFault::Checked));
    assert_eq!(with(|one| one.checked = "hier".into()), Err(ProcedureFault::Checked));
    assert_eq!(with(|one| one.checked.clear()), Err(ProcedureFault::ConfirmedWithoutDay));
    assert_eq!(
        with(|one| one.payer = texts(&[(Language::Fr, &"x".repeat(2_001))])),
        Err(ProcedureFault::TooLong)
    );
}

#[test]
fn a_missing_language_falls_back_and_an_empty_text_is_none() {
    let deadline = &list("a").deadline;
    assert_eq!(deadline.get(Language::De), "Trois mois");
    assert_eq!(deadline.exactly(Language::De), "");
    assert_eq!(texts(&[(Language::Pt, " ")]).languages().count(), 0);
}

#[test]
fn what_editors_keep_takes_the_place_of_ours_and_what_they_take_back_gives_it_back() {
    let ours = vec![list("lu-a"), list("lu-b")];
    let own = |id: &str, state| {
        let procedure = Procedure { source: "https://example.org/maison".into(), ..list(id) };
        OwnProcedure { state, procedure }
    };
    let ids = |all: &[Procedure]| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>().join(" ");
    let all =
        in_use(ours.clone(), vec![own("lu-b", ProcedureState::Kept), own("lu-c", ProcedureState::Kept)]);
    assert_eq!(
        (ids(&all).as_str(), all[1].source.as_str()),
        ("lu-a lu-b lu-c", "https://example.org/maison")
    );
    let all = in_use(ours.clone(), vec![own("lu-b", ProcedureState::TakenBack)]);
    assert_eq!((all.len(), all[1].source.as_str()), (2, "https://example.org/loi"));
    assert_eq!(ids(&in_use(ours.clone(), vec![own("lu-a", ProcedureState::Hidden)])), "lu-b");
    assert_eq!(ids(&in_use(ours, vec![own("lu-c", ProcedureState::TakenBack)])), "lu-a lu-b");
}

proptest! {
    #[test]
    fn an_id_made_of_any_title_is_taken_by_the_rule_and_free(title in ".{0,120}", taken in 0usize..4) {
        let country: Country = Country::new("LU").expect("a country");
        let mut there: Vec<String> = Vec::new();
        for _ in 0..taken {
            there.push(new_id(country, &title, |id| there.iter().any(|one| one == id)));
        }
        let id = new_id(country, &title, |id| there.iter().any(|one| one == id));
        prop_assert!(!there.contains(&id));
        prop_assert_eq!(list(&id).check(today()), Ok(()));
    }
}
