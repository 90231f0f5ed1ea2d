import type { Frame } from 'playwright-core';

/** Goes from the pane's start to a written example, and gives the sentences of the result. Danish. */
export async function writeExample(pane: Frame): Promise<string> {
  await pane.getByRole('button', { name: 'Brug eksemplet' }).click();
  await pane.getByRole('button', { name: 'Skriv arkene' }).click();
  await pane.getByRole('heading', { name: 'Resultatet' }).waitFor();
  return pane.locator('.result').innerText();
}
