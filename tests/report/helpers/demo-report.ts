import type { ChartSpec, DotPlotChart, Signal } from '../../../src/report/charts/chart-spec.ts';
import type { ReportBlock, ReportDocument, ReportFigure } from '../../../src/report/report-document.ts';

const WEEKS = 39;
const DAY_MS = 86_400_000;

function weekOf(index: number): string {
  return new Date(Date.parse('2024-09-02T00:00:00Z') + index * 7 * DAY_MS).toISOString().slice(0, 10);
}

/** Weekly rates that wander in a fixed way, with a rise near the end. */
function weeklyValue(index: number): number {
  return 9 + 2.4 * Math.sin(index * 1.7) + 1.3 * Math.cos(index * 0.6) + (index > 33 ? 4.2 : 0);
}

function changeRow(
  label: string,
  before: number | null,
  now: number | null,
  text: string,
): DotPlotChart['rows'][number] {
  // biome-ignore lint/suspicious/noThenProperty: a row of two terms, never a promise
  return { label, then: before, now, text };
}

/** One chart of every kind, with long names, Welsh and Polish letters, hidden values and holidays. */
export const DEMO_CHARTS: Record<ChartSpec['kind'], ChartSpec> = {
  spc: {
    kind: 'spc',
    yLabel: 'Incidents recorded per 100 pupils, by school week',
    points: Array.from({ length: WEEKS }, (_, index) => {
      const value = Number(weeklyValue(index).toFixed(2));
      const signal: Signal = value > 14.1 ? 'concern' : index >= 14 && index <= 17 ? 'improvement' : 'common';
      return { week: weekOf(index + (index > 6 ? 1 : 0) + (index > 13 ? 2 : 0)), value, signal };
    }),
    mean: 9.1,
    upper: Array.from({ length: WEEKS }, () => 14.1),
    lower: Array.from({ length: WEEKS }, () => 4.1),
    breaks: [7, 14, 20, 26, 32],
    notes: [
      { index: 14, text: 'New behaviour policy' },
      { index: 27, text: 'Start of the autumn term reported on' },
    ],
    trial: false,
  },
  dot_plot: {
    kind: 'dot_plot',
    xLabel: 'Suspensions',
    thenLabel: 'Summer term 2024-25',
    nowLabel: 'Autumn term 2025-26',
    rows: [
      changeRow('Persistent or general disruption', 12, 19, '12 → 19'),
      changeRow('Physical assault against a pupil', 9, 7, '9 → 7'),
      changeRow('Verbal abuse or threatening behaviour against an adult', 6, 11, '6 → 11'),
      changeRow('Racist abuse', null, 5, 'c → 5'),
      changeRow('Damage', null, null, 'c → c'),
    ],
  },
  dot_interval: {
    kind: 'dot_interval',
    xLabel: 'Pupils with at least one incident recorded, per 100 in the group',
    reference: { value: 14.2, label: 'All pupils 14.2' },
    rows: [
      { label: 'SEN support', value: 24.1, low: 18.2, high: 31.2, focus: true, text: '24.1 (18.2 to 31.2)' },
      {
        label: 'Education, health and care plan',
        value: 31.8,
        low: 16.4,
        high: 52.7,
        focus: false,
        text: '31.8 (16.4 to 52.7)',
      },
      {
        label: 'Pupil premium',
        value: 19.6,
        low: 15.1,
        high: 25.1,
        focus: false,
        text: '19.6 (15.1 to 25.1)',
      },
      { label: 'White and Black Caribbean', value: null, low: null, high: null, focus: false, text: 'c' },
      { label: 'Boys', value: 17.3, low: 14.0, high: 21.2, focus: false, text: '17.3 (14.0 to 21.2)' },
      { label: 'Girls', value: 11.0, low: 8.4, high: 14.3, focus: false, text: '11.0 (8.4 to 14.3)' },
    ],
  },
  heat_map: {
    kind: 'heat_map',
    columns: ['Before school', 'Period 1', 'Period 2', 'Break', 'Period 3', 'Period 4', 'Lunch', 'Period 5'],
    rows: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    cells: Array.from({ length: 5 }, (_, row) =>
      Array.from({ length: 8 }, (_, column) => {
        if (row === 2 && column === 7) return { value: null, text: '–' };
        if ((row * 3 + column) % 11 === 4) return { value: null, text: 'c' };
        const value = (row * 7 + column * column * 3) % 37;
        return { value, text: String(value) };
      }),
    ),
  },
  bars: {
    kind: 'bars',
    xLabel: 'Incidents recorded',
    rows: [
      { label: 'Disruption to learning in lessons', value: 142, text: '142 (38%)' },
      { label: 'Defiance', value: 88, text: '88 (24%)' },
      { label: 'Physical behaviour towards another pupil', value: 51, text: '51 (14%)' },
      { label: 'Amharchu (disrespect) – Ysgol Ŵyn a Ŷd', value: 40, text: '40 (11%)' },
      { label: 'Łódź corridor, żółty block', value: 22, text: '22 (6%)' },
      { label: 'Sexual harassment', value: null, text: 'c' },
      { label: 'Other kinds together', value: 27, text: '27 (7%)' },
    ],
  },
  small_multiples: {
    kind: 'small_multiples',
    yLabel: 'Incidents recorded per 100 pupils a week, by half-term; the grey line is the whole school',
    xLabels: ['Aut 1', 'Aut 2', 'Spr 1', 'Spr 2', 'Sum 1', 'Sum 2'],
    reference: [8, 9, 9.5, 9, 10, 11],
    panels: ['Year 7', 'Year 8', 'Year 9', 'Year 10', 'Year 11', 'Sixth form'].map((label, panel) => ({
      label,
      values: Array.from({ length: 6 }, (_, index) =>
        panel === 5 && index !== 3
          ? null
          : Number((6 + panel * 1.3 + Math.sin(index + panel) * 2.5).toFixed(1)),
      ),
    })),
  },
  funnel: {
    kind: 'funnel',
    xLabel: 'Pupils on roll',
    yLabel: 'Suspensions per 100 pupils, autumn term',
    mean: 5.2,
    points: [
      { label: 'Ash', x: 420, y: 4.1, named: false },
      { label: 'Beech', x: 510, y: 5.9, named: false },
      { label: 'Cedar Grove Church of England Academy', x: 640, y: 11.8, named: true },
      { label: 'Elm', x: 880, y: 5.0, named: false },
      { label: 'Fernhill High', x: 1180, y: 1.9, named: true },
      { label: 'Gorse', x: 1330, y: 5.6, named: false },
    ],
    limits: Array.from({ length: 21 }, (_, index) => {
      const x = 400 + index * 50;
      const half = 1.96 * Math.sqrt(5.2 / (x / 100));
      const wide = (half * 3.09) / 1.96;
      return {
        x,
        low95: Math.max(0, 5.2 - half),
        high95: 5.2 + half,
        low998: Math.max(0, 5.2 - wide),
        high998: 5.2 + wide,
      };
    }),
  },
  strip: {
    kind: 'strip',
    from: '2025-04-22',
    to: '2026-03-27',
    rows: [
      {
        label: 'Disruption',
        dates: ['2025-05-06', '2025-05-06', '2025-06-12', '2025-09-09', '2025-09-30', '2025-11-04'],
      },
      {
        label: 'Leaving the room without permission',
        dates: ['2025-09-09', '2025-10-14', '2025-11-20', '2025-12-02', '2026-01-20'],
      },
      { label: 'Physical', dates: ['2025-11-20', '2026-02-03', '2026-02-03', '2026-02-03'] },
    ],
    termBreaks: ['2025-07-23', '2025-12-20'],
  },
};

