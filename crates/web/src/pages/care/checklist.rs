//! Checklists of a file: the transition to adulthood, and administrative steps of the country with form, payer, deadline and
//! appeal (duty D33). An item is done, or set aside with a reason.

use super::frame::{self, Head};
use super::plan::Before;
use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::plan::{Mark, Transition, TransitionItem, TransitionRule, transition as stands};
use ariane_domain::procedure::Procedure;
use ariane_store::records::care::marks::List;
use ariane_store::records::cell::read::Case;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// An item, ready to read.
pub struct ItemView {
    /// Id of its form.
    pub form: String,
    /// Where its mark is sent.
    pub action: String,
    /// What it is.
    pub title: String,
    /// What to do, in order; only for administrative steps.
    pub steps: Vec<String>,
    /// Form, payer, deadline, appeal, where they are known.
    pub facts: Vec<(String, String)>,
    /// Official page.
    pub url: String,
    /// Source and day of the check.
    pub source: String,
    /// Word of its mark; empty while it is open.
    pub mark: &'static str,
    /// The mark in words, by whom, when.
    pub marked: String,
    /// Words beside it.
    pub text: String,
    /// What is wrong.
    pub error: String,
}

#[derive(Template)]
#[template(path = "care/checklist.html")]
struct ChecklistPage {
    shell: Shell,
    work: Work,
    head: Head,
    /// Where the person stands; empty for administrative steps.
    stand: String,
    /// What is missing to say so.
    missing: String,
    /// How the ages are known.
    source: String,
    count: String,
    items: Vec<ItemView>,
    hint: String,
}

impl Desk {
    /// The ages of the installation's country; none where the country profile names none.
    pub fn transition_rule(&self) -> Option<TransitionRule> {
        let profile = self.visit.knowledge.country(self.visit.settings.country)?;
        let ages = profile.transition.as_ref()?;
        Some(TransitionRule {
            flag_age: ages.flag_age,
            majority_age: self.records.ages().majority,
            source: ages.source.clone(),
            checked: ages.checked,
        })
    }

    /// Where a person born on a day stands on the way to adulthood; none where that cannot be said.
    pub fn transition_of(&self, birth: Option<chrono::NaiveDate>) -> Option<Transition> {
        stands(birth?, self.today(), &self.transition_rule()?)
    }

    /// Whether the transition of a file is to be prepared now.
    pub fn is_flagged(&self, case: &Case) -> bool {
        matches!(self.transition_of(case.person.identity.birth_date), Some(Transition::Flagged { .. }))
    }

    /// Where somebody stands, in words.
    pub fn transition_words(&self, now: &Transition) -> String {
        let t = self.visit.t;
        match now {
            Transition::NotYet { flag_on } => t.w("care-transition-not-yet", "day", &t.date(*flag_on)),
            Transition::Flagged { since, majority_on } => {
                t.ww("care-transition-now", ("since", &t.date(*since)), ("majority", &t.date(*majority_on)))
            }
            Transition::OfAge { since } => t.w("care-transition-of-age", "since", &t.date(*since)),
        }
    }

    /// Items of the transition that remain: none while nothing is due.
    pub fn transition_remaining(&self, case: &Case) -> Vec<TransitionItem> {
        let Some(now) = self.transition_of(case.person.identity.birth_date) else { return Vec::new() };
        let of_list = case.care.marks.iter().filter(|mark| mark.list == List::Transition.word());
        let done: Vec<TransitionItem> =
            of_list.filter_map(|mark| TransitionItem::from_word(&mark.item)).collect();
        TransitionItem::remaining(&done, &now)
    }

    fn item_view(
        &self,
        case: &Case,
        (list, item): (List, &str),
        colleagues: &Colleagues,
        failed: &Failed,
    ) -> ItemView {
        let t = self.visit.t;
        let form = format!("check-{item}");
        let kept = case.care.marks.iter().find(|mark| mark.list == list.word() && mark.item == item);
        let marked = kept.map(|mark| {
            let by = t.ww(
                "care-written-by",
                ("name", &colleagues.name(mark.author)),
                ("moment", &self.moment(mark.at)),
            );
            t.ww("desk-event-detail", ("what", &t.k("check-mark", mark.mark.word())), ("detail", &by))
        });
        ItemView {
            action: format!("{}/checklist/{}/{item}", self.case_at(case.id), list.word()),
            title: String::new(),
            steps: Vec::new(),
            facts: Vec::new(),
            url: String::new(),
            source: String::new(),
            mark: kept.map(|mark| mark.mark.word()).unwrap_or_default(),
            marked: marked.unwrap_or_default(),
            text: match failed.is(&form) {
                true => failed.text(&form, "text"),
                false => kept.map(|mark| mark.text.clone()).unwrap_or_default(),
            },
            error: failed.error(&form),
            form,
        }
    }

