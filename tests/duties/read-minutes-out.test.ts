import { describe, expect, it } from 'vitest';
import { readMinutesOut } from '../../src/duties/read-minutes-out.ts';

describe('minutes out of the room', () => {
  it.each([
    ['Sat outside the door for 3 minutes.\nMeeting with mum for 30 minutes.', 3],
    ['Sent out of class for 2 minutes.\nLost 15 minutes of lunch.', 2],
    ['2 minutes out, lost 15 minutes of lunch', 2],
    ['20 minutes into the lesson Mia was sent outside for 2 minutes.', 2],
    ['Mia wasted an hour; she sat outside the door for two minutes.', 2],
    ['Sent to sit outside the room for 25 minutes.', 25],
    ['Put outside for 1 hour.', 60],
    ['Outside the door for half an hour.', 30],
    ['Sat just outside the door, back in after two minutes.', 2],
    ['Sent outside. Detention for 20 minutes.', null],
    ['Sent outside.', null],
  ])('%s', (text, minutes) => {
    expect(readMinutesOut(text)).toBe(minutes);
  });
});

it.each([
  ['Sent outside for 20 minutes after hitting another child.', 20],
  ['Removed from class for 30 minutes from 10.15', 30],
  ['Stood in the corridor 25 minutes before he came back in', 25],
  ['On call removed him for 30 minutes', 30],
  ['Moved to Year 5 for 20 minutes', 20],
  ['Sat in the quiet room for 45 minutes', 45],
])('is not taken for minutes of something else: %s', (text, minutes) => {
  expect(readMinutesOut(text)).toBe(minutes);
});
