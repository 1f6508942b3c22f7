//! The log: whoever goes past the program and changes it is found out, with the place.

use crate::engines::{Engine, both};
use crate::office::{at, enquiry, log, read};
use ariane_privacy::chain::{Fault, Head};
use ariane_store::audit::heads;
use ariane_store::records::Records;
use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

async fn filled(engine: &Engine) -> (Records, Uuid) {
    let records = engine.records().await;
    let mut first = Uuid::nil();
    for minute in 0..3 {
        let logged = log(&records, &enquiry("Anne Fictive", minute)).await;
        for _ in 0..3 {
            read(&records, logged.id).await;
        }
        first = if minute == 0 { logged.id } else { first };
    }
    (records, first)
}

async fn faults(records: &Records, kept: &[Head]) -> Vec<Fault> {
    let key = records.keys().master().head_signer().public_key();
    records.store().verify_audit(kept, &key).await.unwrap().faults
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

#[tokio::test]
async fn an_untouched_log_is_whole_and_tells_who_did_what() {
    for engine in both().await {
        let (records, _) = filled(&engine).await;
        let key = records.keys().master().head_signer().public_key();
        let report = records.store().verify_audit(&[], &key).await.unwrap();
        assert_eq!((report.streams, report.entries), (3, 12), "{}", engine.name);
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    }
}

#[tokio::test]
async fn a_changed_byte_in_any_column_is_told_with_its_place() {
    for engine in both().await {
        let (records, first) = filled(&engine).await;
        let outside = engine.outside().await;
        for column in ["actor", "function", "action", "object", "purpose", "reason"] {
            let change = |to: &str| {
                format!(
                    "UPDATE audit_entry SET {column} = {to} WHERE stream = 'enquiry/{first}' AND number = 2"
                )
            };
            outside.execute_unprepared(&change(&format!("{column} || 'x'"))).await.unwrap();
            let found = faults(&records, &[]).await;
            let is_told = matches!(found.as_slice(), [Fault::Changed { stream, number: 2 }] if stream.ends_with(&first.to_string()));
            assert!(is_told, "{} {column}: {found:?}", engine.name);
            outside
                .execute_unprepared(&change(&format!("substr({column}, 1, length({column}) - 1)")))
                .await
                .unwrap();
            assert!(faults(&records, &[]).await.is_empty());
        }
        outside.execute_unprepared("UPDATE audit_entry SET at = at + 1 WHERE number = 3").await.unwrap();
        assert_eq!(faults(&records, &[]).await.len(), 3);
    }
}

#[tokio::test]
async fn what_is_missing_moved_or_cut_off_is_told() {
    for engine in both().await {
        let (records, first) = filled(&engine).await;
        let outside = engine.outside().await;
        let run = async |sql: String| outside.execute_unprepared(&sql).await.unwrap();

        run(format!("DELETE FROM audit_entry WHERE stream = 'enquiry/{first}' AND number = 4")).await;
        let found = faults(&records, &[]).await;
        assert!(
            matches!(found[..], [Fault::CutTail { last: 3, expected: 4, .. }]),
            "{} {found:?}",
            engine.name
        );

        run(format!("DELETE FROM audit_entry WHERE stream = 'enquiry/{first}' AND number = 2")).await;
        assert!(matches!(faults(&records, &[]).await[0], Fault::Gap { expected: 2, found: 3, .. }));

        run(format!("DELETE FROM audit_entry WHERE stream = 'enquiry/{first}'")).await;
        assert!(matches!(faults(&records, &[]).await[..], [Fault::MissingStream { .. }]));
    }
}

#[tokio::test]
async fn who_also_cuts_the_counters_is_found_out_by_the_heads_kept_elsewhere() {
    for engine in both().await {
        let (records, first) = filled(&engine).await;
        let signer = records.keys().master().head_signer();
        let elsewhere = tempfile::tempdir().unwrap();
        let head = records.store().make_head(&signer, day(21), at(10)).await.unwrap();
        heads::keep(elsewhere.path(), &head).unwrap();
        let same = records.store().make_head(&signer, day(21), at(11)).await.unwrap();
        assert_eq!(same, head, "a day has one head");
        read(&records, first).await;
        let second = records.store().make_head(&signer, day(22), at(12)).await.unwrap();
        assert_eq!((second.number, second.streams.len(), second.stream_count), (2, 1, 3), "{}", engine.name);
        heads::keep(elsewhere.path(), &second).unwrap();
        let kept = heads::kept(elsewhere.path()).unwrap();
        assert!(faults(&records, &kept).await.is_empty(), "{:?}", faults(&records, &kept).await);

        // A whole stream with its counter, and every head in the store: nothing in the database tells of them.
        let outside = engine.outside().await;
        for table in ["audit_entry", "audit_stream"] {
            let sql = format!("DELETE FROM {table} WHERE stream = 'enquiry/{first}'");
            outside.execute_unprepared(&sql).await.unwrap();
        }
        outside.execute_unprepared("DELETE FROM audit_head").await.unwrap();
        assert!(faults(&records, &[]).await.is_empty(), "without kept heads it looks whole");
        let found = faults(&records, &kept).await;
        let names_stream =
            |f: &Fault| matches!(f, Fault::MissingStream { stream } if stream.ends_with(&first.to_string()));
        assert!(found.iter().any(names_stream), "{found:?}");
    }
}
