/** The days of a week in order, by the names under which counts are kept: the first is day 1 of a date's weekday. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
