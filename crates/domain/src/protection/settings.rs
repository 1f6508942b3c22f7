//! What an installation sets about the protection of data, and within which bounds.

use super::erasure::Delay;
use super::{notice, recipients, unusual};

/// How the data protection officer is reached: shown in the notice of articles 13(1)(b) and 14(1)(b).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Officer {
    /// Name or function.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// Telephone number.
    pub phone: String,
    /// Postal address.
    pub address: String,
}

impl Officer {
    /// What is known, in the order in which it is shown.
    pub fn lines(&self) -> Vec<&str> {
        let all = [&self.name, &self.mail, &self.phone, &self.address];
        all.into_iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect()
    }
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// How long an erasure waits.
    pub erasure: Delay,
    /// Within what a person learns of what somebody else told.
    pub notice: notice::Term,
    /// Within what a recipient answers.
    pub recipients: recipients::Term,
    /// From when on something in the log is unusual.
    pub unusual: unusual::Bounds,
    /// The officer.
    pub officer: Officer,
}

/// A setting out of its bounds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{setting} is {value}: {rule}")]
pub struct SettingFault {
    /// Name as in the file.
    pub setting: &'static str,
    /// What it says.
    pub value: String,
    /// What it may be.
    pub rule: &'static str,
}

impl Settings {
    /// Checks the bounds.
    ///
    /// # Errors
    /// [`SettingFault`] names the first setting that is out of its bounds.
    pub fn check(&self) -> Result<(), SettingFault> {
        let bound = |setting, value: u64, least: u64, most: u64, rule| {
            let is_within = (least..=most).contains(&value);
            if is_within { Ok(()) } else { Err(SettingFault { setting, value: value.to_string(), rule }) }
        };
        bound(
            "protection.erasure_delay_days",
            self.erasure.0.into(),
            1,
            25,
            "1 to 25 days: the person needs time to stop what they did not ask for, and a request is answered within a \
             month (article 12(3))",
        )?;
        bound(
            "protection.notice_days",
            self.notice.0.into(),
            1,
            30,
            "1 to 30 days: the person is told within one month at the latest (article 14(3))",
        )?;
        bound(
            "protection.recipient_answer_days",
            self.recipients.0.into(),
            1,
            90,
            "1 to 90 days: recipients answer without undue delay (article 19)",
        )?;
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let rule = "1 to 10000: 0 would call everything unusual";
        bound("protection.unusual.records", count(self.unusual.records), 1, 10_000, rule)?;
        bound("protection.unusual.not_taken", count(self.unusual.not_taken), 1, 10_000, rule)?;
        bound("protection.unusual.refusals", count(self.unusual.refusals), 1, 10_000, rule)?;
        let minutes = u64::try_from(self.unusual.within.num_minutes()).unwrap_or(0);
        bound("protection.unusual.within_minutes", minutes, 1, 1440, "1 to 1440 minutes, which is a day")?;
        let mail = self.officer.mail.trim();
        if !mail.is_empty() && !crate::enquiry::written::is_mail(mail) {
            return Err(SettingFault {
                setting: "protection.officer.mail",
                value: format!("`{mail}`"),
                rule: "a mail address, such as dpo@ariane.example",
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn the_defaults_are_within_their_bounds() {
        assert_eq!(Settings::default().check(), Ok(()));
    }

    #[test]
    fn what_is_out_of_its_bounds_is_named_with_what_it_may_be() {
        let mut wrong = Vec::new();
        let mut try_out = |change: fn(&mut Settings)| {
            let mut settings = Settings::default();
            change(&mut settings);
            wrong.push(settings.check().unwrap_err().to_string());
        };
        try_out(|s| s.erasure = Delay(0));
        try_out(|s| s.notice = notice::Term(31));
        try_out(|s| s.recipients = recipients::Term(0));
        try_out(|s| s.unusual.refusals = 0);
        try_out(|s| s.unusual.within = TimeDelta::zero());
        try_out(|s| s.officer.mail = "dpo".into());
        let names = [
            "protection.erasure_delay_days is 0",
            "protection.notice_days is 31",
            "protection.recipient_answer_days is 0",
            "protection.unusual.refusals is 0",
            "protection.unusual.within_minutes is 0",
            "protection.officer.mail is `dpo`",
        ];
        for (fault, name) in wrong.iter().zip(names) {
            assert!(fault.starts_with(name), "{fault}");
        }
    }
}
