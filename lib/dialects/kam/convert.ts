// A KAM document -> workloads. One entry for every key of an application says what becomes of it; the workload is the model's own.
// KAM v1/app_configuration.k, v1/workload; spec: dialects.md, "kam"
import { nameOfIdentifier } from '../../kube/values/identifier';
import { at, ROOT } from '../../report/place';
import { printValue } from '../../report/print';
import type { Path } from '../../report/problem';
import type { Report } from '../../report/report';
import { didYouMean, nearest } from '../../report/suggest';
import { merged } from '../../shape/maps';
import { isMap } from '../../shape/shape';
import type { Dict } from '../../workload/model/fields';
import type { Workload } from '../../workload/model/workload';
import type { Converted, ConvertedWorkload, DialectOptions } from '../dialect';
import type { Fates } from '../draft';
import { BESIDE, convertAccessories, convertAccessory } from './accessories';
import { KamDraft } from './draft';
import type { KamOptions } from './options';
import { applicationSchema, type KamApplication } from './schema';
import { APPLICATION, settle, typeName } from './typed';
import { isTyped, readWorkload } from './workload';

/** An application or a workload of a document, and the name it has there. */
interface Found {
  readonly value: unknown;
  readonly path: Path;
  readonly name?: string;
}

/** Converts a document; see `Dialect.convert`. */
export function convertDocument(
  document: unknown,
  options: DialectOptions & KamOptions,
  report: Report,
  keepsNotes: boolean,
): Converted {
  const whole: Found = { value: document, path: [] };
  const named = isApplication(document) || isWorkload(document) || !isMap(document) ? undefined : document;
  if (typeof named?._type === 'string') {
    reportType(named._type, report);
    return { workloads: [], notes: [] };
  }
  const all =
    named === undefined ? [whole] : Object.entries(named).map(([name, value]) => ({ value, path: [name], name }));
  const drafts = all.map((found) => ({ found, draft: new KamDraft(options, report, keepsNotes) }));
  const workloads = drafts.flatMap(({ found, draft }) => convertOne(found, draft) ?? []);
  if (all.length === 0) report.shape(ROOT, 'required', 'has no workload and no application');
  else if (all.length > 1 && options.name !== undefined) {
    const message = `the option \`name\` names one workload, and there are ${all.length} here`;
    report.shape(ROOT, 'conflict', message);
  } else reportSameNames(drafts);
  return { workloads, notes: drafts.flatMap(({ draft }) => draft.notes) };
}

/** A document that is one thing, and none that we know. */
function reportType(type: string, report: Report): void {
  const names = ['Job', 'Service', 'AppConfiguration'];
  report.shape(at(ROOT, '_type'), 'not-one-of', `expected the name of one of ${names.join(', ')}`, {
    value: type,
    hint: didYouMean(nearest(typeName(type), names)),
  });
}

/** Two keys that name the same workload, as `echoJob` and `echo_job` do. */
function reportSameNames(drafts: readonly { readonly found: Found; readonly draft: KamDraft }[]): void {
  const seen = new Map<string, string>();
  for (const { found, draft } of drafts) {
    const { kind, props } = draft;
    if (found.name === undefined || props.name === undefined) continue;
    const id = JSON.stringify([kind, props.namespace, props.name]);
    const first = seen.get(id);
    if (first === undefined) seen.set(id, found.name);
    else {
      const message = `names the same ${kind} as "${first}": ${JSON.stringify(props.name)}`;
      draft.refuse('duplicate', found.path, message);
    }
  }
}

/** Whether it looks like an application: what runs stands under `workload`. */
export const isApplication = (value: unknown): value is Record<string, unknown> =>
  isMap(value) && (isMap(value.workload) || isTyped(value, ['AppConfiguration']));

/** Whether it looks like a workload: `containers` by their names. */
export const isWorkload = (value: unknown): value is Record<string, unknown> =>
  isMap(value) && (isMap(value.containers) || isListOfMaps(value.containers) || isTyped(value, ['Job', 'Service']));

/** Containers as Kubernetes has them, for the hint that they are a map here. */
const isListOfMaps = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isMap);

