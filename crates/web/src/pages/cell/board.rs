//! The board: every file by state, next step, who, since when.

use super::asked::{Asked, Filters};
use super::frame;
use crate::addresses::care::CarePage;
use crate::addresses::cell::CellPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::ListCases;
use ariane_domain::cell::plan::Transition;
use ariane_domain::cell::roster::Roster;
use ariane_domain::cell::silence::{Pair, Silence, SilenceFacts, silences};
use ariane_domain::cell::{BroughtBy, Track};
use ariane_store::records::cell::board::{BoardRow, Standing};
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;
use fluent_bundle::FluentArgs;

/// Lines of a page.
const LINES: u64 = 50;

/// A line, ready to read.
pub struct Line {
    /// Address of the file.
    pub href: String,
    /// Number.
    pub number: i64,
    /// Who it is about.
    pub name: String,
    /// Where it stands.
    pub state: String,
    /// Whether it is followed, and why.
    pub follow: String,
    /// Said while the transition to adulthood is to be prepared.
    pub transition: String,
    /// Origin.
    pub origin: String,
    /// Day of the next step, for machines and in words; empty where there is none.
    pub next: (String, String),
    /// Said in words when the day has passed or is today.
    pub late: String,
    /// Who holds the tracks.
    pub holders: Vec<String>,
    /// Since when it stands so, for machines and in words.
    pub since: (String, String),
    /// When it was last discussed.
    pub discussed: String,
    /// Silence on a track, in words.
    pub silences: Vec<String>,
}

/// A count that filters.
pub struct Chip {
    /// Link.
    pub link: Link,
    /// How many.
    pub count: String,
    /// Whether the board shows these.
    pub is_here: bool,
}

#[derive(Template)]
#[template(path = "cell/board.html")]
struct BoardPage {
    shell: Shell,
    work: Work,
    at: String,
    filters: Filters,
    chips: Vec<Chip>,
    lines: Vec<Line>,
    count: String,
    pages: Vec<Link>,
    is_filtered: bool,
    is_training: bool,
    other_board: Link,
    send: String,
    beside: Vec<Link>,
}

impl Desk {
    /// Silence on a track in words: how long, and who is to look.
    pub fn silence(&self, silence: &Silence, colleagues: &Colleagues) -> String {
        let t = self.visit.t;
        let mut args = FluentArgs::new();
        args.set("track", t.k("track", silence.track.word()));
        args.set("days", t.number(silence.days as f64));
        args.set("to", t.k("silence-to", silence.to.word()));
        args.set("name", silence.account.map(|id| colleagues.name(id)).unwrap_or_default());
        t.with("cell-silence", &args).trim_end().to_owned()
    }

    fn board_line(&self, row: BoardRow, roster: &Roster, colleagues: &Colleagues) -> Line {
        let t = self.visit.t;
        let facts = Pair::of(row.holders[0], row.holders[1]).map(|pair| SilenceFacts {
            active_since: row.follow_up_since.filter(|_| row.is_active),
            pair,
            psychosocial_act: row.acts[0],
            medical_act: row.acts[1],
        });
        let silent = facts.map(|facts| silences(&facts, &self.records.cell().silence, roster, self.now));
        let holders = [(Track::Psychosocial, row.holders[0]), (Track::Medical, row.holders[1])];
        let since = row.follow_up_since.unwrap_or(row.received_at);
        let late = row.next_due.map(|day| self.lateness(day)).unwrap_or_default();
        Line {
            href: self.case_at(row.id),
            number: row.number,
            name: match (row.is_withheld, row.name.is_empty()) {
                (true, _) => t.s("cell-withheld"),
                (false, true) => t.s("desk-name-unknown"),
                (false, false) => row.name,
            },
            state: t.k("file-state", row.state.word()),
            follow: t.k("follow-up-reason", &row.follow_up_reason),
            transition: match self.transition_of(row.birth_date) {
                Some(Transition::Flagged { majority_on, .. }) => {
                    t.w("care-transition-board", "day", &t.date(majority_on))
                }
                _ => String::new(),
            },
            origin: t.k("origin", row.origin.word()),
            next: row.next_due.map(|day| (day.to_string(), t.date(day))).unwrap_or_default(),
            late,
            holders: holders
                .into_iter()
                .filter_map(|(track, held)| Some((track, held?)))
                .map(|(track, held)| {
                    let track = t.k("cell-track-short", track.word());
                    t.ww("cell-holder-line", ("track", &track), ("name", &colleagues.name(held)))
                })
                .collect(),
            since: (since.to_rfc3339(), self.moment(since)),
            discussed: row.discussed_at.map(|at| self.moment(at)).unwrap_or_default(),
            silences: silent.iter().flatten().map(|one| self.silence(one, colleagues)).collect(),
        }
    }

