//! What a dossier calls the disorder of its file: itself, or a group that hides the person among more people (F54).

use crate::pages::desk::Desk;
use ariane_domain::Language;
use ariane_domain::clinical::Entry;
use ariane_domain::reidentification::shown::Shown;

/// The disorder of the file, as exactly as it was judged.
pub(super) struct Disorder {
    /// Code; empty where there is none, or where it is not told.
    pub code: String,
    /// Name of it or of its group; empty where it is not told.
    pub name: String,
    /// Words that would tell it, where a group stands in its place or nothing does.
    pub hidden: Vec<String>,
    exact: String,
}

impl Disorder {
    /// Of what the file says, shown as it was judged, in a language.
    pub fn of(desk: &Desk, said: &str, shown: &Shown, language: Language) -> Self {
        let code = desk.disorder_of(said).1.map(|code| code.to_string()).unwrap_or_default();
        let names = desk.names_of_disorder(said, language);
        let Some(exact) = names.first() else {
            return Self { code, name: said.to_owned(), hidden: Vec::new(), exact: String::new() };
        };
        if shown.disorder == 0 {
            return Self { code, name: exact.clone(), hidden: Vec::new(), exact: String::new() };
        }
        let group = names.get(shown.disorder).cloned().unwrap_or_default();
        let hidden =
            Language::ALL.into_iter().filter_map(|one| desk.names_of_disorder(said, one).into_iter().next());
        let mut hidden: Vec<String> = hidden.filter(|name| *name != group).collect();
        hidden.dedup();
        Self { code: String::new(), name: group, hidden, exact: code }
    }

    /// Whether an entry would say what is not to be told.
    pub fn is_told_by(&self, entry: &Entry) -> bool {
        !self.exact.is_empty() && matches!(entry, Entry::Problem(one) if one.code == self.exact)
    }
}
