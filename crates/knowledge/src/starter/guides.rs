//! Plain-language guides in five languages: what a CRMR is, how inheritance works, …

use ariane_domain::Language;
use chrono::NaiveDate;

/// One guide in one language.
#[derive(Debug, Clone)]
pub struct Guide {
    /// Part of its address, the same in all languages.
    pub slug: String,
    /// Language.
    pub language: Language,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Addresses of sources.
    pub sources: Vec<String>,
    /// Day of the last check.
    pub checked: Option<NaiveDate>,
    /// Markdown.
    pub body: String,
}

fn parse(slug: &str, language: Language, text: &str) -> Guide {
    let mut guide = Guide {
        slug: slug.into(),
        language,
        title: slug.into(),
        summary: String::new(),
        sources: Vec::new(),
        checked: None,
        body: String::new(),
    };
    let text = text.trim_start().strip_prefix("---\n").unwrap_or(text);
    let mut lines = text.lines();
    for line in lines.by_ref() {
        let line = line.trim();
        match line.split_once(':') {
            Some(("title", value)) => value.trim().clone_into(&mut guide.title),
            Some(("summary", value)) => value.trim().clone_into(&mut guide.summary),
            Some(("sources", value)) => guide.sources = value.split_whitespace().map(str::to_owned).collect(),
            Some(("checked", value)) => guide.checked = value.trim().parse().ok(),
            _ if line == "---" || line.is_empty() => break,
            _ => {
                guide.body.push_str(line);
                guide.body.push('\n');
                break;
            }
        }
    }
    for line in lines {
        guide.body.push_str(line);
        guide.body.push('\n');
    }
    guide
}

/// All guides of a language, by slug.
pub fn of(language: Language) -> Vec<Guide> {
    let prefix = format!("guides/{language}/");
    let mut guides: Vec<Guide> = super::names()
        .filter_map(|name| {
            let slug = name.strip_prefix(&prefix)?.strip_suffix(".md")?.to_owned();
            Some(parse(&slug, language, &String::from_utf8_lossy(&super::file(&name))))
        })
        .collect();
    guides.sort_by(|a, b| a.slug.cmp(&b.slug));
    guides
}

/// One guide, in the reader's language or the nearest fallback.
pub fn find(slug: &str, language: Language) -> Option<Guide> {
    if !slug.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
        return None;
    }
    std::iter::once(language).chain(language.fallbacks()).find_map(|l| {
        let bytes = super::file(&format!("guides/{l}/{slug}.md"));
        (!bytes.is_empty()).then(|| parse(slug, l, &String::from_utf8_lossy(&bytes)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_guide_is_read_apart_from_its_body() {
        let guide = parse(
            "x",
            Language::En,
            "---\ntitle: A: b\nsources: https://a https://b\nchecked: 2026-11-22\n---\n## Head\ntext\n",
        );
        assert_eq!((guide.title.as_str(), guide.sources.len()), ("A: b", 2));
        assert_eq!(guide.body, "## Head\ntext\n");
        assert!(guide.checked.is_some());
    }

    #[test]
    fn a_slug_cannot_leave_the_folder() {
        assert!(find("../../disorders", Language::Fr).is_none());
    }
}
