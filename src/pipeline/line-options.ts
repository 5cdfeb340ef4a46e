import type { Crew } from '../classify/open-crew.ts';
import type { Helper } from '../classify/start-workers.ts';
import type { ImportOptions } from '../import/import-exports.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { SideFiles } from '../open-side-files.ts';
import type { ResolvedConfig } from '../policy/resolved-config.ts';

/** What a run is asked for: the exports, the set-up, and the span of days. */
export interface LineOptions {
  readonly files: readonly string[];
  readonly config: ResolvedConfig;
  /** The only clock there is: given by the command line, used only to tell a date in the future. */
  readonly today: IsoDate;
  readonly asAt?: IsoDate | undefined;
  readonly term?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** Whether the side files of duties are read for reports: plans, exclusions, racist log. */
  readonly sideFiles?: boolean;
  /** Side files that are open already: a run of several steps reads each once. */
  readonly side?: SideFiles;
  readonly import?: Pick<
    ImportOptions,
    'encoding' | 'delimiter' | 'dateOrder' | 'maxRejects' | 'onProgress' | 'parts'
  >;
  /** Helpers that are there already and stay, in place of the run's own. */
  readonly crew?: Crew;
  /** Threads that were started before the line was loaded; they go when the records are labelled. */
  readonly helpers?: readonly Helper[];
  /** Told once the records are labelled: a core that helped with it is free from then on. */
  readonly onLabelled?: () => void;
  /** Whether the period is only counted: no findings, and nothing that it is compared with. */
  readonly onlyPeriod?: boolean;
  /** Whether days after the last record are refused, also where a nil return could be made of them. */
  readonly onlyRecorded?: boolean;
  /** Whether duties are left out, which are read in the words of every record. */
  readonly withoutDuties?: boolean;
}
