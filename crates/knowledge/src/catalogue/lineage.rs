//! Ancestors of an entity: over all classifications, and as a path within each.

use super::Catalogue;
use super::entity::{Classification, Entity, Status};
use ariane_domain::OrphaCode;
use std::collections::VecDeque;

/// A path from the root of a classification down to an entity.
#[derive(Debug)]
pub struct Breadcrumb<'a> {
    /// The classification.
    pub classification: &'a Classification,
    /// Codes from the root to the entity's parent.
    pub path: Vec<OrphaCode>,
}

impl Catalogue {
    /// The entity itself (distance 0) and everything above it, nearest first, by breadth.
    ///
    /// Returns `(index, distance in parent links)`. Loops in the data end by themselves.
    pub fn ancestors_or_self(&self, position: usize) -> Vec<(usize, u32)> {
        let mut out = vec![(position, 0)];
        let mut queue = VecDeque::from([(position, 0)]);
        while let Some((at, distance)) = queue.pop_front() {
            let Some(entity) = self.entities.get(at) else { continue };
            for parent in &entity.parents {
                let parent = *parent as usize;
                if out.iter().all(|(seen, _)| *seen != parent) {
                    out.push((parent, distance + 1));
                    queue.push_back((parent, distance + 1));
                }
            }
        }
        out
    }

    /// Whether `code` is one of `above`, or lies below one of them.
    pub fn is_within(&self, code: OrphaCode, above: &[OrphaCode]) -> bool {
        above.contains(&code)
            || self.position(code).is_some_and(|position| {
                self.ancestors_or_self(position)
                    .into_iter()
                    .any(|(i, _)| above.contains(&self.entities[i].code))
            })
    }

    /// Active entities directly below an entity, by code.
    pub fn children(&self, position: usize) -> Vec<&Entity> {
        self.entities
            .iter()
            .filter(|e| e.status == Status::Active && e.parents.contains(&(position as u32)))
            .collect()
    }

    /// One breadcrumb per classification in which the entity stands, the shortest path of each.
    pub fn breadcrumbs(&self, code: OrphaCode) -> Vec<Breadcrumb<'_>> {
        self.classifications
            .iter()
            .filter_map(|classification| {
                classification.path_to(code.0).map(|path| Breadcrumb { classification, path })
            })
            .collect()
    }
}

impl Classification {
    fn parents_of(&self, code: u32) -> impl Iterator<Item = u32> + '_ {
        let start = self.edges.partition_point(|(child, _)| *child < code);
        self.edges[start..].iter().take_while(move |(child, _)| *child == code).map(|(_, p)| *p)
    }

    /// Shortest path from the root to the parent of `code`; none when it does not stand here.
    fn path_to(&self, code: u32) -> Option<Vec<OrphaCode>> {
        self.parents_of(code).next()?;
        let mut came_from: Vec<(u32, u32)> = vec![(code, 0)];
        let mut next = 0;
        while next < came_from.len() {
            let at = came_from[next].0;
            for parent in self.parents_of(at) {
                if parent == 0 {
                    let mut path = Vec::new();
                    let mut step = at;
                    while step != code {
                        path.push(OrphaCode(step));
                        step = came_from.iter().find(|(c, _)| *c == step)?.1;
                    }
                    return Some(path);
                }
                if came_from.iter().all(|(c, _)| *c != parent) {
                    came_from.push((parent, at));
                }
            }
            next += 1;
        }
        None
    }

    /// Title in a language or its nearest fallback.
    pub fn title(&self, language: ariane_domain::Language) -> &str {
        std::iter::once(language)
            .chain(language.fallbacks())
            .find_map(|l| self.titles.iter().find(|(t, _)| *t == l))
            .or(self.titles.first())
            .map_or("", |(_, title)| title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_path_from_the_root_is_taken() {
        let heart =
            Classification { id: 146, titles: vec![], edges: vec![(1, 0), (2, 1), (3, 2), (3, 4), (4, 2)] };
        assert_eq!(heart.path_to(3), Some(vec![OrphaCode(1), OrphaCode(2)]));
        assert_eq!(heart.path_to(1), Some(vec![]));
        assert_eq!(heart.path_to(9), None);
    }

    #[test]
    fn a_loop_without_a_root_ends() {
        let broken = Classification { id: 1, titles: vec![], edges: vec![(1, 2), (2, 1)] };
        assert_eq!(broken.path_to(1), None);
    }
}
