//! What the pages about signs carry from one to the next: everything travels in the body of the form, nothing
//! in an address, nothing is kept.

use super::visit::Visit;
use ariane_domain::Language;
use ariane_knowledge::formats::hpo;
use ariane_knowledge::formats::phenopacket::{self, PhenopacketSigns};
use ariane_knowledge::phenotype::ontology::code;
use ariane_ranking::{Request, Sex};
use ariane_signs::Status;
use std::collections::BTreeMap;

/// Most rows that a form may hold; the ranking refuses more than 300 signs, so that what lies between is said.
const MOST_ROWS: usize = 20_000;

/// What is said of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The person has or had it.
    Observed,
    /// It was looked for and is absent.
    Excluded,
    /// Only a relative has it.
    Family,
    /// It is not sure.
    Uncertain,
    /// It was understood wrongly, or does not count.
    Dropped,
}

impl Mark {
    /// In the order of the choices.
    pub const ALL: [Self; 5] = [Self::Observed, Self::Excluded, Self::Family, Self::Uncertain, Self::Dropped];

    /// Stable word of forms and texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Excluded => "excluded",
            Self::Family => "family",
            Self::Uncertain => "uncertain",
            Self::Dropped => "dropped",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.word() == word)
    }
}

impl From<Status> for Mark {
    fn from(status: Status) -> Self {
        match status {
            Status::Observed => Self::Observed,
            Status::Excluded => Self::Excluded,
            Status::Family => Self::Family,
            Status::Uncertain => Self::Uncertain,
        }
    }
}

/// Where in the text a sign was found, and which one was found there first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// HPO number that the reader proposed.
    pub proposed: u32,
}

impl Passage {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.').map(str::parse::<usize>);
        let (start, end, term) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        Some(Self { start, end, proposed: u32::try_from(term).ok()? })
    }

    fn write(self) -> String {
        format!("{}.{}.{}", self.start, self.end, self.proposed)
    }
}

/// A sign with what is said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Where it was found; none when it was picked by hand.
    pub passage: Option<Passage>,
    /// HPO number.
    pub sign: u32,
    /// What is said of it.
    pub mark: Mark,
}

/// A row while its fields are gathered.
#[derive(Default)]
struct PartOfRow {
    passage: Option<Passage>,
    sign: Option<u32>,
    mark: Option<Mark>,
}

/// What the person wants next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Action {
    /// Take what changed: a new text, a sign to search.
    #[default]
    Update,
    /// Choose signs without writing.
    Pick,
    /// Add a sign.
    Add(u32),
    /// Leave out a row picked by hand.
    Remove(usize),
    /// Look at a term, what lies above and below it.
    Open(u32),
    /// Look at the body parts.
    Parts,
}

impl Action {
    fn parse(text: &str) -> Self {
        let (word, argument) = text.split_once('.').unwrap_or((text, ""));
        let id = || argument.parse().ok();
        match word {
            "pick" => Self::Pick,
            "parts" => Self::Parts,
            "add" => id().map_or(Self::Update, Self::Add),
            "open" => id().map_or(Self::Update, Self::Open),
            "remove" => argument.parse().map_or(Self::Update, Self::Remove),
            _ => Self::Update,
        }
    }
}

/// Everything that the forms send.
#[derive(Debug, Clone, Default)]
pub struct Described {
    /// What the person wrote.
    pub text: String,
    /// Language of the text; none when the form did not say.
    pub written_in: Option<Language>,
    /// Age as typed.
    pub age: String,
    /// Whether the age is in months.
    pub in_months: bool,
    /// Sex at birth.
    pub sex: Option<Sex>,
    /// Signs.
    pub rows: Vec<Row>,
    /// Words in the search field.
    pub query: String,
    /// A sign that a suggestion filled in.
    pub suggested: Option<u32>,
    /// The term that is looked at; 0 for the body parts.
    pub open: Option<u32>,
    /// A pasted phenopacket.
    pub packet: String,
    /// What is wanted.
    pub action: Action,
}

