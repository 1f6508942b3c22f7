//! Two units of work that run into each other: one is taken back by the database, and done again.

use crate::engines::both;
use crate::office::{answer_grant, at, enquiry, log, read};
use ariane_domain::enquiry::Change;
use ariane_store::StoreError;
use ariane_store::contention::retry;
use sea_orm::{ConnectionTrait, Database, DbBackend, TransactionTrait};
use std::cell::Cell;
use std::time::Duration;

async fn pause(time: Duration) {
    tokio::time::sleep(time).await;
}

#[tokio::test]
async fn two_that_wait_for_each_other_both_come_through() {
    for engine in both().await {
        let db = Database::connect(&engine.url).await.expect("connected");
        if db.get_database_backend() != DbBackend::Postgres {
            continue; // On SQLite who writes waits for who wrote before: there is one writer.
        }
        db.execute_unprepared(
            "CREATE TABLE scratch (id INT PRIMARY KEY, n INT); INSERT INTO scratch VALUES (1, 0), (2, 0)",
        )
        .await
        .expect("a table");
        let tries = Cell::new(0);
        let both_rows = async |first: i32, second: i32| {
            retry(
                async || {
                    tries.set(tries.get() + 1);
                    let work = db.begin().await.map_err(StoreError::from)?;
                    let add = |id: i32| format!("UPDATE scratch SET n = n + 1 WHERE id = {id}");
                    work.execute_unprepared(&add(first)).await.map_err(StoreError::from)?;
                    // Long enough that the other holds its first row.
                    pause(Duration::from_millis(200)).await;
                    work.execute_unprepared(&add(second)).await.map_err(StoreError::from)?;
                    work.commit().await.map_err(StoreError::from)
                },
                pause,
            )
            .await
        };
        let (one, other) = tokio::join!(both_rows(1, 2), both_rows(2, 1));
        one.expect("through");
        other.expect("through");
        assert!(tries.get() >= 3, "the database took one of them back: {}", tries.get());
        let sum = "SELECT SUM(n)::bigint AS sum FROM scratch";
        let row = db
            .query_one_raw(sea_orm::Statement::from_string(DbBackend::Postgres, sum))
            .await
            .expect("asked")
            .expect("a row");
        assert_eq!(row.try_get::<i64>("", "sum").expect("a sum"), 4, "each counted once");
    }
}

#[tokio::test]
async fn what_somebody_else_changed_is_told_and_not_done_again() {
    for engine in both().await {
        let records = engine.records().await;
        let id = log(&records, &enquiry("Anne Fictive", 0)).await.id;
        let tries = Cell::new(0);
        let stale = retry(
            async || {
                tries.set(tries.get() + 1);
                let mut work = records.begin(at(1)).await?;
                let answer = answer_grant(&mut work, id).await;
                work.change_enquiry(&answer, 7, Change::Take).await?;
                work.commit().await
            },
            pause,
        )
        .await;
        assert!(matches!(stale, Err(StoreError::Conflict)), "{}", engine.name);
        assert_eq!(tries.get(), 1, "who asked decides anew");
        assert_eq!(read(&records, id).await.version, 1);
    }
}
