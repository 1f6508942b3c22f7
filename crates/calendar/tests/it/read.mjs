// What ical.js reads in calendars. Reads and writes JSON.
import ICAL from 'ical.js';

const given = JSON.parse((await import('node:fs')).readFileSync(0, 'utf8'));
const seconds = time => time.toUnixTime();

function read(text, until) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const zones = new Map(calendar.getAllSubcomponents('vtimezone').map(component => {
    const zone = new ICAL.Timezone(component);
    return [zone.tzid, zone];
  }));
  for (const zone of zones.values()) ICAL.TimezoneService.register(zone);
  const main = events.find(event => !event.hasProperty('recurrence-id')) ?? events[0];
  const event = new ICAL.Event(main);
  for (const other of events) if (other !== main) event.relateException(other);
  const instance = main.getFirstPropertyValue('recurrence-id');
  const starts = [];
  if (!instance) {
    const iterator = event.iterator();
    for (let next = iterator.next(); next && seconds(next) <= until; next = iterator.next()) {
      starts.push(seconds(event.getOccurrenceDetails(next).startDate));
    }
  }
  for (const zone of zones.keys()) ICAL.TimezoneService.remove(zone);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: main.getFirstPropertyValue('sequence'),
    status: main.getFirstPropertyValue('status'),
    stamp: seconds(main.getFirstPropertyValue('dtstamp')),
    organizer: event.organizer,
    attendees: main.getAllProperties('attendee').map(attendee => [
      attendee.getFirstValue(), attendee.getParameter('cn') ?? null, attendee.getParameter('partstat'),
      attendee.getParameter('rsvp') === 'TRUE',
    ]),
    summary: event.summary,
    description: event.description,
    url: main.getFirstPropertyValue('url'),
    instance: instance ? seconds(instance) : null,
    starts: starts.sort((a, b) => a - b),
  };
}

const until = Date.parse(given.until) / 1000;
process.stdout.write(JSON.stringify(given.texts.map(text => read(text, until))));
