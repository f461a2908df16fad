// Accessories of an application: Kusion's modules `network` and `opsrule`.
// https://github.com/KusionStack/catalog (modules/network, modules/opsrule); spec: dialects.md, "kam"
import type { Path } from '../../report/problem';
import { isMap } from '../../shape/shape';
import { checked, type Draft, error, loss, went } from './draft';
import { route } from './ingress';
import { type KamNetwork, type KamOpsRule, networkSchema, opsRuleSchema } from './schema';
import { NETWORK, OPS_RULE, settle, typeName } from './typed';

/** What becomes of each key of a map. */
type Fates<T> = { readonly [Key in keyof Required<T>]: (value: NonNullable<T[Key]>, path: Path, draft: Draft) => void };

/** Converts each accessory: what it is says its `_type`, else its name. */
export function convertAccessories(accessories: Readonly<Record<string, unknown>>, path: Path, draft: Draft): void {
  for (const [name, accessory] of Object.entries(accessories)) {
    const place = [...path, name];
    if (accessory === null) {
      draft.notes.push({ fate: 'ignored', path: place, message: 'null means not set' });
      continue;
    }
    const type = isMap(accessory) && typeof accessory._type === 'string' ? accessory._type : undefined;
    switch ((type === undefined ? typeName(name) : typeName(type)).toLowerCase()) {
      case 'network': {
        const network = checked(networkSchema, settle(accessory, NETWORK, place, draft), place, draft) as KamNetwork;
        eachKey(NETWORK_FATES, network ?? {}, place, draft);
        break;
      }
      case 'opsrule': {
        const rule = checked(opsRuleSchema, settle(accessory, OPS_RULE, place, draft), place, draft) as KamOpsRule;
        eachKey(OPS_RULE_FATES, rule ?? {}, place, draft);
        break;
      }
      default:
        loss(
          draft,
          place,
          `the accessory ${JSON.stringify(type ?? name)} has no equivalent`,
          'Known accessories: network, opsrule',
        );
    }
  }
}

function eachKey<T extends object>(fates: Fates<T>, map: Partial<T>, path: Path, draft: Draft): void {
  for (const key in fates) {
    const value = map[key];
    if (value !== undefined) fates[key](value as NonNullable<T[typeof key]>, [...path, key], draft);
  }
}

const DEFAULT_PORT = 80;

const NETWORK_FATES: Fates<KamNetwork> = {
  _type() {
    // Checked and taken out before.
  },
  ports(ports, path, draft) {
    ports.forEach(({ port = DEFAULT_PORT, ...rest }, index) => {
      const source = [...path, index];
      if (ports[index]?.port === undefined) {
        draft.notes.push({
          fate: 'defaulted',
          path: [...source, 'port'],
          to: ['ports', draft.ports.length, 'port'],
          message: String(DEFAULT_PORT),
        });
      }
      went(draft, source, ['ports', draft.ports.length]);
      draft.ports.push({ port, ...rest });
    });
  },
  ingress: route,
  ingressClass(_, path, draft) {
    loss(draft, path, "an IngressClass is the cluster's, not an application's", 'Make it where the cluster is set up');
  },
};

const OPS_RULE_FATES: Fates<KamOpsRule> = {
  _type() {
    // Checked and taken out before.
  },
  maxUnavailable(value, path, draft) {
    if (draft.kind === 'Job') {
      loss(draft, path, 'a Job is not rolled out, so that it has no pods that may be missing meanwhile');
    } else if (draft.props.strategy !== undefined) {
      error(draft, 'conflict', path, 'the strategy of the roll-out is said already', { hint: 'Leave one of them out' });
    } else {
      const digits = typeof value === 'string' && /^\d{1,9}$/.test(value);
      const maxUnavailable = digits ? Number(value) : value;
      draft.props.strategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } };
      went(draft, path, ['strategy'], digits ? 'digits are a number of pods' : undefined);
    }
  },
};
