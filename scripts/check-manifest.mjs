/**
 * Whether a built manifest is one that Excel takes: what the schema demands, and what it cannot say (that every
 * address is there, every picture as large as it claims, every text translated and short enough). Excel itself
 * refuses a faulty manifest without saying why, or shows the add-in without its buttons.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

const namespaces = {
  office: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  basic: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  overrides: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
  instance: 'http://www.w3.org/2001/XMLSchema-instance',
};

/** The other language that every text and page must have. */
const danish = 'da-DK';

/** The longest texts that Excel takes; tooltips are long strings, labels short ones. */
const longest = {
  ShortStrings: 125,
  LongStrings: 250,
  DisplayName: 125,
  ProviderName: 125,
  Description: 250,
};
const longestId = 32;
const longestAddress = 2048;

/** Sizes without which Excel does not take a group or a button. */
const neededIcons = [16, 32, 80];

/**
 * @param {string} text the manifest
 * @param {import('./check-manifest.d.mts').BuiltAddIn} built the add-in that it belongs to
 * @returns {{ code: string, detail: string }[]} none where all is well
 */
export function manifestFaults(text, built) {
  const faults = [];
  const fault = (code, detail) => void faults.push({ code, detail });
  const manifest = parse(text);
  if (manifest === null) return [{ code: 'not-xml', detail: 'It cannot be read as XML.' }];
  const root = manifest.documentElement;
  const type = root.getAttributeNS(namespaces.instance, 'type');
  if (root.localName !== 'OfficeApp' || root.namespaceURI !== namespaces.office || type !== 'TaskPaneApp') {
    return [{ code: 'not-a-task-pane-add-in', detail: `${root.nodeName}, ${type}` }];
  }
  const find = (name, within = manifest) => [...within.getElementsByTagNameNS('*', name)];
  const child = (name, of = root) => [...of.children].find((element) => element.localName === name);
  const valueOf = (element, locale) => {
    if (locale === undefined) return element?.getAttribute('DefaultValue') ?? '';
    const override = [...(element?.children ?? [])].find((each) => each.getAttribute('Locale') === locale);
    return override?.getAttribute('Value') ?? null;
  };

  checkIdentity();
  checkTexts();
  checkRequirements();
  checkAddresses();
  checkResources();
  checkRuntime();
  checkIcons();
  checkButtons();
  checkFunctions();
  return faults;

  function checkIdentity() {
    const id = child('Id')?.textContent ?? '';
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) fault('id', `"${id}" is no GUID`);
    const version = child('Version')?.textContent ?? '';
    if (version !== `${built.version}.0`) fault('version', `"${version}", not ${built.version}.0`);
    if (child('DefaultLocale')?.textContent !== 'en-US') fault('locale', 'the default is not en-US');
    if (child('Permissions')?.textContent !== 'ReadWriteDocument')
      fault('permissions', 'not ReadWriteDocument');
    const hosts = [
      ...[...(child('Hosts')?.children ?? [])].map((host) => host.getAttribute('Name')),
      ...find('Host')
        .filter(({ namespaceURI }) => namespaceURI === namespaces.overrides)
        .map((host) => host.getAttributeNS(namespaces.instance, 'type')?.replace(/^\w+:/, '')),
    ];
    if (hosts.join() !== 'Workbook,Workbook') fault('host', `Excel alone, not ${hosts.join()}`);
  }

  function checkTexts() {
    const texts = [
      ...['DisplayName', 'Description'].map((name) => [name, child(name), longest[name]]),
      ...['ShortStrings', 'LongStrings'].flatMap((kind) =>
        find(kind).flatMap((list) =>
          [...list.children].map((each) => [each.getAttribute('id'), each, longest[kind]]),
        ),
      ),
    ];
    const namespaceId = find('Namespace')[0]?.getAttribute('resid');
    for (const [name, element, most] of texts) {
      const translated = valueOf(element, danish);
      // The functions' namespace is the same in every language: workbooks hold it.
      if (name === namespaceId ? translated !== null : translated === null) fault('translation', name);
      for (const said of [valueOf(element), translated ?? 'x']) {
        if (said.trim() === '') fault('text-empty', name);
        if (said.length > most) fault('text-length', `${name}: ${said.length} characters, at most ${most}`);
      }
    }
    const provider = child('ProviderName')?.textContent ?? '';
    if (provider.trim() === '') fault('text-empty', 'ProviderName');
    if (provider.length > longest.ProviderName) fault('text-length', 'ProviderName');
  }

  function checkRequirements() {
    if (built.floor === undefined) return;
    const sets = find('Set').map((set) => `${set.getAttribute('Name')} ${set.getAttribute('MinVersion')}`);
    const wanted = Object.entries(built.floor).map(([name, version]) => `${name} ${version}`);
    if (sets.sort().join() !== wanted.sort().join())
      fault('requirements', `${sets.join()}, not ${wanted.join()}`);
  }

  function addressesOf() {
    const elements = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl']
      .map((name) => [name, child(name)])
      .concat([['SourceLocation', find('SourceLocation', child('DefaultSettings') ?? root)[0]]])
      .concat(
        [...find('Image'), ...find('Url')]
          .filter((each) => each.hasAttribute('id'))
          .map((each) => [each.getAttribute('id'), each]),
      );
    return elements.flatMap(([name, element]) =>
      element === undefined
        ? [[name, '']]
        : [valueOf(element), ...[...element.children].map((each) => each.getAttribute('Value') ?? '')].map(
            (address) => [name, address],
          ),
    );
  }

  function checkAddresses() {
    for (const [name, address] of addressesOf()) {
      if (!address.startsWith('https://')) fault('address-not-https', `${name}: ${address}`);
      else if (!address.startsWith(`${built.address}/`)) fault('address-elsewhere', `${name}: ${address}`);
      else if (fileOf(address) === null) fault('address-leads-nowhere', `${name}: ${address}`);
      if (address.length > longestAddress) fault('address-length', name);
    }
    for (const domain of find('AppDomain')) fault('address-elsewhere', `AppDomain: ${domain.textContent}`);
  }

  function fileOf(address) {
    const file = join(built.folder, address.slice(built.address.length + 1));
    return existsSync(file) ? file : null;
  }

  function checkResources() {
    const defined = find('Resources').flatMap((all) => [...all.querySelectorAll('[id]')]);
    const ids = defined.map((each) => each.getAttribute('id'));
    for (const id of ids) {
      if (id.length > longestId) fault('resource-id-length', id);
      if (ids.indexOf(id) !== ids.lastIndexOf(id)) fault('resource-twice', id);
    }
    const kinds = new Map(defined.map((each) => [each.getAttribute('id'), each.localName]));
    const used = [...manifest.querySelectorAll('[resid]')];
    for (const element of used) {
      const id = element.getAttribute('resid');
      const kind = kinds.get(id);
      if (kind === undefined) fault('resource-missing', `${element.localName}: ${id}`);
      else if (kind !== wantedKind(element)) fault('resource-kind', `${element.localName}: ${id} is ${kind}`);
    }
    const asked = new Set(used.map((each) => each.getAttribute('resid')));
    for (const id of ids) if (!asked.has(id)) fault('resource-unused', id);
  }

  function wantedKind({ localName }) {
    if (localName === 'Image') return 'Image';
    return /^(SourceLocation|Runtime|FunctionFile|LearnMoreUrl)$/.test(localName) ? 'Url' : 'String';
  }

  /** In a shared runtime the pane, the functions and the buttons must name one and the same page. */
  function checkRuntime() {
    const [runtime] = find('Runtime');
    const page = runtime?.getAttribute('resid');
    if (page === undefined) return fault('runtime', 'there is no shared runtime');
    if (runtime.getAttribute('lifetime') !== 'long') fault('runtime', 'its lifetime is not long');
    const pages = [
      ...find('Page').map((each) => child('SourceLocation', each)),
      ...find('FunctionFile'),
      ...find('Action').map((action) => child('SourceLocation', action)),
    ].filter((each) => each !== undefined);
    for (const each of pages) {
      const id = each.getAttribute('resid');
      if (id !== page) fault('runtime-page', `${each.parentElement.localName}: ${id}, not ${page}`);
    }
    const start = find('SourceLocation', child('DefaultSettings') ?? root)[0];
    const shared = find('Url').find((each) => each.getAttribute('id') === page);
    if (valueOf(start) !== valueOf(shared)) fault('runtime-page', 'DefaultSettings names another page');
  }

  function checkIcons() {
    const named = find('Image').filter((image) => image.hasAttribute('id'));
    const file = new Map(named.map((image) => [image.getAttribute('id'), fileOf(valueOf(image))]));
    const claims = [
      ...find('Image')
        .filter((image) => image.hasAttribute('size'))
        .map((image) => [file.get(image.getAttribute('resid')) ?? null, Number(image.getAttribute('size'))]),
      [fileOf(valueOf(child('IconUrl'))), 32],
      [fileOf(valueOf(child('HighResolutionIconUrl'))), 64],
    ];
    for (const [path, size] of claims) {
      if (path === null) continue;
      const found = pngSize(readFileSync(path));
      if (found === null) fault('icon-format', `${path} is no PNG`);
      else if (found.join() !== `${size},${size}`)
        fault('icon-size', `${path} is ${found.join(' x ')}, not ${size}`);
    }
    for (const icon of find('Icon')) {
      const sizes = [...icon.children].map((image) => Number(image.getAttribute('size')));
      const missing = neededIcons.filter((size) => !sizes.includes(size));
      if (missing.length > 0)
        fault('icon-missing', `${icon.parentElement.getAttribute('id')}: ${missing.join()}`);
    }
  }

  function checkButtons() {
    const ids = [...find('Group'), ...find('Control')].map((each) => each.getAttribute('id'));
    for (const id of new Set(ids.filter((each, i) => ids.indexOf(each) !== i))) fault('button-twice', id);
    if (ids.length === 0) fault('button-missing', 'there is no button');
    const waited = find('FunctionName').map((each) => each.textContent);
    const known = built.buttons ?? waited;
    for (const name of waited) {
      if (!known.includes(name)) fault('button-unheard', `the add-in does not know "${name}"`);
    }
    for (const name of known) if (!waited.includes(name)) fault('button-missing', name);
    if (waited.length > 0 && find('FunctionFile').length === 0) fault('button-unheard', 'no FunctionFile');
    for (const action of find('Action')) {
      const opens = action.getAttributeNS(namespaces.instance, 'type')?.endsWith(':ShowTaskpane');
      if (opens && !child('TaskpaneId', action)?.textContent)
        fault('button-pane', 'the pane has no TaskpaneId');
    }
  }

  function checkFunctions() {
    const [point] = find('Metadata');
    if (point === undefined) return fault('functions', 'the functions have no metadata');
    const id = child('SourceLocation', point)?.getAttribute('resid');
    const url = find('Url').find((each) => each.getAttribute('id') === id);
    const frames = [valueOf(url), valueOf(url, danish)].map((address) => address && functionsIn(address));
    if (frames.some((frame) => !frame)) return fault('functions', 'metadata are missing in one language');
    if (frames[0] !== frames[1]) fault('functions', 'the languages have other functions');
    const namespaceId = find('Namespace')[0]?.getAttribute('resid');
    const namespace = valueOf(find('String').find((each) => each.getAttribute('id') === namespaceId));
    if (!/^[A-Z][A-Z0-9_.]*$/.test(namespace)) fault('functions', `the namespace is "${namespace}"`);
  }

  /** Ids and numbers of arguments, which no language may change; null for what is no such file. */
  function functionsIn(address) {
    const file = fileOf(address);
    if (file === null) return null;
    try {
      const { functions } = JSON.parse(readFileSync(file, 'utf8'));
      const frame = functions.map(({ id, name, parameters }) => `${id} ${name} ${parameters.length}`);
      return frame.length > 0 ? frame.join('\n') : null;
    } catch {
      return null;
    }
  }
}

function parse(text) {
  try {
    return new JSDOM(text, { contentType: 'text/xml' }).window.document;
  } catch {
    return null;
  }
}

/** Width and height from a PNG's first chunk; null for anything else. */
function pngSize(bytes) {
  const isPng = bytes.length > 24 && bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n';
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}
