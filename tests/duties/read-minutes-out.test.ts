import { describe, expect, it } from 'vitest';
import { readMinutesOut, saysOut } from '../../src/duties/read-minutes-out.ts';

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
    ['Sent to the corridor and was told to wait for 20 minutes.', 20],
    ['Removed from class and was told to sit there for 30 minutes.', 30],
    ['Shouted for 20 minutes and was told to stand outside for 2 minutes.', 2],
    ['Shouted for 20 minutes and was told to sit in the corridor.', null],
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

describe('a time in words', () => {
  it.each([
    ['Sent out and stayed outside the classroom for an hour.', 'an hour'],
    ['She spent all morning in the corridor.', 'all morning'],
    ['Sent out of class until lunch.', 'until lunch'],
    ['Shouted at Mr Cole. Removed for the rest of the lesson.', 'rest of the lesson'],
    ['Sent out. She came back in after an hour.', 'an hour'],
  ])('is out of the room: %s', (text, words) => {
    expect(saysOut(text, words)).toBe(true);
  });

  it.each([
    ['Mia had been shouting for an hour and was then sent out of the room.', 'an hour'],
    ['Mia shouted for an hour and was sent out.', 'an hour'],
    ['Mia shouted for an hour so she was sent out.', 'an hour'],
    ['After an hour of shouting she was sent out.', 'an hour'],
    ['She shouted for an hour before she was sent out.', 'an hour'],
    ['Sent out. Lost an hour of the trip on Friday.', 'an hour'],
    ['Sent out. Spoke to mum for half an hour.', 'half an hour'],
    ['Off task all morning. Put outside the door.', 'all morning'],
    ['She disrupted the whole lesson and was sent out.', 'whole lesson'],
  ])('is of something else: %s', (text, words) => {
    expect(saysOut(text, words)).toBe(false);
  });
});
