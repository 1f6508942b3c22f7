//! What the profile does with an attribute.

use super::element::Tag;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What becomes of an attribute. Where the table leaves a choice by the type of the attribute in its object, the one is
/// taken that keeps the object readable: empty before removed, a dummy before empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It stays.
    Keep,
    /// It goes (X).
    Remove,
    /// It stays without value (Z).
    Empty,
    /// A value that says nothing (D).
    Dummy,
    /// Another UID, the same for the same (U).
    NewUid,
}

static TABLE: LazyLock<FxHashMap<Tag, Action>> = LazyLock::new(|| {
    include_str!("profile.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|line| {
            let mut parts = line.split_whitespace();
            let mut number = || u16::from_str_radix(parts.next()?, 16).ok();
            let tag = (number()?, number()?);
            let action = match parts.next()? {
                "X" => Action::Remove,
                "Z" | "X/Z" => Action::Empty,
                "U" | "X/Z/U" => Action::NewUid,
                _ => Action::Dummy,
            };
            Some((tag, action))
        })
        .collect()
});

/// By the table; groups with odd numbers are private, 50xx are curves, 60xx overlays, lengths of groups are obsolete.
pub fn action(tag: Tag) -> Action {
    let (group, number) = tag;
    if group % 2 == 1 || (group != 2 && number == 0) || matches!(group, 0x5000..=0x50ff | 0x6000..=0x60ff) {
        return Action::Remove;
    }
    TABLE.get(&tag).copied().unwrap_or(Action::Keep)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(TABLE.len(), 652);
        assert_eq!(action((0x0010, 0x0010)), Action::Empty);
        assert_eq!(action((0x0008, 0x0018)), Action::NewUid);
        assert_eq!(action((0x0008, 0x0080)), Action::Dummy);
        assert_eq!(action((0x0009, 0x1001)), Action::Remove);
        assert_eq!(action((0x0028, 0x0010)), Action::Keep);
    }
}
