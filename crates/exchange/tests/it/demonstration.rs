//! The fictitious year: its proportions are those of the seed, and everything in it says that it is made up.

use ariane_domain::enquiry::{AgeBand, EntryMode, Outcome, Profile, ReferralSource, State};
use ariane_domain::need::Nature;
use ariane_domain::office::Office;
use ariane_exchange::demonstration::{DemoEnquiry, year};
use ariane_knowledge::starter::{countries, enquiry_form};
use chrono::{DateTime, Duration, Utc};

fn office() -> Office {
    let luxembourg =
        countries::all().into_iter().find(|country| country.code.code() == "LU").expect("a profile");
    luxembourg.office("").expect("an office")
}

fn now() -> DateTime<Utc> {
    "2026-11-22T09:00:00Z".parse().expect("a time")
}

fn all() -> Vec<DemoEnquiry> {
    year(1, &office(), now())
}

fn count(all: &[DemoEnquiry], fits: impl Fn(&Profile) -> bool) -> usize {
    all.iter().filter(|one| fits(&one.profile)).count()
}

#[test]
fn the_proportions_are_those_of_the_seed() {
    let all = all();
    assert_eq!(all.len(), 259);
    let age = |band| count(&all, |p| p.age_band == Some(band));
    assert_eq!([age(AgeBand::Under12), age(AgeBand::From12To18), age(AgeBand::Adult)], [70, 16, 173]);
    let sender = |source| count(&all, |p| p.referral_source == Some(source));
    let senders = [ReferralSource::Professional, ReferralSource::Media, ReferralSource::Acquaintance];
    assert_eq!(senders.map(sender), [135, 75, 49]);
    let mode = |mode| count(&all, |p| p.entry_mode == Some(mode));
    assert_eq!([mode(EntryMode::Mail), mode(EntryMode::Phone)], [163, 96]);
    let nation = |code: &str| count(&all, |p| p.nationality.is_some_and(|n| n.code() == code));
    assert_eq!([nation("LU"), nation("PT"), nation("FR")], [147, 36, 25]);
    for nature in Nature::ALL {
        assert!(count(&all, |p| p.needs.iter().any(|need| need.nature == nature)) >= 10, "{nature:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_year_and_another_gives_another() {
    assert_eq!(all(), all());
    assert_ne!(year(2, &office(), now()), all());
}

#[test]
fn requests_come_on_working_days_of_the_past_year_and_calls_in_opening_hours() {
    let office = office();
    for one in all() {
        assert!(office.is_working_day(office.day(one.received_at)), "{}", one.received_at);
        assert!(one.received_at < now() && one.received_at > now() - Duration::days(367));
        assert_eq!(one.due_at, office.due(one.received_at));
        if one.profile.entry_mode == Some(EntryMode::Phone) {
            assert!(office.is_open(one.received_at), "{}", one.received_at);
        }
    }
}

#[test]
fn every_history_is_possible_and_ends_in_the_state() {
    for one in all() {
        let mut state = State::Waiting;
        let mut before = one.received_at;
        for (at, change) in &one.history {
            assert!(*at >= before && *at <= now(), "{}", one.number);
            state = state.after(*change).expect("a possible change");
            before = *at;
        }
        assert_eq!(state, one.state);
        assert_eq!(state == State::Closed, one.outcome.is_some());
        assert_eq!(one.replied_at.is_some(), !one.reply.is_empty());
        assert!(one.outcome != Some(Outcome::NoAnswerPossible) || !one.unmet.is_empty());
    }
}

#[test]
fn most_replies_keep_the_promise_and_some_do_not() {
    let office = office();
    let replies: Vec<bool> =
        all().iter().filter_map(|one| Some(office.kept_promise(one.received_at, one.replied_at?))).collect();
    let kept = replies.iter().filter(|kept| **kept).count() * 100 / replies.len();
    assert!((85..100).contains(&kept), "{kept} %");
}

#[test]
fn some_requests_are_still_open() {
    // A Sunday morning: what came in at the end of the week waits.
    assert!(all().iter().any(|one| one.state.is_in_queue()));
}

#[test]
fn everything_says_that_it_is_made_up() {
    for one in all() {
        assert!(one.name.is_empty() || one.name.starts_with("Personne Fictive "));
        assert!(one.mail.is_empty() || one.mail.ends_with("@demonstration.invalid"));
        for text in [&one.subject, &one.text] {
            assert!(text.starts_with('['), "{text}");
        }
    }
}

#[test]
fn every_profile_is_valid_under_the_form() {
    let forms = enquiry_form::forms();
    let form = forms.version(1).expect("a version");
    for one in all() {
        let answers = one.profile.answers();
        let submitted = answers.iter().map(|(code, answer)| {
            use ariane_domain::enquiry::form::Answer;
            let values = match answer {
                Answer::Number(number) => vec![number.to_string()],
                Answer::YesNo(yes) => vec![if *yes { "yes" } else { "no" }.to_owned()],
                other => other.codes().to_vec(),
            };
            (code.clone(), values)
        });
        let read = form.read(&submitted.collect()).unwrap_or_else(|faults| panic!("{faults:?}"));
        assert_eq!(Profile::of(&read).age_band, one.profile.age_band);
    }
}
