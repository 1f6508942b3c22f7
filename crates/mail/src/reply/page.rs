//! The HTML form of an outgoing text: the same words, paragraphs and links, nothing else.

/// A page of a plain text.
pub(super) fn of(text: &str, language: &str) -> String {
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"></head><body style=\"font-family:sans-serif;font-size:1rem;line-height:1.5\">\n"
    );
    for paragraph in text.split("\n\n").filter(|p| !p.trim().is_empty()) {
        page.push_str("<p>");
        for (number, line) in paragraph.trim_matches('\n').split('\n').enumerate() {
            if number > 0 {
                page.push_str("<br>\n");
            }
            for (place, word) in line.split(' ').enumerate() {
                if place > 0 {
                    page.push(' ');
                }
                link_or_text(word, &mut page);
            }
        }
        page.push_str("</p>\n");
    }
    page.push_str("</body></html>\n");
    page
}

fn link_or_text(word: &str, page: &mut String) {
    let bare = word
        .trim_start_matches(['(', '<', '['])
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '>', ']']);
    let link = bare.starts_with("https://") && bare.len() > 10 && !bare.contains(['"', '\'', '<', '>']);
    let Some((before, after)) = word.split_once(bare).filter(|_| link) else {
        return escape(word, page);
    };
    escape(before, page);
    page.push_str("<a href=\"");
    escape(bare, page);
    page.push_str("\">");
    escape(bare, page);
    page.push_str("</a>");
    escape(after, page);
}

fn escape(text: &str, page: &mut String) {
    for c in text.chars() {
        match c {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            c => page.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_links() {
        let page = of("Bonjour <b>\n\nvoir (https://x.example/a?b=1&c=2).\nfin\n", "fr");
        assert!(page.contains("<p>Bonjour &lt;b&gt;</p>"), "{page}");
        assert!(page.contains("voir (<a href=\"https://x.example/a?b=1&amp;c=2\">https://x.example/a?b=1&amp;c=2</a>).<br>\nfin</p>"), "{page}");
        assert!(!of("javascript:alert(1) http://x.example", "fr").contains("<a "));
    }
}
