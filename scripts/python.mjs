import { spawnSync } from 'node:child_process';

/** A Python that has openpyxl: Debian's own comes last on the path of people who also have another. */
export function findPython() {
  return ['python3', '/usr/bin/python3', 'python', 'py'].find(
    (program) => spawnSync(program, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0,
  );
}
