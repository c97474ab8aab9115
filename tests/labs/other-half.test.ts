// Does every lab keep its word on real containers? The second half of them (labs-prove-themselves.test.ts has the first).
import { proveHalf } from './halves.ts';

await proveHalf(1);
