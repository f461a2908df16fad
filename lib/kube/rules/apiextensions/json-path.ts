// A JSON path as definitions have them: `.spec.replicas`.
// https://kubernetes.io/docs/reference/kubectl/jsonpath/
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';

/** Where a path has to lead, in the words of the error. */
export interface Under {
  readonly prefixes: readonly string[];
  readonly words: string;
}

export function checkJsonPath(path: string, place: At, report: Report, under?: Under): void {
  if (!path.startsWith('.')) {
    const bare = path.replace(/^\{?\$?\.?|\}$/g, '').slice(0, 80);
    report.error(place, 'bad-path', 'must start with "."', { value: path, hint: `write ".${bare}"` });
  } else if (under !== undefined && !under.prefixes.some((prefix) => path.startsWith(prefix))) {
    report.error(place, 'bad-path', `must lead to a field under ${under.words}`, { value: path });
  }
}
