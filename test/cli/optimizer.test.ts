// When V8 optimizes: a flag for some documents, taken back for many, and never in a V8 that has another way.
import { optimizer } from '../../lib/cli/optimizer';

function flagsOf(version: string | undefined, counts: readonly number[]): { set: string[]; atEnd: string[] } {
  const set: string[] = [];
  const works: (() => void)[] = [];
  const hear = optimizer(
    version,
    (flags) => set.push(flags),
    (work) => works.push(work),
  );
  counts.forEach(hear);
  const before = set.length;
  for (const work of works) work();
  return { set: set.slice(0, before), atEnd: set.slice(before) };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth + 1);

const NOTHING = { set: [], atEnd: [] };

test('a few documents set nothing, some set it late, many set it back, and so does the end', () => {
  const [late, early] = ['--interrupt-budget=350000', '--interrupt-budget=67584'];
  expect(flagsOf('11.3.244.8-node.35', upTo(19))).toEqual(NOTHING);
  expect(flagsOf('11.3.244.8-node.35', upTo(999))).toEqual({ set: [late], atEnd: [early] });
  expect(flagsOf('11.3.244.8-node.35', upTo(5000))).toEqual({ set: [late, early], atEnd: [early] });
});

test('who reads many at once sets nothing', () => expect(flagsOf('11.3.1', [1000, 3000])).toEqual(NOTHING));

test('another V8 is left alone', () => {
  for (const version of ['12.4.254.21-node.33', undefined]) expect(flagsOf(version, upTo(5000))).toEqual(NOTHING);
});
