//! Register of processing (article 30), the public notice (articles 13, 14), and what an impact assessment (article 35)
//! needs: all made from the installation's purposes and settings, so that they never say something else than it does.

use super::board::{self, Cell, Section, Table};
use super::{console_link, shell};
use crate::addresses::Page;
use crate::addresses::protection::ProtectionPage;
use crate::pages::mine::{Halt, answer, desk};
use crate::pages::shell::Link;
use crate::pages::visit::Visit;
use ariane_domain::access::Action;
use ariane_domain::access::policy;
use ariane_domain::account::Role;
use ariane_domain::purpose::PurposeRule;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

const HEAD: [&str; 7] = ["purpose", "basis", "articles", "data", "recipients", "retention", "source"];

fn row(visit: &Visit, rule: &PurposeRule) -> Vec<String> {
    let t = visit.t;
    let of = |texts: &std::collections::BTreeMap<ariane_domain::Language, String>| {
        texts.get(&visit.language).cloned().unwrap_or_default()
    };
    let basis = serde_json::to_value(rule.basis).ok();
    let basis = basis.as_ref().and_then(|b| b.as_str()).unwrap_or_default();
    let articles = [rule.article6.as_str(), rule.article9.as_str()];
    let months = |key, months: Option<u32>| months.map(|m| t.n(key, m as usize));
    let kept = [months("dpo-months", rule.retention_months), months("dpo-duty-months", rule.duty_months)];
    let kept: Vec<String> = kept.into_iter().flatten().collect();
    let checked = if rule.checked.is_empty() {
        t.s("dpo-unchecked")
    } else {
        t.w("dpo-checked", "date", &rule.checked)
    };
    vec![
        t.k("mine-purpose", rule.purpose.word()),
        t.k("dpo-basis", basis),
        articles.iter().filter(|a| !a.is_empty()).copied().collect::<Vec<_>>().join("; "),
        of(&rule.data),
        of(&rule.recipients),
        if kept.is_empty() { t.s("dpo-no-months") } else { kept.join("; ") },
        format!("{} – {checked}", rule.source),
    ]
}

fn table(visit: &Visit) -> Result<Table, Halt> {
    let desk = desk(visit)?;
    let rows = desk.records.register().rules().iter();
    Ok(Table {
        caption: visit.t.s("dpo-register-title"),
        head: HEAD.map(|h| visit.t.k("dpo-column", h)).into(),
        rows: rows.map(|rule| row(visit, rule).into_iter().map(Cell::from).collect()).collect(),
        empty: visit.t.s("dpo-none"),
    })
}

/// `GET /{lang}/dpo/registre`.
pub async fn get(visit: Visit) -> Response {
    let page = || {
        let t = visit.t;
        let csv = format!("{}.csv", ProtectionPage::Register.path(visit.language));
        let section = Section {
            table: Some(table(&visit)?),
            links: vec![Link::new(t.s("dpo-as-csv"), csv)],
            ..Section::default()
        };
        let sections = vec![controller(&visit), officer(&visit), section];
        let shell = shell(&visit, ProtectionPage::Register, "dpo-register-title");
        let lead = t.s("dpo-register-lead");
        Ok(board::page(StatusCode::OK, shell, lead, String::new(), sections, console_link(&visit)))
    };
    answer(&visit, page())
}

fn controller(visit: &Visit) -> Section {
    let profile = visit.knowledge.country(visit.settings.country);
    let line =
        profile.and_then(|p| p.helplines.first()).and_then(|id| visit.knowledge.directory.get(id)).map(|o| {
            let site = o.sites.first();
            let contact = site.map(|s| format!(", {}, {}", s.phone, s.email)).unwrap_or_default();
            format!("{}{contact}", o.shown_name())
        });
    Section {
        title: visit.t.s("dpo-controller"),
        text: line.unwrap_or_else(|| visit.t.s("dpo-controller-unset")),
        ..Section::default()
    }
}

/// How the data protection officer is reached (articles 13(1)(b), 14(1)(b), 30(1)(a)).
fn officer(visit: &Visit) -> Section {
    let settings = visit.app.desk.as_ref().map(|desk| desk.records.settings().officer.clone());
    let lines: Vec<String> =
        settings.iter().flat_map(|officer| officer.lines()).map(ToOwned::to_owned).collect();
    Section {
        title: visit.t.s("dpo-officer"),
        text: if lines.is_empty() { visit.t.s("dpo-officer-unset") } else { lines.join(", ") },
        ..Section::default()
    }
}

