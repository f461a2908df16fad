// What a Namespace says of the pods in it, by its labels.
// https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces
import type { Standard } from './check';

const PREFIX = 'pod-security.kubernetes.io/';
const LEVELS = ['privileged', 'baseline', 'restricted'];
const MODES = ['enforce', 'audit', 'warn'];
const VERSION = /^v1\.(0|[1-9][0-9]*)$/;

export interface Policy {
  /** What keeps pods from being made. */
  readonly enforce?: Standard;
  /** What the server warns of, in what makes pods too. */
  readonly warn?: Standard;
}

type Labels = Readonly<Record<string, string>>;

const valueOf = (labels: Labels, name: string): string | undefined =>
  Object.hasOwn(labels, PREFIX + name) ? labels[PREFIX + name] : undefined;

/** Undefined for labels that say nothing; what is not spelt right keeps the server from taking the Namespace. */
export function policyOf(labels: Labels): Policy | undefined {
  if (wrongLabels(labels).length > 0) return undefined;
  const level = valueOf(labels, 'enforce');
  const enforce = standardOf(level, valueOf(labels, 'enforce-version'));
  const stated = valueOf(labels, 'warn');
  const version = valueOf(labels, 'warn-version');
  const warn = standardOf(
    stated ?? level,
    version ?? (stated === undefined ? valueOf(labels, 'enforce-version') : undefined),
  );
  return enforce === undefined && warn === undefined
    ? undefined
    : { ...(enforce && { enforce }), ...(warn && { warn }) };
}

const standardOf = (level: string | undefined, version: string | undefined): Standard | undefined =>
  level === 'baseline' || level === 'restricted' ? { level, version: versionOf(version) } : undefined;

function versionOf(text = 'latest'): number | undefined {
  const minor = VERSION.exec(text)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/** A label that the server does not take, and what it may be. */
export interface WrongLabel {
  readonly label: string;
  readonly value: string;
  readonly allowed: readonly string[];
}

export function wrongLabels(labels: Labels): readonly WrongLabel[] {
  return MODES.flatMap((mode) => {
    const level = valueOf(labels, mode);
    const version = valueOf(labels, `${mode}-version`);
    const wrong: WrongLabel[] = [];
    if (level !== undefined && !LEVELS.includes(level))
      wrong.push({ label: PREFIX + mode, value: level, allowed: LEVELS });
    if (version !== undefined && version !== 'latest' && !VERSION.test(version))
      wrong.push({ label: `${PREFIX}${mode}-version`, value: version, allowed: ['latest', 'v1.<minor>'] });
    return wrong;
  });
}

/** How a standard is called. */
export const nameOf = ({ level, version }: Standard): string =>
  version === undefined ? level : `${level} of v1.${version}`;
