//! Which further cells to hide: those that have to move, at the least cost, for a hidden cell to be able to move.

use super::system::{Role, System};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// What it costs to hide a total, against a row.
const TOTAL: f64 = 1_000.0;
/// What it costs to hide a zero: that nobody is there is often plain to everybody.
const ZERO: f64 = 20.0;
/// What it costs to move a cell that is hidden already.
const HIDDEN: f64 = 0.01;
/// Less than this is no movement.
const STILL: f64 = 1e-6;

fn cost(system: &System, hidden: &[bool], cell: usize) -> f64 {
    let one = &system.cells()[cell];
    if matches!(one.role, Role::Slack | Role::Implied) {
        return 0.0;
    }
    if hidden[cell] {
        return HIDDEN;
    }
    let size = 1.0 + (one.value.max(0) as f64 + 1.0).log2() / 10.0;
    let weight = if one.role == Role::Total { TOTAL } else { 1.0 };
    size * weight * if one.value == 0 { ZERO } else { 1.0 }
}

fn moves(system: &System, hidden: &[bool], cell: usize, totals_too: bool) -> bool {
    match system.cells()[cell].role {
        Role::Known => false,
        Role::Total => hidden[cell] || totals_too,
        Role::Row | Role::Implied | Role::Slack | Role::Withheld => true,
    }
}

/// Cells that are printed and would have to be hidden so that a cell could differ from its value by so much. None where
/// numbers that are known for ever stand in the way.
pub fn to_hide(system: &System, hidden: &[bool], cell: usize, by: i64) -> Option<Vec<usize>> {
    [false, true].into_iter().find_map(|totals_too| cheapest(system, hidden, cell, by, totals_too))
}

fn cheapest(
    system: &System,
    hidden: &[bool],
    target: usize,
    by: i64,
    totals_too: bool,
) -> Option<Vec<usize>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut moving: Vec<Option<(Variable, Variable)>> = vec![None; hidden.len()];
    let mut used = vec![false; system.equations().len()];
    let (mut cells, mut equations, mut next) = (vec![target], Vec::new(), 0);
    let add = |problem: &mut Problem, cell: usize| {
        let one = &system.cells()[cell];
        let down = if one.is_count { one.value.max(0) as f64 } else { f64::INFINITY };
        let (mut up_bounds, mut down_bounds) = ((0.0, f64::INFINITY), (0.0, down));
        if cell == target {
            up_bounds = (by.max(0) as f64, by.max(0) as f64);
            down_bounds = ((-by).max(0) as f64, (-by).max(0) as f64);
        }
        let cost = if cell == target { 0.0 } else { cost(system, hidden, cell) };
        (problem.add_var(cost, up_bounds), problem.add_var(cost, down_bounds))
    };
    moving[target] = Some(add(&mut problem, target));
    while let Some(cell) = cells.get(next).copied() {
        next += 1;
        for equation in system.touching(cell) {
            if std::mem::replace(&mut used[*equation], true) {
                continue;
            }
            equations.push(*equation);
            for (other, _) in &system.equations()[*equation].0 {
                if moving[*other].is_none() && moves(system, hidden, *other, totals_too) {
                    moving[*other] = Some(add(&mut problem, *other));
                    cells.push(*other);
                }
            }
        }
    }
    for equation in equations {
        let terms: Vec<(Variable, f64)> = (system.equations()[equation].0.iter())
            .filter_map(|(cell, times)| moving[*cell].map(|pair| (pair, f64::from(*times))))
            .flat_map(|((up, down), times)| [(up, times), (down, -times)])
            .collect();
        problem.add_constraint(&terms, ComparisonOp::Eq, 0.0);
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    let moved = |cell: &usize| {
        moving[*cell]
            .is_some_and(|(up, down)| (solution.var_value(up) - solution.var_value(down)).abs() > STILL)
    };
    let is_open =
        |cell: &usize| !hidden[*cell] && matches!(system.cells()[*cell].role, Role::Row | Role::Total);
    Some(cells.into_iter().filter(|cell| is_open(cell) && moved(cell)).collect())
}

/// The cheapest printed cell beside hidden ones, for where movement in fractions does not suffice.
pub fn neighbour(system: &System, hidden: &[bool], cell: usize) -> Option<usize> {
    let (mut seen, mut queue, mut next) = (vec![false; hidden.len()], vec![cell], 0);
    seen[cell] = true;
    let mut open = Vec::new();
    while let Some(at) = queue.get(next).copied() {
        next += 1;
        for equation in system.touching(at) {
            for (other, _) in &system.equations()[*equation].0 {
                if std::mem::replace(&mut seen[*other], true) {
                    continue;
                }
                let is_printed =
                    matches!(system.cells()[*other].role, Role::Row | Role::Total) && !hidden[*other];
                if is_printed { open.push(*other) } else { queue.push(*other) }
            }
        }
    }
    open.into_iter().min_by(|a, b| cost(system, hidden, *a).total_cmp(&cost(system, hidden, *b)))
}
