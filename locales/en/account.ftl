# Accounts: sign-in, second factors, people.

## Frame

nav-staff = For staff
signed-label = Your account
signed-as = Signed in as
sign-out = Sign out
moment = { $date } at { $time }

## Fields

field-mail = Email address
field-name = First and last name
field-password = Password
field-password-current = Current password
field-password-new = New password
field-password-hint = At least 12 characters. A sentence that only you know is safer than a complicated word.
field-password-again = The same once more
name-missing = Give your first and last name.
mail-odd = This email address is not complete, for example first.last@example.lu.
password-weak-short = The password has fewer than 12 characters.
password-weak-long = The password has more than 256 characters.
password-weak-personal = The password contains your name or your address.
password-weak-common = This password is among those that are tried first. Choose another.
password-differs = The two passwords are not the same.
password-current-wrong = This is not your current password.

## Sign-in

sign-in-title = Sign in
sign-in-lead = For people who work with Ariane. To look up a disease or write to the infoline, no account is needed.
sign-in-button = Continue
sign-in-outside = Sign in with { $name }
sign-in-help = No account, or no access any more? The administrator of your organisation invites people and unlocks accounts.
sign-in-wrong = Address and password do not belong together, or the account is not open.
sign-in-wait = { $count ->
    [one] Too many tries from your network. Try again in one minute.
   *[other] Too many tries from your network. Try again in { $shown } minutes.
}
sign-in-done-password = Your password is changed. Sign in with the new one.
sign-in-done-out = You are signed out.
sign-in-done-outside = Sign in here first.

## Second factor

second-factor-title = Second factor
step-up-title = Confirm that it is you
step-up-lead = What you are about to do changes access or cannot be undone. Give your second factor once more.
second-factor-none = Your account has no second factor yet. Ask the administrator of your organisation for a code.
second-factor-passkey = Use a passkey
second-factor-totp = Code of the authenticator app
second-factor-totp-hint = Six digits that change every thirty seconds.
second-factor-button = Confirm
second-factor-recovery = Use a recovery code
second-factor-recovery-label = Recovery code
second-factor-lost = You no longer have your second factor?
second-factor-lost-lead = The administrator of your organisation tells you a code in person or by phone, never by email. With it you set up a new second factor.
second-factor-spoken = Code given by the administrator
second-factor-wrong = This code is not right, or was used before.
passkey-failed = The browser did not give the passkey. Try again, or take another way.
passkey-noscript = A passkey needs JavaScript. The code of an app works without.
passkey-impossible = Passkeys do not work at this address: it takes a name, not a number.

## Factors

factors-title = Second factors
factors-lead-first = One more step: choose how you will confirm that it is you. One of the two is enough.
factors-lead = Have two: if one is lost, the other lets you in.
factors-yours = What you have
factors-since = since { $date }
factors-remove = Remove
factors-last = The last one cannot be removed. Add another first.
factors-codes-left = { $count ->
    [0] You have no recovery code left.
    [one] You have one recovery code left.
   *[other] You have { $shown } recovery codes left.
}
factors-codes-new = New recovery codes
factors-totp = Authenticator app
factors-totp-title = With an app on the phone
factors-totp-lead = Any authenticator app will do. Take the picture with it, then type the code that it shows.
factors-totp-picture = QR code of the key below
factors-totp-text = Without a camera, type this key into the app:
factors-totp-here = The app is on this device: open it
factors-code = Six-digit code
factors-code-wrong = This code is not that of this key. Check that the clock of the phone is right.
factors-totp-add = Add the app
factors-passkey = Passkey
factors-passkey-title = With a passkey
factors-passkey-lead = The fingerprint, face or PIN of this device, or a security key. This is the safest way: it cannot be given to a false page.
factors-passkey-name = Name of this passkey
factors-passkey-name-hint = To know it again later, for example “office computer”.
factors-passkey-add = Add a passkey
factors-passkey-wrong = The passkey could not be added. Try again.
codes-title = Your recovery codes
codes-lead = Each code stands in once for your second factor. They are shown only now.
codes-keep = Print them or write them down, and keep them where you keep your papers. Not in your mailbox.
codes-next = Noted, continue

## Own account

