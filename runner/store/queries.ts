// How are rows asked for without repeating the same three lines? Prepared once, run many times, read as plain values.
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { explainWrite } from './database.ts';
import { StoreError } from './store-error.ts';

export type Row = Record<string, SQLOutputValue>;

export interface Queries {
  all(sql: string, ...values: SQLInputValue[]): Row[];
  one(sql: string, ...values: SQLInputValue[]): Row | undefined;
  /** Gives the number of rows changed; throws `StoreError` `disk-full` when that is why. */
  run(sql: string, ...values: SQLInputValue[]): number;
}

/**
 * Statements of one database; SQL only ever carries values as parameters.
 * @param makeRoom called when a write finds the disk full; it is tried again when that made room
 */
export function queriesOf(db: DatabaseSync, dir: string, makeRoom: () => boolean = () => false): Queries {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    all: (sql, ...values) => prepare(sql).all(...values),
    one: (sql, ...values) => prepare(sql).get(...values),
    run(sql, ...values) {
      const write = () => {
        try {
          return Number(prepare(sql).run(...values).changes);
        } catch (error) {
          throw explainWrite(error, dir);
        }
      };
      try {
        return write();
      } catch (error) {
        if (!isDiskFull(error) || !makeRoom()) throw error;
        return write();
      }
    },
  };
}

const isDiskFull = (error: unknown) => error instanceof StoreError && error.problem.kind === 'disk-full';

/** A column that the schema declares TEXT NOT NULL. */
export const text = (row: Row, column: string): string => String(row[column]);
/** A column that the schema declares INTEGER NOT NULL. */
export const integer = (row: Row, column: string): number => Number(row[column]);
/** A column that may be NULL. */
export const maybeInteger = (row: Row, column: string): number | undefined =>
  row[column] === null || row[column] === undefined ? undefined : Number(row[column]);
export const maybeText = (row: Row, column: string): string | undefined =>
  row[column] === null || row[column] === undefined ? undefined : String(row[column]);
