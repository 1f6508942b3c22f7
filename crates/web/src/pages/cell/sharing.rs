//! Before anything of a case is shared: how many people could it be, and the least that has to be blurred.

use super::fault::Fault;
use super::frame;
use crate::addresses::cell::CellPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use crate::pictures::Picture;
use crate::pictures::crowd::crowd;
use ariane_domain::Language;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::clinical::entry::Kept;
use ariane_domain::clinical::kinship::KinSex;
use ariane_domain::dossier::content::sex_of;
use ariane_domain::dossier::disorder_told;
use ariane_domain::epidemiology::RateRange;
use ariane_domain::place::Country;
use ariane_domain::reidentification::estimate::Estimate;
use ariane_domain::reidentification::generalise::{
    Attribute, Judgement, Verdict, blurred, judge, may_decide, needs_reason,
};
use ariane_domain::reidentification::margins::Margins;
use ariane_domain::reidentification::shown::{AgeStep, Person, Sex, Shown};
use ariane_knowledge::starter::population::{self, Population};
use ariane_orientation::ladder::ladder;
use ariane_store::records::cell::read::Case;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fluent_bundle::FluentArgs;
use uuid::Uuid;

/// Oldest age that the form takes.
const OLDEST: u8 = 120;

/// An attribute as it is shown now, and as a proposal would show it.
struct Line {
    what: String,
    now: String,
    then: String,
    is_blurred: bool,
}

#[derive(Template)]
#[template(path = "cell/sharing.html")]
struct SharingPage {
    shell: Shell,
    work: Work,
    at: String,
    back: String,
    age: String,
    sexes: Vec<Choice>,
    nationalities: Vec<Choice>,
    areas: Vec<Choice>,
    rare: String,
    ages_shown: Vec<Choice>,
    areas_shown: Vec<Choice>,
    disorders_shown: Vec<Choice>,
    shows_sex: bool,
    shows_nationality: bool,
    shows_rare: bool,
    verdict: String,
    verdict_word: &'static str,
    numbers: String,
    picture: Option<Picture>,
    lines: Vec<Line>,
    proposal: String,
    proposed: Vec<(String, String)>,
    needs_reason: bool,
    may_decide: bool,
    reason: String,
    sources: Vec<String>,
    errors: Vec<(String, String)>,
}

/// What is asked: who it is, and what of it is shown.
struct Asked {
    person: Person,
    shown: Shown,
    area_names: Vec<String>,
    faults: Vec<(String, String)>,
}

struct Ground {
    population: Option<Population>,
    margins: Margins,
    country: String,
}

impl Desk {
    fn ground(&self) -> Ground {
        let (home, areas) = (self.visit.settings.country, &self.visit.knowledge.areas);
        let population = population::all().into_iter().find(|one| one.country == home);
        let margins = match &population {
            Some(population) => population.margins(areas),
            None => Margins::default(),
        };
        Ground { population, margins, country: self.home() }
    }

    /// Name of the country, as tables of prevalence have it.
    fn home(&self) -> String {
        let (home, areas) = (self.visit.settings.country, &self.visit.knowledge.areas);
        let own = areas.iter().find(|area| area.level == "country" && area.country == home);
        own.map_or_else(String::new, |area| area.name(Language::En).to_owned())
    }

    /// The names under which the disorder of a file may be shown, in a language: itself, then wider and wider groups; none where it has
    /// no code.
    pub(in crate::pages) fn names_of_disorder(&self, disorder: &str, language: Language) -> Vec<String> {
        let catalogue = &self.visit.knowledge.catalogue;
        let entity = self.disorder_of(disorder).1.and_then(|code| catalogue.current(code));
        let steps = entity.map(|entity| ladder(catalogue, entity, language, &self.home()));
        steps.into_iter().flatten().map(|named| named.label).collect()
    }

