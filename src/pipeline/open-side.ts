import { openSideFiles, type SideFiles } from '../open-side-files.ts';
import type { LineOptions } from './line-options.ts';

/** The side files of a run: those that are open already, so that a run of several steps reads each once. */
export function openSide({ side, config }: Pick<LineOptions, 'side' | 'config'>): SideFiles {
  return side ?? openSideFiles(config.files);
}
