// CustomResourceSubresources: whether objects have a status of their own, and how they are scaled.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#subresources
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CustomResourceSubresources } from '../../api/types';
import { checkRequired } from '../checks';
import { checkJsonPath } from './json-path';

export function checkSubresources({ scale }: CustomResourceSubresources, place: At, report: Report): void {
  if (scale === undefined) return;
  const here = at(place, 'scale');
  for (const part of ['spec', 'status'] as const) {
    const key = `${part}ReplicasPath` as const;
    if (!checkRequired(scale[key], at(here, key), report)) continue;
    checkJsonPath(scale[key] as string, at(here, key), report, { prefixes: [`.${part}.`], words: `.${part}` });
  }
  const { labelSelectorPath } = scale;
  if (!labelSelectorPath) return;
  const under = { prefixes: ['.spec.', '.status.'], words: '.spec or .status' };
  checkJsonPath(labelSelectorPath, at(here, 'labelSelectorPath'), report, under);
}
