// Where lib/kube and the API server's create path disagree on purpose, each for its reason in docs/differences.json. Everything else must agree both
// ways.
import type differences from '../../docs/differences.json';
import { firstBlock } from '../../lib/kube/values/pem';

interface ServiceSpec {
  readonly clusterIP?: unknown;
  readonly clusterIPs?: unknown;
  readonly ipFamilies?: unknown;
  readonly ipFamilyPolicy?: unknown;
}

interface EventFields {
  readonly metadata?: { readonly namespace?: unknown } | null;
  readonly eventTime?: unknown;
  readonly involvedObject?: { readonly namespace?: unknown } | null;
  readonly regarding?: { readonly namespace?: unknown } | null;
}

interface PodSpec {
  readonly serviceAccountName?: unknown;
  readonly serviceAccount?: unknown;
  readonly volumes?: unknown;
}

/** Bytes of a request at most. */
const LARGEST_REQUEST = 3 * 2 ** 20;

type Given = Readonly<Record<string, unknown>>;

/** Whether an object shows the difference. */
const SHOWS: Readonly<Record<keyof typeof differences, (object: Given) => boolean>> = {
  adminAccess: ({ kind, spec }) =>
    String(kind).startsWith('ResourceClaim') && JSON.stringify(spec ?? null).includes('"adminAccess":true'),
  addresses: ({ kind, spec }) => {
    const { clusterIP, clusterIPs } = (spec ?? {}) as ServiceSpec;
    const addresses = [clusterIP, ...(Array.isArray(clusterIPs) ? clusterIPs : [])];
    return (
      kind === 'Service' &&
      addresses.some(
        (one) => typeof one === 'string' && /^[0-9]+(?:\.[0-9]+){3}$/.test(one) && !one.startsWith('10.96.'),
      )
    );
  },
  families: ({ kind, spec }) => {
    const { clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy } = (spec ?? {}) as ServiceSpec;
    return (
      kind === 'Service' &&
      /:|IPv6|RequireDualStack/.test(JSON.stringify([clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy]))
    );
  },
  sentTo: (object) => {
    const { metadata, eventTime, involvedObject, regarding } = object as EventFields;
    const about = involvedObject?.namespace ?? regarding?.namespace ?? '';
    return object['kind'] === 'Event' && !metadata?.namespace && !eventTime && about !== '' && about !== 'default';
  },
  masters({ kind, spec }) {
    const { request, signerName } = (spec ?? {}) as { readonly request?: unknown; readonly signerName?: unknown };
    if (kind !== 'CertificateSigningRequest' || typeof request !== 'string') return false;
    const block = firstBlock(Buffer.from(request, 'base64').toString('latin1'));
    return signerName === 'kubernetes.io/kube-apiserver-client' && block?.bytes.includes('system:masters') === true;
  },
  accounts({ kind, spec }) {
    const { serviceAccountName, serviceAccount, volumes } = (spec ?? {}) as PodSpec;
    const named = Boolean(serviceAccountName) || Boolean(serviceAccount);
    return kind === 'Pod' && !named && (JSON.stringify(volumes) ?? '').includes('"serviceAccountToken":{');
  },
  costs({ kind, spec }) {
    if (kind !== 'CustomResourceDefinition') return false;
    const text = JSON.stringify(spec ?? null);
    const limits = [...text.matchAll(/"max(?:Length|Items|Properties)":([0-9]+)/g)].map(([, limit]) => Number(limit));
    return text.includes('x-kubernetes-validations') && limits.some((limit) => limit > LARGEST_REQUEST);
  },
};

/** Whether an object may be judged differently. */
export const isDeliberate = (object: Given): boolean => Object.values(SHOWS).some((shows) => shows(object));
