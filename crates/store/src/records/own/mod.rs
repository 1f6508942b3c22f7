//! What a person does without an account, and what protects their data.
//!
//! * [`link`]: private links: made, found, locked;
//! * [`proof`]: one-time codes over a second channel (duty D3);
//! * [`copy`]: everything kept about a person (articles 15, 20);
//! * [`parts`]: the parts of that copy beside the request itself;
//! * [`capsule`]: what a person takes along, and cards for an emergency;
//! * [`contact`]: how one may be reached, changed by oneself;
//! * [`request`]: requests about data with their clock (articles 12 to 22);
//! * [`erasure`]: legal holds, erasures that are due, and carrying them out (article 17);
//! * [`breach`]: the register of breaches (articles 33, 34);
//! * [`glass`]: exceptional openings; [`emergency`]: what one clinician opens at once (duty D5);
//! * [`watch`]: the log as the data protection officer looks at it (duty D26).

pub mod breach;
pub mod capsule;
pub mod contact;
pub mod copy;
pub mod emergency;
pub mod erasure;
pub mod glass;
pub mod link;
pub mod parts;
pub mod proof;
pub mod request;
pub mod watch;

use super::Work;
use crate::StoreError;
use crate::entities::enquiry;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

impl Work<'_> {
    /// The enquiry of a number as people say it. Holds nothing personal.
    pub async fn enquiry_of_number(&self, controller: Uuid, number: i64) -> Result<Option<Uuid>, StoreError> {
        Ok(enquiry::Entity::find()
            .select_only()
            .column(enquiry::Column::Id)
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(enquiry::Column::Number.eq(number))
            .into_tuple()
            .one(&self.transaction)
            .await?)
    }

    /// The number of an enquiry as people say it.
    pub async fn number_of_enquiry(&self, controller: Uuid, id: Uuid) -> Result<i64, StoreError> {
        Ok(self.enquiry_row(controller, Some(id)).await?.number)
    }
}
