const STAND_IN =
  /^(?:(?:anon(?:ymous|ymised)?|young|unnamed) )?(?:pupil|student|child|learner|boy|girl|person|yp)\b/i;

/** Whether a text stands in for a name, `Pupil 7B`: what looks like a class or a number there tells pupils apart. */
export function isStandIn(text: string): boolean {
  return STAND_IN.test(text);
}
