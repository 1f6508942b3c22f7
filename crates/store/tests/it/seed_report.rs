//! The report of seed 000 from a year made through the same commands as live data, on both engines.

use crate::cell::{medical, social, write};
use crate::engines::both;
use crate::figures::{facts, office, period, report};
use crate::office::{answer_grant, enquiry, grant_all, listener, log, staff};
use ariane_domain::access::grant::{
    AnswerEnquiry, Grant, HoldMeeting, LogEnquiry, PrepareReferral, ReadCase, ReadLiveFigures, SendReferral,
    SendToCell,
};
use ariane_domain::account::Role;
use ariane_domain::cell::Reality;
use ariane_domain::cell::follow_up::FollowUpRule;
use ariane_domain::cell::meeting::MeetingState;
use ariane_domain::consent::GivenBy;
use ariane_domain::enquiry::{Change, EntryMode};
use ariane_domain::need::Nature;
use ariane_domain::office::Office;
use ariane_domain::purpose::{Choice, Purpose};
use ariane_domain::referral::ReferralKind;
use ariane_domain::referral::link::Channel;
use ariane_domain::referral::packet::{PacketPart, PacketRule};
use ariane_exchange::demonstration::cell::{DemoFile, Step};
use ariane_exchange::demonstration::{self, DemoEnquiry};
use ariane_figures::count::ledger::Ledger;
use ariane_figures::count::{Behind, Setting};
use ariane_figures::definition::{HUB_REFERRALS, MEETINGS};
use ariane_figures::fact::Facts;
use ariane_figures::report::canonical::canonical;
use ariane_figures::report::{Note, Report};
use ariane_figures::scope::Scope;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, NewEnquiry};
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::records::referrals::draft::NewReferral;
use ariane_store::records::referrals::send::Sending;
use ariane_store::records::referrals::{Card, Head as ReferralHead, recipient_id};
use ariane_store::records::{Records, Work};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

fn new(demo: &DemoEnquiry) -> NewEnquiry {
    let codes = EnquiryCodes::of(&demo.profile);
    NewEnquiry {
        codes,
        texts: EnquiryTexts { summary: demo.subject.clone(), ..EnquiryTexts::default() },
        form_version: 1,
        requester: Identity {
            name: demo.name.clone(),
            mail: demo.mail.clone(),
            phone: demo.phone.clone(),
            ..Identity::default()
        },
        known_requester: None,
        concerned: None,
        urgency: demo.urgency,
        received_at: demo.received_at,
        due_at: demo.due_at,
        once: None,
        message: None,
        choices: demo.handover.map(|_| (Purpose::Handover, Choice::Agreed, "spoken")).into_iter().collect(),
    }
}

async fn keep(work: &mut Work<'_>, demo: &DemoEnquiry) {
    work.set_now(demo.received_at);
    let grant: Grant<LogEnquiry> = grant_all(work, &listener(), "enquiry");
    let logged = work.log_enquiry(&grant, &new(demo)).await.expect("logged");
    for (version, (when, change)) in (1..).zip(&demo.history) {
        work.set_now(*when);
        let grant: Grant<AnswerEnquiry> = answer_grant(work, logged.id).await;
        match change {
            Change::Reply => {
                work.reply(&grant, version, EntryMode::Mail, "Réponse", None).await.expect("replied")
            }
            other => work.change_enquiry(&grant, version, *other).await.expect("changed"),
        }
    }
}

async fn keep_file(work: &mut Work<'_>, demo: &DemoFile, office: &Office) {
    work.set_now(demo.received_at);
    let send: Grant<SendToCell> = grant_all(work, &social(), "case_file");
    let case = NewCase {
        origin: demo.origin,
        brought_by: demo.brought_by,
        reality: demo.reality,
        identity: Identity {
            name: demo.name.clone(),
            birth_date: "1990-01-02".parse().ok(),
            ..Identity::default()
        },
        codes: PersonCodes::default(),
        head: Head::default(),
    };
    let opened = work.receive_case(&send, &case).await.expect("received");
    for (when, step) in &demo.steps {
        work.set_now(*when);
        let grant = write(work, &social(), opened.id).await;
        match step {
            Step::Event(event) => {
                let version = version(work, opened.id).await;
                work.change_case(&grant, version, *event, "", office.day(*when)).await.expect("changed");
            }
            Step::Contact => work.record_contact(&grant, "Appel fictif").await.expect("written"),
        }
    }
    if let Some(sent_at) = demo.referred_at {
        refer(work, opened.id, sent_at, office).await;
    }
}

