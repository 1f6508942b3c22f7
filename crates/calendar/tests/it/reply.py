"""Answers to an invitation, written by icalendar. Reads and writes JSON."""

import json
import sys

from icalendar import Calendar, Event

given = json.load(sys.stdin)


def answer(text):
    asked = Calendar.from_ical(text)
    event = asked.walk("VEVENT")[0]
    reply, answered = Calendar(), Event()
    for name, value in (("PRODID", "-//test//"), ("VERSION", "2.0"), ("METHOD", "REPLY")):
        reply.add(name, value)
    for name in ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "ORGANIZER", "RECURRENCE-ID"):
        if name in event:
            answered[name] = event[name]
    attendee = next(one for one in event["ATTENDEE"] if one == "mailto:" + given["address"])
    attendee.params["PARTSTAT"] = "DECLINED"
    answered.add("ATTENDEE", attendee, encode=0)
    answered.add("COMMENT", given["comment"])
    reply.add_component(answered)
    return reply.to_ical().decode()


json.dump([answer(text) for text in given["texts"]], sys.stdout)
