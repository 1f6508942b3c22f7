//! Stories on real storage: the same on SQLite and on PostgreSQL.

mod directory;
mod engines;
