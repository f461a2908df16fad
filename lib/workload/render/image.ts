// The image of a container: an OCI reference. The API server takes any text; a pod with another one never starts, so we refuse it.
// https://kubernetes.io/docs/concepts/containers/images/
import { parseImage } from '../../kube/values/image';
import type { At } from '../../report/place';
import type { Context } from './context';

/** Checks the spelling, and notes a missing tag. */
export function checkImage(image: string, place: At, context: Context): void {
  const parsed = parseImage(image);
  if ('problem' in parsed) {
    context.report.error(place, 'bad-image', parsed.problem, {
      value: image,
      ...(parsed.hint !== undefined && { hint: parsed.hint }),
    });
  } else if (parsed.tag === undefined && parsed.digest === undefined) {
    context.report.note(place, 'image-without-tag', 'has no tag, which means `latest`', {
      value: image,
      hint: `Pin a version: ${image}:<tag>`,
    });
  }
}
