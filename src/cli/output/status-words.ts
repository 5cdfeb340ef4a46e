import type { LabelStatus } from '../../incident/classification.ts';

/** What each status of a label means, in the middle of a sentence. */
export const STATUS_WORDS: Readonly<Record<LabelStatus, string>> = {
  alleged: 'said to have happened',
  observed: 'seen to have happened',
  not_upheld: 'looked into and not upheld, so not counted',
  historical: 'mentioned as past history, so not counted',
  other_setting: 'happened somewhere else, so not counted',
};

/** Reasons for leaving a label out or looking again, as the classifier names them, in plain words. */
export function sayReason(reason: string): string {
  return reason.replaceAll('_', ' ');
}
