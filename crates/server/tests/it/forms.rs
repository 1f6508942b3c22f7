//! The web form against power cuts: what somebody was given a receipt for is there, once.

use crate::installation::{Installation, queue};
use crate::visitor::{Answer, Visitor};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// People who write at the same time.
const WRITERS: usize = 4;
/// Quicker than this nobody reads the form, and it says so.
const READS: Duration = Duration::from_millis(3_200);
/// Forms that one network may send at once.
const PER_NETWORK: usize = 12;

/// Somebody with the form open before them.
struct Writer {
    visitor: Visitor,
    fields: Vec<(String, String)>,
}

fn open(base: &str, number: usize) -> Writer {
    let group = number / PER_NETWORK;
    let mut visitor = Visitor::from(&format!("192.{}.{}.7", group / 250, group % 250));
    let page = visitor.get(&format!("{base}/fr/ecrire")).expect("the form");
    let fields = [
        ("form_token", page.field("form_token")),
        ("stamp", page.field("stamp")),
        ("message", format!("Envoi {number:04}\nUne demande fictive.")),
        ("channel", "link-only".to_owned()),
    ];
    let fields: Vec<(String, String)> =
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    assert!(fields.iter().all(|(_, value)| !value.is_empty()), "{}", page.text);
    Writer { visitor, fields }
}

/// Sends until there is a receipt, as somebody does who reloads a page that did not come.
fn send(writer: &mut Writer, base: &Mutex<String>, is_over: &AtomicBool) -> Option<Answer> {
    let fields: Vec<(&str, &str)> = writer.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    while !is_over.load(Ordering::Relaxed) {
        let address = format!("{}/fr/ecrire", base.lock().expect("an address"));
        match writer.visitor.post(&address, &fields) {
            Ok(answer) if answer.status == 200 => return Some(answer),
            Ok(answer) => assert!(answer.status >= 500, "{}: {}", answer.status, answer.text),
            Err(_) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
    None
}

/// Reduced to 120 forms and six power cuts; `ARIANE_TEST_FULL=1` makes it 1,000 and thirty.
#[tokio::test(flavor = "multi_thread")]
async fn a_power_cut_at_any_moment_neither_loses_nor_doubles_a_form() {
    let is_full = std::env::var("ARIANE_TEST_FULL").is_ok();
    let (forms, cuts) = if is_full { (1_000, 30) } else { (120, 6) };
    let mut installation = Installation::new("behind_proxy = true\n");
    let base = Arc::new(Mutex::new(installation.start()));
    let first = base.lock().expect("an address").clone();
    let waiting: Vec<Writer> = (0..forms).map(|number| open(&first, number)).collect();
    tokio::time::sleep(READS).await;

    let waiting = Arc::new(Mutex::new(waiting));
    let receipts = Arc::new(Mutex::new(Vec::new()));
    let is_over = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let (waiting, receipts) = (waiting.clone(), receipts.clone());
            let (base, is_over) = (base.clone(), is_over.clone());
            std::thread::spawn(move || {
                loop {
                    let Some(mut writer) = waiting.lock().expect("forms").pop() else { return };
                    let Some(receipt) = send(&mut writer, &base, &is_over) else { return };
                    let code = receipt.text.split("private-code\">").nth(1).unwrap_or_default();
                    let code = code.split('<').next().unwrap_or_default().to_owned();
                    receipts.lock().expect("receipts").push(code);
                }
            })
        })
        .collect();
    let mut wait = 90_u64;
    for _ in 0..cuts {
        // Steps of no simple ratio to the rhythm of the forms, the same in every run.
        wait = (wait * 7 + 13) % 700;
        tokio::time::sleep(Duration::from_millis(wait)).await;
        installation.kill();
        let address = installation.start();
        *base.lock().expect("an address") = address;
    }
    for _ in 0..1_200 {
        if receipts.lock().expect("receipts").len() == forms {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    is_over.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.join().expect("a writer ends");
    }
    let receipts = receipts.lock().expect("receipts").clone();
    let codes: BTreeSet<&String> = receipts.iter().collect();
    assert_eq!((receipts.len(), codes.len()), (forms, forms), "each has a receipt and a code of its own");
    let records = installation.records().await;
    let mut summaries: Vec<String> = queue(&records).await.into_iter().map(|row| row.summary).collect();
    summaries.sort();
    let expected: Vec<String> = (0..forms).map(|number| format!("Envoi {number:04}")).collect();
    assert_eq!(summaries, expected, "each once");
    let key = records.keys().master().head_signer().public_key();
    assert!(records.store().verify_audit(&[], &key).await.expect("read").faults.is_empty());
}
