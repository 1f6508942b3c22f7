//! The administrative checklists in use: those of the program, and what the editors of the installation say of them.

use ariane_domain::procedure::{OwnProcedure, Procedure, in_use};
use ariane_knowledge::starter;
use std::sync::{Arc, PoisonError, RwLock};

#[derive(Debug)]
struct Lists {
    program: Vec<Procedure>,
    in_use: Arc<Vec<Procedure>>,
}

/// Shared by all requests; a request keeps those it began with.
#[derive(Debug, Clone)]
pub struct Procedures(Arc<RwLock<Lists>>);

impl Default for Procedures {
    fn default() -> Self {
        let program = starter::procedures::all();
        let in_use = Arc::new(program.clone());
        Self(Arc::new(RwLock::new(Lists { program, in_use })))
    }
}

impl Procedures {
    /// Those in use now.
    pub fn in_use(&self) -> Arc<Vec<Procedure>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).in_use.clone()
    }

    /// Whether a list is there without the editors.
    pub fn comes_with_program(&self, id: &str) -> bool {
        let lists = self.0.read().unwrap_or_else(PoisonError::into_inner);
        lists.program.iter().any(|one| one.id == id)
    }

    /// Takes what the editors say, at once.
    pub fn keep(&self, own: Vec<OwnProcedure>) {
        let mut lists = self.0.write().unwrap_or_else(PoisonError::into_inner);
        lists.in_use = Arc::new(in_use(lists.program.clone(), own));
    }

    /// Takes other lists as those that are there without the editors, and what these say.
    pub fn replace(&self, program: Vec<Procedure>, own: Vec<OwnProcedure>) {
        let mut lists = self.0.write().unwrap_or_else(PoisonError::into_inner);
        lists.program = program;
        lists.in_use = Arc::new(in_use(lists.program.clone(), own));
    }
}
