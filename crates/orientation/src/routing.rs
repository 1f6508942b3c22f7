//! From a disorder to the European networks and French filières that cover it.
//!
//! The rules are data (`starter/routing_rules.csv`); this is how they are applied:
//!
//! 1. A rule matches a disorder when its group is the disorder or one of its ancestors over all
//!    Orphanet classifications.
//! 2. For each field (ERN, FSMR) by itself, a matched rule gives way to another whose group lies
//!    strictly below its own and whose precedence is not lower: the more specific knows better.
//! 3. Of those that remain, the highest precedence stands; `none-ern` and `none-fsmr` say that no
//!    network of the field covers the group, whatever lies above it.
//! 4. At most two networks are named, nearest group first, then the order of the file.
//!
//! A disorder that no rule reaches has no network of the field: the national hub decides.

use ariane_domain::OrphaCode;
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::starter::routing::RuleRow;
use serde::Serialize;
use std::collections::HashMap;

/// The most networks of one field that are named for a disorder.
pub const MOST_PER_FIELD: usize = 2;

/// One of the two fields of networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// European Reference Networks.
    Ern,
    /// Filières de santé maladies rares.
    Fsmr,
}

impl Field {
    fn of(network: &str) -> Self {
        if network.starts_with("fsmr-") || network == "none-fsmr" { Self::Fsmr } else { Self::Ern }
    }

    fn is_none(network: &str) -> bool {
        network.starts_with("none-")
    }
}

/// A network that covers a disorder, and the rule that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Routed {
    /// Network id.
    pub network: String,
    /// Group of the rule that fired.
    pub group: OrphaCode,
    /// How many parent links lie between the disorder and that group.
    pub distance: u32,
    /// Line of the rule in the table.
    pub line: u64,
    /// Precedence of the rule.
    pub precedence: u8,
}

/// A rule that matched, and what became of it: for the page that shows which rule fired.
#[derive(Debug, Clone, Serialize)]
pub struct Considered {
    /// Line of the rule in the table.
    pub line: u64,
    /// Network, or `none-…`.
    pub network: String,
    /// Group of the rule.
    pub group: OrphaCode,
    /// Precedence.
    pub precedence: u8,
    /// Distance from the disorder.
    pub distance: u32,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a rule that matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It names a network of the answer, or says that there is none.
    Fired,
    /// A more specific rule stands in its place.
    LessSpecific,
    /// A rule of higher precedence stands in its place.
    LowerPrecedence,
    /// Two networks are already named.
    BeyondLimit,
}

/// The answer for one disorder.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Route {
    /// ERNs, best first; empty when none covers it.
    pub ern: Vec<Routed>,
    /// FSMRs, best first.
    pub fsmr: Vec<Routed>,
    /// Every rule that matched.
    pub considered: Vec<Considered>,
}

impl Route {
    /// Networks of a field.
    pub fn of(&self, field: Field) -> &[Routed] {
        match field {
            Field::Ern => &self.ern,
            Field::Fsmr => &self.fsmr,
        }
    }
}

/// The rule table, ready to be asked.
#[derive(Debug, Default)]
pub struct RuleTable {
    rules: Vec<RuleRow>,
    by_group: HashMap<u32, Vec<usize>>,
}

impl RuleTable {
    /// Takes the rows in the order of the file.
    pub fn new(rules: Vec<RuleRow>) -> Self {
        let mut by_group: HashMap<u32, Vec<usize>> = HashMap::new();
        for (index, rule) in rules.iter().enumerate() {
            by_group.entry(rule.group.0).or_default().push(index);
        }
        Self { rules, by_group }
    }

    /// All rules, in the order of the file.
    pub fn rules(&self) -> &[RuleRow] {
        &self.rules
    }

    /// The rule of a line.
    pub fn at_line(&self, line: u64) -> Option<&RuleRow> {
        self.rules.iter().find(|r| r.line == line)
    }

    /// Networks of an entity by its code; an unknown code has none.
    pub fn route(&self, catalogue: &Catalogue, code: OrphaCode) -> Route {
        let Some(position) = catalogue.position(code) else { return Route::default() };
        let above = catalogue.ancestors_or_self(position);
        let mut matched: Vec<(usize, u32, usize)> = Vec::new();
        for (ancestor, distance) in &above {
            let group = catalogue.entities()[*ancestor].code;
            for rule in self.by_group.get(&group.0).into_iter().flatten() {
                matched.push((*rule, *distance, *ancestor));
            }
        }
        let mut route = Route::default();
        for field in [Field::Ern, Field::Fsmr] {
            let of_field: Vec<_> = matched
                .iter()
                .copied()
                .filter(|(r, ..)| Field::of(&self.rules[*r].network) == field)
                .collect();
            self.decide(catalogue, &of_field, &mut route);
        }
        route
    }

