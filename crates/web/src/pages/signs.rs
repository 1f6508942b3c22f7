//! The signs that were understood: each shown in the text, to accept, change or leave out; others to add.

use super::describe::PersonFields;
use super::render;
use super::shell::Shell;
use super::sign_label::{Label, label, label_of_id, part_name};
use super::sign_search::{FoundTerm, find};
use super::signs_form::{Action, Described, Mark, Passage, Row};
use super::visit::Visit;
use crate::addresses::Page;
use crate::text::Text;
use ariane_domain::Language;
use ariane_knowledge::phenotype::ontology::{Ontology, Resolution, TermIndex};
use ariane_signs::Reading;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// Most more precise terms that a select field offers.
const MOST_BELOW: usize = 25;
/// From this share of unknown words on it is said for every language; for Luxembourgish always.
const MUCH_UNKNOWN: f32 = 0.4;
/// Most hits of the search field.
const MOST_FOUND: usize = 12;

/// A piece of the text; marked where signs were found.
pub struct Piece {
    text: String,
    /// Numbers of the signs, from 1; empty for plain text.
    numbers: Vec<usize>,
    /// Word of what is said of the first of them.
    mark: &'static str,
    /// The same in the language of the page.
    status: String,
}

/// A choice of term in a select field.
pub struct TermChoice {
    label: Label,
    chosen: bool,
}

/// Choices under a heading.
pub struct TermGroup {
    heading: String,
    choices: Vec<TermChoice>,
}

/// What can be said of a sign.
pub struct MarkChoice {
    word: &'static str,
    text: String,
    chosen: bool,
}

/// A sign to accept, change or leave out.
pub struct SignRow {
    index: usize,
    label: Label,
    /// Passage of the text; empty when it was picked by hand.
    quote: String,
    passage: String,
    groups: Vec<TermGroup>,
    marks: Vec<MarkChoice>,
    notes: Vec<String>,
    dropped: bool,
}

/// A term with what lies above and below it.
pub struct Browse {
    id: u32,
    label: Label,
    definition: String,
    is_sign: bool,
    above: Vec<(u32, Label)>,
    below: Vec<(u32, Label)>,
}

#[derive(Template)]
#[template(path = "signs.html")]
struct SignsPage {
    shell: Shell,
    action: String,
    ranked: String,
    candidates: String,
    packet: String,
    write: String,
    text: String,
    pieces: Vec<Piece>,
    read: Vec<SignRow>,
    picked: Vec<SignRow>,
    notes: Vec<String>,
    errors: Vec<String>,
    person: PersonFields,
    query: String,
    searched: bool,
    found: Vec<FoundTerm>,
    open: String,
    browsing: bool,
    browse: Option<Browse>,
    parts: Vec<(u32, Label)>,
    has_rows: bool,
}

/// Shows the page; `errors` say why what was asked for could not be done.
pub fn show(visit: &Visit, mut described: Described, errors: Vec<String>) -> Response {
    let t = visit.t;
    apply(&mut described);
    let language = described.language(visit.language);
    let reading = visit.knowledge.signs().read(&described.text, language).unwrap_or_default();
    let Merged { rows, spots, .. } = merged(&visit.knowledge.phenotypes.ontology, &reading, &described.rows);
    described.rows = rows;
    let characters: Vec<char> = described.text.chars().collect();
    let (read, picked): (Vec<_>, Vec<_>) = described
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| sign_row(visit, index, row, &reading, &characters))
        .partition(|row| !row.passage.is_empty());
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let searched = !described.query.trim().is_empty();
    let query: String = described.query.chars().filter(|c| !c.is_control()).take(300).collect();
    let opened = described.open;
    let page = SignsPage {
        action: Page::Describe.path(visit.language),
        ranked: Page::Ranked.path(visit.language),
        candidates: if visit.may_see_candidates {
            Page::Candidates.path(visit.language)
        } else {
            String::new()
        },
        packet: Page::Describe.path_to(visit.language, "phenopacket"),
        write: crate::addresses::mine::MinePage::Carry.path(visit.language),
        pieces: pieces(t, &characters, &spots, &described.rows),
        notes: notes(t, language, &reading, &read),
        errors,
        person: PersonFields::new(visit, &described),
        found: if searched { find(visit, &query, MOST_FOUND) } else { Vec::new() },
        searched,
        query,
        open: opened.map(|id| id.to_string()).unwrap_or_default(),
        browsing: opened.is_some(),
        browse: opened.and_then(|id| browse(visit, id)),
        parts: parts(visit),
        has_rows: described.rows.iter().any(|r| r.mark == Mark::Observed),
        shell: Shell::new(visit, Page::Describe, "", t.s("signs-title"))
            .watching(visit, &format!("{} {}", described.text, described.query))
            .carrying(&described, visit),
        text: described.text,
        read,
        picked,
    };
    render(status, &page)
}

