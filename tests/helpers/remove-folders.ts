import { afterAll } from 'vitest';
import { removeFolders } from './make-folder.ts';

// An `afterAll` that is asked for inside a test would never run: each file's folders are removed from here.
afterAll(removeFolders);
