//! Names that give a disease away, gathered for the rule of letters: those of the file's disorder in every language, and of
//! structures that are for some diseases only.

use crate::pages::desk::Desk;
use ariane_domain::OrphaCode;
use ariane_domain::cell::letter::{Names, gives_away, is_telling};
use ariane_domain::cell::plan::PlanActor;
use ariane_domain::cell::told::Delicate;
use ariane_domain::organisation::Organisation;
use ariane_knowledge::fold;
use ariane_store::records::cell::read::Case;

/// Whether the name of a structure gives a disease away.
fn tells(one: &Organisation) -> bool {
    is_telling(one.kind, !one.coverage.is_empty() || one.coverage_not_stated)
}

impl Desk {
    /// The names that letters of a file must not hold before somebody explained them.
    pub fn telling_names(&self, case: &Case) -> Names {
        let catalogue = &self.visit.knowledge.catalogue;
        let known = case.head.disorder.parse::<OrphaCode>().ok().and_then(|code| catalogue.current(code));
        let mut disease: Vec<String> = match known {
            Some(entity) => {
                let all = catalogue.names_of(entity).iter().map(|name| fold::key(&name.text));
                all.chain([entity.code.to_string()].map(|code| fold::key(&code))).collect()
            }
            None => vec![fold::key(&case.head.disorder)],
        };
        disease.retain(|name| !name.is_empty());
        let all = self.visit.knowledge.directory.all().iter().filter(|one| tells(one));
        let names = all.flat_map(|one| [one.name.as_str(), one.short_name.as_str()]);
        let structures = names.map(fold::key).filter(|name| !name.is_empty());
        Names { disease, structures: structures.collect() }
    }

    /// What words give away.
    pub fn given_away(&self, text: &str, names: &Names) -> Option<Delicate> {
        gives_away(&fold::key(text), names)
    }

    /// What the name of who does something gives away.
    pub fn actor_gives_away(&self, actor: &PlanActor, names: &Names) -> Option<Delicate> {
        match actor {
            PlanActor::Organisation(id) => {
                let one = self.visit.knowledge.directory.get(id)?;
                tells(one).then_some(Delicate::TellingName)
            }
            PlanActor::Named(name) => self.given_away(name, names),
            PlanActor::Account(_) | PlanActor::Contact(_) | PlanActor::Family => None,
        }
    }
}
