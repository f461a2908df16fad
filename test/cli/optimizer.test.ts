// When V8 optimizes: a flag for some documents, taken back for many, and never in a V8 that has another way.
import { optimizer } from '../../lib/cli/optimizer';

function flagsOf(version: string | undefined, counts: readonly number[]): string[] {
  const set: string[] = [];
  const hear = optimizer(version, (flags) => set.push(flags));
  counts.forEach(hear);
  return set;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth + 1);

test('a few documents set nothing, some set it late, many set it back', () => {
  expect(flagsOf('11.3.244.8-node.35', upTo(19))).toEqual([]);
  expect(flagsOf('11.3.244.8-node.35', upTo(999))).toEqual(['--interrupt-budget=350000']);
  expect(flagsOf('11.3.244.8-node.35', upTo(5000))).toEqual(['--interrupt-budget=350000', '--interrupt-budget=67584']);
});

test('who reads many at once sets nothing', () => expect(flagsOf('11.3.1', [1000, 3000])).toEqual([]));

test('another V8 is left alone', () => {
  for (const version of ['12.4.254.21-node.33', undefined]) expect(flagsOf(version, upTo(5000))).toEqual([]);
});
