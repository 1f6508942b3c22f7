//! The parts of a message. Nesting is walked with a list of its own, never by calls, so that depth costs no stack;
//! depth, number of parts and work are bounded, and what lies beyond a bound becomes one part of bytes.

use memchr::memmem;

use crate::limits::Limits;

use super::header::Header;

/// What a part is in the frame around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A part of its own: of the message, or of a mixed one.
    Own,
    /// One of several forms of the same content.
    Alternative,
    /// Belongs to another part, such as a picture in a text.
    Related,
    /// Part of a report about delivery or reading.
    Report,
}

/// A part that is not a multipart itself.
pub(crate) struct Leaf<'x> {
    pub header: Header,
    /// In lower case, such as `text/plain`.
    pub media_type: String,
    pub charset: Option<String>,
    /// As decoded from the header, not yet clean.
    pub name: Option<String>,
    pub attached: bool,
    pub place: Place,
    /// Number of the innermost alternative this part is within.
    pub alternative: Option<usize>,
    /// Still in its transfer encoding.
    pub body: &'x [u8],
    /// Not looked into, because a bound was reached.
    pub unread: bool,
}

/// What was met on the way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub depth: bool,
    pub parts: bool,
    pub header: bool,
    pub unclosed: bool,
}

/// The parts of a message in their order.
pub(crate) struct Tree<'x> {
    pub header: Header,
    pub leaves: Vec<Leaf<'x>>,
    pub bounds: Bounds,
    /// `multipart/report` with its report type, at the top.
    pub report: Option<String>,
    /// The message is encrypted as a whole.
    pub encrypted: bool,
}

struct Work<'x> {
    bytes: &'x [u8],
    depth: usize,
    place: Place,
    alternative: Option<usize>,
    digest: bool,
}

/// Splits a message into its parts.
pub(crate) fn split<'x>(bytes: &'x [u8], limits: &Limits) -> Tree<'x> {
    let (top, _) = Header::read(bytes, limits);
    let mut tree =
        Tree { header: top, leaves: Vec::new(), bounds: Bounds::default(), report: None, encrypted: false };
    let mut alternatives = 0;
    // How many bytes may be searched for boundaries in all: deep nesting would otherwise cost its square.
    let mut budget = bytes.len().saturating_mul(12).saturating_add(16 * 1024 * 1024);
    let mut list = vec![Work { bytes, depth: 0, place: Place::Own, alternative: None, digest: false }];
    while let Some(work) = list.pop() {
        let (header, start) = Header::read(work.bytes, limits);
        tree.bounds.header |= header.cut;
        let body = &work.bytes[start..];
        let content = header.content("content-type");
        let kind = content.as_ref().map_or_else(
            || if work.digest { "message/rfc822".to_owned() } else { "text/plain".to_owned() },
            |c| match &c.c_subtype {
                Some(subtype) => format!("{}/{}", c.c_type.trim(), subtype.trim()).to_ascii_lowercase(),
                None => c.c_type.trim().to_ascii_lowercase(),
            },
        );
        let attribute = |name: &str| content.as_ref().and_then(|c| c.attribute(name)).map(str::to_owned);
        let boundary = attribute("boundary").filter(|b| !b.is_empty() && b.len() <= 200);
        if let (true, Some(boundary)) = (kind.starts_with("multipart/"), boundary) {
            if work.depth == 0 {
                if kind == "multipart/report" {
                    tree.report = Some(attribute("report-type").unwrap_or_default().to_ascii_lowercase());
                }
                tree.encrypted = kind == "multipart/encrypted";
            }
            let reachable = work.depth < limits.depth && budget >= body.len();
            let open = limits.parts.saturating_sub(tree.leaves.len() + list.len());
            if reachable && open > 0 {
                budget -= body.len();
                let found = sections(body, boundary.as_bytes(), open);
                if !found.sections.is_empty() {
                    tree.bounds.unclosed |= !found.closed;
                    tree.bounds.parts |= found.more;
                    let (place, alternative) = match kind.as_str() {
                        "multipart/alternative" => {
                            alternatives += 1;
                            (Place::Alternative, Some(alternatives))
                        }
                        "multipart/related" => (Place::Related, work.alternative),
                        "multipart/report" => (Place::Report, None),
                        _ => (Place::Own, work.alternative),
                    };
                    let digest = kind == "multipart/digest";
                    list.extend(found.sections.into_iter().rev().map(|bytes| Work {
                        bytes,
                        depth: work.depth + 1,
                        place,
                        alternative,
                        digest,
                    }));
                    continue;
                }
                // No part begins: what is there is text, as a reader without MIME would see it.
                tree.bounds.unclosed = true;
                tree.leaves.push(leaf(header, "text/plain".into(), None, &work, body, false));
                continue;
            }
            tree.bounds.depth |= !reachable;
            tree.bounds.parts |= open == 0;
            tree.leaves.push(leaf(header, "application/octet-stream".into(), None, &work, work.bytes, true));
            continue;
        }
        let kind = if kind.starts_with("multipart/") { "text/plain".to_owned() } else { kind };
        let charset = attribute("charset");
        tree.leaves.push(leaf(header, kind, charset, &work, body, false));
    }
    tree
}

