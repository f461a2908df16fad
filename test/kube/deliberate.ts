// Where lib/kube and the API server's create path disagree on purpose, each with its reason. Everything else must agree both ways.

/** One disagreement. */
export interface Deliberate {
  readonly reason: string;
  /** Whether the object shows it. */
  readonly applies: (object: Readonly<Record<string, unknown>>) => boolean;
}

interface ServiceSpec {
  readonly clusterIP?: unknown;
  readonly clusterIPs?: unknown;
  readonly ipFamilies?: unknown;
  readonly ipFamilyPolicy?: unknown;
}

export const deliberate: readonly Deliberate[] = [
  {
    reason:
      "which addresses a Service may have is the cluster's own setting; the oracle's cluster gives out 10.96.0.0/16",
    applies: ({ kind, spec }) => {
      const { clusterIP, clusterIPs } = (spec ?? {}) as ServiceSpec;
      const addresses = [clusterIP, ...(Array.isArray(clusterIPs) ? clusterIPs : [])];
      return (
        kind === 'Service' &&
        addresses.some(
          (one) => typeof one === 'string' && /^[0-9]+(?:\.[0-9]+){3}$/.test(one) && !one.startsWith('10.96.'),
        )
      );
    },
  },
  {
    reason:
      "whether IPv6 and dual stack are possible is the cluster's own setting; the oracle's cluster has IPv4 alone",
    applies: ({ kind, spec }) => {
      const { clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy } = (spec ?? {}) as ServiceSpec;
      return (
        kind === 'Service' &&
        /:|IPv6|RequireDualStack/.test(JSON.stringify([clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy]))
      );
    },
  },
];
