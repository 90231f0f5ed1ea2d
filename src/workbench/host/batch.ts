/** Executes one request batch: a list of actions on objects that are named by paths. */
import { apiNotFound, HostError, invalidArgument, invalidReference, itemNotFound } from './errors';
import { CLASSES, SERVICES } from './objects/classes';
import type { Desk, HostObject, ObjectClass, ClassName } from './objects/object';
import { isObject, object } from './objects/object';

export interface RequestBatch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly Name?: string;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}
interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}
interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}
interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}
export interface BatchResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryAsJson: 7, update: 9 } as const;
const PATH = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6 } as const;

/** Members that office.js sends under a name of its own. */
const WIRE_ALIASES: Readonly<Record<string, string>> = { 'Worksheet.gridlines': 'showGridlines' };

/** Classes none of whose own properties a formula changes. */
const WITHOUT_RESULTS: ReadonlySet<ClassName> = new Set(['Worksheet', 'CustomXmlPart', 'NamedItem', 'Table']);

type AnyClass = ObjectClass<ClassName>;
type Response = Record<string, unknown>;

/** Actions before one that fails stay done, as in Excel. */
export async function executeBatch(batch: RequestBatch, desk: Desk): Promise<BatchResponse> {
  const run = new BatchRun(batch, desk);
  return desk.engine.styles.together(() => run.execute());
}

class BatchRun {
  readonly #batch: RequestBatch;
  readonly #desk: Desk;
  readonly #resolved = new Map<number, HostObject | null>();
  /** The member that is at work, for error messages: `Range.values`. */
  #location = '';

  constructor(batch: RequestBatch, desk: Desk) {
    this.#batch = batch;
    this.#desk = desk;
  }

  async execute(): Promise<BatchResponse> {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traceIds: number[] = [];
    this.#desk.isCalculationSuspended = false;
    for (const [index, action] of this.#batch.Actions.entries()) {
      this.#location = '';
      try {
        if (action.ActionType === ACTION.trace) traceIds.push(action.Id);
        results.push({ ActionId: action.Id, Value: await this.#perform(action) });
      } catch (error) {
        return { Results: results, TraceIds: traceIds, Error: this.#describe(error, index) };
      }
    }
    return { Results: results, TraceIds: traceIds };
  }

  #describe(error: unknown, index: number): NonNullable<BatchResponse['Error']> {
    const known =
      error instanceof HostError
        ? error
        : new HostError(
            'GeneralException',
            `Error of the workbench: ${String((error as Error).stack ?? error)}`,
            500,
          );
    return {
      Code: known.code,
      Message: known.message,
      Location: this.#location,
      ActionIndex: index,
      HttpStatusCode: known.status,
    };
  }

  async #perform(action: Action): Promise<unknown> {
    if (action.ActionType === ACTION.trace) return null;
    const isQuery = action.ActionType === ACTION.query || action.ActionType === ACTION.queryAsJson;
    // Excel calculates as it goes: what is read after a write is computed.
    if (isQuery && !this.#desk.isCalculationSuspended && this.#desk.calculationMode !== 'Manual') {
      if (this.#mayShowResults(action)) await this.#desk.engine.calculate();
    }
    const target = this.#resolve(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) return target === null ? null : this.#identify(target);
    if (isQuery) return target === null ? null : this.#query(target, action.QueryInfo ?? {});
    if (target === null) return this.#performOnNull(action);
    if (action.ActionType === ACTION.method) return await this.#callMethod(target, action);
    if (action.ActionType === ACTION.set) {
      this.#set(target, action.Name ?? '', this.#arguments(action.ArgumentInfo)[0]);
      return null;
    }
    if (action.ActionType === ACTION.update) {
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#set(target, name, value);
      return null;
    }
    throw apiNotFound(`the action type ${action.ActionType}`);
  }

  /** False where an object that is known already is asked for what no formula changes, such as a sheet's name. */
  #mayShowResults({ ObjectPathId, QueryInfo }: Action): boolean {
    const target = this.#resolved.get(ObjectPathId);
    if (target == null || !WITHOUT_RESULTS.has(target.type)) return true;
    const paths = [...(QueryInfo?.Select ?? []), ...(QueryInfo?.Expand ?? [])];
    return paths.some((path) => !Object.hasOwn(classOf(target).properties ?? {}, documentedName(path)));
  }

  /** office.js asks to keep every object that it loads, null objects too. */
  #performOnNull(action: Action): null {
    if (action.ActionType === ACTION.method && action.Name === '_KeepReference') return null;
    throw itemNotFound();
  }

