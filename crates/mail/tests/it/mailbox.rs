//! Intake from a real Dovecot.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ariane_mail::mailbox::{Content, Fetched, Health, Imap, Resume, State, Times, Trouble, once, watch};
use ariane_mail::{Secret, Security};
use ariane_testkit::{Dovecot, Options};
use chrono::{DateTime, Utc};
use tokio::sync::watch::{self as signal, Receiver, Sender};
use tokio::task::JoinHandle;

fn settings(server: &Dovecot) -> Imap {
    Imap {
        host: "localhost".into(),
        port: server.tls_port,
        security: Security::Tls,
        user: "info".into(),
        password: Secret::new("secret password"),
        extra_root: Some(server.certificate.root.clone()),
        folder: "INBOX".into(),
        done_folder: None,
        largest: 35 * 1024 * 1024,
        times: Times {
            answer: Duration::from_secs(10),
            backoff: Duration::from_millis(50),
            backoff_longest: Duration::from_millis(500),
            ..Times::default()
        },
    }
}

fn message(subject: &str) -> Vec<u8> {
    format!(
        "Message-ID: <{subject}@example.org>\r\nFrom: anne@example.org\r\nSubject: {subject}\r\n\r\nHello\r\n"
    )
    .into_bytes()
}

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap()
}

/// A handler that keeps what it gets.
#[derive(Clone, Default)]
struct Taken(Arc<Mutex<Vec<Fetched>>>);

impl Taken {
    fn subjects(&self) -> Vec<String> {
        let taken = self.0.lock().unwrap();
        let limits = ariane_mail::Limits::default();
        taken.iter().map(|f| f.parse(&Default::default(), &limits).subject).collect()
    }

    fn last(&self) -> Fetched {
        self.0.lock().unwrap().last().unwrap().clone()
    }

    async fn wait(&self, count: usize) {
        let wait = async {
            while self.0.lock().unwrap().len() < count {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), wait)
            .await
            .unwrap_or_else(|_| panic!("{:?} of {count}", self.subjects()));
    }
}

struct Running {
    taken: Taken,
    health: Receiver<Health>,
    stop: Sender<bool>,
    task: JoinHandle<()>,
}

fn run(imap: Imap, resume: Option<Resume>) -> Running {
    let taken = Taken::default();
    let (tell, health) = signal::channel(Health::default());
    let (stop, stopped) = signal::channel(false);
    let keep = taken.clone();
    let task = tokio::spawn(async move {
        let handler = |fetched: Fetched| {
            keep.0.lock().unwrap().push(fetched);
            async { Ok::<(), ()>(()) }
        };
        watch(&imap, resume, clock, &tell, stopped, handler).await;
    });
    Running { taken, health, stop, task }
}

impl Running {
    async fn state(&mut self, state: State) {
        let reached = self.health.wait_for(|h| h.state == state);
        tokio::time::timeout(Duration::from_secs(20), reached).await.expect("in time").expect("running");
    }

    async fn end(self) {
        self.stop.send(true).unwrap();
        tokio::time::timeout(Duration::from_secs(5), self.task).await.expect("stops soon").unwrap();
        assert_eq!(self.health.borrow().state, State::Stopped);
    }
}

async fn take_all(imap: &Imap, resume: Option<Resume>) -> Result<Vec<Fetched>, Trouble> {
    let taken = Taken::default();
    once(imap, resume, |fetched| {
        taken.0.lock().unwrap().push(fetched);
        async { Ok::<(), ()>(()) }
    })
    .await?;
    let taken = taken.0.lock().unwrap().clone();
    Ok(taken)
}

