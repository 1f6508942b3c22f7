//! The logical structure of the document, which screen readers follow instead of the layout.

use krilla::tagging::{Identifier, ListNumbering, Node, Tag, TagGroup, TagKind, TagTree};
use std::num::NonZeroU16;

/// Names a node of one [`Structure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeId(usize);

/// What a node is to a reader who cannot see the page.
#[derive(Debug, Clone)]
pub(crate) enum Role {
    /// The whole sheet.
    Sheet,
    /// A heading of this level, with its text.
    Heading(NonZeroU16, String),
    /// A paragraph.
    Paragraph,
    /// A section, or an entry in it.
    Section,
    /// A list of steps or of contacts.
    List,
    /// One of the list.
    Item,
    /// What the item is called.
    Label,
    /// What the item says.
    Body,
    /// A link.
    Link,
}

#[derive(Debug, Clone, Copy)]
enum Piece {
    Below(NodeId),
    Content(Identifier),
}

/// A tree that grows in reading order: nodes while the sheet is composed, content while it is drawn.
pub(crate) struct Structure {
    nodes: Vec<(Role, Vec<Piece>)>,
}

impl Structure {
    /// The node of the whole sheet.
    pub(crate) const ROOT: NodeId = NodeId(0);

    /// A structure with nothing but the sheet.
    pub(crate) fn new() -> Self {
        Self { nodes: vec![(Role::Sheet, Vec::new())] }
    }

    /// Adds a node after those that its parent has.
    pub(crate) fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push((role, Vec::new()));
        self.put(parent, Piece::Below(id));
        id
    }

    /// Says that drawn content belongs to a node.
    pub(crate) fn mark(&mut self, node: NodeId, content: Identifier) {
        self.put(node, Piece::Content(content));
    }

    fn put(&mut self, node: NodeId, piece: Piece) {
        if let Some((_, pieces)) = self.nodes.get_mut(node.0) {
            pieces.push(piece);
        }
    }

    /// The tree as the PDF wants it. Nodes without content are left out by krilla.
    pub(crate) fn tree(&self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        tree.children = self.below(Self::ROOT);
        tree
    }

    fn below(&self, node: NodeId) -> Vec<Node> {
        let pieces = self.nodes.get(node.0).map(|(_, pieces)| pieces.as_slice()).unwrap_or_default();
        pieces
            .iter()
            .filter_map(|piece| match *piece {
                Piece::Content(content) => Some(Node::Leaf(content)),
                Piece::Below(id) => {
                    let (role, _) = self.nodes.get(id.0)?;
                    Some(Node::Group(TagGroup::with_children(tag(role), self.below(id))))
                }
            })
            .collect()
    }
}

fn tag(role: &Role) -> TagKind {
    match role {
        Role::Sheet => Tag::Div.into(),
        Role::Heading(level, text) => Tag::Hn(*level, Some(text.clone())).into(),
        Role::Paragraph => Tag::P.into(),
        Role::Section => Tag::Section.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Link => Tag::Link.into(),
    }
}
