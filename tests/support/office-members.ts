import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** A requirement set in a version, as the type declarations state it. */
export interface ApiSet {
  readonly name: string;
  readonly version: string;
}

/** A use of a member of Office.js in the add-in's own code. */
export interface MemberUse {
  /** Such as `Excel.Range.values`. */
  readonly member: string;
  /** What the declarations demand; empty where they state nothing. */
  readonly sets: readonly ApiSet[];
  /** File and line. */
  readonly at: string;
  /** Sets that are asked for before it, in the functions around it. */
  readonly guards: readonly ApiSet[];
}

/** What a call of a function of the add-in's own makes sure of, such as `isOffered('otherWorkbooks')`. */
export type OwnGuards = (functionName: string, argument: string) => ApiSet | undefined;

const root = join(__dirname, '..', '..');
const declarations = /[\\/]@types[\\/](?:office-js|custom-functions-runtime)[\\/]/;

/**
 * Every member of Office.js that the folders use, found by the TypeScript compiler: as a property or a call, in
 * the texts that `load` takes, and in the objects that are handed over.
 */
export function officeMembers(folders: readonly string[], ownGuards: OwnGuards): MemberUse[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  );
  const files = folders.flatMap((folder) => sourcesIn(resolve(root, folder)));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const uses: MemberUse[] = [];

  const add = (symbol: ts.Symbol | undefined, node: ts.Node, call?: ts.Signature): void => {
    const declared = call?.declaration ?? symbol?.declarations?.find(isOffice);
    if (declared === undefined || !isOffice(declared)) return;
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    uses.push({
      member: memberName(declared),
      sets: setsOf(declared),
      at: `${relative(root, file.fileName)}:${line + 1}`,
      guards: guardsAround(node, ownGuards),
    });
  };

  const visit = (node: ts.Node): void => {
    if (isTypeOnly(node)) return;
    if (ts.isPropertyAccessExpression(node)) {
      const call = ts.isCallExpression(node.parent) && node.parent.expression === node ? node.parent : null;
      add(
        checker.getSymbolAtLocation(node.name),
        node.name,
        call ? checker.getResolvedSignature(call) : undefined,
      );
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) {
        add(checker.getTypeAtLocation(node.parent).getProperty(name.text), node);
      }
    }
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      const wanted = checker.getContextualType(node.parent);
      if (wanted && ts.isIdentifier(node.name)) add(propertyOf(wanted, node.name.text), node);
    }
    if (ts.isCallExpression(node)) addLoaded(node);
    ts.forEachChild(node, visit);
  };

  /** `range.load('values,rowIndex')` names members in a text, which the compiler does not hold against the types. */
  function addLoaded(call: ts.CallExpression): void {
    const { expression } = call;
    const [argument] = call.arguments;
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'load' || !argument) return;
    const signature = checker.getResolvedSignature(call);
    if (!signature?.declaration || !isOffice(signature.declaration)) return;
    const literals = ts.isArrayLiteralExpression(argument) ? [...argument.elements] : [argument];
    for (const literal of literals) {
      if (ts.isObjectLiteralExpression(literal)) continue;
      if (!ts.isStringLiteralLike(literal)) {
        throw new Error(`${call.getSourceFile().fileName}: load() takes a text that cannot be read here.`);
      }
      for (const path of literal.text.split(',')) {
        let type = checker.getTypeAtLocation(expression.expression);
        for (const name of path.trim().split(/[/.]/)) {
          if (name === '$all' || name === '*') continue;
          const property = propertyOf(type, name);
          if (!property) throw new Error(`${literal.text}: ${checker.typeToString(type)} has no ${name}.`);
          add(property, literal);
          const found = checker.getTypeOfSymbol(property);
          type = checker.isArrayType(found) ? checker.getTypeArguments(found as ts.TypeReference)[0]! : found;
        }
      }
    }
  }

  for (const file of files) visit(program.getSourceFile(file)!);
  return uses;
}

/** A later version of the same set includes the earlier ones. */
export function includes(offered: ApiSet, wanted: ApiSet): boolean {
  if (offered.name !== wanted.name) return false;
  const [major = 0, minor = 0] = offered.version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

function isOffice(declaration: ts.Node): boolean {
  return declarations.test(declaration.getSourceFile().fileName);
}

function isTypeOnly(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function propertyOf(type: ts.Type, name: string): ts.Symbol | undefined {
  const parts = type.isUnion() ? type.types : [type];
  return parts.map((part) => part.getProperty(name)).find((found) => found !== undefined);
}

/** `Excel.Range.values`, from the declaration outwards. */
function memberName(declaration: ts.Node): string {
  const names: string[] = [];
  for (let node: ts.Node | undefined = declaration; node; node = node.parent) {
    const name = (node as ts.NamedDeclaration).name;
    if (name && !ts.isSourceFile(node)) names.unshift(name.getText());
  }
  return names.join('.');
}

/** As its own comment states them, else as that of the class or the namespace around it does. */
function setsOf(declaration: ts.Node): ApiSet[] {
  for (let node: ts.Node | undefined = declaration; node && !ts.isSourceFile(node); node = node.parent) {
    const comment = ts
      .getJSDocCommentsAndTags(node)
      .map((each) => each.getFullText())
      .join('\n');
    const stated = [
      ...comment.matchAll(/\[Api set: +(\w+) ([\d.]+)/g),
      ...comment.matchAll(/\*\*Requirement sets?\*\*:[^|]*\| (\w+)(?: ([\d.]+))?\}/g),
    ].map(([, name, version]) => ({ name: name!, version: version ?? '1.1' }));
    // "Not in a set".
    const sets = stated.filter(({ name }) => name !== 'Not');
    if (stated.length > 0) return sets;
  }
  return [];
}

function guardsAround(node: ts.Node, ownGuards: OwnGuards): ApiSet[] {
  const guards: ApiSet[] = [];
  const collect = (within: ts.Node): void => {
    if (within.getStart() >= node.getStart()) return;
    if (ts.isCallExpression(within)) {
      const called = within.expression;
      const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
      const [first, second] = within.arguments.map((each) => (ts.isStringLiteralLike(each) ? each.text : ''));
      const own = ownGuards(name, first ?? '');
      if (own) guards.push(own);
      if (name === 'isSetSupported' && first && second) guards.push({ name: first, version: second });
    }
    ts.forEachChild(within, collect);
  };
  for (let around: ts.Node | undefined = node.parent; around; around = around.parent) {
    if (ts.isFunctionLike(around)) collect(around);
  }
  return guards;
}
