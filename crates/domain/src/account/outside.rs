//! What an outside sign-in service says of how somebody proved who they are.

/// Methods (RFC 8176, section 2) that are a second factor beside whatever came first: something held, or several
/// factors at once. A password, a mail, a text message or a risk estimate is none: a code that arrives on the channel of
/// the first factor, or on a telephone number that can be carried off, does not count here.
const SECOND_FACTORS: [&str; 5] = ["mfa", "otp", "hwk", "swk", "sc"];

/// Whether the service vouches for a second factor: by a method, or by a class of assurance that the installation
/// accepts.
pub fn vouches_for_second_factor(amr: &[&str], acr: Option<&str>, accepted: &[String]) -> bool {
    amr.iter().any(|method| SECOND_FACTORS.contains(method))
        || acr.is_some_and(|class| accepted.iter().any(|a| a == class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_held_or_named_by_the_installation_counts() {
        assert!(vouches_for_second_factor(&["pwd", "otp"], None, &[]));
        assert!(vouches_for_second_factor(&["mfa"], None, &[]));
        for methods in [&["pwd"][..], &["pwd", "sms"], &["rba"], &[]] {
            assert!(!vouches_for_second_factor(methods, Some("gold"), &[]), "{methods:?}");
        }
        assert!(vouches_for_second_factor(&["pwd"], Some("gold"), &["gold".into()]));
    }
}