  async #callMethod(target: HostObject, action: Action): Promise<unknown> {
    const name = action.Name ?? '';
    if (name === '_KeepReference') {
      this.#desk.kept.keep(target);
      return null;
    }
    const result = await this.#invoke(target, name, this.#arguments(action.ArgumentInfo));
    return isObject(result) ? this.#identify(result) : (result ?? null);
  }

  #invoke(target: HostObject, name: string, args: readonly unknown[]): unknown {
    const found = this.#member(target, 'methods', name);
    return found(target.target, args, this.#desk);
  }

  #set(target: HostObject, name: string, value: unknown): void {
    const property = this.#member(target, 'properties', name);
    if (property.set === undefined)
      throw new HostError('InvalidOperation', `${this.#location} is read-only.`);
    property.set(target.target, value, this.#desk);
  }

  /** Finds a member of a class by its name on the wire, and refuses what is not there by name. */
  #member<Kind extends 'methods' | 'properties' | 'navigation'>(
    target: HostObject,
    kind: Kind,
    wireName: string,
  ): NonNullable<AnyClass[Kind]>[string] {
    const plain = documentedName(wireName);
    const name = WIRE_ALIASES[`${target.type}.${plain}`] ?? plain;
    this.#location = `${target.type}.${name}`;
    const members = (classOf(target)[kind] ?? {}) as NonNullable<AnyClass[Kind]>;
    const found = Object.hasOwn(members, name) ? members[name] : undefined;
    if (found === undefined) throw apiNotFound(this.#location);
    return found as NonNullable<AnyClass[Kind]>[string];
  }

  #arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, index) => {
      const id = ids[index];
      return id ? this.#resolve(id) : argument;
    });
  }

  #resolve(id: number): HostObject | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const found = this.#resolvePath(id);
    this.#resolved.set(id, found);
    return found;
  }

  #resolvePath(id: number): HostObject | null {
    const path = this.#batch.ObjectPaths[id];
    if (path === undefined) throw new HostError('InvalidObjectPath', `The object path ${id} is missing.`);
    if (path.ObjectPathType === PATH.root) return object('Workbook', null);
    if (path.ObjectPathType === PATH.service) return this.#service(path.Name);
    if (path.ObjectPathType === PATH.reference) return this.#kept(path.Name);
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    // What belongs to a null object is a null object.
    if (parent === null) return null;
    if (path.ObjectPathType === PATH.property) {
      return this.#member(parent, 'navigation', path.Name)(parent.target, this.#desk);
    }
    const name = path.ObjectPathType === PATH.indexer ? 'getItem' : path.Name;
    const result = this.#invoke(parent, name, this.#arguments(path.ArgumentInfo));
    return isObject(result) ? result : null;
  }

  #service(name: string): HostObject {
    const service = SERVICES[name];
    if (service === undefined) throw apiNotFound(name);
    return object(service, null);
  }

  #kept(name: string): HostObject {
    const target = this.#desk.kept.get(name);
    if (target === undefined) throw invalidReference();
    return target;
  }

  #identify(target: HostObject): Response {
    const identity = classOf(target).identity?.(target.target, this.#desk) ?? {};
    const response: Response = {};
    for (const [name, value] of Object.entries(identity)) response[wireName(name)] = value;
    const kept = this.#desk.kept.nameOf(target);
    if (kept !== undefined) response['_ReferenceId'] = kept;
    return response;
  }

  /** @param response what an earlier part of the same query found out about the object */
  #query(target: HostObject, query: QueryInfo, response: Response = {}): Response {
    const selected = (query.Select ?? []).map((path) => path.replaceAll('/', '.'));
    const expanded = (query.Expand ?? []).map((path) => path.replaceAll('/', '.'));
    if (classOf(target).items !== undefined) return this.#queryCollection(target, selected, expanded, query);
    Object.assign(response, this.#identify(target));
    const named = selected.filter((path) => path !== '*');
    if (named.length === 0) this.#addAll(target, response);
    for (const path of named) this.#add(target, path, response);
    for (const path of expanded) this.#add(target, path, response);
    return response;
  }

  #queryCollection(
    target: HostObject,
    selected: readonly string[],
    expanded: readonly string[],
    query: QueryInfo,
  ): Response {
    const response = this.#identify(target);
    const all = classOf(target).items?.(target.target, this.#desk) ?? [];
    const first = query.Skip ?? 0;
    const items = all.slice(first, query.Top === undefined ? undefined : first + query.Top);
    const isOwn = (path: string): boolean =>
      Object.hasOwn(classOf(target).properties ?? {}, documentedName(path));
    for (const path of selected.filter(isOwn)) this.#add(target, path, response);
    const ofItems = (paths: readonly string[]): string[] =>
      paths
        .filter((path) => !isOwn(path))
        .map((path) => path.replace(/^items\./i, ''))
        .filter((path) => !/^items$/i.test(path));
    const Select = ofItems(selected);
    response['_Items'] = items.map((item) => this.#query(item, { Select, Expand: ofItems(expanded) }));
    return response;
  }

  #addAll(target: HostObject, response: Response): void {
    for (const name of Object.keys(classOf(target).properties ?? {})) this.#add(target, name, response);
  }

  /** Adds one property, or one of an object that the property leads to (`format.font.bold`). */
  #add(target: HostObject, path: string, response: Response): void {
    const [head = '', ...rest] = path.split('.');
    const name = documentedName(head);
    const properties = classOf(target).properties ?? {};
    if (rest.length === 0 && Object.hasOwn(properties, name)) {
      response[wireName(name)] = this.#member(target, 'properties', name).get(target.target, this.#desk);
      return;
    }
    const child = this.#member(target, 'navigation', name)(target.target, this.#desk);
    const key = wireName(name);
    if (child === null) {
      response[key] = null;
      return;
    }
    const Select = rest.length > 0 ? [rest.join('.')] : ['*'];
    response[key] = this.#query(child, { Select }, (response[key] ?? {}) as Response);
  }
}

