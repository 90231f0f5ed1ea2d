import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/workbench/project-root';
import { openWorkbench, paneOf } from '../tests/support/workbench-page';
import { writeExample } from '../tests/support/wizard-walk';

/** `npm run picture`: the picture in the README, from the product as it is: the example, written, its result beside it. */
export async function drawPicture(): Promise<number> {
  const workbench = await openWorkbench('en');
  try {
    const pane = await paneOf(workbench.page);
    await writeExample(pane, 'en');
    const folder = join(projectRoot, 'docs');
    mkdirSync(folder, { recursive: true });
    await workbench.page.screenshot({ path: join(folder, 'effect.png') });
    return 0;
  } finally {
    await workbench.close();
  }
}
