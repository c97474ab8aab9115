// Where does a test of bad labs get a good one? A copy of the smallest right lab, to break in one place.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const words = `import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'A lab',
  summary: 'A very small one.',
  steps: {
    look: {
      title: 'Look.',
      done: 'Seen.',
      hints: {
        'not-yet': ['Where to look.', 'Almost the gesture.'],
      },
      solution: 'You type \`ls\`.',
    },
  },
});
`;

/** Path inside the labs' folder → text. */
export const SMALL_LAB: Readonly<Record<string, string>> = {
  'small/lab.ts': `import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 5,
  machines: {
    desktop: { kind: 'desktop' },
  },
  steps: [
    {
      id: 'look',
      machine: 'desktop',
      hints: ['not-yet'],
      solution: [{ run: 'ls' }],
    },
  ],
});
`,
  'small/words.fr.ts': words,
  'small/words.en.ts': words,
  'small/proof.ts': `import { defineProof } from '../define-lab.ts';

export default defineProof({
  look: {
    ways: [[{ run: 'dir' }], [{ run: 'ls -l' }]],
    nearMisses: [{ does: [{ run: 'sl' }], hint: 'not-yet' }],
  },
});
`,
  'small/checks/look.sh': 'ran "ls( .*)?" && exit 0\nhint not-yet\n',
};

/** Writes labs into a new folder `…/labs`; `undefined` leaves a file out. */
export async function writeLabs(
  changes: Record<string, string | Uint8Array | undefined> = {},
): Promise<{ dir: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'boite-labs-'));
  const dir = join(root, 'labs');
  await mkdir(dir);
  for (const [path, text] of Object.entries({ ...SMALL_LAB, ...changes })) {
    if (text === undefined) continue;
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return { dir, remove: () => rm(root, { recursive: true }) };
}

/** The small lab's file with one piece replaced; throws when the piece is not there. */
export function changed(path: string, piece: string | RegExp, by: string): Record<string, string> {
  const text = SMALL_LAB[path] ?? '';
  const next = text.replace(piece, by);
  if (next === text) throw new Error(`${path} does not contain ${piece}`);
  return { [path]: next };
}
