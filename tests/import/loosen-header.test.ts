import { expect, test } from 'vitest';
import { loosenHeader } from '../../src/import/loosen-header.ts';

test.each([
  ['Pupil(s)', 'Pupils'],
  ["Pupil's Full Name", 'Pupil Full Name'],
  ["Students' Names", 'Student Name'],
  ['Category(s)', 'Categories'],
  ['Date (dd/mm/yyyy)', 'Date'],
  ['Incident details (please be factual) *', 'Incident Details'],
  ['Date of the Incident', 'Date Incident'],
  ['Log #', 'Log No'],
  ['Your description', 'Description'],
  ['Names of the children', 'Name of Child'],
])('%s is as good as %s', (written, known) => {
  expect(loosenHeader(written)).toBe(loosenHeader(known));
});

test.each([
  ['Your name', 'Name'],
  ['Class', 'Clas'],
  ['Status', 'Statu'],
  ['Incident Date', 'Incident Time'],
])('%s is not %s', (one, other) => {
  expect(loosenHeader(one)).not.toBe(loosenHeader(other));
});
