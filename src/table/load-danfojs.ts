/**
 * danfojs, loaded when first needed so that importing this room costs nothing: unbundled it takes about half a second.
 * Only this folder may use it; the guards around its silent faults are here.
 */
export async function loadDanfojs(): Promise<typeof import('danfojs-node')> {
  // CommonJS: named exports are only sure to be there on the default.
  const module: { default?: typeof import('danfojs-node') } & typeof import('danfojs-node') = await import(
    'danfojs-node'
  );
  return module.default ?? module;
}
