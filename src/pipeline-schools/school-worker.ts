import { parentPort, workerData } from 'node:worker_threads';
import { type SchoolSetup, serveSchools } from './serve-schools.ts';

// The whole of a thread that counts schools: its own entry of the built program.
if (parentPort !== null) serveSchools(parentPort, workerData as SchoolSetup);
