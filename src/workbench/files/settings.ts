/**
 * What add-ins have saved with the workbook is kept as custom document properties: a place that every
 * spreadsheet program reads, shows and keeps when it saves the file again.
 */
const prefix = 'add-in setting: ';

export function settingsToFile(settings: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...settings].map(([key, value]) => [prefix + key, value]));
}

export function settingsFromFile(
  properties: Readonly<Record<string, unknown>> | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(properties ?? {}).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)] as const] : [],
    ),
  );
}
