import type { ThemeName } from './charts/chart-theme.ts';

/** How a report is set, whatever the format; formats that only carry words and numbers pass it over. */
export interface RenderOptions {
  /** `large_print` for readers who need 16 points; else `standard`. */
  readonly theme?: ThemeName;
}