/// Does what a button of the page asked for.
fn apply(described: &mut Described) {
    match described.action {
        Action::Add(sign) => described.add(sign),
        Action::Remove(index) if described.rows.get(index).is_some_and(|r| r.passage.is_none()) => {
            described.rows.remove(index);
        }
        Action::Open(term) => described.open = Some(term),
        Action::Parts => described.open = Some(0),
        Action::Update => {
            if let Some(sign) = described.suggested.take() {
                described.add(sign);
                described.query.clear();
            }
        }
        Action::Pick | Action::Remove(_) => {}
    }
}

/// Rows for what the reader finds, joined with what the person already said of them.
pub(super) struct Merged {
    /// Rows from the text, each sign once per status, then those picked by hand.
    pub rows: Vec<Row>,
    /// Passages with the number of their row.
    pub spots: Vec<(usize, usize, usize)>,
    /// Whether something was found that the person has not seen yet.
    pub is_new: bool,
}

/// Joins a reading with the rows of a form.
pub(super) fn merged(ontology: &Ontology, reading: &Reading, old: &[Row]) -> Merged {
    let mut firsts: Vec<(Passage, Mark)> = Vec::new();
    let mut spots = Vec::with_capacity(reading.signs.len());
    for found in &reading.signs {
        let Some(proposed) = ontology.term(found.term).map(|t| t.id) else { continue };
        let (passage, mark) =
            (Passage { start: found.start, end: found.end, proposed }, Mark::from(found.status));
        let known = firsts.iter().position(|(p, m)| p.proposed == proposed && *m == mark);
        spots.push((found.start, found.end, known.unwrap_or(firsts.len())));
        if known.is_none() {
            firsts.push((passage, mark));
        }
    }
    let mut left: Vec<Row> = old.iter().filter(|r| r.passage.is_some()).copied().collect();
    // The same place first; where the text was changed, the same sign elsewhere in it.
    let mut matched: Vec<Option<Row>> = firsts
        .iter()
        .map(|(passage, _)| {
            let at = left.iter().position(|r| r.passage == Some(*passage))?;
            Some(left.swap_remove(at))
        })
        .collect();
    for ((passage, _), slot) in firsts.iter().zip(&mut matched) {
        if slot.is_none() {
            let same = |r: &Row| r.passage.is_some_and(|p| p.proposed == passage.proposed);
            *slot = left.iter().position(same).map(|at| left.swap_remove(at));
        }
    }
    let is_new = matched.iter().any(Option::is_none);
    let mut rows: Vec<Row> = firsts
        .into_iter()
        .zip(matched)
        .map(|((passage, mark), earlier)| match earlier {
            Some(row) => Row { passage: Some(passage), ..row },
            None => Row { passage: Some(passage), sign: passage.proposed, mark },
        })
        .collect();
    rows.extend(old.iter().filter(|r| r.passage.is_none()));
    Merged { rows, spots, is_new }
}

