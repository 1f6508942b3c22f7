//! Plain text of HTML, in the manner of a mail: paragraphs, list marks, `>` before what is quoted, targets of links.

use super::clean::{shown, target};
use super::read::{Token, Tokens};

/// Plain text of any HTML.
pub fn plain(source: &str) -> String {
    let mut page = Page::default();
    let mut link: Option<(String, String)> = None;
    for token in Tokens::new(source) {
        match token {
            Token::Text(text) => {
                if let Some((_, inside)) = &mut link
                    && inside.len() < 4_000
                {
                    inside.push_str(&text);
                }
                page.text(&text);
            }
            Token::Open(name, attributes) => match name.as_str() {
                "br" => page.line(),
                "hr" => {
                    page.block(1);
                    page.text("----------");
                    page.block(1);
                }
                "li" => {
                    page.block(1);
                    page.text("- ");
                }
                "td" | "th" => page.text(" "),
                "pre" => {
                    page.block(2);
                    page.pre += 1;
                }
                "blockquote" => {
                    page.block(2);
                    page.quote = (page.quote + 1).min(20);
                }
                "img" => {
                    if let Some(alt) = attributes.get("alt").filter(|alt| !alt.trim().is_empty()) {
                        page.text(&format!("[{alt}]"));
                    }
                }
                "a" => link = attributes.get("href").as_deref().and_then(target).map(|t| (t, String::new())),
                name => page.block(gap(name)),
            },
            Token::Close(name) => match name.as_str() {
                "a" => {
                    if let Some(shown) = link.take().and_then(|(target, text)| shown(&text, &target)) {
                        page.text(&format!(" <{shown}>"));
                    }
                }
                "pre" => {
                    page.block(2);
                    page.pre = page.pre.saturating_sub(1);
                }
                "blockquote" => {
                    page.block(2);
                    page.quote = page.quote.saturating_sub(1);
                }
                name => page.block(gap(name)),
            },
        }
    }
    page.finish()
}

/// How many line ends an element puts around itself.
fn gap(name: &str) -> usize {
    match name {
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "ul" | "ol" | "dl" => 2,
        "div" | "tr" | "dt" | "dd" | "center" | "section" | "article" | "header" | "footer" | "caption"
        | "address" | "li" => 1,
        _ => 0,
    }
}

#[derive(Default)]
struct Page {
    out: String,
    /// Line ends that come before the next text.
    pending: usize,
    blank: bool,
    quote: usize,
    pre: usize,
    begun: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if self.pre > 0 && c == '\n' {
                self.line();
            } else if c.is_whitespace() && !(self.pre > 0 && matches!(c, ' ' | '\t')) {
                self.blank = true;
            } else {
                self.begin();
                if std::mem::take(&mut self.blank) && !self.out.is_empty() && !self.out.ends_with(['\n', ' '])
                {
                    self.out.push(' ');
                }
                self.out.push(c);
            }
        }
    }

    /// Writes the line ends that are due, and the marks of the quotation.
    fn begin(&mut self) {
        if self.begun && self.pending == 0 {
            return;
        }
        let marks = ">".repeat(self.quote);
        if self.begun {
            let lines = self.pending.min(3);
            for number in 0..lines {
                self.out.push('\n');
                if self.quote > 0 && number + 1 < lines {
                    self.out.push_str(&marks);
                }
            }
        }
        if self.quote > 0 {
            self.out.push_str(&marks);
            self.out.push(' ');
        }
        self.begun = true;
        self.pending = 0;
        self.blank = false;
    }

    fn line(&mut self) {
        self.pending += 1;
        self.blank = false;
    }

    fn block(&mut self, gap: usize) {
        if gap > 0 {
            self.pending = self.pending.max(gap);
            self.blank = false;
        }
    }

    fn finish(mut self) -> String {
        if self.begun {
            self.out.push('\n');
        }
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_page() {
        assert_eq!(
            plain(
                "<html><head><title>t</title></head><body><p>Bonjour,</p><p>un\n  <b>deux</b> &eacute;</p><ul><li>a<li>b</ul>fin"
            ),
            "Bonjour,\n\nun deux é\n\n- a\n- b\n\nfin\n"
        );
        assert_eq!(plain("a<br>b<br><br>c"), "a\nb\n\nc\n");
        assert_eq!(
            plain("oui<blockquote>a<br>b</blockquote>"),
            "oui\n\n> a\n> b\n".replace("\n\n> a", "\n>\n> a")
        );
        assert_eq!(
            plain("<a href='https://x.example/y'>here</a> <a href='mailto:a@b.example'>a@b.example</a>"),
            "here <https://x.example/y> a@b.example\n"
        );
        assert_eq!(plain("<pre>a  b\n c</pre>"), "a  b\n c\n");
        assert_eq!(plain("<script>x</script><style>y</style>"), "");
    }
}
