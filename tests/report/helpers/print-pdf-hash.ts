import { createHash } from 'node:crypto';
import { renderPdf } from '../../../src/report/pdf/render-pdf.ts';
import { demoReport } from './demo-report.ts';

/** Run by a test in another process, with another time zone and language: prints the hash of the demo report. */
const bytes = await renderPdf(demoReport('restricted'));
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
