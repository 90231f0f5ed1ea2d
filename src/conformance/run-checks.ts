import { behaviours } from './behaviours';
import { outcome, prefix, scratchName, type Check } from './check';
import { refusals } from './refusals';

export const checks: readonly Check[] = [...behaviours, ...refusals];

export interface Finding {
  readonly check: Check;
  readonly result:
    | { readonly kind: 'holds' }
    | { readonly kind: 'differs'; readonly observed: unknown }
    | { readonly kind: 'not-tried'; readonly why: string };
}

/** Tries one after the other, each in a new sheet that is taken away again; the workbook is left as it was. */
export async function runChecks(onFinding: (finding: Finding) => void = () => undefined): Promise<Finding[]> {
  const findings: Finding[] = [];
  const shown = await activeSheet();
  try {
    for (const check of checks) {
      const finding = { check, result: await tryOut(check) };
      findings.push(finding);
      onFinding(finding);
    }
  } finally {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(shown).activate();
      await context.sync();
    });
  }
  return findings;
}

async function tryOut(check: Check): Promise<Finding['result']> {
  const why = check.unless?.() ?? null;
  if (why !== null) return { kind: 'not-tried', why };
  await tidyUp();
  try {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(scratchName);
      await context.sync();
    });
    const observed = await Excel.run((context) =>
      check.observe(context.workbook.worksheets.getItem(scratchName), context),
    );
    const holds = JSON.stringify(observed) === JSON.stringify(check.expected);
    return holds ? { kind: 'holds' } : { kind: 'differs', observed };
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    return { kind: 'differs', observed: `${String(code)}: ${String(message)}` };
  } finally {
    await tidyUp();
  }
}

/** Takes away every sheet, name and setting whose name is the checks' own. */
async function tidyUp(): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets, names, settings } = context.workbook;
    worksheets.load('items/name');
    names.load('items/name');
    settings.load('items/key');
    await context.sync();
    const isOwn = (name: string): boolean => name.toLowerCase().startsWith(prefix);
    const removals = [
      ...names.items
        .filter(({ name }) => isOwn(name))
        .map(
          ({ name }) =>
            () =>
              names.getItem(name).delete(),
        ),
      ...settings.items.filter(({ key }) => isOwn(key)).map((item) => () => item.delete()),
      ...worksheets.items
        .filter(({ name }) => isOwn(name))
        .map((sheet) => () => {
          // A very hidden sheet cannot be deleted.
          sheet.visibility = 'Visible';
          sheet.delete();
        }),
    ];
    for (const remove of removals) {
      remove();
      // Each by itself: what cannot be taken away must not keep the others.
      await outcome(() => context.sync());
    }
  });
}

async function activeSheet(): Promise<string> {
  return Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    return active.name;
  });
}

/** The findings as text to send: where they were made, then a line each. */
export function asText(findings: readonly Finding[]): string {
  const { platform, version, host } = Office.context.diagnostics;
  const head = `${String(host)} ${version}, ${String(platform)}, ${Office.context.displayLanguage}, ${new Date().toISOString()}`;
  const lines = findings.map(({ check, result }) => {
    const what = `${check.rule}: ${check.what}`;
    if (result.kind === 'holds') return `holds      ${what}`;
    if (result.kind === 'not-tried') return `not tried  ${what} (${result.why})`;
    const told = `expected ${JSON.stringify(check.expected)}, came ${JSON.stringify(result.observed)}`;
    return `DIFFERS    ${what}: ${told}`;
  });
  return [head, ...lines].join('\n');
}
