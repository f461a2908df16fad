// init: a small cdk8s app that passes `cdk8s synth`, the compiler and its own test as it is.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { errorsOf, type Problem } from '../report/problem';
import { packageJson } from './package-json';
import { printProblems } from './print-problems';
import type { Run } from './verb';

export const init: Run = async ({ operands: [folder = '.'] }, io) => {
  const target = resolve(io.cwd, folder);
  const files = Object.entries(filesOf(basename(target)));
  const there = files.flatMap(([name]): Problem[] => {
    if (!existsSync(join(target, name))) return [];
    const message = 'is there already, so that nothing was written';
    const hint = 'Start in an empty folder: cdk8s-kam init my-app';
    return [{ code: 'file-exists', severity: 'error', path: [], message, hint, source: { file: join(folder, name) } }];
  });
  await printProblems(there, io.stderr, io);
  if (errorsOf(there).length > 0) return 1;
  mkdirSync(target, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(target, name), text, { flag: 'wx' });
  const go = folder === '.' ? '' : `cd ${folder} && `;
  await io.stderr.write(
    `wrote ${files.map(([name]) => join(folder, name)).join(', ')}\nnext: ${go}npm install && npm run synth && npm test\n`,
  );
  return 0;
};

/** Text of each file. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  return {
    'package.json': `${JSON.stringify(packageOf(folder), null, 2)}\n`,
    'cdk8s.yaml': CDK8S_YAML,
    'tsconfig.json': TSCONFIG,
    'jest.config.js': JEST_CONFIG,
    'main.ts': MAIN,
    'hello.ts': HELLO,
    'hello.test.ts': HELLO_TEST,
    '.gitignore': 'dist/\nnode_modules/\n',
  };
}

/** At the versions that we are tested with. */
function packageOf(folder: string): object {
  const { version, devDependencies } = packageJson();
  const pick = (...names: string[]): object => Object.fromEntries(names.map((name) => [name, devDependencies[name]]));
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '');
  return {
    name: name === '' ? 'app' : name,
    version: '0.1.0',
    private: true,
    scripts: { synth: 'cdk8s synth', test: 'tsc && jest' },
    dependencies: { ...pick('cdk8s', 'constructs'), 'cdk8s-kam': version },
    devDependencies: pick(
      '@swc/core',
      '@swc/jest',
      '@types/jest',
      '@types/node',
      'cdk8s-cli',
      'jest',
      'tsx',
      'typescript',
    ),
  };
}

const CDK8S_YAML = `language: typescript
app: node_modules/.bin/tsx main.ts
output: dist
`;

const TSCONFIG = `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "CommonJS",
    "moduleResolution": "bundler",
    "types": ["jest", "node"],
    "strict": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "include": ["*.ts"]
}
`;

const JEST_CONFIG = `module.exports = {
  testEnvironment: 'node',
  transform: {
    '\\\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
};
`;

const MAIN = `import { App } from 'cdk8s-kam';
import { Hello } from './hello';

const app = new App();
new Hello(app, 'hello');
app.synth();
`;

const HELLO = `import { Chart } from 'cdk8s';
import { Job, Secret, Service } from 'cdk8s-kam';
import type { Construct } from 'constructs';

export class Hello extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { disableResourceNameHashes: true });

    const db = new Secret(this, 'db', {
      type: 'external',
      params: { store: 'vault' },
      data: { password: 'hello/db#password' },
    });

    new Service(this, 'web', {
      replicas: 2,
      ports: [{ port: 80, targetPort: 8080 }],
      containers: {
        web: {
          image: 'nginxinc/nginx-unprivileged:1.27',
          resources: { cpu: '100m-1', memory: '64Mi-128Mi' },
          readinessProbe: { probeHandler: { url: 'http://localhost:8080/' } },
        },
      },
    });

    new Job(this, 'report', {
      schedule: '0 5 * * *',
      timeZone: 'Europe/Paris',
      containers: {
        report: {
          image: 'busybox:1.37',
          command: ['/bin/sh', '-c', 'echo "good morning"'],
          env: { DB_PASSWORD: db.ref('password') },
        },
      },
    });
  }
}
`;

const HELLO_TEST = `import type { Chart } from 'cdk8s';
import { App } from 'cdk8s-kam';
import { Manifests, matchers, type ManifestMatchers } from 'cdk8s-kam/testing';
import { Hello } from './hello';

declare global {
  namespace jest {
    interface Matchers<R> extends ManifestMatchers<R> {}
  }
}
expect.extend(matchers);

let chart: Chart;
beforeEach(() => {
  chart = new Hello(new App(), 'hello');
});

test('everything is there', () => {
  expect(Manifests.of(chart).counts).toEqual({ ExternalSecret: 1, Deployment: 1, Service: 1, CronJob: 1 });
});

test('the report runs every morning in Paris', () => {
  expect(chart).toHaveManifest('CronJob', 'hello-report', {
    spec: { schedule: '0 5 * * *', timeZone: 'Europe/Paris' },
  });
});

test('the password comes from the secret', () => {
  const secretKeyRef = { name: 'hello-db', key: 'password' };
  const report = { name: 'report', env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef } }] };
  expect(chart).toHaveManifest('CronJob', {
    spec: { jobTemplate: { spec: { template: { spec: { containers: [report] } } } } },
  });
});

test('the API server takes all of it', () => {
  expect(chart).toBeAccepted();
});
`;
