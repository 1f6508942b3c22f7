//! One file: who, what matters to them, both analyses, steps, notes, and what may be done.

use super::fault::{Failed, Fault};
use super::frame;
use super::planned::StepView;
use super::thread::KnotView;
use super::view::{ActView, HolderView};
use super::written::{AnalysisView, NoteView, SummaryView};
use crate::addresses::cell::CellPage;
use crate::addresses::desk::DeskPage;
use crate::pages::care::section::CareSection;
use crate::pages::desk::frame::Work;
use crate::pages::desk::handover::HandoverView;
use crate::pages::desk::talk::Said;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use crate::pictures::Picture;
use ariane_domain::access::Action;
use ariane_domain::access::grant::{ReadCase, ReceiveHandover};
use ariane_domain::cell::analysis::NoteSharing;
use ariane_domain::cell::roster::Roster;
use ariane_domain::cell::silence::{Pair, SilenceFacts, silences};
use ariane_domain::cell::{Acting, Reality, Track};
use ariane_store::records::cell::read::Case;
use ariane_store::records::desk::handovers::Sent as HandedOver;
use ariane_store::records::enquiries::read::Enquiry;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use fluent_bundle::FluentArgs;
use serde::Deserialize;
use uuid::Uuid;

/// A file with what stands beside it.
pub struct Loaded {
    /// The file.
    pub case: Case,
    /// Who stands in for whom.
    pub roster: Roster,
    /// What the infoline knows, where the file came from there and the hand-over is still the cell's to read.
    pub handed: Option<(HandedOver, Enquiry)>,
    /// Names.
    pub colleagues: Colleagues,
}

/// What the infoline knows.
pub struct Handed {
    /// The hand-over, where it is answered on its own.
    pub link: Link,
    /// The hand-over.
    pub handover: HandoverView,
    /// Who asked.
    pub name: String,
    /// What it is about.
    pub summary: String,
    /// Note.
    pub note: String,
    /// Profile.
    pub profile: Vec<(String, String)>,
    /// Conversation.
    pub said: Vec<Said>,
}

/// What an address says of what was done before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Before {
    done: String,
}

#[derive(Template)]
#[template(path = "cell/case.html")]
struct CasePage {
    shell: Shell,
    work: Work,
    at: String,
    version: i32,
    is_training: bool,
    done: String,
    errors: Vec<(String, String)>,
    unshown: String,
    name: String,
    facts: Vec<(String, String)>,
    state: String,
    follow: String,
    follow_rule: String,
    silences: Vec<String>,
    wishes: String,
    pressing: String,
    pressing_error: String,
    pressing_text: String,
    brought: String,
    corrections: Vec<String>,
    brought_choices: Vec<Choice>,
    brought_error: String,
    brought_text: String,
    holders: Vec<HolderView>,
    question: String,
    matters: String,
    doctor: String,
    disorder: String,
    care: CareSection,
    acts: Vec<ActView>,
    analyses: Vec<AnalysisView>,
    summary: SummaryView,
    notes: Vec<NoteView>,
    note_tracks: Vec<Choice>,
    note_sharing: Vec<Choice>,
    note_text: String,
    note_error: String,
    steps: Vec<StepView>,
    ended: Vec<StepView>,
    step_tracks: Vec<Choice>,
    owners: Vec<Choice>,
    step_text: String,
    step_due: String,
    step_error: String,
    is_step_open: bool,
    today: String,
    contact_text: String,
    contact_error: String,
    handed: Option<Handed>,
    knots: Vec<KnotView>,
    picture: Picture,
}

/// The section of an analysis, and the name of its forms.
pub fn analysis_form(track: Track) -> String {
    format!("analysis-{}", track.word())
}

impl Desk {
    /// Loads a file in one unit of work. Reading is logged, in its own stream.
    pub async fn load_case(&self, id: Uuid) -> Result<Loaded, Trouble> {
        let colleagues = self.colleagues().await?;
        let mut work = self.begin().await?;
        let grant = self.case_grant::<ReadCase>(&mut work, id).await?;
        let case = work.read_case(&grant).await?;
        let roster = work.roster(self.controller()).await?;
        let mut handed = None;
        if let Some(handover) = case.handover {
            let facts = work.handover_facts(self.controller(), handover).await?;
            // One that was declined or taken back is no longer the cell's to read.
            if let Ok(grant) = work.grant::<ReceiveHandover>(&self.actor(), facts) {
                handed = Some(work.read_handed_over(&grant).await?);
            }
        }
        work.commit().await?;
        Ok(Loaded { case, roster, handed, colleagues })
    }

