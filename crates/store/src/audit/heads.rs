//! Daily heads: made from the streams that moved, signed, stored here and kept elsewhere.

use super::full_name;
use crate::entities::{audit_head, audit_stream};
use crate::{Store, StoreError};
use ariane_privacy::chain::{Head, HeadSigner, StreamHead};
use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::HEXLOWER;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, TransactionTrait};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

impl Store {
    /// Makes the head that closes `day`, unless there is one already; gives it back.
    ///
    /// A head lists the streams that moved since the one before, so its size follows the day's work, not the log's.
    pub async fn make_head(
        &self,
        signer: &HeadSigner,
        day: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Head, StoreError> {
        let transaction = self.db.begin().await?;
        let last = audit_head::Entity::find()
            .order_by_desc(audit_head::Column::Number)
            .one(&transaction)
            .await?
            .map(|row| read(&row))
            .transpose()?;
        if let Some(last) = &last
            && last.day >= day
        {
            return Ok(last.clone());
        }
        let rows = audit_stream::Entity::find()
            .filter(audit_stream::Column::IsMoved.eq(true))
            .all(&transaction)
            .await?;
        for row in &rows {
            // What goes on meanwhile stays marked for the next head.
            audit_stream::Entity::update_many()
                .col_expr(audit_stream::Column::IsMoved, Expr::value(false))
                .filter(audit_stream::Column::ControllerId.eq(row.controller_id))
                .filter(audit_stream::Column::Stream.eq(row.stream.as_str()))
                .filter(audit_stream::Column::Number.eq(row.number))
                .exec(&transaction)
                .await?;
        }
        let streams = rows
            .into_iter()
            .map(|row| StreamHead {
                stream: full_name(row.controller_id, &row.stream),
                number: row.number,
                hash: HEXLOWER.encode(&row.hash),
            })
            .collect();
        let count = audit_stream::Entity::find().count(&transaction).await?;
        let head = signer.sign(last.as_ref(), day, now, streams, count);
        let content = serde_json::to_string(&head).map_err(|_| StoreError::Damaged("audit head".into()))?;
        audit_head::Entity::insert(audit_head::ActiveModel {
            number: Set(head.number),
            day: Set(head.day.to_string()),
            content: Set(content),
            kept_at: Set(None),
        })
        .exec_without_returning(&transaction)
        .await?;
        transaction.commit().await?;
        Ok(head)
    }

    /// All heads in their order.
    pub async fn heads(&self) -> Result<Vec<Head>, StoreError> {
        let rows = audit_head::Entity::find().order_by_asc(audit_head::Column::Number).all(&self.db).await?;
        rows.iter().map(read).collect()
    }
}

fn read(row: &audit_head::Model) -> Result<Head, StoreError> {
    serde_json::from_str(&row.content).map_err(|_| StoreError::Damaged("audit head".into()))
}

/// Writes a head to the directory where heads are kept: best one of another machine.
pub fn keep(directory: &Path, head: &Head) -> Result<PathBuf, StoreError> {
    fs::create_dir_all(directory)?;
    let path = directory.join(format!("audit-head-{:06}-{}.json", head.number, head.day));
    let text = serde_json::to_string_pretty(head).map_err(|_| StoreError::Damaged("audit head".into()))?;
    // A head that is there already is never written over.
    match fs::OpenOptions::new().write(true).create_new(true).open(&path) {
        Ok(mut file) => {
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error.into()),
    }
    Ok(path)
}

/// Reads the heads that were kept, in their order.
pub fn kept(directory: &Path) -> Result<Vec<Head>, StoreError> {
    let mut heads = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        if name.starts_with("audit-head-") && name.ends_with(".json") {
            let text = fs::read_to_string(&path)?;
            heads.push(serde_json::from_str(&text).map_err(|_| StoreError::Damaged(name.to_owned()))?);
        }
    }
    heads.sort_by_key(|head: &Head| head.number);
    Ok(heads)
}