const TITLES: Record<ChartSpec['kind'], string> = {
  spc: 'Five of the last six weeks were above the upper limit of 14.1',
  dot_plot: 'Suspensions for disruption rose from 12 to 19',
  dot_interval: 'SEN support is above all pupils by more than chance would explain',
  heat_map: 'The most incidents in one cell is 36',
  bars: 'Disruption to learning is 38% of incidents recorded',
  small_multiples: 'Year 11 had the highest rate in the last half-term',
  funnel: 'One school is above the 99.8% limit and one below it',
  strip: 'Fifteen incidents were recorded in three kinds',
};

/** A figure around one of the demo charts. */
export function demoFigure(kind: ChartSpec['kind'], chart: ChartSpec = DEMO_CHARTS[kind]): ReportFigure {
  return {
    type: 'figure',
    title: TITLES[kind],
    subtitle: 'What is counted, in which unit, for whom: all pupils on roll, Autumn term 2025-26',
    source:
      'Source: CPOMS export of 19 December 2025. Triangle: above the upper limit; diamond: below the lower limit.',
    alt: `${TITLES[kind]}. The chart shows 39 values between 5.1 and 15.6, and its numbers stand in the table of the annex.`,
    chart,
  };
}

const LONG =
  'More reports may mean better reporting. The school changed how staff log low-level incidents in October, so this term is not fully like the last. Governors may wish to ask how many staff log each week, and whether every classroom has the new form.';