/// `GET /{lang}/dpo/registre.csv`. Cells that a spreadsheet would take for a formula are quoted as text.
pub async fn csv(visit: Visit) -> Response {
    let page = || {
        let table = table(&visit)?;
        let line = |cells: &mut dyn Iterator<Item = String>| {
            let cells: Vec<String> = cells.map(|c| quoted(&c)).collect();
            format!("{}\r\n", cells.join(";"))
        };
        let mut text = String::from("\u{feff}");
        text.push_str(&line(&mut table.head.into_iter()));
        for row in table.rows {
            text.push_str(&line(&mut row.into_iter().map(|cell| cell.text)));
        }
        let headers = [
            (CONTENT_TYPE, "text/csv; charset=utf-8"),
            (CONTENT_DISPOSITION, "attachment; filename=\"ariane-register.csv\""),
        ];
        Ok((headers, text).into_response())
    };
    answer(&visit, page())
}

fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

/// `GET /{lang}/protection-des-donnees`: for anyone.
pub async fn notice(visit: Visit) -> Response {
    let page = || {
        let t = visit.t;
        let part = |word: &str| Section {
            title: t.k("dpo-notice-part", word),
            text: t.k("dpo-notice-text", word),
            ..Section::default()
        };
        let mut sections = vec![controller(&visit), officer(&visit)];
        sections.push(Section { table: Some(table(&visit)?), ..part("purposes") });
        sections.extend(["source", "rights", "complaint", "security", "transfer"].map(part));
        let version = visit.app.desk.as_ref().map(|d| version(&visit, d.records.register().rules()));
        sections.push(Section {
            text: t.w("dpo-notice-version", "version", &version.unwrap_or_default()),
            ..Section::default()
        });
        let next = vec![
            Link::new(t.s("mine-write-title"), crate::addresses::mine::MinePage::Write.path(visit.language)),
            Link::new(t.s("nav-helplines"), Page::Helplines.path(visit.language)),
        ];
        let shell = shell(&visit, ProtectionPage::Notice, "dpo-notice-title");
        Ok(board::page(StatusCode::OK, shell, t.s("dpo-notice-lead"), String::new(), sections, next))
    };
    answer(&visit, page())
}

/// A mark of what the notice says: it changes whenever a purpose, a basis or a time of keeping does.
fn version(visit: &Visit, rules: &[PurposeRule]) -> String {
    let said: Vec<String> = rules.iter().flat_map(|rule| row(visit, rule)).collect();
    let digest = ariane_privacy::secret::digest(&said.join("\n"));
    data_encoding::HEXLOWER.encode(&digest[..4])
}

/// `GET /{lang}/dpo/analyse-impact`: what an impact assessment needs, made from what the program enforces.
pub async fn impact(visit: Visit) -> Response {
    let page = || {
        let t = visit.t;
        let measures = ["sealing", "policy", "factors", "log", "erasure", "safe-contact", "backup"];
        let sections = vec![
            controller(&visit),
            Section { table: Some(table(&visit)?), ..Section::default() },
            Section {
                title: t.s("dpo-measures-title"),
                list: measures.map(|m| t.k("dpo-measure", m)).into(),
                ..Section::default()
            },
            Section {
                title: t.s("dpo-matrix-title"),
                text: t.s("dpo-matrix-text"),
                table: Some(matrix(&visit)),
                ..Section::default()
            },
        ];
        let shell = shell(&visit, ProtectionPage::Impact, "dpo-impact-title");
        let lead = t.s("dpo-impact-lead");
        Ok(board::page(StatusCode::OK, shell, lead, String::new(), sections, console_link(&visit)))
    };
    answer(&visit, page())
}

/// Who may do what: asked of the policy itself.
fn matrix(visit: &Visit) -> Table {
    let t = visit.t;
    let yes = t.s("dpo-yes");
    let rows = Action::ALL.iter().map(|action| {
        let mut row = vec![Cell::from(action.word())];
        let roles = policy::roles(*action);
        row.extend(Role::ALL.iter().map(|role| if roles.contains(role) { yes.as_str() } else { "" }.into()));
        let is_job = policy::JOBS.iter().any(|job| policy::job_may(job, *action));
        row.push(if is_job { yes.as_str() } else { "" }.into());
        row
    });
    let head = std::iter::once(t.s("dpo-column-action"))
        .chain(Role::ALL.iter().map(|role| role.word().to_owned()))
        .chain([t.s("dpo-column-jobs")]);
    Table {
        caption: t.s("dpo-matrix-title"),
        head: head.collect(),
        rows: rows.collect(),
        empty: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("a \"b\""), "\"a \"\"b\"\"\"");
    }
}