fn leaf<'x>(
    header: Header,
    media_type: String,
    charset: Option<String>,
    work: &Work<'x>,
    body: &'x [u8],
    unread: bool,
) -> Leaf<'x> {
    let disposition = header.content("content-disposition");
    let kind = header.content("content-type");
    let name = disposition
        .as_ref()
        .and_then(|d| d.attribute("filename"))
        .or_else(|| kind.as_ref().and_then(|c| c.attribute("name")))
        .map(super::header::unstructured)
        .filter(|n| !n.trim().is_empty());
    let attached = disposition.as_ref().is_some_and(|d| d.c_type.eq_ignore_ascii_case("attachment"));
    Leaf {
        media_type,
        charset,
        name,
        attached,
        place: work.place,
        alternative: work.alternative,
        body,
        unread,
        header,
    }
}

struct Sections<'x> {
    sections: Vec<&'x [u8]>,
    closed: bool,
    more: bool,
}

/// What lies between the lines `--boundary` of a body, up to `--boundary--` or the end. At most `open` sections: the
/// last one then holds the rest.
fn sections<'x>(body: &'x [u8], boundary: &[u8], open: usize) -> Sections<'x> {
    let mut found = Sections { sections: Vec::new(), closed: false, more: false };
    let mut mark = Vec::with_capacity(boundary.len() + 2);
    mark.extend_from_slice(b"--");
    mark.extend_from_slice(boundary.trim_ascii_end());
    let finder = memmem::Finder::new(&mark);
    let mut start: Option<usize> = None;
    let mut at = 0;
    while let Some(hit) = finder.find(&body[at..]).map(|n| at + n) {
        let after = hit + mark.len();
        at = after;
        if hit > 0 && body[hit - 1] != b'\n' {
            continue;
        }
        let end = memchr::memchr(b'\n', &body[after..]).map_or(body.len(), |n| after + n + 1);
        let tail = body[after..end].trim_ascii();
        let closing = tail == b"--";
        if !closing && !tail.is_empty() {
            continue;
        }
        if let Some(start) = start.take() {
            found.sections.push(without_line_end(&body[start..hit.max(start)]));
        }
        if closing {
            found.closed = true;
            return found;
        }
        start = Some(end);
        at = end;
        if found.sections.len() + 1 >= open {
            found.more = true;
            break;
        }
    }
    if let Some(start) = start {
        found.sections.push(&body[start..]);
    }
    found
}

/// The line end before a boundary belongs to the boundary.
fn without_line_end(bytes: &[u8]) -> &[u8] {
    match bytes {
        [rest @ .., b'\r', b'\n'] | [rest @ .., b'\n'] => rest,
        rest => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(String, String)> {
        let tree = split(text.as_bytes(), &Limits::default());
        tree.leaves
            .iter()
            .map(|l| (l.media_type.clone(), String::from_utf8_lossy(l.body).into_owned()))
            .collect()
    }

    #[test]
    fn parts_in_their_order() {
        let text = "Content-Type: multipart/mixed; boundary=a\n\npreamble\n--a\n\none\n--a\nContent-Type: multipart/alternative; boundary=ab\n\n--ab\nContent-Type: text/html\n\ntwo\n--ab--\n--a\nContent-Type: image/png\n\nthree\n--a--\nepilogue\n";
        assert_eq!(
            kinds(text),
            [("text/plain", "one"), ("text/html", "two"), ("image/png", "three")]
                .map(|(a, b)| (a.into(), b.into()))
        );
    }

    #[test]
    fn a_boundary_that_begins_like_another_is_another() {
        let text = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none --a\n--ab\nstill\n--a--\n";
        assert_eq!(kinds(text), [("text/plain".into(), "one --a\n--ab\nstill".into())]);
    }

    #[test]
    fn a_missing_end_keeps_what_is_there() {
        let text = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a\n\ntw";
        let tree = split(text.as_bytes(), &Limits::default());
        assert_eq!(tree.leaves.len(), 2);
        assert!(tree.bounds.unclosed);
        assert_eq!(
            kinds("Content-Type: multipart/mixed; boundary=a\n\nno part"),
            [("text/plain".into(), "no part".into())]
        );
    }

    #[test]
    fn too_many_parts_keep_the_rest_in_the_last() {
        let limits = Limits { parts: 3, ..Limits::default() };
        let text = format!("Content-Type: multipart/mixed; boundary=a\n\n{}--a--\n", "--a\n\nx\n".repeat(9));
        let tree = split(text.as_bytes(), &limits);
        assert_eq!(tree.leaves.len(), 3);
        assert!(tree.bounds.parts);
    }
}