    fn handed(&self, (sent, enquiry): &(HandedOver, Enquiry), colleagues: &Colleagues) -> Handed {
        let mut said = self.talk(enquiry, colleagues);
        // Files stay with the infoline: their addresses open for listeners only.
        said.iter_mut().for_each(|s| s.files.clear());
        let number = enquiry.number.to_string();
        Handed {
            link: Link::new(
                self.visit.t.w("desk-enquiry-title", "number", &number),
                DeskPage::Received.path_to(self.visit.language, &sent.id.to_string()),
            ),
            handover: HandoverView::new(self, sent, colleagues),
            name: self.name_of(enquiry),
            summary: enquiry.texts.summary.clone(),
            note: enquiry.texts.note.clone(),
            profile: self.profile(enquiry),
            said,
        }
    }

    fn case_facts(&self, case: &Case) -> Vec<(String, String)> {
        let t = self.visit.t;
        let mut facts = self.person_facts(&case.person.identity);
        facts.push((t.s("cell-origin"), t.k("origin", case.rules.origin.word())));
        facts.push((t.s("cell-received"), self.moment(case.rules.received_at)));
        facts
    }

    fn case_silences(&self, loaded: &Loaded) -> Vec<String> {
        let case = &loaded.case;
        let Some(pair) = Pair::of(case.psychosocial_holder, case.medical_holder) else { return Vec::new() };
        let facts = SilenceFacts {
            active_since: case.follow_up.since.filter(|_| case.follow_up.is_active),
            pair,
            psychosocial_act: case.psychosocial_act_at,
            medical_act: case.medical_act_at,
        };
        silences(&facts, &self.records.cell().silence, &loaded.roster, self.now)
            .iter()
            .map(|one| self.silence(one, &loaded.colleagues))
            .collect()
    }

    /// Whether a file is followed and why: computed, and with the rule that computes it.
    fn follow_words(&self, case: &Case) -> (String, String) {
        let t = self.visit.t;
        let follow = &case.follow_up;
        let is = if follow.is_active { t.s("cell-is-active") } else { t.s("cell-is-not-active") };
        let since = follow.since.map(|at| t.w("cell-since", "moment", &self.moment(at))).unwrap_or_default();
        let why = t.k("follow-up-reason", follow.reason.word());
        let rule = self.records.cell().follow_up;
        let mut args = FluentArgs::new();
        args.set("contact", rule.contact_days);
        args.set("overdue", rule.overdue_days);
        let words = [is, why, since].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        (words.join(" · "), t.with("cell-follow-rule", &args))
    }

    fn corrections(&self, case: &Case, colleagues: &Colleagues) -> Vec<String> {
        let t = self.visit.t;
        let one = |correction: &ariane_domain::cell::file::Correction| {
            let mut args = FluentArgs::new();
            args.set("from", t.k("brought-by", correction.from.word()));
            args.set("name", colleagues.name(correction.by));
            args.set("moment", self.moment(correction.at));
            args.set("reason", correction.reason.clone());
            t.with("cell-corrected", &args)
        };
        case.rules.brought_by.corrections.iter().map(one).collect()
    }
}

/// `GET /{lang}/cellule/dossier/{id}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let t = desk.visit.t;
    let done = match before.done.as_str() {
        "" => String::new(),
        "joined" => t.s("cell-done-joined"),
        _ => t.s("cell-done"),
    };
    let result = show(&desk, id, &Failed::default(), done).await;
    desk.settle(result)
}