/// Sends a person to a European network by way of the hub: with their agreement and a packet, by link.
async fn refer(work: &mut Work<'_>, file: Uuid, sent_at: DateTime<Utc>, office: &Office) {
    const NETWORK: &str = "ern-rnd";
    work.set_now(sent_at);
    let day = office.day(sent_at);
    let towards =
        Towards::Recipient(recipient_id(ReferralKind::Ern, NETWORK, NETWORK), "Réseau fictif".into());
    let signed = Signed { by: GivenBy::Person, parents: None, from: day, until: day + TimeDelta::days(300) };
    let consent =
        NewConsent { purpose: Purpose::Transfer, towards, signed: Some(signed), text: String::new() };
    let grant = write(work, &medical(), file).await;
    work.take_consent(&grant, &consent, day).await.expect("agreed");
    let hub = staff(310, Role::HubCoordinator);
    let about = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let prepare: Grant<PrepareReferral> = work.grant(&hub, about).expect("allowed");
    let card = Card { name: "Réseau fictif".into(), mail: "reseau@example.org".into(), ..Card::default() };
    let new = NewReferral {
        kind: ReferralKind::Ern,
        network: Some(NETWORK.into()),
        organisation: Some(NETWORK.into()),
        head: ReferralHead { card, ..ReferralHead::default() },
        previous: None,
        key: file,
    };
    let id = work.begin_referral(&prepare, &new).await.expect("begun");
    let about = work.referral_facts(OWN_CONTROLLER, id).await.expect("facts");
    let draft: Grant<PrepareReferral> = work.grant(&hub, about).expect("allowed");
    work.write_referral_draft(&draft, 1, "Question fictive", "fr", (&[], false)).await.expect("written");
    let about = work.referral_sending_facts(OWN_CONTROLLER, id).await.expect("facts");
    let send: Grant<SendReferral> = work.grant(&hub, about).expect("allowed");
    let rule = PacketRule {
        kind: ReferralKind::Ern,
        needs: vec![PacketPart::Question, PacketPart::Identity],
        takes: Vec::new(),
    };
    let how = Sending {
        version: 2,
        key: Some(id),
        rule: &rule,
        is_listed: true,
        sender: "Cléo Fictive",
        channel: Channel::Mail,
    };
    let mail =
        |token: &str| Outgoing { to: "reseau@example.org".into(), text: token.into(), ..Outgoing::default() };
    work.send_referral(&send, &how, mail).await.expect("sent");
}

pub async fn version(work: &mut Work<'_>, file: Uuid) -> i32 {
    let about = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let read: Grant<ReadCase> = work.grant(&social(), about).expect("allowed");
    work.read_case(&read).await.expect("read").version
}

/// The year of seed 000, made by listeners, coordinators and meetings as live data are.
async fn fill(records: &Records, office: &Office) {
    let end = demonstration::cell::after(office, 2020);
    let mut work = records.begin(end).await.expect("begun");
    for demo in demonstration::year(2020, office, end) {
        keep(&mut work, &demo).await;
    }
    let cell = demonstration::cell::year(office, 2020);
    for file in &cell.files {
        keep_file(&mut work, file, office).await;
    }
    for starts_at in &cell.meetings {
        work.set_now(*starts_at - TimeDelta::days(1));
        let all: Grant<HoldMeeting> = grant_all(&work, &social(), "cell_meeting");
        let id = work.schedule_meeting(&all, Reality::Real, *starts_at).await.expect("planned");
        work.set_now(*starts_at);
        let facts = work.meeting_facts(OWN_CONTROLLER, id).await.expect("facts");
        let hold: Grant<HoldMeeting> = work.grant(&social(), facts).expect("allowed");
        let version = work.read_meeting(&hold).await.expect("read").version;
        work.begin_meeting(&hold, version).await.expect("begun");
        work.end_meeting(&hold, version + 1).await.expect("ended");
    }
    work.commit().await.expect("kept");
}