    fn asked(&self, case: &Case, ground: &Ground, sent: &Sent, is_first: bool) -> Asked {
        let t = self.visit.t;
        let mut faults = Vec::new();
        let born = case.person.identity.birth_date;
        let recorded = born.and_then(|day| self.today().years_since(day)).and_then(|n| u8::try_from(n).ok());
        let typed = sent.line("age");
        let age = match typed.parse::<u8>() {
            // What the file knows a dossier shows: it is not left out here by leaving it empty.
            _ if is_first || typed.is_empty() => recorded,
            Ok(years) if years <= OLDEST => Some(years),
            _ => {
                faults.push(("age".to_owned(), t.s("sharing-age-wrong")));
                None
            }
        };
        let nationality =
            if is_first { case.person.codes.nationality.as_str() } else { sent.get("nationality") };
        let typed = sent.line("rare");
        let rare = typed.parse::<f64>().ok().filter(|n| *n >= 2.0 && n.is_finite());
        if rare.is_none() && !typed.is_empty() {
            faults.push(("rare".to_owned(), t.s("sharing-rare-wrong")));
        }
        let home = self.visit.settings.country.code().to_ascii_lowercase();
        let mut areas = Vec::new();
        let mut area_names = Vec::new();
        let canton = ground.population.iter().flat_map(|p| &p.areas).find(|area| area.id == sent.get("area"));
        if let Some(canton) = canton {
            areas.push(canton.id.clone());
            area_names.push(canton.name.clone());
        }
        area_names.push(self.country(&home));
        areas.push(home);
        area_names.push(t.s("sharing-everybody"));
        let knowledge = &self.visit.knowledge;
        let entries = case.care.clinical.iter().map(|one| &one.kept.entry);
        let entity = self.disorder_of(disorder_told(&case.head.disorder, entries)).1;
        let entity = entity.and_then(|code| knowledge.catalogue.current(code));
        let disorders =
            entity.map(|entity| ladder(&knowledge.catalogue, entity, self.visit.language, &ground.country));
        let person = Person {
            age,
            sex: Sex::from_word(sent.get("sex")).or_else(|| sex_in(case)),
            nationality: Country::new(nationality),
            areas,
            disorders: disorders.unwrap_or_default(),
            traits: rare
                .map(|n| RateRange { low: 1.0 / n, high: Some(1.0 / n), mean: None })
                .into_iter()
                .collect(),
        };
        let step = |name: &str, most: usize| sent.get(name).parse::<usize>().unwrap_or(0).min(most);
        let shown = if is_first {
            Shown::EXACT
        } else {
            Shown {
                age: AgeStep::from_word(sent.get("show-age")).unwrap_or(AgeStep::Year),
                sex: sent.is("show-sex"),
                nationality: sent.is("show-nationality"),
                area: step("show-area", person.areas.len()),
                disorder: step("show-disorder", person.disorders.len()),
                traits: sent.is("show-rare"),
            }
        };
        Asked { person, shown, area_names, faults }
    }

    /// How one attribute is shown, in words.
    fn shown_as(&self, what: Attribute, asked: &Asked, shown: &Shown) -> String {
        let t = self.visit.t;
        let hidden = || t.s("sharing-hidden");
        let person = &asked.person;
        let said = match what {
            Attribute::Age => person.age.map(|age| match shown.age {
                AgeStep::Year => t.n("sharing-years", usize::from(age)),
                AgeStep::Hidden => hidden(),
                step => match step.ages(age) {
                    Some((from, u8::MAX)) => t.w("sharing-from-age", "from", &from.to_string()),
                    Some((from, to)) => {
                        t.ww("sharing-ages", ("from", &from.to_string()), ("to", &to.to_string()))
                    }
                    None => hidden(),
                },
            }),
            Attribute::Sex => {
                person.sex.map(|sex| if shown.sex { t.k("person-sex", sex.word()) } else { hidden() })
            }
            Attribute::Nationality => person
                .nationality
                .map(|country| if shown.nationality { self.country(country.code()) } else { hidden() }),
            Attribute::Area => asked.area_names.get(shown.area).or(asked.area_names.last()).cloned(),
            Attribute::Disorder => (!person.disorders.is_empty()).then(|| {
                person.disorders.get(shown.disorder).map_or_else(hidden, |named| named.label.clone())
            }),
            Attribute::Traits => {
                (!person.traits.is_empty()).then(|| if shown.traits { t.s("sharing-kept") } else { hidden() })
            }
        };
        said.unwrap_or_else(|| t.s("sharing-not-known"))
    }

