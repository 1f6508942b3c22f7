//! Facts beside a conversation: the coded profile, and the orientation sheet of this very enquiry, whose every line can
//! be put into the reply with its source and date.

use super::Desk;
use crate::pages::entry::{Card, need_label};
use crate::pages::sheet::guides_for;
use crate::pages::sheet_form::bare_request;
use crate::pages::visit::Visit;
use ariane_domain::enquiry::{AgeBand, DisorderStatus};
use ariane_domain::organisation::Audience;
use ariane_domain::place::Country;
use ariane_domain::{Language, OrphaCode};
use ariane_orientation::sheet::{self, Request};
use ariane_store::records::enquiries::read::Enquiry;

/// Most structures of a part that are shown beside a conversation.
const MOST: usize = 4;

/// A line that can be put into a reply.
pub struct Fact {
    /// Code by which it is put in.
    pub insert: String,
    /// Name.
    pub title: String,
    /// What it is, where.
    pub detail: String,
    /// Why it is here.
    pub why: String,
    /// Where it comes from and of when it is.
    pub source: String,
    /// What the reader must be warned of.
    pub warning: String,
}

/// A part of the sheet.
pub struct FactBlock {
    /// Heading.
    pub heading: String,
    /// Lines.
    pub facts: Vec<Fact>,
}

impl Desk {
    /// The request for the sheet of an enquiry.
    pub fn sheet_request(&self, enquiry: &Enquiry, visit: &Visit) -> Request {
        let codes = &enquiry.codes;
        let known = self.disorder_of(&enquiry.texts.disorder).1;
        let undiagnosed = codes.disorder_status == DisorderStatus::Undiagnosed;
        Request {
            disorder: known.or_else(|| undiagnosed.then_some(OrphaCode::UNDIAGNOSED)),
            country: Country::new(&codes.person.residence_country).unwrap_or(visit.settings.country),
            needs: codes.needs.clone(),
            audience: match AgeBand::from_word(&codes.person.age_band) {
                Some(AgeBand::Adult) => Some(Audience::Adult),
                Some(band) if band.is_minor() => Some(Audience::Child),
                _ => None,
            },
            ..bare_request(visit)
        }
    }

    /// The sheet beside the conversation.
    pub fn fact_blocks(&self, enquiry: &Enquiry) -> Vec<FactBlock> {
        let visit = &self.visit;
        let request = self.sheet_request(enquiry, visit);
        let composed = sheet::compose(&visit.knowledge.sources(&visit.procedures), request.clone());
        let mut blocks: Vec<FactBlock> = composed
            .sections
            .iter()
            .filter(|section| !section.entries.is_empty())
            .map(|section| FactBlock {
                heading: visit.t.k("part", section.part.word()),
                facts: section.entries.iter().take(MOST).map(|e| of_card(visit, e)).collect(),
            })
            .collect();
        let documents = self.documents(request.disorder);
        if !documents.is_empty() {
            blocks.push(FactBlock { heading: visit.t.s("desk-documents"), facts: documents });
        }
        let guides: Vec<Fact> = guides_for(visit, &request)
            .into_iter()
            .map(|g| Fact {
                insert: format!("guide:{}", g.href.rsplit('/').next().unwrap_or_default()),
                title: g.text,
                detail: String::new(),
                why: String::new(),
                source: String::new(),
                warning: String::new(),
            })
            .collect();
        blocks.push(FactBlock { heading: visit.t.s("desk-guides"), facts: guides });
        blocks
    }

