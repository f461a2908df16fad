import { Lines } from '../../lib/text/lines';

test('offsets to lines and columns', () => {
  const lines = new Lines('ab\n\nc\r\n');
  expect([0, 2, 3, 4, 5, 6, 7, 99].map((offset) => lines.at(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 3, column: 2 },
    { line: 3, column: 3 },
    { line: 4, column: 1 },
    { line: 4, column: 1 },
  ]);
  expect(new Lines('').at(5)).toEqual({ line: 1, column: 1 });
});
