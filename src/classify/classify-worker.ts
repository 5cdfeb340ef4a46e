import { parentPort, workerData } from 'node:worker_threads';
import type { CategoryOverride } from '../policy/category-map.ts';
import { serveClassification } from './serve-classification.ts';

// The whole of a helping thread: its own entry of the built program.
if (parentPort !== null) serveClassification(parentPort, workerData as readonly CategoryOverride[]);
