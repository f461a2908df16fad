// `src[:dst[:ro|rw]]`: a mount of a folder of the host as text. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#Mount
import type { LauncherMount } from '../schema';
import { refusal } from './refusal';

/**
 * Reads `src[:dst[:ro|rw]]`. Both paths are absolute; without `dst` the folder is mounted at its own path, without `ro` for writing.
 * @throws ProblemError `invalid-mount-path` for a path that is not absolute, `invalid-mount-spec` for any other form
 * @example parseMount('/mnt/data:/data:ro')
 */
export function parseMount(text: string): LauncherMount {
  const [source = '', target = source, mode = 'rw', ...more] = text.split(':', 4);
  if (!source.startsWith('/')) throw refusal('invalid-mount-path', 'expected an absolute path', source);
  if (more.length > 0 || (mode !== 'rw' && mode !== 'ro')) {
    throw refusal('invalid-mount-spec', 'expected "source:target:ro" or "source:target:rw"', text);
  }
  if (!target.startsWith('/')) throw refusal('invalid-mount-path', 'expected an absolute path', target);
  return { mountPath: target, readOnly: mode === 'ro', mountSource: { type: 'host', source: { path: source } } };
}

/** Writes `src:dst:rw` or `src:dst:ro`; "" for a mount that is none of the host. */
export function printMount({ mountPath, readOnly, mountSource }: LauncherMount): string {
  return mountSource.type === 'host' ? `${mountSource.source.path}:${mountPath}:${readOnly ? 'ro' : 'rw'}` : '';
}
