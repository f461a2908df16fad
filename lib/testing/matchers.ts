// Matchers for jest, vitest and whoever else has `expect.extend`.
import type { CheckOptions } from '../kube/validate';
import { Manifests, type ManifestSource, type Stated } from './manifests';

/** What `expect(chart)` has after `expect.extend(matchers)`. */
export interface ManifestMatchers<R = unknown> {
  /** There is a manifest of the kind, with the name if one is given, that is as stated: see {@link Manifests.has}. */
  toHaveManifest(kind: string, like?: object): R;
  toHaveManifest(kind: string, name: string, like?: object): R;
  /** The API server takes all of it: see {@link Manifests.accepted}. */
  toBeAccepted(options?: CheckOptions): R;
}

interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * For `expect.extend(matchers)`; with TypeScript the runner's own interface is told of them:
 * @example
 * // jest
 * declare global { namespace jest { interface Matchers<R> extends ManifestMatchers<R> {} } }
 * // vitest
 * declare module 'vitest' { interface Assertion<T> extends ManifestMatchers<T> {} }
 */
export const matchers = {
  toHaveManifest(source: ManifestSource, kind: string, ...stated: Stated): Verdict {
    const found = Manifests.of(source).match(kind, ...stated);
    if (typeof found === 'string') return { pass: false, message: () => found };
    return { pass: true, message: () => `there is one:\n${Manifests.of([found]).yaml}` };
  },
  toBeAccepted(source: ManifestSource, options?: CheckOptions): Verdict {
    const refusal = refusalOf(source, options);
    return { pass: refusal === undefined, message: () => refusal ?? 'all of it is accepted' };
  },
};

/** What the server says, or synth before it. */
function refusalOf(source: ManifestSource, options?: CheckOptions): string | undefined {
  try {
    Manifests.of(source).accepted(options);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
