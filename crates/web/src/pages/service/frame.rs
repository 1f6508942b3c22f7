//! What surrounds the pages of the service.

use crate::addresses::service::ServicePage;
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::{FollowInService, Grant};
use ariane_store::records;
use uuid::Uuid;

/// The shell of a page of the service whose address ends with `what`.
pub fn shell(desk: &Desk, page: ServicePage, what: &str, title: String) -> Shell {
    let at = |l| if what.is_empty() { page.path(l) } else { page.path_to(l, what) };
    let shell = Shell::with_addresses(&desk.visit, true, title, at);
    let list = Link::new(desk.visit.t.s("service-title"), ServicePage::List.path(desk.visit.language));
    if page == ServicePage::List { shell } else { shell.via(list) }
}

/// The frame with the tabs; a file belongs to the list.
pub fn work(desk: &Desk) -> Work {
    Work::at(desk, &ServicePage::List.path(desk.visit.language))
}

impl Desk {
    /// Address of a file of the service.
    pub fn service_at(&self, id: Uuid) -> String {
        ServicePage::File.path_to(self.visit.language, &id.to_string())
    }

    /// Asks whether who is signed in may follow this person.
    pub async fn service_grant(
        &self,
        work: &mut records::Work<'_>,
        id: Uuid,
    ) -> Result<Grant<FollowInService>, Trouble> {
        let facts = work.service_facts(self.controller(), id).await?;
        Ok(work.grant(&self.actor(), facts)?)
    }
}