account-title = My account
account-roles = Functions
account-factors = { $count ->
    [0] none
    [one] one
   *[other] { $shown }
}
account-factors-change = see and change
account-sessions = Where you are signed in
account-session-this = here
account-session-times = since { $since }, last seen { $seen }
account-agent-unknown = Unknown browser
account-session-end = Sign out there
account-sessions-end = Sign out everywhere else
account-password = Change the password
account-done-password = Your password is changed. You are signed out everywhere else.
account-done-session = Signed out there.
account-done-linked = Changed.
account-link-outside = Link to { $name }
account-unlink = Unlink
outside-title = Sign-in through another service
outside-failed-none = No other service is set up here.
outside-failed-no-answer = The other service does not answer. Try later, or use your password.
outside-failed-over = This return is no longer good. Begin to sign in again.
outside-failed-not-confirmed = The other service did not confirm the sign-in.
outside-failed-unknown = That account is not linked to an open account here. Sign in once with your password and link it, or ask the administrator for an invitation.
outside-failed-taken = That account is linked to another already.

## Set-up, invitation, recovery

set-up-title = Set-up
set-up-lead = This installation is new. Name the organisation that answers for it, and open the account of its administrator.
set-up-code = Set-up code
set-up-code-hint = It is shown where Ariane was started.
set-up-code-wrong = This is not the code shown at the start. After a restart there is a new one.
set-up-organisation = Organisation
set-up-organisation-hint = The one that is the controller of the data.
set-up-organisation-missing = Name the organisation.
set-up-button = Continue
set-up-next = Next you set up a second factor. Only then does the account open.
invitation-title = Invitation
invitation-lead = { $organisation } invites you to work with Ariane, in this function:
invitation-outside = Accept with { $name }, without a password
invitation-button = Accept and continue
over-title = This link leads nowhere any more
over-lead-invitation = The invitation was used, replaced, or is older than seven days. The administrator of your organisation can send another.
over-lead-recovery = The link was used, replaced, or is older than an hour. You can ask for another.
recovery-title = Forgotten password
recovery-lead = We send a link to your address. It is good for an hour.
recovery-button = Send the link
recovery-sent = If an open account has this address, a link is on its way.
recovery-factor = The link changes the password and nothing else: your second factor will be asked for as always.
new-password-title = Choose a new password
new-password-button = Change the password

## People

people-title = Team
people-lead = Who works with Ariane, and in which function. A function opens what it needs, and nothing else.
people-invite = Invite somebody
people-invite-lead = They receive a link that is good for seven days. They choose their password and second factor themselves.
people-language = Language of the email
people-invite-button = Send the invitation
people-invited = The invitation is on its way.
people-known = This address has an account already.
people-roles-missing = Choose at least one function.
person-state = State
person-since = Account since
person-factors = Second factors
person-invited-until = Invitation good until
person-roles-hint = A change signs the person out everywhere; they sign in again with their new functions.
person-roles-button = Save the functions
person-invite-again = Send the invitation again
person-lost = Second factor lost
person-lost-lead = First make sure that it is the person: by voice, over a number that you know. Give the code that way, never by email.
person-code-button = Show a code
person-code-title = Code to be told by voice
person-code-lead = It is good for 24 hours, once, and is shown only now. The person signs in with their password, gives this code and sets up a new second factor; the old ones end.
person-access = Access
person-lock-lead = Locking signs the person out everywhere until an administrator unlocks.
person-lock = Lock the account
person-unlock = Unlock the account
person-close-lead = Closing is final. The access log keeps what was done; the person can be invited anew.
person-close = Close the account
person-done-roles = The functions are saved.
person-done-state = The access is changed.
person-done-sent = The invitation is on its way.
person-bar-own = One does not take away one’s own access as administrator: another administrator can.
person-bar-last = No administrator would be left. Name another first.
account-state-invited = invited
account-state-active = open
account-state-locked = locked
account-state-closed = closed

## Functions

role-listener = Listener at the infoline
role-psychosocial-coordinator = Psycho-social coordinator (CNPS)
role-medical-coordinator = Medical coordinator (CNM)
role-hub-coordinator = ERN coordinator at the hub (CERN)
role-psychosocial-worker = Psycho-social service of the association
role-directory-editor = Directory editor
role-steering-member = Steering group
role-patients-representative = Patients’ representative
role-data-protection-officer = Data protection officer
role-administrator = Administrator