/** A table of `rows` rows with a total. */
export function demoTable(
  rows: number,
  caption = 'Incidents recorded by kind, this term and last',
): ReportBlock {
  return {
    type: 'table',
    caption,
    columns: [
      { header: 'Kind of incident', align: 'left', width: 0.4 },
      { header: 'This term', align: 'right', width: 0.15 },
      { header: 'Last term', align: 'right', width: 0.15 },
      { header: 'What it means', align: 'left', width: 0.3 },
    ],
    rows: [
      ...Array.from({ length: rows }, (_, index) => ({
        cells: [
          `Kind ${index + 1} of behaviour`,
          String(40 + index),
          index % 4 === 3 ? 'c' : String(37 + index),
          'Within usual variation',
        ],
      })),
      { cells: ['All kinds', String(rows * 41), String(rows * 38), 'Too few to tell'], total: true },
    ],
    note: 'c: fewer than five, hidden so that no pupil can be known from it.',
  };
}

/** A report with every block and every chart, as a governor or a restricted edition. */
export function demoReport(edition: 'governor' | 'restricted' = 'governor'): ReportDocument {
  const restricted = edition === 'restricted';
  return {
    kind: 'governors',
    title: 'Behaviour report to governors & trustees',
    subtitle: 'Ysgol Gyfun Fernhill · Autumn term 2025-26',
    author: 'Fernhill School',
    subject: 'Behaviour incidents recorded in the autumn term 2025-26, in counts without names.',
    edition,
    handling: restricted
      ? 'Restricted: names pupils. For pastoral staff only; do not forward or print to shared trays.'
      : null,
    date: '2025-12-19',
    fingerprint: '3fa9c1d2e4b5',
    sections: [
      {
        heading: 'What governors need to know',
        blocks: [
          {
            type: 'bullets',
            items: [
              [
                { text: '412 incidents', bold: true },
                { text: ' were recorded this term, 9% more than last term; this is within usual variation.' },
              ],
              [
                { text: 'Suspensions rose from 31 to 44.', bold: true },
                { text: ' Most of the rise is for disruption.' },
              ],
              'Pupils with SEN support were 1.7 times as likely (95% interval 1.3 to 2.2) as all pupils to have an incident recorded.',
            ],
          },
          demoTable(4),
          demoFigure('spc'),
        ],
      },
      {
        heading: 'Is behaviour changing?',
        blocks: [
          { type: 'paragraph', text: LONG },
          { type: 'paragraph', text: [{ text: 'What the school does. ', bold: true }, { text: LONG }] },
          { type: 'subheading', text: 'By year group' },
          demoFigure('small_multiples'),
          { type: 'paragraph', text: LONG, muted: true },
        ],
      },
      {
        heading: 'Suspensions, permanent exclusions and off-site direction',
        blocks: [
          demoFigure('dot_plot'),
          demoTable(6, 'Suspensions by reason'),
          { type: 'paragraph', text: LONG },
        ],
      },
      { heading: 'Who is affected', blocks: [demoFigure('dot_interval'), { type: 'paragraph', text: LONG }] },
      {
        heading: 'When and where',
        blocks: [demoFigure('heat_map'), demoFigure('bars'), { type: 'paragraph', text: LONG }],
      },
      { heading: 'Across the trust', blocks: [demoFigure('funnel')] },
      ...(restricted
        ? [
            { heading: 'One pupil over time', blocks: [demoFigure('strip')] },
            { heading: 'Case list', landscape: true, newPage: true, blocks: [caseList(14)] },
          ]
        : []),
      {
        heading: 'Annex: the numbers',
        annex: true,
        newPage: true,
        blocks: [demoTable(45, 'Every kind, this term and last')],
      },
    ],
  };
}

/** A restricted case list with nine columns and free text. */
export function caseList(rows: number): ReportBlock {
  const columns = [
    'Reference',
    'Reported',
    'Type',
    'What happened',
    'Pupil targeted',
    'Pupil alleged',
    'Action',
    'Parents told',
    'Days open',
  ];
  const widths = [0.09, 0.09, 0.1, 0.24, 0.11, 0.11, 0.12, 0.07, 0.07];
  return {
    type: 'table',
    caption: 'Racist incidents and bullying, one row a case',
    columns: columns.map((header, index) => ({
      header,
      align: index === 8 ? 'right' : 'left',
      width: widths[index] ?? 0.1,
    })),
    rows: Array.from({ length: rows }, (_, index) => ({
      cells: [
        `R-2025-${String(index + 101)}`,
        `${(index % 28) + 1} Nov 2025`,
        index % 2 === 0 ? 'Racist' : 'Bullying',
        'Words said in the lunch queue, heard by two others; staff spoke with everyone on the same day.',
        'Zofia Wiśniewska',
        'Siôn Ŵyn-Prŷs',
        'Restorative meeting held',
        index % 3 === 0 ? 'Yes' : 'No',
        String(index + 1),
      ],
    })),
  };
}
