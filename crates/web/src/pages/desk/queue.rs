//! The queue: who waits, since when, what is promised, who has it.

use super::clock::Promise;
use super::filter::{Asked, Filters};
use super::frame::{self, Work};
use super::trouble::Trouble;
use super::{Colleagues, Desk};
use crate::addresses::desk::DeskPage;
use crate::pages::entry::need_label;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::ListEnquiries;
use ariane_domain::enquiry::State;
use ariane_store::records::desk::tasks::Task;
use ariane_store::records::enquiries::queue::{QueueFilter, QueueRow};
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;

/// Lines of a page.
const LINES: u64 = 50;
/// A count beyond that tells a listener nothing more.
const MOST_COUNTED: u64 = 1000;

/// A line, ready to read.
pub struct Line {
    /// Address of the enquiry.
    pub href: String,
    /// Number.
    pub number: i64,
    /// Who asks.
    pub name: String,
    /// One line that tells it apart.
    pub summary: String,
    /// Where it stands.
    pub state: String,
    /// How it came in.
    pub mode: String,
    /// How pressing it is, in words; empty for ordinary.
    pub urgency: String,
    /// Whether it suggests danger.
    pub is_danger: bool,
    /// Needs.
    pub needs: String,
    /// Language.
    pub language: String,
    /// When it came, for machines and in words.
    pub since: (String, String),
    /// How long it has waited, in open hours.
    pub waited: String,
    /// What is promised.
    pub promise: Promise,
    /// Who has it; empty for nobody.
    pub taken_by: String,
    /// Whether it is one's own.
    pub is_mine: bool,
    /// Where claiming is sent; empty where it cannot be claimed.
    pub claim: String,
    /// Version, for claiming.
    pub version: i32,
}

/// A call for oneself, or a task.
pub struct Errand {
    /// What.
    pub text: String,
    /// Where.
    pub href: String,
    /// Until when; empty for at once.
    pub due: String,
    /// Whether it is overdue.
    pub is_overdue: bool,
}

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    shell: Shell,
    work: Work,
    action: String,
    filters: Filters,
    lines: Vec<Line>,
    count: String,
    counts: Vec<(Link, String)>,
    calls: Vec<Errand>,
    tasks: Vec<Errand>,
    next: String,
    is_filtered: bool,
    views: Vec<(Link, String)>,
    save_view: String,
    is_open: String,
    has_danger: bool,
}

impl Desk {
    /// Address of an enquiry.
    pub fn enquiry_at(&self, id: uuid::Uuid) -> String {
        DeskPage::Enquiry.path_to(self.visit.language, &id.to_string())
    }

    /// A line of the queue in words.
    pub fn line(&self, row: QueueRow, colleagues: &Colleagues) -> Line {
        let t = self.visit.t;
        let waits = row.state.is_in_queue();
        let needs: Vec<String> = row
            .needs
            .iter()
            .filter_map(|n| n.parse().ok())
            .map(|need| need_label(&self.visit, need))
            .collect();
        let href = self.enquiry_at(row.id);
        Line {
            number: row.number,
            name: match (row.name.is_empty(), row.is_anonymous) {
                (false, _) => row.name,
                (true, true) => t.s("desk-anonymous"),
                (true, false) => t.s("desk-name-unknown"),
            },
            summary: row.summary,
            state: t.k("enquiry-state", row.state.word()),
            mode: t.k("entry-mode", row.mode.word()),
            urgency: if row.urgency == ariane_domain::enquiry::Urgency::None {
                String::new()
            } else {
                t.k("urgency", row.urgency.word())
            },
            is_danger: row.urgency.is_danger(),
            needs: needs.join(", "),
            language: self.tongue(&row.language),
            since: (row.received_at.to_rfc3339(), self.moment(row.received_at)),
            waited: if waits { self.waited(row.received_at, self.now) } else { String::new() },
            promise: self.promise(row.due_at, waits),
            taken_by: row.taken_by.map(|id| colleagues.name(id)).unwrap_or_default(),
            is_mine: row.taken_by == Some(self.account()),
            claim: if matches!(row.state, State::Waiting | State::Answered) {
                format!("{href}/claim")
            } else {
                String::new()
            },
            version: row.version,
            href,
        }
    }

    fn errand(&self, task: &Task) -> Errand {
        let promise = self.promise(task.due_at, true);
        let kind = self.visit.t.k("task", task.kind.word());
        Errand {
            text: self.visit.t.ww("desk-task-line", ("task", &kind), ("number", &task.number.to_string())),
            href: self.enquiry_at(task.enquiry),
            due: promise.text,
            is_overdue: promise.is_overdue,
        }
    }
}

