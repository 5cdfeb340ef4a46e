import { createHash } from 'node:crypto';
import { numberHeadings } from '../number-headings.ts';
import type { RenderOptions } from '../render-options.ts';
import type { ReportBlock, ReportDocument, ReportFigure, ReportTable, RichText } from '../report-document.ts';
import { tabulateChart } from '../tabulate-chart.ts';
import { drawChartSvg } from './draw-chart-svg.ts';
import { escapeHtml } from './escape-html.ts';
import { pageStyle } from './page-style.ts';

/**
 * The report as one web page that needs nothing else: charts are drawn in it, and its own rule lets it load and run
 * nothing. The same words and numbers as the PDF, with the numbers of each figure in a table of their own below it.
 */
export function renderHtml(document: ReportDocument, options: RenderOptions = {}): string {
  const style = pageStyle(options.theme === 'large_print');
  const hash = createHash('sha256').update(style).digest('base64');
  const headings = numberHeadings(document.sections);
  const writer = createWriter(options);
  const sections = document.sections.map(({ blocks }, index) => {
    const id = `section-${index + 1}`;
    const inside = blocks.map(writer).join('\n');
    return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(headings[index] ?? '')}</h2>\n${inside}\n</section>`;
  });
  const contents = headings.map(
    (heading, index) => `<li><a href="#section-${index + 1}">${escapeHtml(heading)}</a></li>`,
  );
  const handling =
    document.handling === null ? '' : `<p class="handling">${escapeHtml(document.handling)}</p>\n`;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="author" content="${escapeHtml(document.author)}">
<meta name="description" content="${escapeHtml(document.subject)}">
<title>${escapeHtml(`${document.title}: ${document.subtitle}`)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<header>
<h1>${escapeHtml(document.title)}</h1>
<p class="muted">${escapeHtml(document.subtitle)}</p>
${handling}</header>
<nav aria-label="Contents">
<ul>
${contents.join('\n')}
</ul>
</nav>
<main id="report" tabindex="-1">
${sections.join('\n')}
</main>
<footer>
${handling}<p>Data to ${escapeHtml(document.date)}. Input ${escapeHtml(document.fingerprint)}.</p>
</footer>
</body>
</html>
`;
}

/** Writes blocks in order, counting figures and tables for their numbers and ids. */
function createWriter(options: RenderOptions): (block: ReportBlock) => string {
  let [figures, tables] = [0, 0];
  const nextTable = (): string => {
    tables += 1;
    return `table-${tables}`;
  };
  return (block) => {
    switch (block.type) {
      case 'paragraph':
        return `<p${block.muted === true ? ' class="muted"' : ''}>${writeRich(block.text)}</p>`;
      case 'subheading':
        return `<h3>${escapeHtml(block.text)}</h3>`;
      case 'bullets':
        return `<ul>\n${block.items.map((item) => `<li>${writeRich(item)}</li>`).join('\n')}\n</ul>`;
      case 'table':
        return writeTable(block, nextTable());
      case 'figure':
        figures += 1;
        return writeFigure(block, figures, nextTable(), options);
    }
  };
}

function writeRich(text: RichText): string {
  if (typeof text === 'string') return escapeHtml(text);
  return text
    .map((part) => (part.bold === true ? `<strong>${escapeHtml(part.text)}</strong>` : escapeHtml(part.text)))
    .join('');
}

/** A figure: title, what it shows, the chart with its words, the source, and its numbers to open. */
function writeFigure(figure: ReportFigure, number: number, table: string, options: RenderOptions): string {
  const id = `figure-${number}`;
  const { headers, rows } = tabulateChart(figure.chart);
  const numbers: ReportTable = {
    type: 'table',
    caption: `The numbers of figure ${number}`,
    columns: headers.map((header, index) => ({ header, align: index === 0 ? 'left' : 'right', width: 0 })),
    rows: rows.map((cells) => ({ cells })),
  };
  return `<figure aria-labelledby="${id}">
<figcaption><p class="title" id="${id}">${escapeHtml(`Figure ${number}: ${figure.title}`)}</p>
<p class="subtitle">${escapeHtml(figure.subtitle)}</p></figcaption>
${drawChartSvg({ chart: figure.chart, alt: figure.alt, id }, options)}
<p class="source">${escapeHtml(figure.source)}</p>
<details><summary>Show the numbers of figure ${number}</summary>
${writeTable(numbers, table)}
</details>
</figure>`;
}

/** A table in a frame that scrolls where the page is narrower, and can be reached by keyboard for it. */
function writeTable({ caption, columns, rows, note }: ReportTable, id: string): string {
  const side = (index: number): string => (columns[index]?.align === 'right' ? ' class="number"' : '');
  const head = columns.map(({ header }, index) => `<th scope="col"${side(index)}>${escapeHtml(header)}</th>`);
  const body = rows.map(({ cells, total }) => {
    const own = cells.map((cell, index) =>
      index === 0
        ? `<th scope="row"${side(0)}>${escapeHtml(cell)}</th>`
        : `<td${side(index)}>${escapeHtml(cell)}</td>`,
    );
    return `<tr${total === true ? ' class="total"' : ''}>${own.join('')}</tr>`;
  });
  const after = note === undefined ? '' : `\n<p class="note">${escapeHtml(note)}</p>`;
  return `<div class="wide" role="group" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${escapeHtml(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>${after}`;
}
