//! One panel, ready to read by who follows it.

use super::{approved, function_words};
use crate::pages::cell::fault::Failed;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::start::Choice;
use ariane_domain::cell::Acting;
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::dossier::Part;
use ariane_domain::panel::clock::Timed;
use ariane_domain::panel::outcome::Outcome;
use ariane_domain::panel::prepared::Completeness;
use ariane_domain::panel::seat::DeclineWhy;
use ariane_domain::panel::{PanelChange, PanelState, SeatChange, SeatState};
use ariane_domain::referral::link::Channel;
use ariane_store::records::panel::begin::Followed;
use ariane_store::records::panel::{Happened, Seat};

/// An expert's place, ready to read.
pub struct SeatView {
    /// Word of its forms.
    pub form: String,
    /// Its address.
    pub at: String,
    /// Name, known to the house alone.
    pub name: String,
    /// Function, by which others know them.
    pub function: String,
    /// Whether they lead.
    pub is_lead: bool,
    /// State.
    pub state: String,
    /// How they are reached; on what the transfer rests.
    pub ways: Vec<String>,
    /// Times and who.
    pub facts: Vec<String>,
    /// Whether who reads may validate or refuse the access.
    pub may_admit: bool,
    /// Whether the link may be sent, and whether it was before.
    pub may_send: bool,
    /// Whether it was sent.
    pub is_sent: bool,
    /// Channels for the code.
    pub channels: Vec<Choice>,
    /// Whether they may lead from now on.
    pub may_lead: bool,
    /// Whether their place may be ended.
    pub may_end: bool,
    /// Reasons for declining that may be written down.
    pub declines: Vec<Choice>,
    /// Version.
    pub version: i32,
    /// What was typed.
    pub text: String,
    /// What is wrong.
    pub error: String,
}

/// Something that happened.
pub struct KnotView {
    /// When, for machines and in words.
    pub at: (String, String),
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// Words.
    pub text: String,
}

/// A proposal with what came of it, in words.
pub struct SettledView {
    /// Words.
    pub text: String,
    /// Who proposed it, how many agree and abstain.
    pub facts: String,
    /// Who disagrees, and why.
    pub dissent: Vec<(String, String)>,
}

/// An outcome in words.
pub struct OutcomeView {
    /// The advice.
    pub advice: String,
    /// Proposals.
    pub proposals: Vec<SettledView>,
    /// Who leads, who took part.
    pub facts: Vec<String>,
}

/// An outcome in the words of a language.
pub fn outcome_view(t: crate::text::Text, one: &Outcome) -> OutcomeView {
    let mut facts = Vec::new();
    if !one.lead.specialty.is_empty() {
        facts.push(t.w("panel-lead-is", "function", &function_words(t, &one.lead)));
    }
    if !one.experts.is_empty() {
        let all: Vec<String> = one.experts.iter().map(|one| function_words(t, one)).collect();
        facts.push(t.w("panel-took-part", "functions", &all.join(", ")));
    }
    OutcomeView {
        advice: one.advice.clone(),
        proposals: one
            .proposals
            .iter()
            .map(|one| SettledView {
                text: one.text.clone(),
                facts: format!(
                    "{} · {} · {}",
                    function_words(t, &one.by),
                    t.n("panel-agree", one.agree),
                    t.n("panel-abstain", one.abstain)
                ),
                dissent: one
                    .dissent
                    .iter()
                    .map(|one| (function_words(t, &one.by), one.why.clone()))
                    .collect(),
            })
            .collect(),
        facts,
    }
}

impl Desk {
    /// Who did something in a panel.
    fn panel_who(&self, one: &Happened, seats: &[Seat], colleagues: &Colleagues) -> String {
        let name = colleagues.name_of_pseudonym(&one.actor);
        let expert = one.seat.and_then(|id| seats.iter().find(|seat| seat.id == id));
        match (name.is_empty(), expert) {
            (false, None) => name,
            (false, Some(seat)) => format!("{name} · {}", seat.expert.name),
            (true, Some(seat)) => seat.expert.name.clone(),
            (true, None) => self.visit.t.s("desk-by-itself"),
        }
    }

    /// What happened in a panel, oldest first.
    pub fn panel_knots(&self, one: &Followed, colleagues: &Colleagues) -> Vec<KnotView> {
        let t = self.visit.t;
        one.thread
            .iter()
            .map(|knot| {
                let what = t.k("panel-event", &knot.kind);
                let detail = match knot.kind.as_str() {
                    "vote" => t.k("panel-vote", &knot.detail),
                    "note" => t.k("panel-cpms", &knot.detail),
                    "decline" => t.k("panel-decline", &knot.detail),
                    "code-made" => t.k("referral-channel", &knot.detail),
                    _ => String::new(),
                };
                KnotView {
                    at: (knot.at.to_rfc3339(), self.moment(knot.at)),
                    what: match detail.is_empty() {
                        true => what,
                        false => t.ww("desk-event-detail", ("what", &what), ("detail", &detail)),
                    },
                    who: self.panel_who(knot, &one.panel.seats, colleagues),
                    text: knot.text.clone(),
                }
            })
            .collect()
    }