    /// How a due day stands to today, in words; empty while it lies ahead.
    pub fn lateness(&self, due: chrono::NaiveDate) -> String {
        let t = self.visit.t;
        match (self.today() - due).num_days() {
            0 => t.s("cell-due-today"),
            days @ 1.. => t.n("cell-overdue", usize::try_from(days).unwrap_or_default()),
            _ => String::new(),
        }
    }

    /// Those who may have brought somebody, with one chosen.
    pub fn brought_choices(&self, chosen: &str) -> Vec<crate::pages::start::Choice> {
        self.choices(&BroughtBy::ALL.map(BroughtBy::word), "brought-by", chosen)
    }
}

/// `GET /{lang}/cellule?show=active&who=mine`.
pub async fn get(desk: Desk, Parameters(asked): Parameters<Asked>) -> Response {
    let result = page(&desk, &asked).await;
    desk.settle(result)
}

async fn page(desk: &Desk, asked: &Asked) -> Result<Response, Trouble> {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ListCases>(&work, "board")?;
    let filter = asked.filter(desk);
    let rows = work.board(&grant, &filter, asked.page().saturating_mul(LINES), LINES).await?;
    let count = work.board_count(&grant, &filter).await?;
    let counts = work.board_counts(&grant, asked.is_training()).await?;
    let roster = work.roster(desk.controller()).await?;
    work.commit().await?;
    let at = CellPage::Board.path(l);
    let to = |query: &str| if query.is_empty() { at.clone() } else { format!("{at}?{query}") };
    let chips = Standing::ALL.into_iter().map(|standing| {
        let is_here = asked.show == standing.word();
        // A second press takes the filter away.
        let query = asked.query(if is_here { "" } else { standing.word() });
        Chip {
            link: Link::new(t.k("cell-count", standing.word()), to(&query)),
            count: t.number(counts.of(standing) as f64),
            is_here,
        }
    });
    let query = asked.query(&asked.show);
    let turned = |page: u64| {
        let joint = if query.is_empty() { String::new() } else { format!("{query}&") };
        format!("{at}?{joint}page={page}")
    };
    let here = asked.page();
    let mut pages = Vec::new();
    if here > 0 {
        pages.push(Link::new(t.s("cell-page-before"), turned(here)));
    }
    if here.saturating_add(1).saturating_mul(LINES) < count {
        pages.push(Link::new(t.s("desk-next-page"), turned(here.saturating_add(2))));
    }
    let other = if asked.is_training() { String::new() } else { "training=1".to_owned() };
    let other_key = if asked.is_training() { "cell-to-real" } else { "cell-to-training" };
    let page = BoardPage {
        shell: frame::shell(desk, CellPage::Board, "", t.s("cell-board")).with_query(&query),
        work: frame::work(desk, CellPage::Board),
        filters: Filters::new(desk, asked),
        chips: chips.collect(),
        lines: rows.into_iter().map(|row| desk.board_line(row, &roster, &colleagues)).collect(),
        count: t.n("cell-found", usize::try_from(count).unwrap_or(usize::MAX)),
        pages,
        is_filtered: asked.is_filtered(),
        is_training: asked.is_training(),
        other_board: Link::new(t.s(other_key), to(&other)),
        send: CellPage::Send.path(l),
        beside: vec![
            Link::new(t.s("care-waiting"), CarePage::Waiting.path(l)),
            Link::new(t.s("care-roster"), CarePage::Roster.path(l)),
            Link::new(t.s("care-guidelines"), CarePage::Guidelines.path(l)),
        ],
        at: at.clone(),
    };
    Ok(render(StatusCode::OK, &page))
}
