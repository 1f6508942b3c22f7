//! What surrounds every page of the desk: its own line of links, the search, the keys.

use super::Desk;
use crate::addresses::Page;
use crate::addresses::care::CarePage;
use crate::addresses::cell::CellPage;
use crate::addresses::desk::DeskPage;
use crate::addresses::figures::FiguresPage;
use crate::addresses::meeting::MeetingPage;
use crate::addresses::panel::PanelPage;
use crate::addresses::rcp::RcpPage;
use crate::addresses::referral::ReferralPage;
use crate::addresses::service::ServicePage;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::{Action, policy};

/// A link of the desk, and whether it is the page at hand.
#[derive(Debug, Clone)]
pub struct Tab {
    /// Link.
    pub link: Link,
    /// Whether it is here.
    pub is_here: bool,
}

/// The frame.
#[derive(Debug, Clone)]
pub struct Work {
    /// Pages of the desk that who is signed in may open.
    pub tabs: Vec<Tab>,
    /// Where the search is sent; empty for who may not search.
    pub find: String,
    /// The queue, for the keys.
    pub queue: String,
    /// A new call, for the keys.
    pub call: String,
    /// The public start page.
    pub home: String,
    /// Directory, sheet and search of the finder.
    pub finder: Vec<Link>,
    /// Whose drafts may be in this browser: the account, for the scripts.
    pub account: String,
    /// Whether the page is about a fictitious file, and does not say so itself.
    pub is_training: bool,
}

impl Work {
    /// Whether one of the tabs leads there already.
    pub fn has_tab(&self, href: &str) -> bool {
        self.tabs.iter().any(|tab| tab.link.href == href)
    }

    /// The frame of a page of the desk.
    pub fn new(desk: &Desk, here: Option<DeskPage>) -> Self {
        let here = here.map(|page| page.path(desk.visit.language)).unwrap_or_default();
        Self::at(desk, &here)
    }

    /// The frame of the work page with this address.
    pub fn at(desk: &Desk, here: &str) -> Self {
        let (t, l) = (desk.visit.t, desk.visit.language);
        let may = |action: Action| {
            policy::roles(action).iter().any(|role| desk.signed.account.roles.contains(role))
        };
        let pages = [
            (DeskPage::Queue.path(l), "desk-queue", Action::ListEnquiries),
            (DeskPage::Call.path(l), "desk-call", Action::LogEnquiry),
            (CellPage::Board.path(l), "cell-board", Action::ListCases),
            (CarePage::Waiting.path(l), "care-waiting", Action::ListCases),
            (MeetingPage::List.path(l), "meeting-list", Action::HoldMeeting),
            (ReferralPage::List.path(l), "referral-list", Action::PrepareReferral),
            (PanelPage::List.path(l), "panel-list", Action::PreparePanel),
            (RcpPage::List.path(l), "rcp-list", Action::HoldRcp),
            (RcpPage::Own.path(l), "rcp-own", Action::AttendRcp),
            (CellPage::OwnSteps.path(l), "cell-own-steps", Action::DoOwnSteps),
            (CellPage::Emergency.path(l), "emergency-title", Action::OpenEmergency),
            (DeskPage::Received.path(l), "desk-received", Action::ReceiveHandover),
            (ServicePage::List.path(l), "service-title", Action::FollowInService),
            (CellPage::Send.path(l), "cell-send", Action::SendToCell),
            (CellPage::Sent.path(l), "sent-title", Action::FollowSent),
            (CarePage::Guidelines.path(l), "care-guidelines", Action::ManageGuidelines),
            (CarePage::Procedures.path(l), "procedure-title", Action::ManageChecklists),
            (DeskPage::Templates.path(l), "desk-templates", Action::ManageTemplates),
            (DeskPage::Unmet.path(l), "desk-unmet", Action::ReadUnmetNeeds),
            (FiguresPage::Board.path(l), "figures-title", Action::ReadFigures),
        ];
        let tabs = pages
            .into_iter()
            .filter(|(_, _, action)| may(*action))
            .map(|(path, key, _)| Tab { is_here: here == path, link: Link::new(t.s(key), path) })
            .collect();
        let only = |action, page: DeskPage| if may(action) { page.path(l) } else { String::new() };
        Self {
            tabs,
            find: only(Action::ListEnquiries, DeskPage::Find),
            queue: only(Action::ListEnquiries, DeskPage::Queue),
            call: only(Action::LogEnquiry, DeskPage::Call),
            home: Page::Start.path(l),
            finder: vec![
                Link::new(t.s("nav-directory"), Page::Directory.path(l)),
                Link::new(t.s("nav-helplines"), Page::Helplines.path(l)),
            ],
            account: desk.account().to_string(),
            is_training: false,
        }
    }
}

/// The shell of a page of the desk whose address ends with `what`.
pub fn shell(desk: &Desk, page: DeskPage, what: &str, title: String) -> Shell {
    let at = |l| if what.is_empty() { page.path(l) } else { page.path_to(l, what) };
    let shell = Shell::with_addresses(&desk.visit, true, title, at);
    match page {
        DeskPage::Queue | DeskPage::Received => shell,
        _ => {
            let queue = DeskPage::Queue.path(desk.visit.language);
            shell.via(Link::new(desk.visit.t.s("desk-queue"), queue))
        }
    }
}
