// The name of an environment variable, and the start of one.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { until } from '../../server';
import { envName, relaxedEnvName } from '../../values/syntax';
import { checkSpellings } from '../checks';

const STRICT = { problemOf: envName, where: until('1.31') };

export const checkEnvName = (name: string | undefined, place: At, report: Report): void =>
  checkSpellings(name, relaxedEnvName, STRICT, place, report, envNameLike);

function envNameLike(name: string): string | undefined {
  const like = name
    .slice(0, 200)
    .replace(/[^-._a-zA-Z0-9]+/g, '_')
    .replace(/^(?=[0-9])/, '_');
  return envName(like) === undefined ? like : undefined;
}