function classOf(target: HostObject): AnyClass {
  const found = CLASSES[target.type] as AnyClass | undefined;
  if (found === undefined) throw apiNotFound(target.type);
  return found;
}

/** The wire capitalises members: `Values` is `values` in the documentation. */
function documentedName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * What a request is about: the add-in's own work, or something that office.js does by itself. Requests to
 * services are answered at once, because a calculation may be waiting for them; clean-up forgets objects that
 * were kept between requests.
 */
export function purposeOf(batch: RequestBatch): 'work' | 'service' | 'cleanUp' {
  const paths = Object.values(batch.ObjectPaths);
  if (paths.some((path) => path.ObjectPathType === PATH.service)) return 'service';
  const isCleanUp = batch.Actions.every(
    ({ ActionType, Name }) =>
      ActionType === ACTION.instantiate || /^_Remove(?:All)?References?$/.test(Name ?? ''),
  );
  return isCleanUp && batch.Actions.some(({ ActionType }) => ActionType === ACTION.method)
    ? 'cleanUp'
    : 'work';
}

/** Reads a request's body. */
export function parseBatch(text: string): RequestBatch {
  const body = JSON.parse(text) as Partial<RequestBatch>;
  if (!Array.isArray(body.Actions) || body.ObjectPaths === undefined) throw invalidArgument();
  return body as RequestBatch;
}
