import { parentPort } from 'node:worker_threads';
import { serveRenderer } from './serve-renderer.ts';

// The whole of the second thread that start-renderer.ts opens.
await serveRenderer(parentPort);