/// `GET /{lang}/permanence?mode=mail&who=mine`.
pub async fn get(desk: Desk, Parameters(asked): Parameters<Asked>) -> Response {
    let result = page(&desk, &asked).await;
    desk.settle(result)
}

async fn page(desk: &Desk, asked: &Asked) -> Result<Response, Trouble> {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ListEnquiries>(&work, "queue")?;
    let filter = asked.filter(desk);
    let rows = work.queue(&grant, &filter, asked.after(), LINES + 1).await?;
    let is_all = asked.after().is_none() && rows.len() <= LINES as usize;
    let count = match is_all {
        true => rows.len() as u64,
        false => work.queue_count(&grant, &filter, MOST_COUNTED).await?,
    };
    let at = DeskPage::Queue.path(l);
    let mut counts = Vec::new();
    for (word, query, filter) in [
        ("waiting", "", QueueFilter::default()),
        ("free", "who=free", QueueFilter { is_free: true, ..QueueFilter::default() }),
        ("mine", "who=mine", QueueFilter { taken_by: Some(desk.account()), ..QueueFilter::default() }),
        ("urgent", "urgent=1", QueueFilter { is_urgent: true, ..QueueFilter::default() }),
        ("overdue", "due=late", QueueFilter { due_before: Some(desk.now), ..QueueFilter::default() }),
    ] {
        let found = work.queue_count(&grant, &filter, MOST_COUNTED).await?;
        let href = if query.is_empty() { at.clone() } else { format!("{at}?{query}") };
        counts.push((Link::new(t.k("desk-count", word), href), counted(desk, found)));
    }
    let calls: Vec<Errand> = work
        .calls(&grant)
        .await?
        .into_iter()
        .map(|call| Errand {
            text: t.ww(
                "desk-called-by",
                ("name", &colleagues.name(call.by)),
                ("number", &call.number.to_string()),
            ),
            href: desk.enquiry_at(call.enquiry),
            due: String::new(),
            is_overdue: false,
        })
        .collect();
    let tasks: Vec<Errand> = work.tasks_open(&grant).await?.iter().map(|task| desk.errand(task)).collect();
    let views = work.saved_views(&grant).await?;
    work.commit().await?;
    let has_more = rows.len() > LINES as usize;
    let mut rows = rows;
    rows.truncate(LINES as usize);
    let query = asked.query();
    let next = match rows.last() {
        Some(last) if has_more => {
            let joint = if query.is_empty() { String::new() } else { format!("{query}&") };
            format!("{at}?{joint}after={}_{}", last.after.key, last.after.id)
        }
        _ => String::new(),
    };
    let view_base = DeskPage::Views.path(l);
    let mut shell = frame::shell(desk, DeskPage::Queue, "", t.s("desk-queue")).with_query(&query);
    let has_danger = rows.iter().any(|r| r.urgency.is_danger() && r.state.is_in_queue());
    if has_danger {
        let dangers: Vec<_> = rows
            .iter()
            .filter_map(|r| match r.urgency {
                ariane_domain::enquiry::Urgency::Danger(danger) if r.state.is_in_queue() => Some(danger),
                _ => None,
            })
            .collect();
        shell = shell.in_danger(&desk.visit, dangers);
    }
    let page = QueuePage {
        work: Work::new(desk, Some(DeskPage::Queue)),
        action: at.clone(),
        filters: Filters::new(desk, asked),
        lines: rows.into_iter().map(|row| desk.line(row, &colleagues)).collect(),
        count: t.w("desk-found", "shown", &counted(desk, count)),
        counts,
        calls,
        tasks,
        next,
        is_filtered: !query.is_empty(),
        views: views
            .into_iter()
            .map(|v| (Link::new(v.name, format!("{at}?{}", v.query)), format!("{view_base}/{}/remove", v.id)))
            .collect(),
        save_view: view_base,
        is_open: open_now(desk),
        has_danger,
        shell,
    };
    Ok(render(StatusCode::OK, &page))
}

fn counted(desk: &Desk, found: u64) -> String {
    let number = desk.visit.t.number(found as f64);
    if found >= MOST_COUNTED { format!("{number}+") } else { number }
}

/// Whether the line is open now, and when it opens next.
fn open_now(desk: &Desk) -> String {
    let t = desk.visit.t;
    let office = &desk.infoline.office;
    match office.next_opening(desk.now) {
        _ if office.hours.is_none() => t.s("desk-hours-unknown"),
        Some(at) if at == desk.now => t.s("desk-open-now"),
        Some(at) => t.w("desk-opens-at", "moment", &desk.moment(at)),
        None => t.s("desk-never-opens"),
    }
}
