//! `ariane linkage`: two installations find whom both follow, without a name leaving either.

use crate::installation::{now, open};
use crate::program::{ariane, stderr, stdout};
use ariane_domain::access::grant::{Grant, SendToCell, WriteCase};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::account::Role;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::{BroughtBy, Origin, Reality};
use ariane_domain::consent::GivenBy;
use ariane_domain::purpose::Purpose;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::persons::{Identity, PersonCodes};
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;
use uuid::Uuid;

/// Two installations and the files between them.
struct Sites {
    here: TempDir,
    there: TempDir,
    post: TempDir,
}

impl Sites {
    fn new() -> Self {
        let folder = || tempfile::tempdir().expect("a directory");
        let sites = Self { here: folder(), there: folder(), post: folder() };
        let made = ariane(sites.here.path(), &["linkage", "secret", "--out", &sites.at("secret")], "");
        assert!(made.status.success(), "{}", stderr(&made));
        sites
    }

    fn path(&self, name: &str) -> PathBuf {
        self.post.path().join(name)
    }

    fn at(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("a file")
    }

    fn encode(&self, out: &str) -> Output {
        let (secret, out) = (self.at("secret"), self.at(out));
        let arguments = [
            "linkage",
            "encode",
            "--recipient",
            "platform-orphanet",
            "--secret-file",
            &secret,
            "--out",
            &out,
        ];
        ariane(self.here.path(), &arguments, "")
    }

    fn compare(&self, secret: &str, file: &str, out: &str) -> Output {
        let (secret, file, out) = (self.at(secret), self.at(file), self.at(out));
        let arguments = [
            "linkage",
            "compare",
            "--recipient",
            "hub-lu-chl",
            "--secret-file",
            &secret,
            &file,
            "--out",
            &out,
        ];
        ariane(self.there.path(), &arguments, "")
    }

    fn answer(&self, secret: &str, answer: &str) -> Output {
        let (secret, answer) = (self.at(secret), self.at(answer));
        ariane(self.here.path(), &["linkage", "answer", "--secret-file", &secret, &answer], "")
    }
}

/// What a command said that did what it was asked.
fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}{}", stdout(output), stderr(output));
    stdout(output)
}

/// Why a command did nothing.
fn refused(output: &Output) -> String {
    assert!(!output.status.success(), "{}", stdout(output));
    assert!(stdout(output).is_empty(), "{}", stdout(output));
    stderr(output)
}

/// Files of the cell, each of somebody who agreed to be passed on or did not.
async fn fill(data: &Path, persons: &[(&str, &str, bool)]) {
    let records = open(data).await;
    let social = Actor::Staff(Staff {
        account: Uuid::from_u128(1),
        controller: OWN_CONTROLLER,
        roles: vec![Role::PsychosocialWorker, Role::PsychosocialCoordinator],
        is_full: true,
        stepped_up_at: None,
    });
    let (at, today) = (now(), now().date_naive());
    for (name, born, agrees) in persons {
        let mut work = records.begin(at).await.expect("begun");
        let send: Grant<SendToCell> =
            work.grant(&social, Facts::of_all(OWN_CONTROLLER, "case_file")).expect("allowed");
        let new = NewCase {
            origin: Origin::PsychosocialService,
            brought_by: BroughtBy::Worker,
            reality: Reality::Real,
            identity: Identity { name: (*name).into(), birth_date: born.parse().ok(), ..Identity::default() },
            codes: PersonCodes::default(),
            head: Head { question: "Question".into(), ..Head::default() },
        };
        let opened = work.receive_case(&send, &new).await.expect("received");
        let facts = work.case_facts(OWN_CONTROLLER, opened.id).await.expect("facts");
        let write: Grant<WriteCase> = work.grant(&social, facts).expect("allowed");
        work.change_case(&write, 1, FileEvent::Accept, "", today).await.expect("accepted");
        if *agrees {
            let signed = Some(Signed {
                by: GivenBy::Person,
                parents: None,
                from: today,
                until: today + chrono::TimeDelta::days(90),
            });
            let new = NewConsent {
                purpose: Purpose::Transfer,
                towards: Towards::Everybody,
                signed,
                text: String::new(),
            };
            work.take_consent(&write, &new, today).await.expect("taken");
        }
        work.commit().await.expect("kept");
    }
    records.store().clone().close().await.expect("closed");
}

