//! `serve --demo` fills an empty store with a fictitious year, and no other store.

use crate::installation::{Installation, queue};
use std::time::{Duration, Instant};

#[tokio::test]
async fn the_year_has_the_proportions_of_the_seed_and_comes_once() {
    let mut installation = Installation::new("");
    installation.start_with(&["--demo"]);
    // Asked while it is written, the embedded store may answer that it is busy: the server says when it is done.
    let until = Instant::now() + Duration::from_secs(90);
    while !installation.log().contains("fictitious year of requests is there") {
        assert!(Instant::now() < until, "no year");
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let records = installation.records().await;
    let rows = queue(&records).await;
    assert_eq!(rows.len(), 259);
    let by_mail = rows.iter().filter(|row| row.mode.word() == "mail").count();
    assert_eq!((by_mail, rows.len() - by_mail), (163, 96), "63 % by mail, 37 % by telephone");
    assert!(rows.iter().all(|row| row.name.is_empty() || row.name.contains("Fictive")), "all say so");
    installation.kill();
    installation.start_with(&["--demo"]);
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(queue(&records).await.len(), 259, "not twice");
}
