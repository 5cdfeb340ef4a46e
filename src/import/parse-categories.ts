import { findShippedCategory } from '../policy/find-shipped-category.ts';
import { cleanText } from './clean-text.ts';
import { isPlaceholder } from './is-placeholder.ts';

const BLANKS = /[\s\u00a0\u202f\u2000-\u200b]+/g;

function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(BLANKS, ' ').trim();
}

/** Splits a path at ` > ` and `: `; ` - ` and `/` are part of a name. A level said twice is one. */
function toPath(text: string): string {
  return tidy(text)
    .split(/\s*>+\s*|\s*[»→›]\s*|:\s+|\s+:\s*/)
    .map(tidy)
    .filter((level, index, all) => level !== '' && level.toLowerCase() !== all[index - 1]?.toLowerCase())
    .join(' > ');
}

/** What stands before an entry of a list. */
const BULLET = /^(?:[\u2022\u00b7\u25aa\u25e6\u25cf\u2023]+\s*|[-*\u2013\u2014]+\s+)(?=\p{L})/u;
const NUMBER = /^\s*\(?(\d{1,2})[.)]\s*(?=\p{L})/u;
/** What goes on in small letters to an `or` or `and`: the rest of a name such as `Verbal, physical or online`. */
const REST = '\\p{Ll}[^;|,\\n\\r]*';
const GOES_ON = `\\s+(?:${REST}(?:,\\s+${REST})*,?\\s+)?(?:or|and)\\s+\\p{Ll}`;
/** Separators of categories; a comma inside brackets, as in `Bullying (verbal, physical)`, is part of a name. */
const PARTS = /[;|\n\r]+|,(?![^()]*\))/;
/** The same where a comma may also be part of such a name. */
const LOOSE_PARTS = new RegExp(`[;|\\n\\r]+|,(?![^()]*\\)|${GOES_ON})`, 'u');
const MAY_GO_ON = new RegExp(`,${GOES_ON}`, 'u');
const BARE_PARTS = /[;|,\n\r]+/;
/** In longer cells brackets are not looked at: it would take too long, and such a cell is no list of categories. */
const LONGEST_GUARDED = 1000;

/** Lines numbered from 1 on are a list, whose numbers are no part of the names; a school's own `1. Low level` stands alone. */
function withoutNumbers(cell: string): string {
  if (!cell.includes('\n')) return cell;
  const lines = cell.split('\n').filter((line) => line.trim() !== '');
  const isNumbered =
    lines.length > 1 && lines.every((line, index) => Number(NUMBER.exec(line)?.[1]) === index + 1);
  return isNumbered ? lines.map((line) => line.replace(NUMBER, '')).join('\n') : cell;
}

/**
 * Whether commas in `Verbal, physical or online` are part of one name: its own first letter must be a capital, so that small
 * ones behind a comma say something, and what stands before the comma must be no category that sorts records by itself
 * (`Safeguarding, neglect and fighting`).
 */
function isNameWithCommas(text: string): boolean {
  const comma = text.indexOf(',');
  const head = toPath(text.slice(0, comma)).split(' > ').at(-1) ?? '';
  if (!/^\p{Lu}/u.test(head)) return false;
  const meaning = findShippedCategory(head);
  if (meaning === null) return true;
  if (meaning.kind !== 'behaviour' || meaning.nature === 'context') return false;
  return meaning.nature !== 'broad' || /\sor\s/.test(text.slice(comma));
}

function partsOf(cell: string): readonly string[] {
  if (cell.length > LONGEST_GUARDED) return cell.split(BARE_PARTS);
  // Nearly all cells end at the first look, which costs less.
  if (!/\s(?:or|and)\s/.test(cell) || !MAY_GO_ON.test(cell)) return cell.split(PARTS);
  return cell
    .split(LOOSE_PARTS)
    .flatMap((part) => (MAY_GO_ON.test(part) && !isNameWithCommas(part) ? part.split(PARTS) : [part]));
}

/** Splits one cleaned category cell at `;`, `|`, `,` and line breaks into paths, each once whatever its case. */
function splitCategories(cell: string): string[] {
  const seen = new Set<string>();
  const paths: string[] = [];
  for (const piece of partsOf(withoutNumbers(cell))) {
    // What a formula makes of an empty cell is a nought.
    if (isPlaceholder(piece.trim()) || piece.trim() === '0') continue;
    const path = toPath(piece.trim().replace(BULLET, ''));
    if (path === '' || isPlaceholder(path) || seen.has(path.toLowerCase())) continue;
    seen.add(path.toLowerCase());
    paths.push(path);
  }
  return paths;
}

export interface ParsedCategories {
  /** The cell, and the sub-category behind ` > `, as evidence points into it; it parses to the same paths. */
  readonly text: string;
  readonly paths: readonly string[];
}

function joinLevels(outer: readonly string[], inner: readonly string[]): string[] {
  if (inner.length === 0) return [...outer];
  if (outer.length === 0) return [...inner];
  if (outer.length === inner.length) return outer.map((path, index) => addLevel(path, inner[index] ?? ''));
  const last = outer[outer.length - 1] ?? '';
  return [...outer.slice(0, -1), ...inner.map((path) => addLevel(last, path))];
}

/** A sub-category that repeats its category adds no level. */
function addLevel(path: string, level: string): string {
  const innermost = path.split(' > ').at(-1) ?? '';
  if (level === '' || innermost.toLowerCase() === level.toLowerCase()) return path;
  return level.toLowerCase().startsWith(`${path.toLowerCase()} > `) ? level : `${path} > ${level}`;
}

/**
 * Reads the category cell and the sub-category cell of a row into full paths, outermost level first. Entities
 * are decoded before splitting, so that the semicolon of `&amp;` parts nothing.
 */
export function parseCategories(
  category: string,
  subCategory: string,
  clean: (cell: string) => string = cleanText,
): ParsedCategories {
  const outer = clean(category);
  const inner = clean(subCategory);
  const levels = [splitCategories(outer), splitCategories(inner)] as const;
  const joined = joinLevels(...levels);
  const paths = [...new Map(joined.map((path) => [path.toLowerCase(), path])).values()];
  const isSimple = levels[0].length < 2 && levels[1].length < 2;
  const text =
    inner === '' ? outer : outer === '' ? inner : isSimple ? `${outer} > ${inner}` : paths.join('; ');
  return { text, paths };
}
