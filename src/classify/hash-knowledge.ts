function hashText(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** Twelve hex digits of the words and rules (FNV-1a, twice): a name for the version, not a safeguard. */
export function hashKnowledge(knowledge: object): string {
  const text = JSON.stringify(knowledge);
  return (hashText(text, 0x811c9dc5) + hashText(text, 0x01000193)).slice(0, 12);
}
