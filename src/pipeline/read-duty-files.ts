import type { DutyInput } from '../duties/check-duties.ts';
import type { SideFiles } from '../open-side-files.ts';
import type { ResolvedConfig } from '../policy/resolved-config.ts';

/** The side files that only duties look at; read where the command asks for them, so that no other refuses their faults. */
export async function readDutyFiles(
  side: SideFiles,
  isAsked: boolean,
): Promise<Pick<DutyInput, 'plans' | 'racistLog' | 'exclusions'>> {
  if (!isAsked) return { plans: null, racistLog: null, exclusions: null };
  return {
    plans: await side.plans(),
    racistLog: await side.racistLog(),
    exclusions: await side.exclusions(),
  };
}

/** What duties need of the policy. */
export function pickPolicy({
  profile,
  thresholds,
  nation,
}: ResolvedConfig): Pick<DutyInput, 'profile' | 'thresholds' | 'nation'> {
  return { profile, thresholds, nation };
}