/// What the slides show, line by line.
fn slides(report: &Report) -> String {
    let year = period("2020");
    let mut text = String::new();
    for figure in [
        "infoline.requesters",
        "infoline.age",
        "infoline.sender",
        "infoline.entry",
        "infoline.nationality",
        "infoline.nature",
        "cell.meetings",
        "cell.active",
        "cell.brought",
        "hub.active",
        "hub.new",
        "hub.referred",
    ] {
        let table = report.table(figure, year).expect("a table");
        let mut line = format!("{figure} {}", table.total.expect("a total"));
        for row in table.rows.iter().filter(|row| row.n != Some(0)) {
            line.push_str(&format!(" | {} {}", row.category, row.n.expect("a count")));
            if let Some(share) = row.percent {
                line.push_str(&format!(" {share}%"));
            }
        }
        for note in &table.notes {
            match note {
                Note::SharesAddUpTo { sum } => line.push_str(&format!(" | * {sum}%")),
                Note::Overlaps => line.push_str(" | * several"),
                _ => {}
            }
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// Every figure of seed 000. Natures carry no numbers there: ours are made up, and declared so.
const SEED: &str = "\
infoline.requesters 259 | first 259 100%
infoline.age 259 | under-12 70 27% | 12-18 16 6% | adult 173 67%
infoline.sender 259 | professional 135 52% | media 75 29% | acquaintance 49 19%
infoline.entry 259 | mail 163 63% | phone 96 37%
infoline.nationality 259 | LU 147 57% | PT 36 14% | FR 25 10% | other 51 20% | * 101%
infoline.nature NATURES
cell.meetings 21
cell.active 31
cell.brought 31 | psychosocial-coordinator 26 84% | psychosocial-worker 3 10% | doctor 1 3% | person 1 3%
hub.active 39
hub.new 39 | new 19 49% | known 20 51%
hub.referred 33
";

/// The made-up natures, counted by hand from the data set.
fn natures(office: &Office) -> String {
    let year = demonstration::year(2020, office, demonstration::cell::after(office, 2020));
    let mut line = year.len().to_string();
    for nature in Nature::ALL {
        let asks = |demo: &&DemoEnquiry| demo.profile.needs.iter().any(|need| need.nature == nature);
        let n = year.iter().filter(asks).count();
        line.push_str(&format!(" | {} {n} {}%", nature.code(), (n * 200 + 259) / 518));
    }
    line + " | * several"
}

#[tokio::test]
async fn the_report_of_the_seed_comes_out_of_records_and_one_more_enquiry_changes_it() {
    let office = office();
    let end = demonstration::cell::after(&office, 2020);
    let mut bytes: Vec<String> = Vec::new();
    for engine in both().await {
        let records = engine.records().await;
        fill(&records, &office).await;
        let known = facts(&records, &office, end).await;
        let made = report(&known, &office, "2020", end);
        let expected = SEED.replace("NATURES", &natures(&office));
        assert_eq!(slides(&made), expected, "{}", engine.name);
        bytes.push(canonical(&made).expect("written"));
        let behind = behind_the_report(&records, &office, end).await;
        assert_eq!(behind, (33, 21), "{}: referrals and meetings that who may opens one by one", engine.name);

        // One more enquiry, and the report made again as of before it.
        let mut more = enquiry("Anne Fictive", 0);
        more.received_at = end - TimeDelta::hours(60);
        log(&records, &more).await;
        let changed = report(&facts(&records, &office, end).await, &office, "2020", end);
        let first = |report: &Report| {
            report.table("infoline.requesters", period("2020")).and_then(|table| table.row("first")?.n)
        };
        assert_eq!((first(&made), first(&changed)), (Some(259), Some(260)), "{}", engine.name);
        let before = end - TimeDelta::hours(61);
        let then = report(&facts(&records, &office, before).await, &office, "2020", before);
        assert_eq!(first(&then), first(&report(&as_known(&known, before), &office, "2020", before)));
    }
    assert_eq!(bytes[0], bytes[1], "both engines give the same bytes");
}

/// How many referrals and meetings can be looked at behind the numbers of the year.
async fn behind_the_report(records: &Records, office: &Office, as_of: DateTime<Utc>) -> (usize, usize) {
    let setting = Setting { office, follow_up: FollowUpRule::default(), as_of };
    let mut work = records.begin(as_of).await.expect("begun");
    let live: Grant<ReadLiveFigures> = grant_all(&work, &social(), "figures");
    let all = work.figure_sources(&live, office.begins(period("2019").first()), as_of).await.expect("read");
    let ledger = Ledger::new(&all.facts, all.sources, &setting);
    let ids = |figure| match ledger.behind(Scope::default(), period("2020"), &setting, figure, None) {
        Some(Behind::Referrals(ids) | Behind::Meetings(ids)) => ids,
        other => panic!("{other:?}"),
    };
    let prepare: Grant<PrepareReferral> = grant_all(&work, &social(), "figures");
    let referrals = work.referrals_behind(&prepare.because("hub.referrals"), &ids(&HUB_REFERRALS)).await;
    let hold: Grant<HoldMeeting> = grant_all(&work, &social(), "figures");
    let meetings = work.meetings_behind(&hold.because("cell.meetings"), &ids(&MEETINGS)).await;
    let (referrals, meetings) = (referrals.expect("read"), meetings.expect("read"));
    assert!(referrals.iter().all(|one| one.sent_at.is_some() && one.state.is_some()));
    assert!(meetings.iter().all(|one| one.state.is_some_and(MeetingState::has_minutes)));
    (referrals.len(), meetings.len())
}

/// Requests that had come in by a moment; what became of them since does not matter to how many there are.
fn as_known(facts: &Facts, at: DateTime<Utc>) -> Facts {
    let mut known = facts.clone();
    known.enquiries.retain(|one| one.received_at <= at);
    known
}
