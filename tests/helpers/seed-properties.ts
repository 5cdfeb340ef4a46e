import fc from 'fast-check';

/**
 * Properties draw the same cases on every machine, so that a red run is somebody's change and not the day's luck.
 * TERMWISE_SEED=any draws fresh ones (do so before a release); TERMWISE_SEED=123 repeats what a failure named.
 */
const seed = process.env.TERMWISE_SEED ?? '20261128';
if (seed !== 'any') fc.configureGlobal({ seed: Number(seed) });