impl Described {
    /// Reads the fields of a form; what is not understood is passed over.
    pub fn parse(fields: Vec<(String, String)>) -> Self {
        let mut out = Self::default();
        let mut rows: BTreeMap<usize, PartOfRow> = BTreeMap::new();
        for (name, value) in fields {
            match name.as_str() {
                "text" => out.text = value.replace("\r\n", "\n"),
                "lang" => out.written_in = value.parse().ok(),
                "age" => out.age = value.trim().chars().filter(|c| !c.is_control()).take(12).collect(),
                "unit" => out.in_months = value == "months",
                "sex" => {
                    out.sex = match value.as_str() {
                        "female" => Some(Sex::Female),
                        "male" => Some(Sex::Male),
                        _ => None,
                    }
                }
                "q" => out.query = value,
                "code" => out.suggested = hpo::number(&value),
                "open" => out.open = value.parse().ok(),
                "packet" => out.packet = value,
                "do" => out.action = Action::parse(&value),
                _ => {
                    let Some((kind, number)) = name.split_once('-') else { continue };
                    let Ok(number) = number.parse::<usize>() else { continue };
                    if number >= MOST_ROWS {
                        continue;
                    }
                    let row = rows.entry(number).or_default();
                    match kind {
                        "at" => row.passage = Passage::parse(&value),
                        "sign" => row.sign = hpo::number(&value),
                        "mark" => row.mark = Mark::from_word(&value),
                        _ => {}
                    }
                }
            }
        }
        out.rows = rows
            .into_values()
            .filter_map(|r| {
                Some(Row { passage: r.passage, sign: r.sign?, mark: r.mark.unwrap_or(Mark::Observed) })
            })
            .collect();
        out
    }

    /// Language of the text: as chosen, or that of the page.
    pub fn language(&self, page: Language) -> Language {
        self.written_in.unwrap_or(page)
    }

    /// Age in years; none when nothing sensible was typed.
    pub fn age_years(&self) -> Option<f32> {
        let typed: f32 = self.age.replace(',', ".").parse().ok()?;
        let years = if self.in_months { typed / 12.0 } else { typed };
        (0.0..130.0).contains(&years).then_some(years)
    }

    /// Whether something was typed as age that is none.
    pub fn age_is_odd(&self) -> bool {
        !self.age.is_empty() && self.age_years().is_none()
    }

    /// What the ranking is asked. Signs of relatives and uncertain ones are not counted.
    pub fn request(&self) -> Request {
        let with = |mark: Mark| {
            let mut signs: Vec<u32> = self.rows.iter().filter(|r| r.mark == mark).map(|r| r.sign).collect();
            signs.sort_unstable();
            signs.dedup();
            signs
        };
        Request {
            observed: with(Mark::Observed),
            excluded: with(Mark::Excluded),
            sex: self.sex,
            age: self.age_years(),
            without: None,
        }
    }

    /// Adds what a phenopacket says.
    pub fn take(&mut self, packet: PhenopacketSigns) {
        let row = |mark: Mark| move |sign: u32| Row { passage: None, sign, mark };
        self.rows.extend(packet.observed.into_iter().map(row(Mark::Observed)));
        self.rows.extend(packet.excluded.into_iter().map(row(Mark::Excluded)));
        self.rows.truncate(MOST_ROWS);
        self.sex = self.sex.or(packet.sex.map(|s| match s {
            phenopacket::Sex::Female => Sex::Female,
            phenopacket::Sex::Male => Sex::Male,
        }));
        if let (true, Some(years)) = (self.age.is_empty(), packet.age_years) {
            self.in_months = years < 2.0;
            let amount = if self.in_months { years * 12.0 } else { years };
            self.age = format!("{}", (amount * 10.0).round() / 10.0);
        }
    }

