ack-subject = Your message has arrived
ack-opening = on { $date } at { $time }
ack-opening-unknown = as soon as somebody is there
ack-text =
    Hello,

    Your message to the rare disease infoline has arrived. Outside our opening hours nobody reads it. Somebody from the team will read it { $when }.

    You will have a reply by { $due } at the latest.

    In an emergency call { $emergency }.

    This message was sent automatically. You may answer it to add to your request.
ack-text-neutral =
    Hello,

    Your message has arrived. Somebody from the team will read it { $when }.

    You will have a reply by { $due } at the latest.

    In an emergency call { $emergency }.

    This message was sent automatically. You may answer it.
