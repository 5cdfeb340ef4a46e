// Kills a process that merges into a register at random moments (`npm run kill-register`)
// and counts what the register was then: the old file, the new one, or broken (never).
import { killRegister } from '../import/kill-register.ts';

const counts = await killRegister(Number(process.argv[2] ?? 200));
console.log(`old ${counts.old}, new ${counts.new}, broken ${counts.broken}`);
if (counts.broken > 0) process.exitCode = 1;
