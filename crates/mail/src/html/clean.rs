//! Safe HTML: structure and emphasis, links with their target in plain sight, nothing that loads or runs.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::read::{Token, Tokens};

const TAGS: &[&str] = &[
    "a",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];
/// How deep elements may nest. Deeper ones lose their tags, not their text.
const DEPTH: usize = 60;
/// How many tags are kept. After that only text is.
const MOST: usize = 30_000;
/// Longest target that is written out, in characters.
const TARGET: usize = 300;

static GATE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut gate = Builder::default();
    gate.tags(TAGS.iter().copied().collect())
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan"])),
        ]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"))
        .set_tag_attribute_value("a", "target", "_blank")
        .allowed_classes(HashMap::from([("span", HashSet::from(["link-target"]))]))
        .strip_comments(true);
    gate
});

/// Safe HTML of any HTML: nothing in it loads, runs, or leaves its place on the page.
///
/// Links carry `rel="noopener noreferrer nofollow"`, and where their text is not their target, the target follows in
/// `<span class="link-target">`. Pictures become their alternative text in brackets.
pub fn clean(source: &str) -> String {
    let mut writer = Writer::default();
    for token in Tokens::new(source) {
        match token {
            Token::Text(text) => writer.text(&text),
            Token::Open(name, attributes) => match name.as_str() {
                "img" => {
                    if let Some(alt) = attributes.get("alt").filter(|alt| !alt.trim().is_empty()) {
                        writer.text(&format!("[{}]", crate::fold::single_line(&alt, TARGET)));
                    }
                }
                "a" => writer.link(attributes.get("href").as_deref().and_then(target)),
                "br" | "hr" => writer.void(&name),
                "td" | "th" => {
                    let span =
                        |of: &str| attributes.get(of).and_then(|n| n.parse::<u8>().ok()).filter(|n| *n > 1);
                    let mut more = String::new();
                    for of in ["colspan", "rowspan"] {
                        if let Some(n) = span(of) {
                            more.push_str(&format!(" {of}=\"{n}\""));
                        }
                    }
                    writer.open(&name, &more);
                }
                _ => writer.open(&name, ""),
            },
            Token::Close(name) => writer.close(&name),
        }
    }
    GATE.clean(&writer.finish()).to_string()
}

/// The target of a link, when it is one that may be followed.
pub(super) fn target(href: &str) -> Option<String> {
    let href: String = href.chars().filter(|c| !crate::fold::is_deceptive(*c)).collect();
    let href = href.trim();
    let (scheme, rest) = href.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let known = matches!(scheme.as_str(), "http" | "https") && rest.starts_with("//")
        || matches!(scheme.as_str(), "mailto" | "tel");
    (known && href.len() <= 2_000 && !href.contains(char::is_whitespace)).then(|| format!("{scheme}:{rest}"))
}

/// The target as it is written out, when the text of the link is not the same.
pub(super) fn shown(text: &str, target: &str) -> Option<String> {
    let bare = target.strip_prefix("mailto:").or_else(|| target.strip_prefix("tel:")).unwrap_or(target);
    let same = |a: &str, b: &str| {
        a.trim().trim_end_matches('/').eq_ignore_ascii_case(b.trim().trim_end_matches('/'))
    };
    let without = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://")).unwrap_or(bare);
    if same(text, bare) || same(text, without) {
        return None;
    }
    let mut short: String = bare.chars().take(TARGET).collect();
    if short.len() < bare.len() {
        short.push('…');
    }
    Some(short)
}

/// Writes tags that always close, in order, within the bounds.
#[derive(Default)]
struct Writer {
    out: String,
    open: Vec<&'static str>,
    tags: usize,
    link: Option<(String, String)>,
}

impl Writer {
    fn text(&mut self, text: &str) {
        if let Some((_, inside)) = &mut self.link
            && inside.len() < 4_000
        {
            inside.push_str(text);
        }
        escape(text, &mut self.out);
    }

    fn open(&mut self, name: &str, attributes: &str) {
        let Some(name) = TAGS.iter().find(|tag| **tag == name).copied() else { return };
        match name {
            "li" => self.close_within(&["li"], &["ul", "ol"]),
            "dt" | "dd" => self.close_within(&["dt", "dd"], &["dl"]),
            "td" | "th" => self.close_within(&["td", "th"], &["table"]),
            "tr" => self.close_within(&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => self.close_within(&["thead", "tbody", "tfoot"], &["table"]),
            "p" | "div" | "blockquote" | "ul" | "ol" | "dl" | "table" | "pre" | "h1" | "h2" | "h3" | "h4"
            | "h5" | "h6" => {
                self.close_within(&["p"], &["td", "th", "li", "blockquote", "div"]);
            }
            _ => {}
        }
        if self.open.len() >= DEPTH || self.tags >= MOST {
            return;
        }
        self.tags += 1;
        self.open.push(name);
        self.out.push('<');
        self.out.push_str(name);
        self.out.push_str(attributes);
        self.out.push('>');
    }

    fn void(&mut self, name: &str) {
        if self.tags < MOST {
            self.tags += 1;
            self.out.push('<');
            self.out.push_str(name);
            self.out.push('>');
        } else {
            self.out.push('\n');
        }
    }

    fn link(&mut self, target: Option<String>) {
        self.close("a");
        let Some(target) = target else { return };
        let before = self.open.len();
        let mut href = String::from(" href=\"");
        escape(&target, &mut href);
        href.push('"');
        self.open("a", &href);
        if self.open.len() > before {
            self.link = Some((target, String::new()));
        }
    }

    /// Closes an element if it is open, and all within it.
    fn close(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|open| *open == name) {
            self.close_to(at);
        }
    }

