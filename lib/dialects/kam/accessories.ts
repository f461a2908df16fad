// Accessories of an application: Kusion's modules `network` and `opsrule`.
// https://github.com/KusionStack/catalog (modules/network, modules/opsrule); spec: dialects.md, "kam"
import type { Path } from '../../report/problem';
import { isMap } from '../../shape/shape';
import type { Fates } from '../draft';
import type { KamDraft } from './draft';
import { route } from './ingress';
import { type KamNetwork, type KamOpsRule, networkSchema, opsRuleSchema } from './schema';
import { NETWORK, OPS_RULE, settle, typeName } from './typed';

/** Converts each accessory: what it is says its `_type`, else its name. */
export function convertAccessories(accessories: Readonly<Record<string, unknown>>, path: Path, draft: KamDraft): void {
  for (const [name, accessory] of Object.entries(accessories)) {
    const place = [...path, name];
    if (accessory === null) {
      draft.ignore(place, 'null means not set');
      continue;
    }
    const type = isMap(accessory) && typeof accessory._type === 'string' ? accessory._type : undefined;
    switch ((type === undefined ? typeName(name) : typeName(type)).toLowerCase()) {
      case 'network': {
        const network = draft.check(networkSchema, settle(accessory, NETWORK, place, draft), place) ?? {};
        draft.each(NETWORK_FATES, network, place);
        break;
      }
      case 'opsrule': {
        const rule = draft.check(opsRuleSchema, settle(accessory, OPS_RULE, place, draft), place) ?? {};
        draft.each(OPS_RULE_FATES, rule, place);
        break;
      }
      default:
        draft.lose(place, `the accessory ${JSON.stringify(type ?? name)} has no equivalent`, {
          hint: 'Known accessories: network, opsrule',
        });
    }
  }
}

const DEFAULT_PORT = 80;

const NETWORK_FATES: Fates<KamNetwork, KamDraft> = {
  _type() {
    // Checked and taken out before.
  },
  ports(ports, path, draft) {
    ports.forEach(({ port = DEFAULT_PORT, ...rest }, index) => {
      const source = [...path, index];
      if (ports[index]?.port === undefined) {
        draft.fill([...source, 'port'], ['ports', draft.ports.length, 'port'], String(DEFAULT_PORT));
      }
      draft.map(source, ['ports', draft.ports.length]);
      draft.ports.push({ port, ...rest });
    });
  },
  ingress: route,
  ingressClass(_, path, draft) {
    draft.lose(path, "an IngressClass is the cluster's, not an application's", {
      hint: 'Make it where the cluster is set up',
    });
  },
};

const OPS_RULE_FATES: Fates<KamOpsRule, KamDraft> = {
  _type() {
    // Checked and taken out before.
  },
  maxUnavailable(value, path, draft) {
    if (draft.kind === 'Job') {
      draft.lose(path, 'a Job is not rolled out, so that it has no pods that may be missing meanwhile');
    } else if (draft.props.strategy !== undefined) {
      draft.refuse('conflict', path, 'the strategy of the roll-out is said already', { hint: 'Leave one of them out' });
    } else {
      const digits = typeof value === 'string' && /^\d{1,9}$/.test(value);
      const maxUnavailable = digits ? Number(value) : value;
      draft.props.strategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } };
      draft.map(path, ['strategy'], digits ? 'digits are a number of pods' : undefined);
    }
  },
};