    /// Adds a sign by hand, once.
    pub fn add(&mut self, sign: u32) {
        let same = self.rows.iter_mut().find(|r| r.sign == sign);
        match same {
            Some(row) if row.mark == Mark::Dropped => row.mark = Mark::Observed,
            Some(_) => {}
            None => self.rows.push(Row { passage: None, sign, mark: Mark::Observed }),
        }
    }

    /// Fields of the text and the person, for a form that shows neither.
    pub fn person_fields(&self, visit: &Visit) -> Vec<(String, String)> {
        let mut fields = vec![
            ("text".to_owned(), self.text.clone()),
            ("lang".to_owned(), self.language(visit.language).code().to_owned()),
        ];
        if !self.age.is_empty() {
            fields.push(("age".to_owned(), self.age.clone()));
            fields.push(("unit".to_owned(), if self.in_months { "months" } else { "years" }.to_owned()));
        }
        if let Some(sex) = self.sex {
            fields.push(("sex".to_owned(), sex_word(sex).to_owned()));
        }
        fields
    }

    /// Fields of everything, for a form that shows nothing of it.
    pub fn fields(&self, visit: &Visit) -> Vec<(String, String)> {
        let mut fields = self.person_fields(visit);
        for (number, row) in self.rows.iter().enumerate() {
            if let Some(passage) = row.passage {
                fields.push((format!("at-{number}"), passage.write()));
            }
            fields.push((format!("sign-{number}"), code(row.sign)));
            fields.push((format!("mark-{number}"), row.mark.word().to_owned()));
        }
        fields
    }

    /// Value of the field that says where a row was found; empty for one picked by hand.
    pub fn passage_field(row: &Row) -> String {
        row.passage.map(Passage::write).unwrap_or_default()
    }
}

/// Stable word of a sex.
pub const fn sex_word(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "female",
        Sex::Male => "male",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(fields: &[(&str, &str)]) -> Described {
        Described::parse(fields.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
    }

    #[test]
    fn rows_are_joined_by_their_number_and_broken_ones_passed_over() {
        let d = parse(&[
            ("sign-7", "HP:0001250"),
            ("at-7", "3.9.1250"),
            ("mark-7", "excluded"),
            ("sign-2", "HP:0001252"),
            ("sign-3", "HP:1"),
            ("mark-4", "observed"),
            ("sign-99999999999999999999", "HP:0001250"),
            ("sign-x", "y"),
        ]);
        assert_eq!(d.rows.len(), 2);
        assert_eq!((d.rows[0].sign, d.rows[0].mark, d.rows[0].passage), (1252, Mark::Observed, None));
        assert_eq!(d.rows[1].passage, Some(Passage { start: 3, end: 9, proposed: 1250 }));
        assert_eq!((d.request().observed, d.request().excluded), (vec![1252], vec![1250]));
    }

    #[test]
    fn relatives_and_doubts_do_not_count() {
        let d = parse(&[
            ("sign-0", "HP:0001250"),
            ("mark-0", "family"),
            ("sign-1", "HP:0001252"),
            ("mark-1", "uncertain"),
        ]);
        assert_eq!(d.request(), Request::default());
    }

    #[test]
    fn ages_are_read_in_years_and_months() {
        assert_eq!(parse(&[("age", "4,5")]).age_years(), Some(4.5));
        assert_eq!(parse(&[("age", "18"), ("unit", "months")]).age_years(), Some(1.5));
        for odd in ["-1", "400", "NaN", "inf", "vier"] {
            assert!(parse(&[("age", odd)]).age_is_odd(), "{odd}");
        }
        assert!(!parse(&[("age", " ")]).age_is_odd());
    }

    #[test]
    fn actions_are_read_and_nonsense_only_updates() {
        assert_eq!(parse(&[("do", "add.1250")]).action, Action::Add(1250));
        assert_eq!(parse(&[("do", "remove.3")]).action, Action::Remove(3));
        for odd in ["add.", "add.x", "open.-1", "remove.99999999999999999999999", "", "💥"] {
            assert_eq!(parse(&[("do", odd)]).action, Action::Update, "{odd}");
        }
    }
}
