//! What surrounds every page: header, language menu, danger banner, helpline, sources.

use super::signs_form::Described;
use super::visit::Visit;
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::addresses::cell::CellPage;
use crate::addresses::desk::DeskPage;
use crate::addresses::figures::FiguresPage;
use crate::addresses::mine::MinePage;
use crate::addresses::operation::OperationPage;
use crate::addresses::protection::ProtectionPage;
use crate::addresses::rcp::RcpPage;
use crate::addresses::service::ServicePage;
use crate::assets;
use crate::state::FetchState;
use crate::text::Text;
use ariane_domain::Language;
use ariane_domain::access::{Action, policy};
use ariane_domain::account::Role;
use ariane_domain::danger::Danger;
use ariane_domain::organisation::Organisation;
use ariane_knowledge::fold;

/// A link with its text.
#[derive(Debug, Clone)]
pub struct Link {
    /// Text.
    pub text: String,
    /// Address.
    pub href: String,
}

impl Link {
    /// A link.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }
}

/// A line that answers people in distress or in need.
#[derive(Debug, Clone)]
pub struct Line {
    /// Name.
    pub name: String,
    /// As shown.
    pub phone: String,
    /// For `tel:`.
    pub dial: String,
    /// Opening hours as known.
    pub hours: String,
    /// Address of its page.
    pub href: String,
}

/// What the danger banner shows (duty D1).
#[derive(Debug, Clone)]
pub struct DangerBanner {
    /// Kinds of danger that the words suggest.
    pub dangers: Vec<Danger>,
    /// Crisis lines of the country.
    pub lines: Vec<Line>,
}

/// The frame of a page.
pub struct Shell {
    /// Texts.
    pub t: Text,
    /// Title of the page.
    pub title: String,
    /// The thread: where this page is.
    pub thread: Vec<Link>,
    /// The page in each language.
    pub languages: Vec<(Language, String)>,
    /// Mark of the assets.
    pub version: &'static str,
    /// Emergency number of the country.
    pub emergency: String,
    /// National helpline.
    pub helpline: Option<Line>,
    /// Danger banner, when words suggest it.
    pub danger: Option<DangerBanner>,
    /// Whether fictitious content is shown.
    pub demo: bool,
    /// Background fetch.
    pub fetch: FetchState,
    /// Whether only the starter set is there.
    pub starter_only: bool,
    /// Words in the search field of the header.
    pub query: String,
    /// Whether there is an infoline to write to.
    pub has_desk: bool,
    /// What a change of language must carry along in the body of a form; empty where the address says all.
    pub carried: Vec<(String, String)>,
    /// Who is signed in, and their way out.
    pub signed: Option<SignedBar>,
    /// Address of the sign-in page, where there are accounts.
    pub sign_in: Option<String>,
    /// Token that the forms of the page must carry; see `macros.html`, `form_token`.
    pub form_token: String,
}

/// The line that says who is signed in.
#[derive(Debug, Clone)]
pub struct SignedBar {
    /// Name.
    pub name: String,
    /// Pages of their work, first their own account.
    pub links: Vec<Link>,
    /// Where sign-out is sent.
    pub sign_out: String,
    /// Its token.
    pub form_token: String,
}

fn signed_bar(visit: &Visit) -> Option<SignedBar> {
    let signed = visit.caller.signed.as_ref()?;
    let language = visit.language;
    let mut links = Vec::new();
    if signed.is_full() {
        let works = |action| policy::roles(action).iter().any(|role| signed.account.is(*role));
        if works(Action::ListEnquiries) {
            links.push(Link::new(visit.t.s("desk-queue"), DeskPage::Queue.path(language)));
        } else if works(Action::ReceiveHandover) {
            links.push(Link::new(visit.t.s("desk-received"), DeskPage::Received.path(language)));
        }
        if works(Action::ListCases) {
            links.push(Link::new(visit.t.s("cell-board"), CellPage::Board.path(language)));
        } else if works(Action::FollowInService) {
            links.push(Link::new(visit.t.s("service-title"), ServicePage::List.path(language)));
        } else if works(Action::SendToCell) {
            links.push(Link::new(visit.t.s("cell-send"), CellPage::Send.path(language)));
        }
        if works(Action::AttendRcp) {
            links.push(Link::new(visit.t.s("rcp-own"), RcpPage::Own.path(language)));
        }
        if works(Action::ReadFigures) {
            links.push(Link::new(visit.t.s("figures-title"), FiguresPage::Board.path(language)));
        }
        if works(Action::LockLink) {
            links.push(Link::new(visit.t.s("dpo-link-title"), ProtectionPage::Link.path(language)));
        }
        if works(Action::ReadAccessLog) {
            links.push(Link::new(visit.t.s("dpo-title"), ProtectionPage::Console.path(language)));
        }
        links.push(Link::new(visit.t.s("account-title"), AccountPage::Account.path(language)));
        if signed.account.is(Role::Administrator) {
            links.push(Link::new(visit.t.s("people-title"), AccountPage::People.path(language)));
        }
        if works(Action::ReadHealth) {
            links.push(Link::new(visit.t.s("health-title"), OperationPage::Health.path(language)));
        }
    }
    Some(SignedBar {
        name: signed.account.name.clone(),
        links,
        sign_out: AccountPage::SignOut.path(language),
        form_token: signed.form_token.clone(),
    })
}