    /// Closes an element of these names, unless one of the others is nearer.
    fn close_within(&mut self, names: &[&str], borders: &[&str]) {
        for at in (0..self.open.len()).rev() {
            if names.contains(&self.open[at]) {
                return self.close_to(at);
            }
            if borders.contains(&self.open[at]) {
                return;
            }
        }
    }

    fn close_to(&mut self, at: usize) {
        while self.open.len() > at {
            let Some(name) = self.open.pop() else { return };
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
            if name == "a"
                && let Some(shown) = self.link.take().and_then(|(target, text)| shown(&text, &target))
            {
                self.out.push_str(" <span class=\"link-target\">[");
                escape(&shown, &mut self.out);
                self.out.push_str("]</span>");
            }
        }
    }

    fn finish(mut self) -> String {
        self.close_to(0);
        self.out
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            // Overrides of the writing direction would let a text show itself other than it is.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_structure() {
        assert_eq!(clean("<p>a <b>b</b><br>c<p>d"), "<p>a <b>b</b><br>c</p><p>d</p>");
        assert_eq!(clean("<ul><li>a<li>b</ul>"), "<ul><li>a</li><li>b</li></ul>");
        assert_eq!(
            clean("<table><tr><td colspan=2>a<td>b<tr><td>c</table>"),
            "<table><tbody><tr><td colspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>"
        );
    }

    #[test]
    fn links_show_where_they_lead() {
        let rel = "target=\"_blank\" rel=\"noopener noreferrer nofollow\"";
        assert_eq!(
            clean("<a href='https://evil.example/x?a=1&amp;b=2'>your bank</a>"),
            format!(
                "<a href=\"https://evil.example/x?a=1&amp;b=2\" {rel}>your bank</a> <span class=\"link-target\">[https://evil.example/x?a=1&amp;b=2]</span>"
            )
        );
        assert_eq!(
            clean("<a href='https://a.example/'>a.example</a>"),
            format!("<a href=\"https://a.example/\" {rel}>a.example</a>")
        );
        for href in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "/local",
            "vbscript:x",
            "https:x",
            " JaVaScRiPt:x",
            "&#106;avascript:x",
            "file:///etc",
        ] {
            assert_eq!(clean(&format!("<a href=\"{href}\">t</a>")), "t", "{href}");
        }
    }

    #[test]
    fn nothing_loads_or_runs() {
        for hostile in HOSTILE {
            let safe = clean(hostile).to_ascii_lowercase();
            for forbidden in [
                "<script",
                "<img",
                "<svg",
                "<math",
                "<style",
                "<base",
                "<meta",
                "<form",
                "<input",
                "<iframe",
                "<object",
                "<link",
                " src",
                " on",
                "style=",
                "url(",
                "javascript:",
                "data:",
                "cid:",
                "<!--",
            ] {
                let inside_tag = safe
                    .split('<')
                    .skip(1)
                    .any(|tag| format!("<{}", tag.split('>').next().unwrap_or("")).contains(forbidden));
                assert!(!inside_tag, "{forbidden} in {safe} of {hostile}");
            }
        }
    }

    const HOSTILE: &[&str] = &[
        "<script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</script>",
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=alert(1)>",
        "<img src=x onerror=alert(1) alt='a\"><script>'>",
        "<img src=\"https://track.example/p.gif\">",
        "<img src=cid:x><img src=data:image/png;base64,AA>",
        "<div style='background:url(https://track.example/x)'>x</div>",
        "<style>@import url(https://track.example/x)</style>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<base href=https://evil.example/><a href=x>y</a>",
        "<form action=https://evil.example><input name=x></form>",
        "<link rel=stylesheet href=https://track.example/x>",
        "<body background=https://track.example/x onload=alert(1)>",
        "<table background=https://track.example/x><tr><td background=x>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<p title='--><img src=x onerror=alert(1)>'>",
        "<a href='x' style='position:fixed;inset:0'>x",
        "<video src=https://track.example/x autoplay>",
        "<textarea><img title=\"</textarea><img src onerror=alert(1)>\"></textarea>",
        "<template><img src=x onerror=alert(1)></template>",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
        "<!--><img src=x onerror=alert(1)>-->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<a href=\"https://x.example\" onclick=\"alert(1)\" ping=https://track.example>x</a>",
        "<plaintext><img src=x onerror=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
    ];

    #[test]
    fn hostile_nesting_costs_little() {
        for source in [
            "<div>".repeat(200_000),
            (0..50_000).map(|n| format!("<p><font size={n}><b id={n}>")).collect::<String>(),
            "<table><tr><td>".repeat(60_000),
            "<a href=https://x.example>".repeat(40_000),
            "<!-- -->".repeat(120_000),
            "<a x=\"".repeat(150_000),
            "<script>".repeat(100_000),
            "&".repeat(100_000),
            "<".repeat(100_000),
        ] {
            let started = std::time::Instant::now();
            let _ = clean(&source);
            let _ = crate::html::plain(&source);
            assert!(started.elapsed().as_secs() < 10, "{}", &source[..20]);
        }
    }
}