    /// How many people fit, in words.
    pub(in crate::pages) fn people_who_fit(&self, estimate: &Estimate) -> String {
        let t = self.visit.t;
        let number = |n: u64| t.number(n as f64);
        let mut args = FluentArgs::new();
        args.set("low", number(estimate.low));
        args.set("middle", number(estimate.middle));
        args.set("high", number(estimate.high));
        args.set("highest", estimate.high);
        t.with("sharing-numbers", &args)
    }
}

/// Sex, where the family of the summary says it.
fn sex_in(case: &Case) -> Option<Sex> {
    let entries: Vec<Kept> = case.care.clinical.iter().map(|one| one.kept.clone()).collect();
    match sex_of(&entries)? {
        KinSex::Female => Some(Sex::Female),
        KinSex::Male => Some(Sex::Male),
        KinSex::NotSaid => None,
    }
}

const fn verdict_key(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Enough => "sharing-verdict-enough",
        Verdict::Blur(_) => "sharing-verdict-blur",
        Verdict::NoWay => "sharing-verdict-no-way",
        Verdict::Refused(_) => "sharing-verdict-refused",
    }
}

/// The fields of the form that would show what is proposed.
fn fields(shown: &Shown) -> Vec<(String, String)> {
    let flag = |name: &str, is: bool| is.then(|| (name.to_owned(), "1".to_owned()));
    let mut all = vec![
        ("show-age".to_owned(), shown.age.word().to_owned()),
        ("show-area".to_owned(), shown.area.to_string()),
        ("show-disorder".to_owned(), shown.disorder.to_string()),
    ];
    all.extend(flag("show-sex", shown.sex));
    all.extend(flag("show-nationality", shown.nationality));
    all.extend(flag("show-rare", shown.traits));
    all
}

/// `GET …/sharing`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = form(&desk, id, &Sent::default(), true, Vec::new()).await;
    desk.settle(result)
}

/// `POST …/sharing`: computed anew with what was chosen. What is typed is in the body, never in an address.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = form(&desk, id, &sent, false, Vec::new()).await;
    desk.settle(result)
}

async fn form(
    desk: &Desk,
    id: Uuid,
    sent: &Sent,
    is_first: bool,
    mut errors: Vec<(String, String)>,
) -> Result<Response, Trouble> {
    let case = desk.load_case(id).await?.case;
    let ground = desk.ground();
    let asked = desk.asked(&case, &ground, sent, is_first);
    errors.extend(asked.faults.iter().cloned());
    let (person, shown) = (&asked.person, &asked.shown);
    let bound = desk.records.bound();
    let judged = judge(person, shown, &ground.margins, &bound);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page(desk, (id, &case), &ground, &asked, &judged, (sent, errors));
    Ok(render(status, &page))
}

