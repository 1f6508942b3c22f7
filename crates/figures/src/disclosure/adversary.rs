//! Who knows everything published and wants to know the rest.
//!
//! The adversary solves, over whole numbers, all equations with the published cells put in. Hidden cells fall into blocks
//! that share no equation once published numbers are known; each block is solved for itself.

use super::system::System;
use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Variable};

/// Beyond what any count may be: an end where nothing bounds a cell.
pub const BOUNDLESS: i32 = 1_000_000_000;

/// What the adversary finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The least or greatest value.
    Value(i64),
    /// There is no such table.
    Nothing,
    /// The solver did not come to an end: taken as the worst.
    Unsolved,
}

/// Hidden cells that hang together with one.
fn block(system: &System, hidden: &[bool], of: usize) -> (Vec<usize>, Vec<usize>) {
    let (mut cells, mut equations) = (vec![of], Vec::new());
    let (mut seen, mut used) = (vec![false; hidden.len()], vec![false; system.equations().len()]);
    seen[of] = true;
    let mut next = 0;
    while let Some(cell) = cells.get(next).copied() {
        next += 1;
        for equation in system.touching(cell) {
            if std::mem::replace(&mut used[*equation], true) {
                continue;
            }
            equations.push(*equation);
            for (other, _) in &system.equations()[*equation].0 {
                if hidden[*other] && !std::mem::replace(&mut seen[*other], true) {
                    cells.push(*other);
                }
            }
        }
    }
    (cells, equations)
}

/// What is asked of a cell.
#[derive(Debug, Clone, Copy)]
enum Question {
    Least,
    Greatest,
    CanBe(i32),
}

fn ask(system: &System, hidden: &[bool], of: usize, question: Question) -> Found {
    let (cells, equations) = block(system, hidden, of);
    let direction = match question {
        Question::Greatest => OptimizationDirection::Maximize,
        Question::Least | Question::CanBe(_) => OptimizationDirection::Minimize,
    };
    let mut problem = Problem::new(direction);
    let mut variables: Vec<Option<Variable>> = vec![None; hidden.len()];
    for cell in &cells {
        let least = if system.cells()[*cell].is_count { 0 } else { -BOUNDLESS };
        let (weight, bounds) = match question {
            _ if *cell != of => (0.0, (least, BOUNDLESS)),
            Question::CanBe(value) => (0.0, (value, value)),
            Question::Least | Question::Greatest => (1.0, (least, BOUNDLESS)),
        };
        variables[*cell] = Some(problem.add_integer_var(weight, bounds));
    }
    for equation in equations {
        let (mut terms, mut known) = (Vec::new(), 0_i64);
        for (cell, times) in &system.equations()[equation].0 {
            match variables[*cell] {
                Some(variable) => terms.push((variable, f64::from(*times))),
                None => known += system.cells()[*cell].value * i64::from(*times),
            }
        }
        problem.add_constraint(&terms, ComparisonOp::Eq, -(known as f64));
    }
    match problem.solve().map(microlp::SolveOutcome::into_solution) {
        Ok(Ok(solution)) => Found::Value(solution.objective().round() as i64),
        Err(Error::Infeasible) => Found::Nothing,
        Ok(Err(_)) | Err(_) => Found::Unsolved,
    }
}

/// Whether a cell may have a value for all the adversary knows.
pub fn can_be(system: &System, hidden: &[bool], cell: usize, value: i64) -> bool {
    let Ok(value) = i32::try_from(value) else { return false };
    if !hidden[cell] {
        return system.cells()[cell].value == i64::from(value);
    }
    matches!(ask(system, hidden, cell, Question::CanBe(value)), Found::Value(_))
}

/// The interval to which the adversary narrows a cell down; its true value where the solver fails, which is the worst.
pub fn interval(system: &System, hidden: &[bool], cell: usize) -> (i64, i64) {
    let value = system.cells()[cell].value;
    if !hidden[cell] {
        return (value, value);
    }
    let end = |question| match ask(system, hidden, cell, question) {
        Found::Value(end) => end,
        Found::Nothing | Found::Unsolved => value,
    };
    (end(Question::Least), end(Question::Greatest))
}
