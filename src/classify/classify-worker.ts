import { parentPort } from 'node:worker_threads';
import { serveClassification } from './serve-classification.ts';

// The whole of a helping thread: its own entry of the built program.
if (parentPort !== null) serveClassification(parentPort);
