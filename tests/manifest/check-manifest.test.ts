import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestFaults } from '../../scripts/check-manifest.mjs';
import { floor, type RibbonButton } from '../../src/excel';

/** The manifest as it is built, and what must be said of broken ones. The build must be there. */
const root = join(__dirname, '..', '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const manifest = readFileSync(join(root, 'dist', 'manifest.xml'), 'utf8');
const address = 'https://localhost:3000';
const buttons: readonly RibbonButton[] = ['share', 'help'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sv-manifest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function codes(text: string, dist = join(root, 'dist')): string[] {
  const faults = manifestFaults(text, { folder: dist, address, version, floor, buttons });
  return [...new Set(faults.map(({ code }) => code))];
}

/** Replaces once, and fails where there is nothing to replace. */
function changed(from: string | RegExp, to: string): string {
  const text = manifest.replace(from, to);
  if (text === manifest) throw new Error(`The manifest has no ${String(from)}.`);
  return text;
}

test('the built manifest has no fault', () => {
  expect(manifestFaults(manifest, { folder: join(root, 'dist'), address, version, floor, buttons })).toEqual(
    [],
  );
});

const broken: readonly (readonly [what: string, text: () => string, code: string])[] = [
  ['it is cut off', () => manifest.slice(0, -20), 'not-xml'],
  ['it is for Outlook', () => changed('"TaskPaneApp"', '"MailApp"'), 'not-a-task-pane-add-in'],
  ['its id is no GUID', () => changed(/<Id>6f2c/, '<Id>6f2'), 'id'],
  ['its version is not the product’s', () => changed(/<Version>[^<]+/, '<Version>9.9.9.0'), 'version'],
  ['its version has three numbers', () => changed(/<Version>[^<]+/, `<Version>${version}`), 'version'],
  ['its default language is another', () => changed('en-US</Def', 'de-DE</Def'), 'locale'],
  ['it may only read', () => changed('ReadWriteDocument', 'ReadDocument'), 'permissions'],
  ['it is for Word', () => changed('<Host Name="Workbook"', '<Host Name="Document"'), 'host'],
  [
    'its name is not translated',
    () => changed(/<Override Locale="da-DK" Value="Sociale[^>]+>/, ''),
    'translation',
  ],
  [
    'a button is not translated',
    () => changed('<bt:Override Locale="da-DK" Value="Del" />', ''),
    'translation',
  ],
  [
    'the functions’ prefix is translated',
    () =>
      changed(
        '<bt:String id="Functions.Namespace" DefaultValue="SV" />',
        '<bt:String id="Functions.Namespace" DefaultValue="SV"><bt:Override Locale="da-DK" Value="SVI" /></bt:String>',
      ),
    'translation',
  ],
  ['a label is empty', () => changed('DefaultValue="Share"', 'DefaultValue=" "'), 'text-empty'],
  ['a label is too long', () => changed('"Evaluér"', `"${'é'.repeat(126)}"`), 'text-length'],
  ['a tooltip is too long', () => changed('"Make a copy', `"${'long '.repeat(50)}`), 'text-length'],
  [
    'the floor is another',
    () => changed('"ExcelApi" MinVersion="1.12"', '"ExcelApi" MinVersion="1.9"'),
    'requirements',
  ],
  ['a requirement is gone', () => changed(/<Set Name="SharedRuntime"[^>]+>/, ''), 'requirements'],
  [
    'an address is not https',
    () => changed(`${address}/functions.js"`, 'http://localhost:3000/functions.js"'),
    'address-not-https',
  ],
  [
    'an address is on another server',
    () => changed(`${address}/functions.js"`, 'https://example.org/functions.js"'),
    'address-elsewhere',
  ],
  [
    'another domain is let in',
    () => changed('<Hosts>', '<AppDomains><AppDomain>https://example.org</AppDomain></AppDomains><Hosts>'),
    'address-elsewhere',
  ],
  ['a page is missing', () => changed('help/da/support.html', 'help/da/help.html'), 'address-leads-nowhere'],
  [
    'a resource id leads nowhere',
    () => changed('<ov:Title resid="Share.Label"', '<ov:Title resid="Share.Title"'),
    'resource-missing',
  ],
  [
    'a resource is of another kind',
    () => changed('<ov:Title resid="Share.Label"', '<ov:Title resid="Help.Url"'),
    'resource-kind',
  ],
  [
    'a resource id is too long',
    () => changed(/"Share\.Tooltip"/g, `"Share.${'x'.repeat(40)}"`),
    'resource-id-length',
  ],
  [
    'a resource is there twice',
    () => changed('String id="Help.Label"', 'String id="Share.Label"'),
    'resource-twice',
  ],
  [
    'a resource is not used',
    () =>
      changed(
        '<bt:ShortStrings>',
        '<bt:ShortStrings><bt:String id="X" DefaultValue="X"><bt:Override Locale="da-DK" Value="X" /></bt:String>',
      ),
    'resource-unused',
  ],
  ['there is no shared runtime', () => changed(/<ov:Runtimes>[^]*<\/ov:Runtimes>/, ''), 'runtime'],
  ['the runtime is short-lived', () => changed('lifetime="long"', 'lifetime="short"'), 'runtime'],
  [
    'the functions run on another page',
    () => changed(/(<ov:Page>\s*<ov:SourceLocation resid=)"Taskpane.Url"/, '$1"Help.Url"'),
    'runtime-page',
  ],
  [
    'the buttons run on another page',
    () => changed('<ov:FunctionFile resid="Taskpane.Url"', '<ov:FunctionFile resid="Help.Url"'),
    'runtime-page',
  ],
  [
    'the pane is another page',
    () => changed(/(<\/ov:TaskpaneId>\s*<ov:SourceLocation resid=)"Taskpane.Url"/, '$1"Help.Url"'),
    'runtime-page',
  ],
  [
    'older Excel opens another page',
    () =>
      changed(
        '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html"',
        '<SourceLocation DefaultValue="https://localhost:3000/help/en/index.html"',
      ),
    'runtime-page',
  ],
  [
    'an icon claims another size',
    () => changed('size="16" resid="Icon.16"', 'size="16" resid="Icon.32"'),
    'icon-size',
  ],
  [
    'the large icon is small',
    () =>
      changed(
        '<HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/icon-64.png"',
        '<HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/icon-32.png"',
      ),
    'icon-size',
  ],
  [
    'an icon is no PNG',
    () =>
      changed(
        '<IconUrl DefaultValue="https://localhost:3000/assets/icon-32.png"',
        '<IconUrl DefaultValue="https://localhost:3000/assets/icon.svg"',
      ),
    'icon-format',
  ],
  ['a needed icon is missing', () => changed(/<bt:Image size="80" [^>]+>/, ''), 'icon-missing'],
  [
    'two buttons have one id',
    () => changed('id="SocialCaretakers.Help"', 'id="SocialCaretakers.Share"'),
    'button-twice',
  ],
  [
    'a button runs what nobody knows',
    () => changed('<ov:FunctionName>share<', '<ov:FunctionName>shareIt<'),
    'button-unheard',
  ],
  ['buttons have no page to run on', () => changed(/<ov:FunctionFile [^>]+>/, ''), 'button-unheard'],
  [
    'a button is missing',
    () => changed(/<ov:Control xsi:type="ov:Button" id="SocialCaretakers.Help">[^]*?<\/ov:Control>/, ''),
    'button-missing',
  ],
  ['the pane has no id', () => changed(/<ov:TaskpaneId>[^<]+<\/ov:TaskpaneId>/, ''), 'button-pane'],
  [
    'the functions are not localised',
    () => changed(/<bt:Override Locale="da-DK" Value="[^"]+functions.da.json" \/>/, ''),
    'functions',
  ],
  [
    'the functions’ prefix cannot be typed',
    () => changed('DefaultValue="SV"', 'DefaultValue="S V"'),
    'functions',
  ],
];

test.each(broken)('it is refused where %s', (_, text, code) => {
  expect(codes(text())).toContain(code);
});

test.each([
  [
    'an icon is drawn in another size',
    'icon-size',
    (dist: string) => cpSync(join(dist, 'assets', 'icon-64.png'), join(dist, 'assets', 'icon-80.png')),
  ],
  [
    'an icon is missing',
    'address-leads-nowhere',
    (dist: string) => rmSync(join(dist, 'assets', 'icon-16.png')),
  ],
  [
    'the Danish functions are others',
    'functions',
    (dist: string) => {
      const file = join(dist, 'functions.da.json');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('DID_EFFECT', 'DID_EFFEKT'));
    },
  ],
  [
    'the functions cannot be read',
    'functions',
    (dist: string) => writeFileSync(join(dist, 'functions.json'), '{'),
  ],
] as const)('a build is refused where %s', (_, code, breakIt) => {
  const dist = mkdtempSync(join(folder, 'dist-'));
  cpSync(join(root, 'dist'), dist, { recursive: true });
  expect(codes(manifest, dist)).toEqual([]);
  breakIt(dist);
  expect(codes(manifest, dist)).toContain(code);
});

test('every fault that the check knows has a broken manifest above', () => {
  const source = readFileSync(join(root, 'scripts', 'check-manifest.mjs'), 'utf8');
  const known = [...source.matchAll(/fault\('([a-z-]+)'|code: '([a-z-]+)'/g)].map(([, a, b]) => a ?? b!);
  const shown = new Set(broken.map(([, , code]) => code));
  // Its limit is far beyond any address.
  expect([...new Set(known)].filter((code) => !shown.has(code))).toEqual(['address-length']);
});

// Microsoft's schema files are not the product's to carry along: they lie beside the checkout, or where
// OFFICE_SCHEMAS says, and xmllint (Debian: libxml2-utils) judges by them.
const schemas = process.env['OFFICE_SCHEMAS'] ?? join(root, '..', 'shared', 'manifest-xsd');
const schema = join(schemas, 'OfficeAppManifestV1_1.xsd');
const canValidate = existsSync(schema) && spawnSync('xmllint', ['--version']).status === 0;

describe('against the schema', () => {
  const validate = (text: string): string => {
    const file = join(folder, 'manifest.xml');
    writeFileSync(file, text);
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], {
      encoding: 'utf8',
    });
    return status === 0 ? '' : stderr;
  };
  const whereItIs = canValidate ? test : test.skip;

  whereItIs.each(['manifest.xml', 'conformance.xml'])('%s is valid', (name) => {
    expect(validate(readFileSync(join(root, 'dist', name), 'utf8'))).toBe('');
  });

  whereItIs('a manifest that is not valid is found out', () => {
    expect(validate(changed('<ov:FunctionName>share</ov:FunctionName>', ''))).toContain('FunctionName');
  });
});
