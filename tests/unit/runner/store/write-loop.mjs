// A runner that writes as fast as it can and says each row that the store has acknowledged; the test kills it.
import { openStore } from '../../../../runner/store/open-store.ts';

const store = openStore(process.argv[2]);
const run = process.argv[3];
const id = `w${run}`;
store.createWorkshop({
  id,
  title: 't',
  language: 'fr',
  joinCode: id,
  seats: 9,
  openedAt: 1,
  endsAt: undefined,
  endedAt: undefined,
});
store.addSeat({
  id: `s${run}`,
  workshopId: id,
  pseudonym: 'x',
  pseudonymFold: 'x',
  personalCode: 'x',
  joinedAt: 1,
});
for (let i = 0; i < 1_000_000; i++) {
  store.passStep(`s${run}`, 'lab', `step-${i}`, 'trainee');
  process.stdout.write(`${i}\n`);
}
