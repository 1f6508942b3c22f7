//! The administrative checklists that come with the program, and those of a file in which an installation keeps its own.

use ariane_domain::procedure::{OwnProcedure, Procedure, ProcedureFault, ProcedureState, in_use};
use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Deserialize)]
struct ProceduresFile {
    #[serde(default)]
    procedure: Vec<Procedure>,
}

/// Why the checklists of an installation are not taken.
#[derive(Debug, thiserror::Error)]
pub enum ChecklistFault {
    /// The file cannot be read as checklists.
    #[error(transparent)]
    Form(#[from] toml::de::Error),
    /// One of them is not taken.
    #[error("checklist `{id}`: {fault}")]
    List {
        /// Its id.
        id: String,
        /// Why.
        fault: ProcedureFault,
    },
}

/// All checklists that come with the program.
pub fn all() -> Vec<Procedure> {
    toml::from_str::<ProceduresFile>(&String::from_utf8_lossy(&super::file("procedures.toml")))
        .map(|file| file.procedure)
        .unwrap_or_default()
}

/// All checklists with those of a file: one of these takes the place of ours with the same id.
///
/// # Errors
/// [`ChecklistFault`], with the id of the list.
pub fn with_own(own: &str, today: NaiveDate) -> Result<Vec<Procedure>, ChecklistFault> {
    let own = toml::from_str::<ProceduresFile>(own)?.procedure;
    for one in &own {
        one.check(today).map_err(|fault| ChecklistFault::List { id: one.id.clone(), fault })?;
    }
    let kept = |procedure| OwnProcedure { state: ProcedureState::Kept, procedure };
    Ok(in_use(all(), own.into_iter().map(kept).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::Language;

    fn own(id: &str, source: &str) -> String {
        format!(
            "[[procedure]]\nid = \"{id}\"\ncountry = \"LU\"\nneed = \"care-pathway/home-care\"\n\
             title = {{ fr = \"Liste fictive\" }}\nsource = \"{source}\"\nsteps = [{{ text = {{ fr = \"Demander.\" }} }}]\n"
        )
    }

    #[test]
    fn an_editors_list_takes_the_place_of_ours_and_names_its_source() {
        let today = "2026-11-23".parse().unwrap();
        let with = |own: &str| with_own(own, today);
        let ours = all().len();
        let changed = with(&own("lu-dependence-insurance", "https://example.org")).unwrap();
        assert_eq!(changed.len(), ours);
        let changed = changed.iter().find(|one| one.id == "lu-dependence-insurance").unwrap();
        assert_eq!(changed.title.get(Language::Fr), "Liste fictive");
        assert_eq!(with(&own("lu-new", "https://example.org")).unwrap().len(), ours + 1);
        let fault = with(&own("lu-new", " ")).unwrap_err().to_string();
        assert!(fault.contains("lu-new") && fault.contains("source"), "{fault}");
        assert!(with("nonsense").is_err());
        assert_eq!(with("").unwrap().len(), ours);
    }

    #[test]
    fn our_own_lists_keep_the_rule() {
        for one in all() {
            assert_eq!(one.check("2026-11-23".parse().unwrap()), Ok(()), "{}", one.id);
        }
    }
}