## Refusals

refused-title-signed-out = Your session has ended
refused-lead-signed-out = Sign in again to go on. What you just sent was not saved.
refused-title-second-factor = Your second factor is missing
refused-lead-second-factor = Confirm first that it is you.
refused-title-step-up = Confirm once more that it is you
refused-lead-step-up = Your second factor is older than a quarter of an hour. Nothing was changed.
refused-title-link = Open your link first
refused-lead-link = This page opens with the link and code that you received. If you no longer have them, call the infoline.
refused-title-function = This page is not for your function
refused-lead-function = It does not open, whether what you look for exists or not. If you need it for your work, ask the administrator of your organisation.
refused-functions = It is for:
refused-title-form = This form was not taken
refused-lead-form = It does not come from a page that is still good. Go back to the page, reload it and send it again. Cookies must be allowed.
refused-title-too-large = That is too large
refused-lead-too-large = What you sent is larger than what is taken. Nothing was saved.
refused-title-too-many = A little patience
refused-lead-too-many = Too many tries come from your network. Wait a few minutes, then try again.

## Mails to staff

mail-subject-invitation = Invitation to Ariane
mail-subject-recovery = Ariane: new password
mail-subject-notice = Ariane: your account
mail-invitation-text =
    Hello,

    { $organisation } invites you to work with Ariane. This link is good for seven days:

    { $link }

    You will choose your password and your second factor.
    If you did not expect this invitation, you can ignore it.
mail-recovery-text =
    Hello,

    Somebody, probably you, asked for a new password. This link is good for an hour:

    { $link }

    Your second factor will be asked for as always. If it was not you, there is nothing to do.
mail-notice-text =
    Hello,

    { $what }

    If it was not you, tell the administrator of your organisation at once. Your account:

    { $link }
mail-notice-password = The password of your account was just changed.
mail-notice-factor-added = A second factor was just added to your account.
mail-notice-factor-removed = A second factor was just removed from your account.
mail-notice-factor-replaced = Your second factor was just replaced, with a code of the administrator.
mail-notice-factor-code = The administrator just prepared a code to replace your second factor.
mail-notice-roles = Your functions were just changed. Sign in again.
mail-subject-emergency = Ariane: an emergency summary was opened
mail-emergency-text =
    Hello,

    The emergency summary of file { $number } was just opened by one person alone, with a reason. It stands in the thread of the file; somebody else has to look at this opening:

    { $link }
held-psychosocial-track = { $count ->
    [one] { $shown } psycho-social track
   *[other] { $shown } psycho-social tracks
}
held-medical-track = { $count ->
    [one] { $shown } medical track
   *[other] { $shown } medical tracks
}
held-step = { $count ->
    [one] { $shown } step
   *[other] { $shown } steps
}
held-call = { $count ->
    [one] { $shown } promised call
   *[other] { $shown } promised calls
}
held-rcp-series = { $count ->
    [one] { $shown } recurring RCP
   *[other] { $shown } recurring RCPs
}
held-rcp-session = { $count ->
    [one] { $shown } RCP session
   *[other] { $shown } RCP sessions
}
held-service-file = { $count ->
    [one] { $shown } person followed by the service
   *[other] { $shown } people followed by the service
}
held-stand-in = { $count ->
    [one] { $shown } time of standing in
   *[other] { $shown } times of standing in
}
held-enquiry = { $count ->
    [one] { $shown } request taken
   *[other] { $shown } requests taken
}
person-takeovers = What this person still looks after
person-takeovers-lead = All of it goes to somebody else in the same act: nothing is left without a holder, and who takes over is told by e-mail.
person-takeover-rule = By the absences, else the pair of the file
person-takeover-free = Nobody for now
person-takeover-queue = { $what }: back to the queue.
person-nobody-left = { $what }: nobody can take over. Choose somebody, then try again; nothing was changed.
mail-notice-handed-on = A colleague leaves or changes functions: what they looked after is now yours. Sign in to see it.