    /// The European network to which a disorder falls first: the code by which requests are counted. Empty where no disorder is known, or
    /// none covers it. Asked wherever a disorder is written down, and nowhere decided otherwise.
    pub fn counted_under(&self, catalogue: &Catalogue, disorder: Option<OrphaCode>) -> String {
        let route = disorder.map(|code| self.route(catalogue, code)).unwrap_or_default();
        route.ern.into_iter().next().map(|first| first.network).unwrap_or_default()
    }

    fn decide(&self, catalogue: &Catalogue, matched: &[(usize, u32, usize)], route: &mut Route) {
        let groups: Vec<usize> = {
            let mut all: Vec<usize> = matched.iter().map(|(.., a)| *a).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        // Which of the matched groups lie strictly above each other one.
        let above: HashMap<usize, Vec<usize>> = groups
            .iter()
            .map(|g| {
                let lineage = catalogue.ancestors_or_self(*g);
                (*g, lineage.into_iter().map(|(a, _)| a).filter(|a| a != g && groups.contains(a)).collect())
            })
            .collect();
        let gives_way = |(rule, _, group): &(usize, u32, usize)| {
            matched.iter().any(|(other, _, below)| {
                self.rules[*other].precedence >= self.rules[*rule].precedence
                    && above.get(below).is_some_and(|a| a.contains(group))
            })
        };
        let (given_way, standing): (Vec<_>, Vec<_>) = matched.iter().copied().partition(gives_way);
        let highest = standing.iter().map(|(r, ..)| self.rules[*r].precedence).max().unwrap_or(0);
        let mut standing = standing;
        standing.sort_by_key(|(rule, distance, _)| (*distance, *rule));
        let mut named: Vec<Routed> = Vec::new();
        for (rule, distance, group) in standing {
            let row = &self.rules[rule];
            let fate = if row.precedence < highest {
                Fate::LowerPrecedence
            } else if Field::is_none(&row.network) || named.iter().any(|n| n.network == row.network) {
                Fate::Fired
            } else if named.len() == MOST_PER_FIELD {
                Fate::BeyondLimit
            } else {
                named.push(Routed {
                    network: row.network.clone(),
                    group: catalogue.entities()[group].code,
                    distance,
                    line: row.line,
                    precedence: row.precedence,
                });
                Fate::Fired
            };
            route.considered.push(self.considered(rule, distance, fate));
        }
        for (rule, distance, _) in given_way {
            route.considered.push(self.considered(rule, distance, Fate::LessSpecific));
        }
        for routed in named {
            match Field::of(&routed.network) {
                Field::Ern => route.ern.push(routed),
                Field::Fsmr => route.fsmr.push(routed),
            }
        }
    }

    fn considered(&self, rule: usize, distance: u32, fate: Fate) -> Considered {
        let row = &self.rules[rule];
        Considered {
            line: row.line,
            network: row.network.clone(),
            group: row.group,
            precedence: row.precedence,
            distance,
            fate,
        }
    }
}

/// The three figures of the table over a catalogue: see [`coverage`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Coverage {
    /// Active entities.
    pub active: usize,
    /// Of these, how many reach an ERN.
    pub with_ern: usize,
    /// Mean number of ERNs of those that reach one.
    pub mean_erns: f64,
    /// How many reach an FSMR.
    pub with_fsmr: usize,
    /// Mean number of FSMRs of those that reach one.
    pub mean_fsmrs: f64,
}

/// How far the rule table reaches over all active entities.
pub fn coverage(catalogue: &Catalogue, table: &RuleTable) -> Coverage {
    use ariane_knowledge::catalogue::entity::Status;
    let (mut active, mut with, mut sum) = (0, [0_usize; 2], [0_usize; 2]);
    for entity in catalogue.entities().iter().filter(|e| e.status == Status::Active) {
        active += 1;
        let route = table.route(catalogue, entity.code);
        for (i, field) in [Field::Ern, Field::Fsmr].into_iter().enumerate() {
            let n = route.of(field).len();
            with[i] += usize::from(n > 0);
            sum[i] += n;
        }
    }
    let mean = |i: usize| if with[i] == 0 { 0.0 } else { sum[i] as f64 / with[i] as f64 };
    Coverage { active, with_ern: with[0], mean_erns: mean(0), with_fsmr: with[1], mean_fsmrs: mean(1) }
}