function convertOne(found: Found, draft: KamDraft): ConvertedWorkload | undefined {
  const { value, path, name } = found;
  if (isApplication(value)) {
    const { beside, rest } = withoutAccessories(value);
    const settled = settle(rest, APPLICATION, path, draft);
    const application = (draft.check(applicationSchema, settled, path) ?? {}) as Partial<KamApplication>;
    if (application.workload === undefined) return undefined;
    const base = [...path, 'workload'];
    readWorkload(application.workload, base, draft);
    nameWorkload(draft, base, found);
    draft.each(FATES, application, path);
    for (const [key, accessory] of beside) convertAccessory(key, accessory, [...path, key], draft);
    return finish(draft, found);
  }
  if (isWorkload(value)) {
    readWorkload(value, path, draft);
    nameWorkload(draft, path, found);
    return finish(draft, found);
  }
  if (name === undefined) {
    const message = 'expected a workload, an application, or a map of them by their names';
    draft.refuse('wrong-type', path, message, { value });
  } else {
    draft.lose(path, 'is neither an application (a map with `workload`) nor a workload (a map with `containers`)');
  }
  return undefined;
}

/** An application, and the accessories that stand beside its workload as in older schemas. */
function withoutAccessories(application: Record<string, unknown>) {
  const entries = Object.entries(application);
  const isBeside = ([key]: [string, unknown]): boolean => BESIDE.has(key.toLowerCase());
  return { beside: entries.filter(isBeside), rest: Object.fromEntries(entries.filter((each) => !isBeside(each))) };
}

export const FATES: Fates<KamApplication, KamDraft> = {
  _type: () => {
    // Checked and taken out before.
  },
  workload: () => {
    // Read before the others, which add to it.
  },
  accessories: convertAccessories,
  labels: (value, path, draft) => addBelow('labels', value, path, draft),
  annotations: (value, path, draft) => addBelow('annotations', value, path, draft),
};

/** Adds what the application says to what the workload itself says, which wins. */
function addBelow(field: 'labels' | 'annotations', added: Dict<string>, path: Path, draft: KamDraft): void {
  const own = draft.props[field] ?? {};
  for (const [key, value] of Object.entries(added)) {
    const place = [...path, key];
    if (!Object.hasOwn(own, key)) {
      draft.map(place, [field, key]);
    } else {
      draft.ignore(place, `the workload says it: ${printValue(own[key])}`);
      if (own[key] !== value) {
        draft.warn('suspicious', place, 'is said otherwise by the workload, which wins', { value });
      }
    }
  }
  draft.props[field] = merged(added, own);
}

function nameWorkload(draft: KamDraft, path: Path, { name: key, path: appPath }: Found): void {
  const { options, props } = draft;
  const name = options.name ?? props.name ?? (key === undefined ? options.app : nameOfIdentifier(key));
  if (name === undefined) {
    const hint = 'Write `name` beside `containers`, or give the option `name` or `app`';
    draft.refuse('required', [...path, 'name'], 'a workload needs a name', { hint });
  }
  const nameSource = props.name !== undefined || key === undefined ? [...path, 'name'] : appPath;
  if (nameSource === appPath) {
    draft.map(appPath, ['name'], name === key ? undefined : `named ${JSON.stringify(name)}`);
  } else draft.follow(nameSource, ['name']);
  draft.name = name;
  if (name !== undefined) props.name = name;
}

/** The workload with its namespace and Kusion's labels. */
function finish(draft: KamDraft, { name: key }: Found): ConvertedWorkload {
  const { options, kind, props, ports, name } = draft;
  const namespace = props.namespace ?? options.namespace;
  if (namespace !== undefined) props.namespace = namespace;
  const kusion = kusionLabels(options, key ?? options.app ?? name);
  const labels = merged(kusion, options.labels, props.labels);
  const workload = {
    kind,
    ...props,
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(ports.length === 0 ? {} : { ports }),
    ...(kind === 'Service' && kusion !== undefined && props.selector === undefined ? { selector: kusion } : {}),
  };
  return { workload: workload as Workload, trace: draft.trace };
}

function kusionLabels({ project, app }: KamOptions, name: string | undefined): Dict<string> | undefined {
  if (project === undefined && app === undefined) return undefined;
  return {
    ...(project === undefined ? {} : { 'app.kubernetes.io/part-of': project }),
    ...(name === undefined ? {} : { 'app.kubernetes.io/name': name }),
  };
}
