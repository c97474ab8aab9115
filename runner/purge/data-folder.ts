// Which folders hold data of ours, and are they really ours to remove?
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What the runner and its commands put in a data folder; anything else in it means that the folder is somebody's. */
const OURS =
  /^(state\.db.*|state\.lock|control\.json|state\.reserve|site|site\.stamp|site\.lock|astro-cache|compile-cache|types|recordings|logs?|log\..*|log\.old|engine|images|local|machines|bench.*)$/;

/** A folder that this account may not look into or empty: not the same as an absent one. */
export const isNoRight = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code));

/** True when every name in the folder is one of ours (an empty or absent folder, too); a file is nobody's folder. Throws `isNoRight` errors. */
export async function looksOurs(folder: string): Promise<boolean> {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return true;
  if (!found.isDirectory()) return false;
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  return (await readdir(folder)).every((name) => OURS.test(name));
}

/** Has this folder a database, that is, did a runner ever use it? */
export const hasState = (folder: string): boolean => existsSync(join(folder, 'state.db'));

/** Removes the folder; with `except`, keeps that one name in it. */
export async function removeFolder(folder: string, except?: string): Promise<void> {
  if (except === undefined || !existsSync(join(folder, except))) {
    await rm(folder, { recursive: true, force: true });
    return;
  }
  for (const name of await readdir(folder))
    if (name !== except) await rm(join(folder, name), { recursive: true, force: true });
}