    fn documents(&self, disorder: Option<OrphaCode>) -> Vec<Fact> {
        let visit = &self.visit;
        let all = visit.knowledge.documents.iter().enumerate();
        all.filter(|(_, d)| Some(d.code) == disorder && !d.is_past_review(visit.today))
            .map(|(at, d)| Fact {
                insert: format!("document:{at}"),
                title: d.title.clone(),
                detail: [d.author.as_str(), d.published.as_str()]
                    .into_iter()
                    .filter(|p| !p.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
                why: String::new(),
                source: d.url.clone(),
                warning: String::new(),
            })
            .collect()
    }

    /// The needs of an enquiry in words.
    pub fn needs_of(&self, enquiry: &Enquiry) -> String {
        let needs = enquiry.codes.needs.iter().map(|need| need_label(&self.visit, *need));
        needs.collect::<Vec<_>>().join(", ")
    }

    /// The profile in words: what was asked, with the words of the version under which it was taken.
    pub fn profile(&self, enquiry: &Enquiry) -> Vec<(String, String)> {
        let (t, l) = (self.visit.t, self.visit.language);
        let forms = &self.infoline.forms;
        let version = u32::try_from(enquiry.form_version).unwrap_or(1);
        let shown = |code: &str, value: &str| match code {
            "nationality" | "residence" => self.country(value),
            "language" => self.tongue(value),
            "disorder" => self.disorder_of(value).0,
            _ => {
                let shown = forms.shown(version, code, value, l);
                if shown.known { shown.text } else { t.w("desk-old-value", "value", &shown.text) }
            }
        };
        use ariane_domain::enquiry::form::Answer;
        let mut rows = Vec::new();
        for (code, answer) in self.answers_of(enquiry) {
            let text = match &answer {
                Answer::Choice(value) => shown(&code, value),
                Answer::Multi(values) if code == "needs" => values
                    .iter()
                    .filter_map(|v| v.parse().ok())
                    .map(|need| need_label(&self.visit, need))
                    .collect::<Vec<_>>()
                    .join(", "),
                Answer::Multi(values) => {
                    values.iter().map(|v| shown(&code, v)).collect::<Vec<_>>().join(", ")
                }
                Answer::Text(text) => text.clone(),
                Answer::Number(number) => t.number(*number as f64),
                Answer::Date(date) => t.date(*date),
                Answer::YesNo(yes) => {
                    if *yes {
                        t.s("desk-yes")
                    } else {
                        t.s("desk-no")
                    }
                }
            };
            rows.push((forms.field_label(version, &code, l).to_owned(), text));
        }
        let disorder = &enquiry.texts.disorder;
        if !disorder.is_empty() && disorder.parse::<OrphaCode>().is_err() {
            rows.push((t.s("desk-disorder-said"), disorder.clone()));
        }
        rows
    }
}

fn of_card(visit: &Visit, entry: &sheet::Entry<'_>) -> Fact {
    let card = Card::of_entry(visit, entry);
    let phone = card.phone.as_ref().map_or("", |(shown, _)| shown.as_str());
    let detail = [card.kind.as_str(), card.where_it_is.as_str(), card.distance.as_str(), phone];
    Fact {
        insert: format!("organisation:{}", entry.organisation.id),
        title: card.name,
        detail: detail.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · "),
        why: card.why.first().cloned().unwrap_or_default(),
        source: format!("{} · {}", card.source, card.checked),
        warning: card.warnings.join(" "),
    }
}

/// What a code puts into a reply, in the language of the reply: the name, how to reach it, its page, source and date.
pub fn inserted(desk: &Desk, language: Language, insert: &str) -> Option<String> {
    let visit = Visit::new(desk.visit.app.clone(), language);
    let t = visit.t;
    let (kind, id) = insert.split_once(':')?;
    let mut lines: Vec<String> = Vec::new();
    match kind {
        "organisation" => {
            let organisation = visit.knowledge.directory.get(id)?;
            let card = Card::plain(&visit, organisation, organisation.sites.first()?);
            lines.push(card.name.clone());
            lines.extend([card.full_name, card.where_it_is].into_iter().filter(|l| !l.is_empty()));
            if let Some((shown, _)) = &card.phone {
                lines.push(format!("{} {shown}", t.s("contact-phone")));
            }
            if !card.email.is_empty() {
                lines.push(format!("{} {}", t.s("contact-email"), card.email));
            }
            if !card.url.is_empty() {
                lines.push(format!("{} {}", t.s("contact-web"), card.url));
            }
            if !card.hours.is_empty() {
                lines.push(format!("{} {}", t.s("contact-hours"), card.hours));
            }
            lines.extend(card.warnings);
            lines.push(visit.settings.sign_in.full(&card.href));
            lines.push(format!("({} {} · {})", t.s("card-source"), card.source, card.checked));
        }
        "document" => {
            let document = visit.knowledge.documents.get(id.parse::<usize>().ok()?)?;
            lines.push(document.title.clone());
            lines.push([document.author.as_str(), document.published.as_str()].join(", "));
            lines.push(document.url.clone());
        }
        "guide" => {
            let guide = ariane_knowledge::starter::guides::find(id, language)?;
            lines.push(guide.title);
            let href = crate::addresses::Page::Guides.path_to(language, &guide.slug);
            lines.push(visit.settings.sign_in.full(&href));
        }
        _ => return None,
    }
    Some(lines.join("\n"))
}
