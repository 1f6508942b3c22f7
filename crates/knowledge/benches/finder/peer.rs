//! The peer: SQLite FTS5 with its trigram tokenizer, in memory, on the same names.
//!
//! Trigrams of the query are joined by OR and ranked by FTS5's own bm25, the usual way to make it
//! forgive typos; accents are folded by the tokenizer.

use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::fold;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

pub struct Peer {
    pool: SqlitePool,
}

impl Peer {
    pub async fn new(catalogue: &Catalogue) -> Self {
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(SqliteConnectOptions::new().in_memory(true))
            .await
            .expect("connected");
        sqlx::query("CREATE VIRTUAL TABLE names USING fts5(text, code UNINDEXED, tokenize='trigram remove_diacritics 1')")
            .execute(&pool)
            .await
            .expect("created");
        let mut transaction = pool.begin().await.expect("begun");
        for name in catalogue.names() {
            let entity = &catalogue.entities()[name.entity as usize];
            let code = catalogue.current(entity.code).map_or(entity.code.0, |e| e.code.0);
            sqlx::query("INSERT INTO names (text, code) VALUES (?, ?)")
                .bind(name.text.as_ref())
                .bind(code)
                .execute(&mut *transaction)
                .await
                .expect("inserted");
        }
        transaction.commit().await.expect("committed");
        Self { pool }
    }

    pub async fn search(&self, text: &str, limit: usize) -> Vec<u32> {
        let mut grams: Vec<String> = Vec::new();
        for word in fold::words(text) {
            let letters: Vec<char> = word.chars().collect();
            for window in letters.windows(3) {
                let gram: String = window.iter().collect();
                if !grams.contains(&gram) {
                    grams.push(gram);
                }
            }
        }
        if grams.is_empty() {
            return Vec::new();
        }
        let query = grams.iter().map(|g| format!("\"{g}\"")).collect::<Vec<_>>().join(" OR ");
        let rows: Vec<(u32,)> =
            sqlx::query_as("SELECT code FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?")
                .bind(query)
                .bind((limit * 4) as i64)
                .fetch_all(&self.pool)
                .await
                .unwrap_or_default();
        let mut codes = Vec::new();
        for (code,) in rows {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes.truncate(limit);
        codes
    }
}
