//! Rows of a file, each opened with the key of the person concerned.

use crate::StoreError;
use crate::entities::case_file;
use crate::records::cell::from_json;
use crate::records::{Work, open_text};
use ariane_privacy::seal::DataKey;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Opens the sealed columns of one row.
pub(super) struct Opener<'k> {
    key: &'k DataKey,
    table: &'static str,
    row: Uuid,
}

impl Opener<'_> {
    /// A text; empty where the column is.
    pub(super) fn text(&self, column: &'static str, sealed: &Option<Vec<u8>>) -> Result<String, StoreError> {
        open_text(self.key, self.table, column, self.row, sealed.as_deref())
    }

    /// A value kept as JSON.
    pub(super) fn json<T: DeserializeOwned>(
        &self,
        column: &'static str,
        sealed: &Option<Vec<u8>>,
    ) -> Result<T, StoreError> {
        from_json(&self.text(column, sealed)?, self.row)
    }

    /// A coded word that stands in clear, read by its list.
    pub(super) fn word<T>(&self, read: fn(&str) -> Option<T>, word: &str) -> Result<T, StoreError> {
        read(word).ok_or_else(|| StoreError::Damaged(self.row.to_string()))
    }
}

impl Work<'_> {
    /// Opens rows of a table that belong to a file, in their order.
    pub(super) async fn open_sealed<M, T>(
        &mut self,
        file: &case_file::Model,
        table: &'static str,
        rows: Vec<M>,
        id: impl Fn(&M) -> Uuid,
        open: impl Fn(M, &Opener<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let key = self.key(file.subject_id).await?;
        rows.into_iter()
            .map(|row| {
                let opener = Opener { key: &key, table, row: id(&row) };
                open(row, &opener)
            })
            .collect()
    }
}
