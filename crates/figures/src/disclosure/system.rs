//! Everything that is published as one system: cells, and the equations that anybody knows to hold between them.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What a cell is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A row of a table: printed, or hidden.
    Row,
    /// What rows divide: printed where it can be, since hiding it costs more than hiding a row.
    Total,
    /// Printed nowhere, and yet as telling as if it were: the rest of a total, the change since an earlier edition.
    Implied,
    /// Printed nowhere and telling nothing of few: how often rows overlap.
    Slack,
    /// Printed in an earlier edition: known for ever.
    Known,
    /// Hidden in an earlier edition: it stays hidden.
    Withheld,
}

/// A number of the system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Name with period.
    pub key: String,
    /// What it is.
    pub value: i64,
    /// What it is to the reader.
    pub role: Role,
    /// Whether everybody knows that it is not negative.
    pub is_count: bool,
}

/// Something known to be zero: a sum of cells, each taken so many times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equation(pub Vec<(usize, i32)>);

/// Cells and equations.
#[derive(Debug, Clone, Default)]
pub struct System {
    cells: Vec<Cell>,
    equations: Vec<Equation>,
    index: HashMap<String, usize>,
    /// Equations of each cell.
    touching: Vec<Vec<usize>>,
}

impl System {
    /// All cells.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// All equations.
    pub fn equations(&self) -> &[Equation] {
        &self.equations
    }

    /// Equations in which a cell stands.
    pub fn touching(&self, cell: usize) -> &[usize] {
        self.touching.get(cell).map_or(&[], Vec::as_slice)
    }

    /// The place of a cell.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.index.get(key).copied()
    }

    /// Adds a cell, or gives the place of the one with that name.
    pub fn add(&mut self, cell: Cell) -> usize {
        if let Some(at) = self.find(&cell.key) {
            // Of two tables that count the same the one that divides it further makes it a total.
            if cell.role == Role::Total && self.cells[at].role == Role::Row {
                self.cells[at].role = Role::Total;
            }
            return at;
        }
        let at = self.cells.len();
        self.index.insert(cell.key.clone(), at);
        self.cells.push(cell);
        self.touching.push(Vec::new());
        at
    }

    /// Gives a cell another name too: what was printed before and has not changed is one number.
    pub fn call(&mut self, key: String, cell: usize) {
        self.index.insert(key, cell);
    }

    /// Adds an equation: a whole is the sum of parts.
    pub fn sum(&mut self, whole: usize, parts: &[usize]) {
        let terms = std::iter::once((whole, -1)).chain(parts.iter().map(|part| (*part, 1)));
        self.equate(terms.collect());
    }

    /// Adds an equation.
    pub fn equate(&mut self, terms: Vec<(usize, i32)>) {
        let mut merged: Vec<(usize, i32)> = Vec::with_capacity(terms.len());
        for (cell, times) in terms {
            match merged.iter_mut().find(|(one, _)| *one == cell) {
                Some((_, all)) => *all += times,
                None => merged.push((cell, times)),
            }
        }
        merged.retain(|(_, times)| *times != 0);
        if merged.is_empty() {
            return;
        }
        for (cell, _) in &merged {
            self.touching[*cell].push(self.equations.len());
        }
        self.equations.push(Equation(merged));
    }

    /// Whether every equation holds: a system of true numbers.
    pub fn holds(&self) -> bool {
        self.equations.iter().all(|equation| {
            equation.0.iter().map(|(cell, times)| self.cells[*cell].value * i64::from(*times)).sum::<i64>()
                == 0
        })
    }
}
