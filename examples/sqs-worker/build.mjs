// src -> dist, with all that it needs inside: the image holds Node and these files.
import { build } from 'esbuild';

await build({
  entryPoints: ['main', 'worker', 'options', 'log'].map((name) => `src/${name}.ts`),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  // Some of the packages are CommonJS and load Node's modules by `require`.
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);`,
  },
});
