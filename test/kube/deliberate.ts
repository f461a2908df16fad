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
