//! How the tables and indexes of this store begin: the controlling organisation leads every key.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid;

/// A table with the column of its controller; its key is added by [`key`], or by the migration where it is another.
pub fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).if_not_exists().col(uuid("controller_id")).to_owned()
}

/// Adds an id and the key of controller and id.
pub fn key(table: &mut TableCreateStatement) -> TableCreateStatement {
    table.col(uuid("id")).primary_key(Index::create().col("controller_id").col("id")).to_owned()
}

/// A table whose key is the controller and an id.
pub fn keyed(name: &'static str) -> TableCreateStatement {
    key(&mut table(name))
}

/// Creates an index.
///
/// # Errors
/// What the database says.
pub async fn index(
    manager: &SchemaManager<'_>,
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
    is_unique: bool,
) -> Result<(), DbErr> {
    let mut index = Index::create();
    index.name(name).table(table).if_not_exists();
    for column in columns {
        index.col(*column);
    }
    if is_unique {
        index.unique();
    }
    manager.create_index(index).await
}