/// The text cut into plain and marked pieces. Signs whose passages overlap share a mark.
fn pieces(t: Text, text: &[char], spots: &[(usize, usize, usize)], rows: &[Row]) -> Vec<Piece> {
    let mut spans: Vec<(usize, usize, usize, Mark)> = spots
        .iter()
        .filter_map(|(start, end, row)| {
            let mark = rows.get(*row)?.mark;
            Some(((*start).min(text.len()), (*end).min(text.len()), row + 1, mark))
        })
        .filter(|s| s.0 < s.1)
        .collect();
    spans.sort_by_key(|s| (s.0, s.1, s.2));
    let plain = |text: String| Piece { text, numbers: Vec::new(), mark: "", status: String::new() };
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    let mut spans = spans.into_iter().peekable();
    while let Some((start, mut end, number, mark)) = spans.next() {
        let mut numbers = vec![number];
        while let Some((_, more, number, _)) = spans.next_if(|s| s.0 < end) {
            end = end.max(more);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        if at < start {
            pieces.push(plain(text[at..start].iter().collect()));
        }
        pieces.push(Piece {
            text: text[start..end].iter().collect(),
            numbers,
            mark: mark.word(),
            status: t.k("mark", mark.word()),
        });
        at = end;
    }
    if at < text.len() {
        pieces.push(plain(text[at..].iter().collect()));
    }
    pieces
}

fn sign_row(visit: &Visit, index: usize, row: &Row, reading: &Reading, text: &[char]) -> SignRow {
    let t = visit.t;
    let found = row.passage.and_then(|p| reading.signs.iter().find(|f| f.start == p.start && f.end == p.end));
    let mut notes = Vec::new();
    let label = label_of_id(visit, row.sign);
    match visit.knowledge.phenotypes.ontology.resolve(row.sign) {
        Resolution::Successor(_) => notes.push(t.w("signs-note-replaced", "code", &label.code)),
        Resolution::Retired(_) => notes.push(t.s("signs-note-retired")),
        Resolution::NotASign(_) => notes.push(t.s("signs-note-no-sign")),
        Resolution::Unknown => notes.push(t.s("signs-note-unknown")),
        Resolution::Sign(_) => {}
    }
    if let Some(language) = label.language.and_then(|code| code.parse::<Language>().ok()) {
        notes.push(t.w("signs-note-language", "language", language.endonym()));
    }
    let quote = row.passage.map(|p| text[p.start.min(text.len())..p.end.min(text.len())].iter().collect());
    SignRow {
        index,
        groups: groups(visit, row, found.map(|f| f.alternatives.as_slice()).unwrap_or_default()),
        marks: Mark::ALL
            .into_iter()
            // A sign picked by hand is removed by its button.
            .filter(|m| row.passage.is_some() || *m != Mark::Dropped)
            .map(|m| MarkChoice { word: m.word(), text: t.k("mark", m.word()), chosen: m == row.mark })
            .collect(),
        passage: Described::passage_field(row),
        quote: quote.unwrap_or_default(),
        dropped: row.mark == Mark::Dropped,
        label,
        notes,
    }
}

/// Terms that the row may be changed to: what else the words may mean, what is more general, more precise.
fn groups(visit: &Visit, row: &Row, alternatives: &[TermIndex]) -> Vec<TermGroup> {
    let ontology = &visit.knowledge.phenotypes.ontology;
    let chosen = ontology.position(row.sign);
    let proposed = row.passage.and_then(|p| ontology.position(p.proposed));
    let mut seen: Vec<TermIndex> = Vec::new();
    let mut group = |heading: &str, terms: Vec<TermIndex>| {
        let mut choices = Vec::new();
        for term in terms {
            let is_sign = ontology.term(term).is_some_and(|t| t.is_sign);
            if !is_sign || seen.contains(&term) {
                continue;
            }
            seen.push(term);
            choices.push(TermChoice { label: label(visit, term), chosen: Some(term) == chosen });
        }
        (!choices.is_empty()).then(|| TermGroup { heading: visit.t.k("choices", heading), choices })
    };
    let around = |f: &dyn Fn(TermIndex) -> Vec<TermIndex>| -> Vec<TermIndex> {
        [chosen, proposed].into_iter().flatten().flat_map(f).collect()
    };
    let own: Vec<TermIndex> = [chosen, proposed].into_iter().flatten().collect();
    let above = around(&|t| ontology.term(t).map(|t| t.parents.to_vec()).unwrap_or_default());
    let below = around(&|t| ontology.children(t).iter().copied().take(MOST_BELOW).collect());
    [group("same", own), group("other", alternatives.to_vec()), group("above", above), group("below", below)]
        .into_iter()
        .flatten()
        .collect()
}

fn notes(t: Text, language: Language, reading: &Reading, read: &[SignRow]) -> Vec<String> {
    let mut notes = Vec::new();
    let percent = t.number(f64::from((reading.unknown_words * 100.0).round()));
    if language == Language::Lb && reading.unknown_words >= 0.05 {
        notes.push(t.w("signs-note-luxembourgish", "percent", &percent));
    } else if reading.unknown_words >= MUCH_UNKNOWN {
        notes.push(t.w("signs-note-unknown-words", "percent", &percent));
    }
    let others = |word: &str| read.iter().any(|r| r.marks.iter().any(|m| m.chosen && m.word == word));
    if others("family") || others("uncertain") {
        notes.push(t.s("signs-note-not-counted"));
    }
    notes
}

/// The body parts, by their name.
fn parts(visit: &Visit) -> Vec<(u32, Label)> {
    let ontology = &visit.knowledge.phenotypes.ontology;
    let mut parts = named(visit, ontology.body_systems(), part_name);
    parts.sort_by_cached_key(|(_, l)| ariane_knowledge::fold::key(&l.text));
    parts
}

fn named(visit: &Visit, terms: &[TermIndex], name: fn(&Visit, TermIndex) -> Label) -> Vec<(u32, Label)> {
    let ontology = &visit.knowledge.phenotypes.ontology;
    terms.iter().filter_map(|t| Some((ontology.term(*t)?.id, name(visit, *t)))).collect()
}

fn browse(visit: &Visit, id: u32) -> Option<Browse> {
    let ontology = &visit.knowledge.phenotypes.ontology;
    let at = ontology.position(id)?;
    let term = ontology.term(at)?;
    let above: Vec<TermIndex> =
        term.parents.iter().copied().filter(|p| ontology.term(*p).is_some_and(|t| t.is_sign)).collect();
    let is_part = ontology.body_systems().contains(&at);
    let mut below = named(visit, ontology.children(at), label);
    below.sort_by_cached_key(|(_, l)| ariane_knowledge::fold::key(&l.text));
    Some(Browse {
        id,
        label: if is_part { part_name(visit, at) } else { label(visit, at) },
        definition: term.definition.to_string(),
        is_sign: term.is_sign && !is_part,
        above: named(visit, &above, label),
        below,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: Row = Row { passage: None, sign: 1, mark: Mark::Observed };

    #[test]
    fn overlapping_passages_share_a_mark_and_nothing_of_the_text_is_lost() {
        let text: Vec<char> = "tête et cœur lourds".chars().collect();
        let spots = [(0, 4, 0), (8, 12, 1), (8, 19, 2), (90, 99, 0), (7, 2, 0), (0, 4, 77)];
        let pieces = pieces(Text::new(Language::Fr), &text, &spots, &[ROW; 3]);
        let whole: String = pieces.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(whole, "tête et cœur lourds");
        let marked: Vec<_> = pieces
            .iter()
            .filter(|p| !p.numbers.is_empty())
            .map(|p| (p.text.as_str(), p.numbers.clone()))
            .collect();
        assert_eq!(marked, [("tête", vec![1]), ("cœur lourds", vec![2, 3])]);
    }
}