fn page(
    desk: &Desk,
    (id, case): (Uuid, &Case),
    ground: &Ground,
    asked: &Asked,
    judged: &Judgement,
    (sent, errors): (&Sent, Vec<(String, String)>),
) -> SharingPage {
    let t = desk.visit.t;
    let (person, shown, bound) = (&asked.person, &asked.shown, desk.records.bound());
    let numbers = match (&judged.estimate, judged.unknown) {
        (Some(estimate), _) => desk.people_who_fit(estimate),
        (None, Some(unknown)) => t.k("sharing-unknown", unknown),
        (None, None) => String::new(),
    };
    let picture = judged.estimate.as_ref().map(|estimate| crowd(estimate, bound.enough, numbers.clone()));
    let proposal = judged.verdict.proposal();
    let after = proposal.map_or(*shown, |proposal| proposal.shown);
    let changed = blurred(shown, &after);
    let lines = Attribute::ALL.into_iter().map(|what| Line {
        what: t.k("sharing-attribute", what.word()),
        now: desk.shown_as(what, asked, shown),
        then: desk.shown_as(what, asked, &after),
        is_blurred: changed.contains(&what),
    });
    let population = ground.population.as_ref();
    let nationality = person.nationality.map(|country| country.code().to_owned()).unwrap_or_default();
    let mut countries: Vec<String> =
        population.iter().flat_map(|p| p.countries()).map(|country| country.code().to_owned()).collect();
    if !nationality.is_empty() && !countries.contains(&nationality) {
        countries.push(nationality.clone());
    }
    let reads = population.map(|p| [&p.people_source, &p.nationality_source, &p.area_source]);
    SharingPage {
        shell: frame::shell(
            desk,
            CellPage::Case,
            &format!("{id}/sharing"),
            t.w("sharing-title", "number", &case.number.to_string()),
        ),
        work: frame::work_on(desk, case),
        at: format!("{}/sharing", desk.case_at(id)),
        back: desk.case_at(id),
        age: person.age.map(|age| age.to_string()).unwrap_or_default(),
        sexes: Sex::ALL
            .map(|sex| Choice::new(sex.word(), t.k("person-sex", sex.word()), person.sex == Some(sex)))
            .into(),
        nationalities: countries
            .iter()
            .map(|code| Choice::new(code, desk.country(code), *code == nationality))
            .collect(),
        areas: population
            .iter()
            .flat_map(|p| &p.areas)
            .map(|area| Choice::new(&area.id, area.name.clone(), person.areas.contains(&area.id)))
            .collect(),
        rare: sent.line("rare"),
        ages_shown: AgeStep::ALL
            .map(|step| Choice::new(step.word(), t.k("sharing-age", step.word()), shown.age == step))
            .into(),
        areas_shown: asked
            .area_names
            .iter()
            .enumerate()
            .map(|(n, name)| Choice::new(&n.to_string(), name.clone(), shown.area == n))
            .collect(),
        disorders_shown: person
            .disorders
            .iter()
            .map(|named| named.label.clone())
            .chain([t.s("sharing-hidden")])
            .enumerate()
            .map(|(n, name)| Choice::new(&n.to_string(), name, shown.disorder == n))
            .collect(),
        shows_sex: shown.sex,
        shows_nationality: shown.nationality,
        shows_rare: shown.traits,
        verdict: t.ww(
            verdict_key(&judged.verdict),
            ("enough", &bound.enough.to_string()),
            ("floor", &bound.floor.to_string()),
        ),
        verdict_word: judged.verdict.word(),
        numbers,
        picture,
        lines: lines.collect(),
        proposal: proposal.map(|proposal| desk.people_who_fit(&proposal.estimate)).unwrap_or_default(),
        proposed: proposal.map(|proposal| fields(&proposal.shown)).unwrap_or_default(),
        needs_reason: needs_reason(judged),
        may_decide: desk.signed.account.roles.iter().copied().any(may_decide),
        reason: sent.text("reason"),
        sources: reads
            .into_iter()
            .flatten()
            .map(|read| t.ww("sharing-source", ("source", &read.source), ("date", &read.checked)))
            .collect(),
        errors,
    }
}

/// `POST …/sharing/keep`: what was judged goes into the thread of the file, with the reason where one is needed.
pub async fn keep(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = record(&desk, id, &sent).await;
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=1", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => {
            let errors = vec![("reason".to_owned(), desk.visit.t.k("cell-rule", word))];
            form(&desk, id, &sent, false, errors).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn record(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let case = desk.load_case(id).await?.case;
    let ground = desk.ground();
    let asked = desk.asked(&case, &ground, sent, false);
    let judged = judge(&asked.person, &asked.shown, &ground.margins, &desk.records.bound());
    let t = desk.visit.t;
    let shown = Attribute::ALL.map(|what| {
        let said = desk.shown_as(what, &asked, &asked.shown);
        t.ww("sharing-line", ("what", &t.k("sharing-attribute", what.word())), ("shown", &said))
    });
    let numbers = judged.estimate.as_ref().map(|estimate| desk.people_who_fit(estimate)).unwrap_or_default();
    let text = format!("{}\n{numbers}", shown.join("\n"));
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.record_sharing(&grant, (&judged, &asked.person, &asked.shown), text.trim(), &sent.text("reason"))
        .await?;
    Ok(work.commit().await?)
}
