import { kindOf } from '../../../lib/kube/kinds';
import { Shelf } from '../../../lib/kube/set/shelf';

test('what is taken from the shelf is as it was put there, also when others are taken in between', () => {
  const kind = kindOf('v1', 'ConfigMap')!;
  const data: Record<string, string> = JSON.parse('{"__proto__": "a", "b": "\\ud800 and \\u2028"}');
  const shelf = new Shelf();
  const first = shelf.put({ kind, object: { metadata: { name: 'first' }, data } as object });
  const second = shelf.put({ kind, object: { metadata: { name: 'second' } } });
  expect(first.object).toEqual({ metadata: { name: 'first' }, data });
  expect(second.object).toEqual({ metadata: { name: 'second' } });
  expect(Object.keys((first.object as { data: object }).data)).toEqual(['__proto__', 'b']);
  expect(first.kind).toBe(kind);
});
