//! `ariane panel verify`: an outcome is what was closed, or the command says that it is not.

use crate::installation::Installation;
use crate::program::{ariane, stdout};
use serde_json::json;

#[tokio::test]
async fn an_outcome_with_one_word_changed_is_told() {
    let mut installation = Installation::new("");
    installation.start();
    installation.kill();
    let records = installation.records().await;
    let function = json!({ "specialty": "genetik", "country": "DE" });
    let outcome = json!({ "pseudonym": "P-AAAA-BBBB", "advice": "Warten", "lead": function });
    let at = "2026-11-23T10:00:00Z";
    let statement = json!({ "number": 7, "kind": "local", "closed_at": at, "outcome": outcome }).to_string();
    let proof = records.keys().master().head_signer().state("panel outcome 1", &statement);
    records.store().clone().close().await.unwrap();
    drop(records);
    let data = installation.data.path();
    let path = data.join("outcome.json");
    let check = |statement: &str, more: &[&str]| {
        let signed = json!({ "statement": statement, "proof": proof });
        std::fs::write(&path, signed.to_string()).unwrap();
        let file = path.to_str().unwrap();
        ariane(data, &[&["panel", "verify", file][..], more].concat(), "")
    };
    let whole = check(&statement, &[]);
    assert!(whole.status.success(), "{}", stdout(&whole));
    assert!(stdout(&whole).contains("panel 7 (P-AAAA-BBBB)"), "{}", stdout(&whole));
    for (said, more) in
        [(statement.replace("Warten", "Handeln"), &[][..]), (statement.clone(), &["--key", "00"][..])]
    {
        let refused = check(&said, more);
        assert!(!refused.status.success());
        assert!(stdout(&refused).contains("FAULT"), "{}", stdout(&refused));
    }
    std::fs::write(&path, "{}").unwrap();
    assert!(!ariane(data, &["panel", "verify", path.to_str().unwrap()], "").status.success());
}