/// Back to the file, or the file with the form that was not taken.
pub async fn answer(desk: &Desk, id: Uuid, form: &str, sent: &Sent, done: Result<(), Fault>) -> Response {
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=1#{form}", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => show(desk, id, &Failed::new(desk, form, word, sent), String::new()).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: String) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let (case, colleagues) = (&loaded.case, &loaded.colleagues);
    let acting = Acting::of_roles(&desk.signed.account.roles);
    let (follow, follow_rule) = desk.follow_words(case);
    let (steps, ended) = desk.step_views(case, &loaded.roster, colleagues, failed);
    let brought_by = case.rules.brought_by.value;
    let own = desk.own_tracks();
    let typed = |form: &str, field: &str, or: &str| match failed.is(form) {
        true => failed.text(form, field),
        false => or.to_owned(),
    };
    let sharing = typed("notes", "sharing", NoteSharing::OwnTrack.word());
    let step_track = typed("step-new", "track", own.first().map_or("", |track| track.word()));
    let step_owner = typed("step-new", "owner", &desk.account().to_string());
    let title = t.w("cell-case-title", "number", &case.number.to_string());
    let acts = desk.file_acts(id, case.rules.state, &acting, failed);
    // Only these forms come and go with what others do.
    let comes_and_goes =
        |form: &str| form.starts_with("act-") || form.starts_with("step-") && form != "step-new";
    let offered = acts.iter().chain(steps.iter().chain(&ended).flat_map(|step| &step.acts));
    let unshown = match failed.is_any(comes_and_goes) {
        true => failed.unshown(offered.map(|act| act.form.as_str())),
        false => String::new(),
    };
    let page = CasePage {
        shell: frame::shell(desk, CellPage::Case, &id.to_string(), title),
        work: frame::work(desk, CellPage::Case),
        at: desk.case_at(id),
        version: case.version,
        is_training: case.rules.reality == Reality::Training,
        done,
        errors: failed.all(),
        unshown,
        name: match case.person.identity.name.as_str() {
            "" => t.s("desk-name-unknown"),
            name => name.to_owned(),
        },
        facts: desk.case_facts(case),
        state: t.k("file-state", case.rules.state.word()),
        follow,
        follow_rule,
        silences: desk.case_silences(&loaded),
        wishes: desk.wishes_flag(case),
        pressing: case
            .pressing_since
            .map(|at| t.w("cell-pressing-since", "moment", &desk.moment(at)))
            .unwrap_or_default(),
        pressing_error: failed.error("pressing"),
        pressing_text: failed.text("pressing", "text"),
        brought: t.k("brought-by", brought_by.word()),
        corrections: desk.corrections(case, colleagues),
        brought_choices: desk.brought_choices(&typed("brought-by", "brought-by", brought_by.word())),
        brought_error: failed.error("brought-by"),
        brought_text: failed.text("brought-by", "text"),
        holders: desk.holders(case, colleagues, failed),
        question: case.head.question.clone(),
        matters: case.head.what_matters.clone(),
        doctor: case.head.treating_doctor.clone(),
        disorder: desk.disorder_of(&case.head.disorder).0,
        care: desk.care_section(case, colleagues, failed),
        acts,
        analyses: Track::ALL
            .map(|track| desk.analysis_view(case, track, &loaded.roster, colleagues, failed))
            .into(),
        summary: desk.summary_view(case, colleagues, failed),
        notes: desk.note_views(case, colleagues),
        note_tracks: desk.note_tracks(failed),
        note_sharing: desk.choices(&NoteSharing::ALL.map(NoteSharing::word), "note-sharing", &sharing),
        note_text: failed.text("notes", "text"),
        note_error: failed.error("notes"),
        steps,
        ended,
        step_tracks: desk.choices(&Track::ALL.map(Track::word), "track", &step_track),
        owners: desk.people(&colleagues.who_may(Action::SendToCell), &step_owner),
        step_text: failed.text("step-new", "text"),
        step_due: failed.text("step-new", "due"),
        step_error: failed.error("step-new"),
        is_step_open: failed.is("step-new"),
        today: desk.today().to_string(),
        contact_text: failed.text("contact", "text"),
        contact_error: failed.error("contact"),
        handed: loaded.handed.as_ref().map(|handed| desk.handed(handed, colleagues)),
        knots: desk.case_knots(case, colleagues),
        picture: desk.case_picture(case),
    };
    Ok(render(failed.status(), &page))
}
