// Answers to an invitation, written by ical.js. Reads and writes JSON.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const { texts, address, comment } = JSON.parse(readFileSync(0, 'utf8'));

function answer(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  calendar.updatePropertyWithValue('method', 'REPLY');
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  for (const other of others) calendar.removeSubcomponent(other);
  for (const attendee of event.getAllProperties('attendee')) {
    if (attendee.getFirstValue() !== `mailto:${address}`) event.removeProperty(attendee);
    else attendee.setParameter('partstat', 'DECLINED');
  }
  event.addPropertyWithValue('comment', comment);
  return calendar.toString();
}

process.stdout.write(JSON.stringify(texts.map(answer)));
