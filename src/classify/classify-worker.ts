import { parentPort, workerData } from 'node:worker_threads';
import { serveClassification, type ThreadSetup } from './serve-classification.ts';

// The whole of a helping thread: its own entry of the built program.
if (parentPort !== null) serveClassification(parentPort, workerData as ThreadSetup);