    fn procedure_view(&self, procedure: &Procedure, view: ItemView) -> ItemView {
        let (t, l) = (self.visit.t, self.visit.language);
        let facts = [
            ("care-form", procedure.form.get(l)),
            ("care-payer", procedure.payer.get(l)),
            ("care-deadline", procedure.deadline.get(l)),
            ("care-appeal", procedure.appeal.get(l)),
        ];
        let provenance = procedure.provenance();
        let checked = provenance.checked.map(|day| t.w("care-checked", "day", &t.date(day)));
        let source = [Some(provenance.source), checked].into_iter().flatten();
        ItemView {
            title: procedure.title.get(l).to_owned(),
            steps: procedure.steps.iter().map(|step| step.text.get(l).to_owned()).collect(),
            facts: facts
                .into_iter()
                // What is not known is said so: an empty line would read as "nothing to observe".
                .map(|(key, text)| {
                    let text = if text.is_empty() { t.s("care-not-known") } else { text.to_owned() };
                    (t.s(key), text)
                })
                .collect(),
            url: procedure.url.clone(),
            source: source.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            ..view
        }
    }
}

/// `GET …/transition`.
pub async fn transition(
    desk: Desk,
    Path(id): Path<Uuid>,
    Parameters(before): Parameters<Before>,
) -> Response {
    let result = show(&desk, id, List::Transition, &Failed::default(), before.is_done()).await;
    desk.settle(result)
}

/// `GET …/rights`.
pub async fn rights(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, List::Administrative, &Failed::default(), before.is_done()).await;
    desk.settle(result)
}

/// The address of a checklist below a file.
const fn word_of(list: List) -> &'static str {
    match list {
        List::Transition => "transition",
        List::Administrative => "rights",
    }
}

async fn show(desk: &Desk, id: Uuid, list: List, failed: &Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let (case, colleagues) = (&loaded.case, &loaded.colleagues);
    let items: Vec<ItemView> = match list {
        List::Transition => TransitionItem::ALL
            .into_iter()
            .map(|item| ItemView {
                title: t.k("transition-item", item.word()),
                ..desk.item_view(case, (list, item.word()), colleagues, failed)
            })
            .collect(),
        List::Administrative => procedures(desk)
            .map(|one| desk.procedure_view(one, desk.item_view(case, (list, &one.id), colleagues, failed)))
            .collect(),
    };
    let marked = items.iter().filter(|item| !item.mark.is_empty()).count();
    let counts = (marked.to_string(), items.len().to_string());
    let (mut stand, mut missing, mut source) = (String::new(), String::new(), String::new());
    if list == List::Transition {
        match (case.person.identity.birth_date, desk.transition_rule()) {
            (_, None) => missing = t.s("care-transition-no-rule"),
            (None, Some(_)) => missing = t.s("care-transition-no-birth"),
            (birth, Some(rule)) => {
                stand = desk.transition_of(birth).map(|now| desk.transition_words(&now)).unwrap_or_default();
                source =
                    t.ww("care-transition-source", ("source", &rule.source), ("day", &t.date(rule.checked)));
            }
        }
    }
    let (title, hint) = match list {
        List::Transition => ("care-transition", "care-transition-hint"),
        List::Administrative => ("care-rights", "care-rights-hint"),
    };
    let page = ChecklistPage {
        shell: frame::of_file(desk, case, word_of(list), t.s(title)),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        stand,
        missing,
        source,
        count: t.ww("care-marked-count", ("marked", &counts.0), ("all", &counts.1)),
        items,
        hint: t.s(hint),
    };
    Ok(render(failed.status(), &page))
}

/// The administrative steps of the installation's country.
fn procedures(desk: &Desk) -> impl Iterator<Item = &Procedure> {
    let country = desk.visit.settings.country;
    desk.visit.procedures.iter().filter(move |one| one.country == country)
}

/// `POST …/checklist/{list}/{item}`.
pub async fn mark(desk: Desk, Path((id, list, item)): Path<(Uuid, String, String)>, sent: Sent) -> Response {
    let list = match list.as_str() {
        "transition" => List::Transition,
        "administrative" => List::Administrative,
        _ => return desk.settle(Err(Trouble::Store(ariane_store::StoreError::NotThere))),
    };
    let done = keep(&desk, id, (list, &item), &sent).await;
    let form = format!("check-{item}");
    let result = match done {
        Ok(()) => {
            let to = format!("{}/{}?done=1#{form}", desk.case_at(id), word_of(list));
            Ok(Redirect::to(&to).into_response())
        }
        Err(Fault::Rule(word)) => show(&desk, id, list, &Failed::new(&desk, &form, word, &sent), false).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn keep(desk: &Desk, id: Uuid, (list, item): (List, &str), sent: &Sent) -> Result<(), Fault> {
    let is_known = match list {
        List::Transition => TransitionItem::from_word(item).is_some(),
        List::Administrative => procedures(desk).any(|one| one.id == item),
    };
    if !is_known {
        return Err(not_there());
    }
    let mark = match sent.get("mark") {
        "" => None,
        word => Some(Mark::from_word(word).ok_or_else(not_there)?),
    };
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.mark_item(&grant, (list, item), mark, &sent.text("text")).await?;
    Ok(work.commit().await?)
}
