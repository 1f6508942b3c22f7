ack-subject = Äre Message ass ukomm
ack-opening = den { $date } um { $time } Auer
ack-opening-unknown = soubal een do ass
ack-text =
    Moien,

    Äre Message un d’Infoline Rar Krankheeten ass ukomm. Baussent den Ëffnungszäite liest e keen. Een aus der Equipe liest en { $when }.

    Dir kritt eng Äntwert bis spéitstens { $due }.

    Am Noutfall rufft { $emergency } un.

    Dëse Message gouf automatesch geschéckt. Dir kënnt drop äntweren, fir Är Ufro ze ergänzen.
ack-text-neutral =
    Moien,

    Äre Message ass ukomm. Een aus der Equipe liest en { $when }.

    Dir kritt eng Äntwert bis spéitstens { $due }.

    Am Noutfall rufft { $emergency } un.

    Dëse Message gouf automatesch geschéckt. Dir kënnt drop äntweren.