#[tokio::test(flavor = "multi_thread")]
async fn takes_what_is_there_and_is_told_of_more() {
    let mut server = Dovecot::start().unwrap();
    server.deliver("info", &message("one")).unwrap();
    server.deliver("info", &message("two")).unwrap();
    let mut running = run(settings(&server), None);
    running.taken.wait(2).await;
    running.state(State::Waiting).await;
    let began = std::time::Instant::now();
    server.deliver("info", &message("three")).unwrap();
    running.taken.wait(3).await;
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert_eq!(running.taken.subjects(), ["one", "two", "three"]);
    running.state(State::Waiting).await;
    let health = *running.health.borrow();
    assert_eq!((health.taken, health.failures, health.last_trouble), (3, 0, None));
    assert_eq!(health.last_contact, Some(clock()));
    assert_eq!(server.count("info", None).unwrap(), (3, 3));
    running.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_before_the_mark_delivers_again() {
    let mut server = Dovecot::start().unwrap();
    for subject in ["one", "two", "three"] {
        server.deliver("info", &message(subject)).unwrap();
    }
    let imap = settings(&server);
    // The handler has stored the second message, and the process dies before it is marked.
    let stored = Taken::default();
    {
        let stored = stored.clone();
        let dying = once(&imap, None, move |fetched| {
            stored.0.lock().unwrap().push(fetched);
            let dies = stored.0.lock().unwrap().len() == 2;
            async move {
                if dies {
                    std::future::pending::<()>().await;
                }
                Ok::<(), ()>(())
            }
        });
        assert!(tokio::time::timeout(Duration::from_secs(3), dying).await.is_err());
    }
    assert_eq!(stored.subjects(), ["one", "two"]);
    assert_eq!(server.count("info", None).unwrap().1, 1);
    // It starts again from what it stored: the second message is offered once more, the first is not.
    let resume = stored.last().resume;
    let again = take_all(&imap, Some(resume)).await.unwrap();
    let uids: Vec<u32> = again.iter().map(|f| f.uid).collect();
    assert_eq!(uids, [2, 3]);
    assert_eq!(again[0].uid_validity, stored.last().uid_validity);
    assert_eq!(server.count("info", None).unwrap(), (3, 3));
    assert!(take_all(&imap, Some(again[1].resume)).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_read_elsewhere_is_taken_too() {
    let mut server = Dovecot::start().unwrap();
    server.deliver("info", &message("one")).unwrap();
    let imap = settings(&server);
    let first = take_all(&imap, None).await.unwrap();
    // Taken by a handler that lost its memory: everything is there already seen, and is offered all the same.
    assert_eq!(take_all(&imap, None).await.unwrap().len(), 1);
    assert_eq!(take_all(&imap, Some(first[0].resume)).await.unwrap().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_generation_of_uids_is_read_from_its_beginning() {
    let mut server = Dovecot::start().unwrap();
    server.deliver("info", &message("one")).unwrap();
    server.deliver("info", &message("two")).unwrap();
    let imap = settings(&server);
    let first = take_all(&imap, None).await.unwrap();
    server.renew_uids("info").unwrap();
    let second = take_all(&imap, Some(first[1].resume)).await.unwrap();
    assert_eq!(second.len(), 2);
    assert_ne!(second[0].uid_validity, first[0].uid_validity);
    let limits = ariane_mail::Limits::default();
    // The caller knows them again by their fingerprint.
    let print = |f: &Fetched| f.parse(&Default::default(), &limits).fingerprint;
    assert_eq!(print(&second[0]), print(&first[0]));
    assert_ne!(print(&second[0]), print(&second[1]));
}

#[tokio::test(flavor = "multi_thread")]
async fn connects_again_after_the_server_was_away() {
    let mut server = Dovecot::start().unwrap();
    let mut running = run(settings(&server), None);
    running.state(State::Waiting).await;
    server.stop();
    running.health.wait_for(|h| h.failures > 1).await.unwrap();
    assert_eq!(running.health.borrow().last_trouble, Some((Trouble::Connection, clock())));
    server.deliver("info", &message("while away")).unwrap();
    server.resume().unwrap();
    running.taken.wait(1).await;
    running.state(State::Waiting).await;
    assert_eq!(running.health.borrow().failures, 0);
    running.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_cannot_tell_is_asked() {
    let options = Options { capability: Some("IMAP4rev1 LITERAL+".into()), ..Options::default() };
    let mut server = Dovecot::start_with(&options).unwrap();
    let mut imap = settings(&server);
    imap.times.poll = Duration::from_millis(300);
    imap.done_folder = Some("Done".into());
    let mut running = run(imap, None);
    running.state(State::Polling).await;
    server.deliver("info", &message("one")).unwrap();
    running.taken.wait(1).await;
    server.deliver("info", &message("two")).unwrap();
    running.taken.wait(2).await;
    running.state(State::Polling).await;
    // Without MOVE: copied and marked as deleted.
    assert_eq!(server.count("info", Some("Done")).unwrap(), (2, 2));
    running.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn moves_what_is_taken_and_leaves_what_is_too_large() {
    let mut server = Dovecot::start().unwrap();
    let mut large = message("large");
    large.extend(std::iter::repeat_n(*b"0123456789\r\n", 20_000).flatten());
    server.deliver("info", &message("small")).unwrap();
    server.deliver("info", &large).unwrap();
    let mut imap = settings(&server);
    imap.largest = 10_000;
    imap.done_folder = Some("Done".into());
    let taken = take_all(&imap, None).await.unwrap();
    assert!(matches!(taken[0].content, Content::Whole(_)));
    let Content::Header(header) = &taken[1].content else { panic!("only its header") };
    assert!(header.len() < 200);
    assert!(taken[1].size > 200_000);
    let incoming = taken[1].parse(&Default::default(), &Default::default());
    assert_eq!(incoming.subject, "large");
    assert_eq!(incoming.defects, [ariane_mail::message::Defect::TooLarge]);
    assert_eq!(server.count("info", None).unwrap(), (1, 1));
    assert_eq!(server.count("info", Some("Done")).unwrap(), (1, 1));
    assert!(take_all(&imap, Some(taken[1].resume)).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_five_megabytes_arrive_whole() {
    let mut server = Dovecot::start().unwrap();
    let content: Vec<u8> =
        b"%PDF-1.4\n".iter().copied().chain((0..18_900_000u32).map(|n| (n % 251) as u8)).collect();
    let mut raw = b"From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: application/pdf; name=\"scan.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n".to_vec();
    for line in data_encoding::BASE64.encode(&content).as_bytes().chunks(76) {
        raw.extend_from_slice(line);
        raw.extend_from_slice(b"\r\n");
    }
    assert!(raw.len() > 24 * 1024 * 1024 + 500_000);
    server.deliver("info", &raw).unwrap();
    let taken = take_all(&settings(&server), None).await.unwrap();
    let incoming = taken[0].parse(&Default::default(), &Default::default());
    assert_eq!(incoming.attachments.len(), 1);
    assert!(incoming.attachments[0].bytes == content);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_the_handler_refuses_does_not_hold_up_the_others() {
    let mut server = Dovecot::start().unwrap();
    for subject in ["one", "poison", "three"] {
        server.deliver("info", &message(subject)).unwrap();
    }
    let taken = Taken::default();
    let (tell, mut health) = signal::channel(Health::default());
    let (stop, stopped) = signal::channel(false);
    let imap = settings(&server);
    let keep = taken.clone();
    let task = tokio::spawn(async move {
        let handler = |fetched: Fetched| {
            let poison = fetched.uid == 2;
            if !poison {
                keep.0.lock().unwrap().push(fetched);
            }
            async move { if poison { Err(()) } else { Ok(()) } }
        };
        watch(&imap, None, clock, &tell, stopped, handler).await;
    });
    taken.wait(2).await;
    assert_eq!(taken.subjects(), ["one", "three"]);
    // It stays unread, and a new start would offer it again.
    assert_eq!(taken.last().resume.uid, 1);
    health.wait_for(|h| h.stuck == 1).await.unwrap();
    assert_eq!(health.borrow().last_trouble.map(|t| t.0), Some(Trouble::Handler));
    assert_eq!(server.count("info", None).unwrap(), (3, 2));
    stop.send(true).unwrap();
    task.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn refuses_what_is_not_safe() {
    let server = Dovecot::start().unwrap();
    let imap = settings(&server);
    let fails = |imap: Imap| async move { take_all(&imap, None).await.unwrap_err() };
    let stranger = Imap { extra_root: None, ..imap.clone() };
    assert_eq!(fails(stranger.clone()).await, Trouble::Tls);
    assert_eq!(
        fails(Imap { security: Security::StartTls, port: server.port, ..stranger }).await,
        Trouble::Tls
    );
    assert_eq!(
        fails(Imap { security: Security::None, host: "192.0.2.1".into(), ..imap.clone() }).await,
        Trouble::Settings
    );
    assert_eq!(
        fails(Imap { extra_root: Some("/no/such/file".into()), ..imap.clone() }).await,
        Trouble::Settings
    );
    assert_eq!(fails(Imap { password: Secret::new("wrong"), ..imap.clone() }).await, Trouble::Authentication);
    assert_eq!(
        fails(Imap { password: Secret::new("fälsch"), ..imap.clone() }).await,
        Trouble::Authentication
    );
    assert_eq!(
        fails(Imap { password: Secret::new("a\r\nb LOGOUT"), ..imap.clone() }).await,
        Trouble::Authentication
    );
    assert_eq!(fails(Imap { folder: "Nowhere".into(), ..imap.clone() }).await, Trouble::Folder);
    let other = Dovecot::start().unwrap();
    assert_eq!(
        fails(Imap { extra_root: Some(other.certificate.root.clone()), ..imap.clone() }).await,
        Trouble::Tls
    );
    for security in [Security::StartTls, Security::None] {
        assert!(
            take_all(&Imap { security, port: server.port, ..imap.clone() }, None).await.unwrap().is_empty()
        );
    }
    assert_eq!(format!("{:?}", imap.password), "Secret(…)");
}

#[tokio::test(flavor = "multi_thread")]
async fn passwords_in_unicode() {
    let options =
        Options { accounts: vec![("info".into(), "mäßig\"geheim\\".into())], ..Options::default() };
    let server = Dovecot::start_with(&options).unwrap();
    let imap = Imap { password: Secret::new("mäßig\"geheim\\"), ..settings(&server) };
    assert!(take_all(&imap, None).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_is_renewed() {
    let mut server = Dovecot::start().unwrap();
    let mut imap = settings(&server);
    imap.times.idle = Duration::from_millis(300);
    let mut running = run(imap, None);
    running.state(State::Waiting).await;
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    server.deliver("info", &message("late")).unwrap();
    running.taken.wait(1).await;
    assert_eq!(running.health.borrow().failures, 0);
    running.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_in_one_go_are_taken_once_each() {
    let mut server = Dovecot::start().unwrap();
    let mut imap = settings(&server);
    imap.done_folder = Some("Done".into());
    for number in 0..150 {
        server.deliver("info", &message(&format!("before {number}"))).unwrap();
    }
    let mut running = run(imap, None);
    for number in 0..150 {
        server.deliver("info", &message(&format!("during {number}"))).unwrap();
    }
    running.taken.wait(300).await;
    running.state(State::Waiting).await;
    let mut subjects = running.taken.subjects();
    subjects.sort();
    subjects.dedup();
    assert_eq!((subjects.len(), running.health.borrow().taken), (300, 300));
    assert_eq!(server.count("info", Some("Done")).unwrap(), (300, 300));
    running.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stops_while_it_tries_to_connect() {
    let mut server = Dovecot::start().unwrap();
    let imap = settings(&server);
    server.stop();
    let mut running = run(imap, None);
    running.health.wait_for(|h| h.failures > 0).await.unwrap();
    running.end().await;
}