#[tokio::test]
async fn two_sites_find_whom_both_follow_and_each_reads_its_own_numbers_only() {
    let sites = Sites::new();
    assert!(said(&sites.encode("nobody")).contains("0 persons encoded"), "an empty installation has nobody");
    fill(
        sites.here.path(),
        &[
            ("Anne-Marie Müllervaine", "1984-03-12", true),
            ("Bruno Fictelho", "1990-05-06", true),
            ("Carla Nirgends", "1971-11-30", true),
            ("Dora Schweigsam", "1955-02-03", false),
        ],
    )
    .await;
    let encoded = said(&sites.encode("encodings"));
    assert!(encoded.contains("3 persons encoded"), "{encoded}");
    assert!(encoded.contains("left out: 1 without an agreement towards them, 0 without"), "{encoded}");
    let file = sites.text("encodings");
    for name in ["Anne-Marie", "Müller", "Fictelho", "Nirgends", "Schweigsam"] {
        assert!(!file.split_once("\nrows").expect("rows").1.contains(name), "{name} is in the file");
    }

    let empty = said(&sites.compare("secret", "encodings", "empty-answer"));
    assert!(empty.contains("3 persons of theirs compared with 0 of ours"), "{empty}");
    assert!(said(&sites.answer("secret", "empty-answer")).contains("pairs: 0 sure, 0 unsure"));

    fill(
        sites.there.path(),
        &[
            ("Jemand Anderes", "1999-09-09", true),
            ("Muellervaine, Anne Marie", "1984-03-12", true),
            ("Bruno Fictelho", "1990-06-05", true),
            ("Carla Nirgends", "1971-11-30", false),
        ],
    )
    .await;
    let compared = said(&sites.compare("secret", "encodings", "answer"));
    assert!(compared.contains("3 persons of theirs compared with 3 of ours"), "{compared}");
    assert!(compared.contains("pairs: 1 sure, 1 unsure"), "{compared}");
    assert!(
        compared.contains("pair 1: file 2, sure, likeness 1.000")
            && compared.contains("pair 2: file 3, unsure"),
        "{compared}"
    );
    assert!(!compared.contains("file 1,") && !compared.contains("file 4,"), "{compared}");

    let answered = said(&sites.answer("secret", "answer"));
    assert!(
        answered.contains("pair 1: file 1, sure") && answered.contains("pair 2: file 2, unsure"),
        "{answered}"
    );
    assert!(!answered.contains("file 3,") && !answered.contains("file 4,"), "{answered}");
    for text in [&file, &sites.text("answer"), &encoded, &compared, &answered] {
        assert!(!text.contains("Fictelho") && !text.to_lowercase().contains("llervaine"), "{text}");
    }
    // Reading an answer again changes nothing.
    assert_eq!(said(&sites.answer("secret", "answer")), answered);
    let log = said(&ariane(sites.here.path(), &["audit", "verify"], ""));
    assert!(log.contains("the log is whole"), "{log}");
}

#[tokio::test]
async fn a_wrong_secret_and_a_file_that_is_not_right_are_told_and_nothing_is_written() {
    let sites = Sites::new();
    said(&sites.encode("first"));
    fill(sites.here.path(), &[("Anne Fictivaine", "1984-03-12", true)]).await;
    said(&sites.encode("encodings"));
    said(&ariane(sites.there.path(), &["linkage", "secret", "--out", &sites.at("other-secret")], ""));
    let wrong = refused(&sites.compare("other-secret", "encodings", "answer"));
    assert!(wrong.contains("made with another secret") && wrong.contains("nothing was changed"), "{wrong}");

    let whole = sites.text("encodings");
    let changed = [
        ("cut", whole[..whole.len() - 40].to_owned(), "ends too early"),
        ("cut-at-a-line", whole[..whole.rfind("end ").expect("an end")].to_owned(), "ends too early"),
        ("later", whole.replacen("encodings 1", "encodings 7", 1), "version 7"),
        ("changed", whole.replacen("rows 1", "rows 2", 1), "was changed after it was made"),
        ("else", "nom;date\nAnne;1984\n".to_owned(), "not a file of the kind"),
        ("nothing", String::new(), "not a file of the kind"),
    ];
    for (name, text, expected) in changed {
        std::fs::write(sites.path(name), text).expect("written");
        let told = refused(&sites.compare("secret", name, "answer"));
        assert!(told.contains(expected), "{name}: {told}");
    }
    std::fs::write(sites.path("binary"), [0xff_u8; 4096]).expect("written");
    assert!(refused(&sites.compare("secret", "binary", "answer")).contains("not a file of the kind"));
    assert!(refused(&sites.answer("secret", "encodings")).contains("not a file of the kind"));
    assert!(refused(&sites.compare("secret", "not-there", "answer")).contains("cannot be read"));
    assert!(!sites.path("answer").exists(), "no answer was written");
}

#[tokio::test]
async fn secrets_are_kept_from_others_and_from_what_the_command_says() {
    let sites = Sites::new();
    let secret = sites.text("secret");
    let hex = secret.lines().nth(1).expect("a secret").to_owned();
    assert_eq!(hex.len(), 64);
    let again = ariane(sites.here.path(), &["linkage", "secret", "--out", &sites.at("secret")], "");
    assert!(refused(&again).contains("cannot be written"), "a secret is never overwritten");
    assert_eq!(sites.text("secret"), secret);
    let encoded = sites.encode("encodings");
    assert!(!said(&encoded).contains(&hex) && !sites.text("encodings").contains(&hex));
    assert!(refused(&sites.encode("encodings")).contains("cannot be written"), "a file is left alone");
    for (text, expected) in [
        (format!("{hex}\n"), "no file of a secret"),
        ("ariane linkage secret 1\n0011\n".to_owned(), "too weak"),
        (format!("ariane linkage secret 1\n{hex}zz\n"), "no file of a secret"),
    ] {
        std::fs::write(sites.path("secret"), text).expect("written");
        let told = refused(&sites.encode("never"));
        assert!(told.contains(expected) && !told.contains(&hex), "{told}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::write(sites.path("secret"), &secret).expect("written");
        std::fs::set_permissions(sites.path("secret"), std::fs::Permissions::from_mode(0o644)).expect("set");
        assert!(refused(&sites.encode("never")).contains("set its mode to 600"));
        std::fs::set_permissions(sites.path("secret"), std::fs::Permissions::from_mode(0o600)).expect("set");
    }
    let secret_file = sites.at("secret");
    let out = sites.at("never");
    let nowhere =
        ["linkage", "encode", "--recipient", "hub-nowhere", "--secret-file", &secret_file, "--out", &out];
    assert!(refused(&ariane(sites.here.path(), &nowhere, "")).contains("not in the directory"));
    assert!(!sites.path("never").exists());
}
