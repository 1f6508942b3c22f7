//! An agreement as who follows the file reads it, with what can be done about it.

use crate::pages::cell::fault::Failed;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::start::Choice;
use ariane_domain::consent::{Consent, GivenBy, Means, Minority, Parents, Standing};
use ariane_domain::representation::RepresentativeKind;
use ariane_store::records::care::documents::Document;
use ariane_store::records::consents::Recorded;

/// Where agreements are shown.
pub(super) struct Shown<'s> {
    /// Address under which each is changed.
    pub at: String,
    /// Address of the documents of the file, and those that are there; none where they are not open.
    pub documents: Option<(String, &'s [Document])>,
    /// What is known of the person's age.
    pub minority: Minority,
}

/// An agreement, ready to read.
pub(super) struct View {
    pub form: String,
    pub purpose: String,
    pub recipient: String,
    pub standing: String,
    pub counts: bool,
    pub detail: String,
    pub asked: String,
    pub text: String,
    pub renew: String,
    pub paper: String,
    pub withdraw: String,
    pub ways: Vec<Choice>,
    /// Where the second parent's signature is written down; empty where none is missing.
    pub second: String,
    /// The signed paper: where it is, and its name; empty where none is kept.
    pub scan: (String, String),
    /// Where a signed paper is put beside it; empty where nothing was signed on paper.
    pub scan_to: String,
    pub version: i32,
    pub error: String,
}

impl Desk {
    pub(super) fn consent_view(
        &self,
        shown: &Shown<'_>,
        one: &Recorded,
        colleagues: &Colleagues,
        failed: &Failed,
    ) -> View {
        let (t, today) = (self.visit.t, self.today());
        let minority = &shown.minority;
        let form = format!("consent-{}", one.id);
        let standing = one.given.map(|(_, given)| given.standing(today, minority));
        let may_end =
            one.withdrawn.is_none() && !matches!(standing, Some(Standing::Expired | Standing::OfAge));
        let on_paper = one.given.is_some_and(|(means, _)| means == Means::Paper);
        let to = |needed: bool, word: &str| match needed {
            true => format!("{}/{}/{word}", shown.at, one.id),
            false => String::new(),
        };
        let kept = shown.documents.as_ref().and_then(|(at, all)| {
            let found = all.iter().find(|document| Some(document.id) == one.paper)?;
            Some((format!("{at}/{}", found.id), found.name.clone()))
        });
        let day = self.infoline.office.day(one.asked.0);
        let by = colleagues.name(one.asked.1);
        View {
            purpose: t.k("purpose", one.purpose.word()),
            recipient: match one.recipient.as_str() {
                "" => t.s("consent-everybody"),
                name => name.to_owned(),
            },
            standing: t.k("consent-standing", one.standing_word(today, minority)),
            counts: standing == Some(Standing::Valid),
            detail: one.given.map(|(means, given)| self.given_words(means, &given)).unwrap_or_default(),
            asked: t.ww("consent-asked-by", ("name", &by), ("day", &t.date(day))),
            text: one.text.clone(),
            renew: one
                .given
                .and_then(|(_, given)| given.renew_from(today, minority))
                .filter(|day| *day <= today)
                .map(|_| t.s("consent-renew"))
                .unwrap_or_default(),
            paper: to(true, "paper"),
            withdraw: to(may_end, "withdraw"),
            second: to(standing == Some(Standing::OneParent), "second"),
            scan: kept.unwrap_or_default(),
            scan_to: to(on_paper && shown.documents.is_some(), "scan"),
            ways: self.choices(
                &[Means::Spoken.word(), Means::Paper.word()],
                "consent-means",
                &failed.text(&form, "means"),
            ),
            version: one.version,
            error: failed.error(&form),
            form,
        }
    }

    fn given_words(&self, means: Means, given: &Consent) -> String {
        let t = self.visit.t;
        let mut args = fluent_bundle::FluentArgs::new();
        args.set("by", by_words(self, given));
        args.set("means", t.k("consent-means", means.word()));
        args.set("from", t.date(given.from));
        args.set("until", t.date(given.until));
        t.with("consent-given", &args)
    }
}

fn by_words(desk: &Desk, given: &Consent) -> String {
    let t = desk.visit.t;
    match given.by {
        GivenBy::Person => t.s("consent-by-person"),
        GivenBy::Representative(RepresentativeKind::Parent) => {
            t.k("consent-parents", given.parents.unwrap_or(Parents::One).word())
        }
        GivenBy::Representative(kind) => t.k("representative", kind.word()),
    }
}
