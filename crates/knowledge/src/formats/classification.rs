//! `ORPHAclassification_<id>_….xml`: one classification as a tree of entities.

use super::FormatError;
use super::xml::{Node, decode, walk};

/// One classification, its tree flattened to edges.
#[derive(Debug, Default)]
pub struct Classification {
    /// Orphanet's number of the classification, e.g. 146.
    pub id: u32,
    /// Language of the names in the file.
    pub language: String,
    /// Day of extraction.
    pub date: String,
    /// Title in the language of the file.
    pub title: String,
    /// `(child, parent)`; the root has parent 0. Sorted, without repetition.
    pub edges: Vec<(u32, u32)>,
    /// Names met on the way, in the language of the file.
    pub names: Vec<(u32, String, String)>,
}

/// Reads the file.
pub fn read(bytes: &[u8]) -> Result<Classification, FormatError> {
    let text = decode(bytes)?;
    let mut out = Classification::default();
    let mut path: Vec<String> = Vec::with_capacity(64);
    let mut nodes: Vec<u32> = Vec::with_capacity(32);
    let mut named: std::collections::BTreeMap<u32, (String, String)> = Default::default();
    let mut current = (String::new(), String::new());
    walk(&text, |node| {
        match node {
            Node::Open { name, lang, attributes } => {
                for (key, value) in attributes {
                    match (name.as_str(), key.as_str()) {
                        ("JDBOR", "ExtractionDate") => out.date = value,
                        ("Classification", "id") => out.id = value.parse().unwrap_or(0),
                        _ => {}
                    }
                }
                if name == "ClassificationNode" {
                    nodes.push(0);
                }
                if name == "Name"
                    && out.language.is_empty()
                    && path.last().is_some_and(|p| p == "Classification")
                {
                    out.language = lang.unwrap_or_default();
                }
                path.push(name);
            }
            Node::Text(text) => {
                let tail: Vec<&str> = path.iter().rev().take(3).map(String::as_str).collect();
                match tail.as_slice() {
                    ["OrphaCode" | "OrphaNumber", "Disorder", "ClassificationNode"] => {
                        let code = text.trim().parse().unwrap_or(0);
                        let parent = nodes.len().checked_sub(2).map_or(0, |i| nodes[i]);
                        if let Some(last) = nodes.last_mut() {
                            *last = code;
                        }
                        if code != 0 {
                            out.edges.push((code, parent));
                        }
                    }
                    ["Name", "Disorder", "ClassificationNode"] => current.0 = text.trim().to_owned(),
                    ["Name", "DisorderType", "Disorder"] => current.1 = text.trim().to_owned(),
                    ["Name", "Classification", ..] => out.title = text.trim().to_owned(),
                    _ => {}
                }
            }
            Node::Close(name) => {
                path.pop();
                if name == "Disorder" {
                    if let Some(code) = nodes.last().filter(|c| **c != 0) {
                        named.entry(*code).or_insert_with(|| std::mem::take(&mut current));
                    }
                } else if name == "ClassificationNode" {
                    nodes.pop();
                }
            }
        }
        Ok(())
    })?;
    if out.edges.is_empty() {
        return Err(FormatError::Empty("classification node"));
    }
    out.edges.sort_unstable();
    out.edges.dedup();
    out.names = named.into_iter().map(|(code, (name, kind))| (code, name, kind)).collect();
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_becomes_edges_to_the_nearest_parent() {
        let node = |code: u32, name: &str, inner: &str| {
            format!(
                "<ClassificationNode><Disorder><OrphaCode>{code}</OrphaCode><Name lang=\"en\">{name}</Name>\
                 <DisorderType><Name lang=\"en\">Category</Name></DisorderType></Disorder>\
                 <ClassificationNodeChildList>{inner}</ClassificationNodeChildList></ClassificationNode>"
            )
        };
        let tree = node(
            1,
            "root",
            &(node(2, "group", &node(3, "leaf", "")) + &node(4, "other", &node(3, "leaf", ""))),
        );
        let file = format!(
            "<JDBOR ExtractionDate=\"2025-06-24\"><ClassificationList><Classification id=\"146\"><Name lang=\"en\">Heart</Name>\
             <ClassificationNodeRootList>{tree}</ClassificationNodeRootList></Classification></ClassificationList></JDBOR>"
        );
        let read = read(file.as_bytes()).expect("readable");
        assert_eq!((read.id, read.title.as_str(), read.language.as_str()), (146, "Heart", "en"));
        assert_eq!(read.edges, [(1, 0), (2, 1), (3, 2), (3, 4), (4, 1)]);
        assert_eq!(read.names.len(), 4);
    }
}