    /// An expert's place.
    pub fn seat_view(
        &self,
        one: &Followed,
        seat: &Seat,
        colleagues: &Colleagues,
        failed: &Failed,
    ) -> SeatView {
        let t = self.visit.t;
        let acting = Acting::of_roles(&self.signed.account.roles);
        let open = seat.state.open_to(&acting);
        let may = |change: SeatChange| open.contains(&change) && one.panel.state.is_under_way();
        let mut facts = vec![t.ww(
            "panel-named-by",
            ("name", &colleagues.name(seat.named.0)),
            ("moment", &self.moment(seat.named.1)),
        )];
        if let Some((by, at)) = seat.access {
            let key = if seat.state == SeatState::Refused { "panel-refused-by" } else { "panel-admitted-by" };
            facts.push(t.ww(key, ("name", &colleagues.name(by)), ("moment", &self.moment(at))));
        }
        facts.extend(seat.sent_at.map(|at| t.w("panel-sent-at", "moment", &self.moment(at))));
        facts.extend(seat.read_at.map(|at| t.w("panel-read-at", "moment", &self.moment(at))));
        facts.extend(seat.wrote_at.map(|at| t.w("panel-wrote-at", "moment", &self.moment(at))));
        facts.extend(seat.decline.map(|why| t.k("panel-decline", why.word())));
        if let Some((channel, until)) = seat.link.as_ref().and_then(|link| link.code.as_ref()) {
            let channel = t.k("referral-channel", channel);
            facts.push(t.ww("panel-code-told", ("channel", &channel), ("moment", &self.moment(*until))));
        }
        let has_link = seat.link.as_ref().is_some_and(|link| link.ended_at.is_none());
        let is_running = one.panel.state == PanelState::Open && one.panel.due_at > self.now;
        let codes = if has_link && one.panel.state == PanelState::Open {
            Channel::of_code(Channel::Mail)
        } else {
            Vec::new()
        };
        let form = format!("seat-{}", seat.id);
        let expert = &seat.expert;
        let mut ways = vec![expert.mail.clone(), expert.phone.clone(), self.tongue(&expert.language)];
        if !expert.basis.is_empty() {
            ways.push(t.w("panel-basis-is", "basis", &expert.basis));
        }
        SeatView {
            at: format!("{}/experts/{}", self.panel_at(one.panel.id), seat.id),
            name: expert.name.clone(),
            function: function_words(t, &expert.function()),
            is_lead: seat.is_lead,
            state: t.k("seat-state", seat.state.word()),
            ways,
            facts,
            may_admit: may(SeatChange::Admit) && one.panel.acts.may_validate_access(self.account()).is_ok(),
            may_send: is_running && may(SeatChange::Invite),
            is_sent: seat.sent_at.is_some(),
            channels: codes
                .iter()
                .map(|one| Choice::new(one.word(), t.k("referral-channel", one.word()), false))
                .collect(),
            may_lead: !seat.is_lead && seat.state.is_live() && one.panel.state.is_under_way(),
            may_end: may(SeatChange::End),
            declines: match may(SeatChange::Decline) {
                true => DeclineWhy::ALL
                    .into_iter()
                    .map(|why| Choice::new(why.word(), t.k("panel-decline", why.word()), false))
                    .collect(),
                false => Vec::new(),
            },
            version: seat.version,
            text: failed.text(&form, "text"),
            error: failed.error(&form),
            form,
        }
    }

    /// Steps with how long each took.
    pub fn panel_steps(&self, steps: &[Timed]) -> Vec<(String, String, String)> {
        let t = self.visit.t;
        let took = |hours: i64| {
            let hours = usize::try_from(hours.max(0)).unwrap_or_default();
            if hours >= 48 { t.n("panel-days", hours / 24) } else { t.n("panel-hours", hours) }
        };
        steps
            .iter()
            .map(|one| {
                let took = one.hours.map(took).unwrap_or_default();
                (t.k("panel-step", one.step.word()), self.moment(one.at), took)
            })
            .collect()
    }

    /// What a panel consists of.
    pub fn panel_facts_of(&self, one: &Followed) -> Vec<(String, String)> {
        let (t, panel) = (self.visit.t, &one.panel);
        let network = panel.network.as_deref().and_then(|id| self.visit.knowledge.directory.get(id));
        let rows = [
            (t.s("panel-pseudonym"), panel.head.pseudonym.clone()),
            (t.s("dossier-question"), approved::question(&one.fhir)),
            (t.s("panel-urgency"), t.k("panel-urgency", panel.urgency.word())),
            (t.s("panel-due"), self.last_day(panel.due_at)),
            (t.s("panel-network"), network.map(|one| one.shown_name().to_owned()).unwrap_or_default()),
            (t.s("panel-cpms-number"), panel.head.cpms_number.clone()),
        ];
        rows.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Parts of the dossier, with whether they are there.
    pub fn panel_parts(&self, held: &[Part]) -> (String, Vec<(String, bool)>) {
        let t = self.visit.t;
        let meter = Completeness::of(held);
        let (there, all) = meter.count();
        let said = t.ww("panel-complete", ("there", &there.to_string()), ("all", &all.to_string()));
        let part = |(part, is_there): &(Part, bool)| (t.k("dossier-part", part.word()), *is_there);
        (said, meter.0.iter().map(part).collect())
    }

    /// What who is signed in may do with a panel now.
    pub fn panel_changes(&self, one: &Followed) -> Vec<PanelChange> {
        let acting = Acting::of_roles(&self.signed.account.roles);
        let is_of = |change: &PanelChange| change.is_of(one.panel.kind);
        one.panel.state.open_to(&acting).into_iter().filter(is_of).collect()
    }
}
