"""What icalendar reads in calendars, expanded by dateutil. Reads and writes JSON."""

import json
import sys
from datetime import datetime

from dateutil import rrule
from icalendar import Calendar


def seconds(moment):
    return int(moment.timestamp())


def expanded(events, until):
    """Beginnings of all instances: the rule, less exceptions, with those that were moved."""
    starts = {}
    for event in events:
        if "RECURRENCE-ID" in event:
            continue
        begin = event["DTSTART"].dt
        if "RRULE" not in event:
            starts[seconds(begin)] = seconds(begin)
            continue
        # In local time, as RFC 5545 means it; each instance gets the offset of its own day.
        rule = rrule.rrulestr(event["RRULE"].to_ical().decode(), dtstart=begin)
        left_out = event.get("EXDATE", [])
        left_out = left_out if isinstance(left_out, list) else [left_out]
        gone = {seconds(one.dt) for many in left_out for one in many.dts}
        for one in rule:
            if one <= until and seconds(one) not in gone:
                starts[seconds(one)] = seconds(one)
    for event in events:
        if "RECURRENCE-ID" in event:
            starts[seconds(event["RECURRENCE-ID"].dt)] = seconds(event["DTSTART"].dt)
    return sorted(starts.values())


def read(text, until):
    calendar = Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    main = next((event for event in events if "RECURRENCE-ID" not in event), events[0])
    assert not any(event.errors for event in events), [event.errors for event in events]
    attendees = main["ATTENDEE"]
    instance = main.get("RECURRENCE-ID")
    return {
        "method": calendar["METHOD"],
        "uid": main["UID"],
        "sequence": main["SEQUENCE"],
        "status": main["STATUS"],
        "stamp": seconds(main["DTSTAMP"].dt),
        "organizer": main["ORGANIZER"],
        "attendees": [
            [one, one.params.get("CN"), one.params["PARTSTAT"], one.params["RSVP"] == "TRUE"] for one in attendees
        ],
        "summary": main["SUMMARY"],
        "description": main["DESCRIPTION"],
        "url": main["URL"],
        "instance": seconds(instance.dt) if instance else None,
        "starts": expanded(events, until) if instance is None else [],
    }


if __name__ == "__main__":
    given = json.load(sys.stdin)
    until = datetime.fromisoformat(given["until"].replace("Z", "+00:00"))
    json.dump([read(text, until) for text in given["texts"]], sys.stdout)
