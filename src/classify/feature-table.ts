/** Finds the place of a feature in a rising list; -1 where it does not stand there. */
export type FeatureTable = (feature: number) => number;

/** Free places for each one that is taken, at least: the more there are, the sooner a feature that is not there is known. */
const ROOM = 2;
const NOTHING = -1;

/**
 * Makes a list of features quick to look in: most of what is asked for is not there, which one or two looks tell (open
 * addressing; the first bits of a feature are spread already).
 */
export function createFeatureTable(features: Uint32Array): FeatureTable {
  const bits = Math.max(1, Math.ceil(Math.log2(ROOM * (features.length + 1))));
  const last = 2 ** bits - 1;
  const shift = 32 - bits;
  const places = new Int32Array(last + 1).fill(NOTHING);
  for (let place = 0; place < features.length; place++) {
    let slot = (features[place] as number) >>> shift;
    while (places[slot] !== NOTHING) slot = (slot + 1) & last;
    places[slot] = place;
  }
  return (feature) => {
    let slot = feature >>> shift;
    for (;;) {
      const place = places[slot] as number;
      if (place === NOTHING || features[place] === feature) return place;
      slot = (slot + 1) & last;
    }
  };
}
