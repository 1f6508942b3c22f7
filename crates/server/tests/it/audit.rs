//! `ariane audit`: one byte changed in the log, and the command says where.

use crate::installation::{Installation, listener, now};
use crate::program::{ariane, stdout};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, ListEnquiries};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::enquiries::queue::QueueFilter;
use std::path::Path;

/// Changes the first place in the database's files where the log says `list-enquiries`.
fn change_a_byte(data: &Path) {
    let file = data.join("ariane.sqlite");
    let mut bytes = std::fs::read(&file).unwrap();
    let word = b"list-enquiries";
    let at = bytes.windows(word.len()).position(|w| w == word).expect("the log is in the file");
    bytes[at] = b'm';
    std::fs::write(&file, bytes).unwrap();
}

#[tokio::test]
async fn a_changed_byte_is_told_with_stream_and_number() {
    let mut installation = Installation::new("");
    installation.start();
    installation.kill();
    let records = installation.records().await;
    let mut work = records.begin(now()).await.unwrap();
    let facts = Facts::of_all(OWN_CONTROLLER, "queue");
    let grant: Grant<ListEnquiries> = work.grant(&listener(), facts).unwrap();
    work.queue(&grant, &QueueFilter::default(), None, 10).await.unwrap();
    work.commit().await.unwrap();
    records.store().clone().close().await.unwrap();
    drop(records);

    let data = installation.data.path();
    let whole = ariane(data, &["audit", "verify"], "");
    assert!(whole.status.success(), "{}", stdout(&whole));
    assert!(stdout(&whole).contains("the log is whole"));
    let head = ariane(data, &["audit", "head"], "");
    // The first is yesterday's, where the server had the time to sign it before it was ended.
    let first = stdout(&head);
    assert!(["head 1 of", "head 2 of"].iter().any(|named| first.contains(named)), "{first}");
    let key = stdout(&ariane(data, &["audit", "key"], ""));
    assert_eq!(key.trim().len(), 64);

    change_a_byte(data);
    let broken = ariane(data, &["audit", "verify"], "");
    assert!(!broken.status.success());
    assert!(stdout(&broken).contains("FAULT: entry 1 of stream"), "{}", stdout(&broken));
}
