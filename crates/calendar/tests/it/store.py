"""Puts calendars on a CalDAV server, one over the other, and reads them back. Reads and writes JSON."""

import json
import sys
from datetime import datetime, timezone
from http.client import HTTPConnection

from icalendar import Calendar

from read import expanded

given = json.load(sys.stdin)
HOME = "/cell/meetings/"


def ask(method, path, body="", **headers):
    connection = HTTPConnection("127.0.0.1", given["port"], timeout=20)
    # "Y2VsbDp4": user "cell", any password.
    headers = {"Authorization": "Basic Y2VsbDp4", "Content-Type": "text/calendar; charset=utf-8", **headers}
    connection.request(method, path, body.encode(), headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def found(begin, end):
    query = (
        '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop>'
        '<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
        f'<C:time-range start="{begin}" end="{end}"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>'
    )
    status, text = ask("REPORT", HOME, query, **{"Content-Type": "application/xml", "Depth": "1"})
    assert status == 207, text
    return text.count("getetag>") // 2


until = datetime(2100, 1, 1, tzinfo=timezone.utc)
statuses, sequences, meetings = [], [], []
statuses.append(ask("MKCALENDAR", HOME)[0])
for text in given["texts"]:
    # What is stored has no method (RFC 4791, section 4.1).
    stored = "".join(line + "\r\n" for line in text.split("\r\n") if line and not line.startswith("METHOD:"))
    statuses.append(ask("PUT", HOME + given["uid"] + ".ics", stored)[0])
    status, back = ask("GET", HOME + given["uid"] + ".ics")
    assert status == 200, back
    events = Calendar.from_ical(back).walk("VEVENT")
    sequences.append(max(event["SEQUENCE"] for event in events))
    meetings.append(len(expanded(events, until)))
json.dump(
    {
        "statuses": statuses,
        "sequences": sequences,
        "meetings": meetings,
        "found_in_july_2021": found("20210701T000000Z", "20210801T000000Z"),
        "found_in_april_2021": found("20210401T000000Z", "20210501T000000Z"),
    },
    sys.stdout,
)
