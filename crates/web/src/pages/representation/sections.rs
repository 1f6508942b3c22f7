//! The parts of the page: age and what stands still, who acts, what was said, to whom something went.

use crate::pages::desk::Desk;
use crate::pages::protection::board::{self, BoardForm, Cell, Field, Section, Table};
use ariane_domain::protection::recipients::RecipientKind;
use ariane_domain::representation::{Evidence, RepresentativeKind, RepresentedAct, Said, Scope};
use ariane_store::records::rights::recipients::Disclosed;
use ariane_store::records::rights::representatives::Represented;
use uuid::Uuid;

/// Where the page stands.
pub(super) struct Place<'a> {
    /// Its own address.
    pub at: String,
    /// The acts that are asked about here.
    pub acts: &'a [RepresentedAct],
    /// What is said beside those to whom something was passed on.
    pub hint: &'static str,
}

impl Desk {
    /// The page in parts.
    pub(super) fn representation(
        &self,
        place: &Place<'_>,
        of: &Represented,
        disclosed: &[Disclosed],
    ) -> Vec<Section> {
        vec![
            self.standing(place, of),
            self.representatives(place, of),
            self.opinions(place, of),
            self.disclosures(place, disclosed),
        ]
    }

    /// Whether it is a child, in confidence or not, and which acts stand still.
    fn standing(&self, place: &Place<'_>, of: &Represented) -> Section {
        let t = self.visit.t;
        let age = match of.is_minor {
            Some(true) => "minor",
            Some(false) => "adult",
            None => "unknown",
        };
        let mut list = vec![t.k("desk-age", age)];
        if of.is_confidential {
            list.push(t.s("desk-confidential"));
        }
        for (act, why) in of.hindrances.iter().filter(|(act, _)| place.acts.contains(act)) {
            let (act, why) = (t.k("represented-act", act.word()), t.k("hindrance", why.word()));
            list.push(t.ww("desk-hindered", ("act", &act), ("why", &why)));
        }
        Section { list, ..Section::default() }
    }

