/**
 * Stands in for @tensorflow/tfjs-node in the built program. danfojs asks of it only whether a thing is a Tensor (never,
 * here); its tensor arithmetic has no backend without the native library and table/ does not call it. The real package
 * is some 40 MB and fetches a binary when installed.
 */
export class Tensor {}

const leftOut = (name) => () => {
  throw new Error(`${name} needs TensorFlow, which is left out of this program`);
};
export const tensor1d = leftOut('tensor1d');
export const tensor2d = leftOut('tensor2d');
export const scalar = leftOut('scalar');
export const moments = leftOut('moments');
