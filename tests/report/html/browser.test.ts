import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { composeReport } from '../../../src/report/compose-report.ts';
import { renderHtml } from '../../../src/report/html/render-html.ts';
import { sampleAnalysis } from '../../count/sample-analysis.ts';
import { makeFolder } from '../../helpers/make-folder.ts';
import { demoReport } from '../helpers/demo-report.ts';
import { findElements, readHtml, textOf } from '../helpers/read-html.ts';

/** Debian's package and the names of other systems; CI installs it, and nothing else here needs it. */
const BROWSER = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find((path) => existsSync(path));

const folder = makeFolder('browser');

interface Seen {
  readonly violations: readonly string[];
  readonly passes: number;
  /** How far the page is wider than a window of 320 pixels. */
  readonly tooWide: number;
  /** Texts of charts that stand outside their chart, and rows of numbers that printing would open. */
  readonly outside: readonly string[];
}

/** Looks at a page in a real browser: accessibility rules (WCAG 2.2 AA), a narrow window, and where texts of charts are. */
function look(name: string, html: string): Seen {
  // Scripts may only be let in by taking the page's own rule out of this copy.
  const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const script = `
    const narrow = document.createElement('iframe');
    narrow.style.cssText = 'width: 320px; height: 800px; border: 0';
    narrow.srcdoc = ${JSON.stringify(open).replaceAll('<', '\\u003c')};
    narrow.onload = async () => {
      const page = narrow.contentDocument.documentElement;
      const tooWide = page.scrollWidth - 320;
      narrow.remove();
      const outside = [...document.querySelectorAll('svg')].flatMap((svg) => {
        const box = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')].filter((text) => {
          const own = text.getBoundingClientRect();
          return own.left < box.left - 2 || own.right > box.right + 2;
        }).map((text) => text.textContent);
      });
      document.querySelectorAll('details').forEach((each) => { each.open = true; });
      const { violations, passes } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
      const told = violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | '));
      const seen = document.createElement('pre');
      seen.id = 'seen';
      seen.textContent = JSON.stringify({ violations: told, passes: passes.length, tooWide, outside });
      document.body.replaceChildren(seen);
    };
    document.body.append(narrow);`;
  const path = join(folder, `${name}.html`);
  writeFileSync(
    path,
    open.replace('</body>', () => `<script>${axe.source}</script><script>${script}</script></body>`),
  );
  const dom = execFileSync(
    BROWSER ?? '',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--virtual-time-budget=60000',
      '--dump-dom',
      `file://${path}`,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'], timeout: 280_000 },
  );
  const [seen] = findElements(readHtml(dom.replace(/<script>[\s\S]*?<\/script>/g, '')), 'pre');
  return JSON.parse(seen === undefined ? 'null' : textOf(seen));
}

describe.skipIf(BROWSER === undefined)('a page in a browser', () => {
  it.each(['standard', 'large_print'] as const)(
    'breaks no accessibility rule in %s, and fits a narrow window',
    async (theme) => {
      const analysis = await sampleAnalysis();
      const documents = [
        demoReport('restricted'),
        await composeReport('governors', analysis),
        ...(theme === 'standard' ? [await composeReport('pastoral', analysis)] : []),
      ];
      for (const document of documents) {
        const { violations, passes, tooWide, outside } = look(
          `${theme}-${document.kind}-${document.edition}`,
          renderHtml(document, { theme }),
        );
        expect(violations).toEqual([]);
        expect(passes).toBeGreaterThan(15);
        expect(tooWide).toBeLessThanOrEqual(0);
        expect(outside).toEqual([]);
      }
    },
    300_000,
  );

  it('finds a fault where there is one', () => {
    const broken = renderHtml(demoReport()).replace('<html lang="en-GB">', '<html>');
    expect(look('broken', broken).violations.join()).toContain('html-has-lang');
  }, 300_000);
});
