import { kindOf } from '../../lib/kube/kinds';
import { Shelf } from '../../lib/cli/shelf';

test.each(['as it is', 'text before', 'text between'])(
  'what is taken from the shelf is as it was put there: %s',
  (when) => {
    const kind = kindOf('v1', 'ConfigMap')!;
    const data: Record<string, string> = JSON.parse('{"__proto__": "a", "b": "\\ud800 and \\u2028"}');
    const shelf = new Shelf();
    if (when === 'text before') shelf.toText();
    const first = shelf.put({ kind, object: { metadata: { name: 'first' }, data } as object });
    const second = shelf.put({ kind, object: { metadata: { name: 'second' } } });
    if (when === 'text between') shelf.toText();
    expect(first.object).toEqual({ metadata: { name: 'first' }, data });
    expect(second.object).toEqual({ metadata: { name: 'second' } });
    expect(Object.keys((first.object as { data: object }).data)).toEqual(['__proto__', 'b']);
    expect(first.kind).toBe(kind);
  },
);

test('more than memory is for is as it was put there', () => {
  const kind = kindOf('v1', 'ConfigMap')!;
  const shelf = new Shelf();
  const count = 12_000;
  const objectAt = (index: number): object => ({
    metadata: { name: `é${index}` },
    data: { a: 'x'.repeat(index % 1500) },
  });
  shelf.toText();
  const all = Array.from({ length: count }, (_, index) => shelf.put({ kind, object: objectAt(index) }));
  for (const index of [count - 1, 0, 1, 2, 5000, 4999]) expect(all[index]!.object).toEqual(objectAt(index));
  shelf.close();
});