    fn options<'a>(&self, family: &str, words: impl IntoIterator<Item = &'a str>) -> Vec<(String, String)> {
        board::words(&self.visit, family, words)
    }

    fn representatives(&self, place: &Place<'_>, of: &Represented) -> Section {
        let t = self.visit.t;
        let rows = of.representatives.iter().map(|r| {
            let sole = if r.one.is_sole { format!(" ({})", t.s("desk-sole")) } else { String::new() };
            vec![
                Cell::from(r.name.clone()),
                format!("{}{sole}", t.k("representative", r.one.kind.word())).into(),
                t.k("representative-scope", r.one.scope.word()).into(),
                t.k("representative-evidence", r.one.evidence.word()).into(),
                t.date(r.one.from).into(),
                r.one.until.map(|day| t.date(day)).unwrap_or_default().into(),
            ]
        });
        let table = Table {
            caption: t.s("desk-representatives"),
            head: ["name", "kind", "scope", "evidence", "from", "until"]
                .map(|c| t.k("desk-column", c))
                .into(),
            rows: rows.collect(),
            empty: t.s("desk-representatives-none"),
        };
        let today = self.visit.today;
        let column = |word| t.k("desk-column", word);
        let yes_no = vec![("".to_owned(), t.s("desk-no")), ("1".to_owned(), t.s("desk-sole"))];
        let add = BoardForm {
            title: t.s("desk-representative-add"),
            action: place.at.clone(),
            fields: vec![
                Field::line("name", column("name"), "text", ""),
                Field::select(
                    "kind",
                    column("kind"),
                    self.options(RepresentativeKind::FAMILY, RepresentativeKind::ALL.map(|k| k.word())),
                    "",
                ),
                Field::select(
                    "scope",
                    column("scope"),
                    self.options(Scope::FAMILY, Scope::ALL.map(|s| s.word())),
                    "",
                ),
                Field::select(
                    "evidence",
                    column("evidence"),
                    self.options(Evidence::FAMILY, Evidence::ALL.map(|e| e.word())),
                    "",
                ),
                Field::select("sole", t.s("desk-sole-question"), yes_no, ""),
                Field::line("from", column("from"), "date", today.to_string()),
                Field::line("until", column("until"), "date", ""),
            ],
            buttons: vec![("do", "add".into(), t.s("desk-save"))],
        };
        let acting = of.representatives.iter().enumerate().filter(|(_, r)| r.one.acts_on(today));
        let end = acting.map(|(nth, r)| BoardForm {
            title: t.w("desk-representative-end", "name", &r.name),
            action: place.at.clone(),
            fields: vec![
                Field::hidden("representative", r.one.id.to_string()),
                Field::line("last-day", t.s("desk-last-day"), "date", today.to_string()).nth(nth),
            ],
            buttons: vec![("do", "end".into(), t.s("desk-end"))],
        });
        let forms = std::iter::once(add).chain(end).collect();
        Section { title: t.s("desk-representatives"), table: Some(table), forms, ..Section::default() }
    }

    fn opinions(&self, place: &Place<'_>, of: &Represented) -> Section {
        let t = self.visit.t;
        let name = |by: Option<Uuid>| match by {
            Some(by) => {
                of.representatives.iter().find(|r| r.one.id == by).map(|r| r.name.clone()).unwrap_or_default()
            }
            None => t.s("desk-person-self"),
        };
        let rows = of.told.iter().map(|told| {
            vec![
                Cell::from(self.moment(told.at)),
                name(told.opinion.by).into(),
                t.k("represented-act", told.opinion.act.word()).into(),
                t.k("opinion", told.opinion.said.word()).into(),
            ]
        });
        let table = Table {
            caption: t.s("desk-opinions"),
            head: ["when", "name", "act", "said"].map(|c| t.k("desk-column", c)).into(),
            rows: rows.collect(),
            empty: t.s("desk-opinions-none"),
        };
        let mut who = vec![(String::new(), t.s("desk-person-self"))];
        // Parents are not asked about what an adolescent keeps from them.
        let asked = of.representatives.iter().filter(|_| !of.is_confidential);
        who.extend(asked.map(|r| (r.one.id.to_string(), r.name.clone())));
        let acts = self.options(RepresentedAct::FAMILY, place.acts.iter().map(|act| act.word()));
        let form = BoardForm {
            title: t.s("desk-opinion-add"),
            action: place.at.clone(),
            fields: vec![
                Field::select("by", t.k("desk-column", "name"), who, ""),
                Field::select("act", t.k("desk-column", "act"), acts, ""),
                Field::select(
                    "said",
                    t.k("desk-column", "said"),
                    self.options(Said::FAMILY, Said::ALL.map(|s| s.word())),
                    "",
                ),
            ],
            buttons: vec![("do", "say".into(), t.s("desk-save"))],
        };
        Section {
            title: t.s("desk-opinions"),
            text: t.s("desk-opinions-hint"),
            table: Some(table),
            forms: vec![form],
            ..Section::default()
        }
    }

    fn disclosures(&self, place: &Place<'_>, disclosed: &[Disclosed]) -> Section {
        let t = self.visit.t;
        let rows = disclosed.iter().map(|one| {
            vec![
                Cell::from(self.moment(one.at)),
                t.k("recipient", one.kind.word()).into(),
                one.recipient.clone().into(),
            ]
        });
        let table = Table {
            caption: t.s("desk-disclosures"),
            head: ["when", "kind", "name"].map(|c| t.k("desk-column", c)).into(),
            rows: rows.collect(),
            empty: t.s("desk-disclosures-none"),
        };
        let kinds = [RecipientKind::Controller, RecipientKind::Person].map(|k| k.word());
        let form = BoardForm {
            title: t.s("desk-disclosure-add"),
            action: place.at.clone(),
            fields: vec![
                Field::select(
                    "recipient-kind",
                    t.k("desk-column", "kind"),
                    self.options("recipient", kinds),
                    "",
                ),
                Field::line("recipient", t.k("desk-column", "name"), "text", ""),
            ],
            buttons: vec![("do", "disclose".into(), t.s("desk-save"))],
        };
        Section {
            title: t.s("desk-disclosures"),
            text: t.s(place.hint),
            table: Some(table),
            forms: vec![form],
            ..Section::default()
        }
    }
}
