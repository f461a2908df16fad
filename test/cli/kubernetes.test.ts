// --kubernetes: what one minor refuses and another takes, in a document and in a manifest, by flag and by options file.
import { folderWith, run } from './run';

const cwd = folderWith({
  'kam.json': { echo: { schedule: '@daily', containers: { a: { image: 'a:1' } }, managedBy: 'example.com/x' } },
  'job.yaml': `apiVersion: batch/v1
kind: Job
metadata: { name: a }
spec:
  managedBy: example.com/x
  template: { spec: { restartPolicy: Never, containers: [{ name: a, image: a:1 }] } }
`,
  'old.yaml': 'kubernetes: "1.28"\n',
});

describe.each([
  ['convert', 'kam.json'],
  ['import', 'kam.json'],
  ['explain', 'kam.json'],
  ['validate', 'kam.json'],
  ['validate', 'job.yaml'],
  ['graph', 'kam.json'],
  ['graph', 'job.yaml'],
])('%s %s', (...argv) => {
  test.each([
    [[], 0, 'warning: Kubernetes before 1.30 has no such field (unknown-field)'],
    [['--kubernetes', '1.28'], 1, 'managedBy: Kubernetes 1.28 has no such field (unknown-field)'],
    [['--kubernetes', '1.29-1.34'], 1, 'managedBy: Kubernetes until 1.29 has no such field (unknown-field)'],
    [['--options', 'old.yaml'], 1, 'managedBy: Kubernetes 1.28 has no such field (unknown-field)'],
  ])('%j', async (flags, code, message) => {
    const done = await run([...argv, ...flags], { cwd });
    expect({ code: done.code, said: done.out + done.err }).toMatchObject({
      code,
      said: expect.stringContaining(message),
    });
  });

  test.each([[['--kubernetes', '1.34']], [['--options', 'old.yaml', '--kubernetes', '>=1.30']]])(
    '%j is content',
    async (flags) => {
      const { code, out, err } = await run([...argv, ...flags], { cwd });
      expect(code).toBe(0);
      expect(out + err).not.toContain('unknown-field');
    },
  );
});
