"""Recurring dates by dateutil, instants by the time zones of Python. Reads and writes JSON."""

import json
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil import rrule
from dateutil.easter import easter


def dates(series):
    rule = series["rule"]
    days = [rrule.weekdays[n] for n in rule["byweekday"]]
    if "nth" in rule:
        days = [day(rule["nth"]) for day in days]
    return rrule.rrule(
        rrule.MONTHLY if rule["freq"] == "monthly" else rrule.WEEKLY,
        dtstart=datetime.fromisoformat(series["start"]),
        interval=rule["interval"],
        byweekday=days,
        wkst=rrule.MO,
        until=datetime.fromisoformat(series["until"]),
    )


def instants(series):
    # fold=0: of a time given twice the first, of one left out the offset before.
    zone = ZoneInfo(series["zone"])
    return [int(one.replace(tzinfo=zone).timestamp()) for one in dates(series)]


def is_holiday(day):
    fixed = {(1, 1), (5, 1), (5, 9), (6, 23), (8, 15), (11, 1), (12, 25), (12, 26)}
    return (day.month, day.day) in fixed or (day.date() - easter(day.year)).days in (1, 39, 50)


def moved(series, rule):
    found = []
    for day in dates(series):
        if is_holiday(day):
            if rule == "skip":
                continue
            step = timedelta({"next": 1, "previous": -1, "week": 7}[rule])
            day += step
            while is_holiday(day) or (rule != "week" and day.weekday() > 4):
                day += step
        found.append(str(day))
    return found


given = json.load(sys.stdin)
answer = {}
if "series" in given:
    answer["series"] = [instants(series) for series in given["series"]]
if "moved" in given:
    answer["moved"] = {rule: moved(given["moved"], rule) for rule in given["rules"]}
json.dump(answer, sys.stdout)
