/** One value of a report table. Missing columns and not-a-number count as null: nothing is known. */
export type Cell = string | number | boolean | null;

/** One row by column name. Rows may lack columns; names and values may hold anything, '-' and '__proto__' too. */
export type Row = Readonly<Record<string, Cell | undefined>>;
