// Accessories of an application: Kusion's modules `network`, `opsrule` and `monitoring`. Others belong to other systems.
// https://github.com/KusionStack/catalog; spec: dialects.md, "kam"
import type { Path } from '../../report/problem';
import { isMap, type Schema } from '../../shape/shape';
import type { Fates } from '../draft';
import type { KamDraft } from './draft';
import { route } from './ingress';
import {
  ingressSchema,
  type KamMonitoring,
  type KamNetwork,
  type KamOpsRule,
  monitoringSchema,
  networkSchema,
  opsRuleSchema,
} from './schema';
import { INGRESS, MONITORING, NETWORK, OPS_RULE, type Part, settle, typeName } from './typed';

/** An accessory that says something of the workload. */
interface Accessory {
  readonly part: Part;
  readonly schema: Schema;
  /** Of a value whose shape is right. */
  readonly convert: (value: never, path: Path, draft: KamDraft) => void;
}

/** What an accessory is says its `_type`, else its name. */
export function convertAccessories(accessories: Readonly<Record<string, unknown>>, path: Path, draft: KamDraft): void {
  for (const [name, value] of Object.entries(accessories)) convertAccessory(name, value, [...path, name], draft);
}

export function convertAccessory(name: string, value: unknown, path: Path, draft: KamDraft): void {
  if (value === null) return draft.ignore(path, 'null means not set');
  const type = isMap(value) && typeof value._type === 'string' ? value._type : name;
  const accessory = KNOWN.get(typeName(type).toLowerCase());
  if (accessory === undefined) return draft.loseAccessory(path, type, [...KNOWN.keys()]);
  const { part, schema, convert } = accessory;
  const checked = draft.check(schema, settle(value, part, path, draft), path);
  if (checked !== undefined) convert(checked as never, path, draft);
}

const DEFAULT_PORT = 80;

const network: Fates<KamNetwork, KamDraft> = {
  _type: () => {
    // Checked and taken out before.
  },
  ports: (ports, path, draft) =>
    ports.forEach(({ port, ...rest }, index) => {
      const source = [...path, index];
      const model = ['ports', draft.ports.length];
      if (port === undefined) draft.fill([...source, 'port'], [...model, 'port'], String(DEFAULT_PORT));
      draft.map(source, model);
      draft.ports.push({ port: port ?? DEFAULT_PORT, ...rest });
    }),
  ingress: route,
  ingressClass: (_, path, draft) => {
    const hint = 'Make it where the cluster is set up';
    draft.lose(path, "an IngressClass is the cluster's, not an application's", { hint });
  },
};

const opsRule: Fates<KamOpsRule, KamDraft> = {
  _type: () => {
    // Checked and taken out before.
  },
  maxUnavailable: (value, path, draft) => {
    if (draft.kind === 'Job') {
      return draft.lose(path, 'a Job is not rolled out, so that it has no pods that may be missing meanwhile');
    }
    if (draft.props.strategy !== undefined) {
      const hint = 'Leave one of them out';
      return draft.refuse('conflict', path, 'the strategy of the roll-out is said already', { hint });
    }
    const digits = typeof value === 'string' && /^\d{1,9}$/.test(value);
    const maxUnavailable = digits ? Number(value) : value;
    draft.props.strategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } };
    draft.map(path, ['strategy'], digits ? 'digits are a number of pods' : undefined);
  },
};

const SCRAPED = 'prometheus.io/';

/** The annotations by which a Prometheus without operator finds what to scrape, as the module writes them. */
const monitoring: Fates<KamMonitoring, KamDraft> = {
  _type: () => {
    // Checked and taken out before.
  },
  path: (value, path, draft) => draft.annotatePods(`${SCRAPED}path`, value, path),
  port: (value, path, draft) => draft.annotatePods(`${SCRAPED}port`, value, path),
};

const KNOWN: ReadonlyMap<string, Accessory> = new Map<string, Accessory>([
  [
    'network',
    { part: NETWORK, schema: networkSchema, convert: (value, path, draft) => draft.each(network, value, path) },
  ],
  [
    'opsrule',
    { part: OPS_RULE, schema: opsRuleSchema, convert: (value, path, draft) => draft.each(opsRule, value, path) },
  ],
  ...['monitoring', 'prometheus'].map((name): [string, Accessory] => [
    name,
    {
      part: MONITORING,
      schema: monitoringSchema,
      convert: (value, path, draft) => {
        draft.annotatePods(`${SCRAPED}scrape`, 'true', path);
        draft.annotatePods(`${SCRAPED}scheme`, 'http', path);
        draft.each(monitoring, value, path);
      },
    },
  ]),
  ['ingress', { part: INGRESS, schema: ingressSchema, convert: route }],
]);

/** Accessories that older schemas of KAM had beside `workload`, without a map of them. */
export const BESIDE: ReadonlySet<string> = new Set([...KNOWN.keys(), 'database', 'mysql', 'postgres']);
