//! What a dossier calls the disorder of its file: itself, or a group that hides the person among more people (F54).

use crate::pages::desk::Desk;
use ariane_domain::Language;
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::entry::Kept;
use ariane_domain::code::OrphaCode;
use ariane_domain::dossier::disorder_told;
use ariane_domain::reidentification::shown::Shown;

/// The disorder of the file, as exactly as it was judged.
pub(super) struct Disorder {
    /// Code; empty where there is none, or where it is not told.
    pub code: String,
    /// Name of it or of its group; empty where it is not told.
    pub name: String,
    /// Words that would tell it, where a group stands in its place or nothing does.
    pub hidden: Vec<String>,
    /// The code that no entry may say.
    exact: Option<OrphaCode>,
}

impl Disorder {
    /// Of what the file and its summary say, shown as it was judged, in a language.
    pub fn of(desk: &Desk, (said, entries): (&str, &[Kept]), shown: &Shown, language: Language) -> Self {
        let told = disorder_told(said, entries.iter().map(|kept| &kept.entry));
        let names = desk.names_of_disorder(told, language);
        if shown.disorder == 0 || names.is_empty() {
            let code = desk.disorder_of(said).1.map(|code| code.to_string()).unwrap_or_default();
            let name = names.into_iter().next().filter(|_| !code.is_empty());
            return Self {
                code,
                name: name.unwrap_or_else(|| said.to_owned()),
                hidden: Vec::new(),
                exact: None,
            };
        }
        let group = names.get(shown.disorder).cloned().unwrap_or_default();
        let exact = desk.disorder_of(told).1;
        let in_any =
            Language::ALL.into_iter().filter_map(|one| desk.names_of_disorder(told, one).into_iter().next());
        let words = (said != told && !said.is_empty()).then(|| said.to_owned());
        let mut hidden: Vec<String> = in_any.chain(words).filter(|name| *name != group).collect();
        hidden.dedup();
        Self { code: String::new(), name: group, hidden, exact }
    }

    /// Whether an entry would say what is not to be told.
    pub fn is_told_by(&self, entry: &Entry) -> bool {
        match entry {
            Entry::Problem(one) => self.exact.is_some() && one.code.parse().ok() == self.exact,
            _ => false,
        }
    }
}