/// How a line is shown.
pub(crate) fn line(t: Text, organisation: &Organisation) -> Option<Line> {
    let site = organisation.sites.first()?;
    Some(Line {
        name: organisation.shown_name().to_owned(),
        phone: site.phone.clone(),
        dial: site.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
        hours: t.hours(&site.hours),
        href: Page::Organisation.path_to(t.language, &organisation.id),
    })
}

impl Shell {
    /// The frame of a page whose last part of the address is `what` (empty when there is none).
    pub fn new(visit: &Visit, page: Page, what: &str, title: String) -> Self {
        let at = |l| if what.is_empty() { page.path(l) } else { page.path_to(l, what) };
        Self::with_addresses(visit, page != Page::Start, title, at)
    }

    /// The frame of a page about accounts.
    pub fn account(visit: &Visit, page: AccountPage, what: &str, title: String) -> Self {
        let at = |l| if what.is_empty() { page.path(l) } else { page.path_to(l, what) };
        Self::with_addresses(visit, true, title, at)
    }

    /// The frame of a page whose address in each language is `at`; with its own step in the thread, or without.
    pub fn with_addresses(
        visit: &Visit,
        has_step: bool,
        title: String,
        at: impl Fn(Language) -> String,
    ) -> Self {
        let t = visit.t;
        let profile = visit.knowledge.country(visit.settings.country);
        let mut thread = vec![Link::new(t.s("thread-start"), Page::Start.path(visit.language))];
        if has_step {
            thread.push(Link::new(title.clone(), ""));
        }
        Self {
            t,
            title,
            thread,
            languages: Language::ALL.into_iter().map(|l| (l, at(l))).collect(),
            version: assets::VERSION.as_str(),
            emergency: profile.map_or_else(|| "112".into(), |p| p.emergency.number.clone()),
            helpline: profile
                .and_then(|p| p.helplines.first())
                .and_then(|id| visit.knowledge.directory.get(id))
                .and_then(|o| line(t, o)),
            danger: None,
            demo: visit.settings.demo,
            fetch: visit.app.fetch_state(),
            starter_only: visit.knowledge.catalogue.release.id == "starter",
            query: String::new(),
            has_desk: visit.app.desk.is_some(),
            carried: Vec::new(),
            signed: signed_bar(visit),
            sign_in: visit.app.accounts.as_ref().map(|_| AccountPage::SignIn.path(visit.language)),
            form_token: visit.form_token.clone(),
        }
    }

    /// Puts a step of the thread before the page itself.
    pub fn via(mut self, link: Link) -> Self {
        let at = self.thread.len().saturating_sub(1);
        self.thread.insert(at, link);
        self
    }

    /// Adds a query string to the address in every language.
    pub fn with_query(mut self, query: &str) -> Self {
        if !query.is_empty() {
            for (_, href) in &mut self.languages {
                href.push('?');
                href.push_str(query);
            }
        }
        self
    }

    /// Lets a change of language carry along what was described.
    pub fn carrying(mut self, described: &Described, visit: &Visit) -> Self {
        if !described.text.is_empty() || !described.rows.is_empty() {
            self.carried = described.fields(visit);
        }
        self
    }

    /// Looks at what a person wrote and brings up the emergency number where it is called for.
    pub fn watching(self, visit: &Visit, text: &str) -> Self {
        let words = fold::words(&text.chars().take(20_000).collect::<String>());
        let dangers = visit.knowledge.danger.look(&words);
        self.in_danger(visit, dangers)
    }

    /// Brings up the emergency number where one of these dangers is known.
    pub fn in_danger(mut self, visit: &Visit, mut dangers: Vec<Danger>) -> Self {
        dangers.sort_unstable();
        dangers.dedup();
        if !dangers.is_empty() {
            let profile = visit.knowledge.country(visit.settings.country);
            let lines = profile
                .iter()
                .flat_map(|p| &p.crisis_lines)
                .filter_map(|id| visit.knowledge.directory.get(id))
                .filter_map(|o| line(self.t, o))
                .collect();
            self.danger = Some(DangerBanner { dangers, lines });
        }
        self
    }

    /// Address of an asset.
    pub fn asset(&self, name: &str) -> String {
        format!("/static/{}/{name}", self.version)
    }

    /// Address of a page in this language.
    pub fn to(&self, page: Page) -> String {
        page.path(self.t.language)
    }

    /// Address of the form of the infoline in this language.
    pub fn write(&self) -> String {
        MinePage::Write.path(self.t.language)
    }

    /// Address of one's own request in this language.
    pub fn mine(&self) -> String {
        MinePage::Mine.path(self.t.language)
    }

    /// Address of the public notice about the protection of data.
    pub fn notice(&self) -> String {
        ProtectionPage::Notice.path(self.t.language)
    }

    /// Address of something on a page in this language.
    pub fn below(&self, page: Page, what: &str) -> String {
        page.path_to(self.t.language, what)
    }
}
