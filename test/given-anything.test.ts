// Programs that no compiler has seen give anything for a text or a list: that is a problem in words, no fault of ours.
import { read, readManifests, toYaml, validateManifests } from '../lib/core';
import { ProblemError } from '../lib/report/problem-error';

const given = [{ type: 'job' }, [], null, undefined, 3, true, Symbol('x'), () => 0, new Date(0)] as never[];

test.each(given)('what is no text is said to be none: %p', (text) => {
  const { problems, workloads } = read(text);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    [text === undefined ? 'required' : 'wrong-type', 'error'],
  ]);
  expect(workloads).toEqual([]);
  expect(() => readManifests(text)).toThrow(ProblemError);
});

test('of a value that is read already its text is asked for', () => {
  const [problem] = read({ type: 'job' } as never).problems;
  expect(problem).toMatchObject({
    message: 'expected text or bytes, not a map',
    hint: 'Of a value that is read already give JSON.stringify(value)',
  });
});

test.each([{ kind: 'Job' }, null, undefined, 3, 'kind: Job'] as never[])('what is no list: %p', (objects) => {
  for (const ask of [toYaml, validateManifests]) {
    expect(() => ask(objects)).toThrow(
      /expected a list of objects, not .* \(wrong-type\)\n {4}Of one object give \[object\]/,
    );
  }
});
