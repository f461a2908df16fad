// The library and the verbs of the command as one script for browsers. What core needs of Node has a counterpart in browser/; files there are none.
import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Files of lib, and what stands in their place. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  'lib/text/bytes.ts': 'bytes.ts',
  'lib/text/sha256.ts': 'sha256.ts',
  'lib/kube/values/key-pair.ts': 'key-pair.ts',
  'lib/kube/rules/certificates/pem-request.ts': 'pem-request.ts',
  'lib/cli/inputs.ts': 'inputs.ts',
};

/** The script, which sets `kam`. */
export async function bundlePlayground(root: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'browser/index.ts')],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'kam',
    target: 'es2023',
    // The licences of the packages that are part of it.
    legalComments: 'eof',
    plugins: [counterparts(root), noFiles],
  });
  return outputFiles[0]!.text;
}

const counterparts = (root: string): Plugin => ({
  name: 'counterparts',
  setup: (builder) =>
    builder.onResolve({ filter: /^\.\.?\// }, async ({ path, resolveDir, importer, kind, pluginData }) => {
      if (pluginData === 'resolved') return undefined;
      const found = await builder.resolve(path, { resolveDir, importer, kind, pluginData: 'resolved' });
      const own = COUNTERPARTS[relative(root, found.path)];
      // What has none is left to esbuild, which knows more of a file that it finds itself.
      return own === undefined ? undefined : { path: join(__dirname, 'browser', own) };
    }),
});

/** What reads files may be there, and is not called. */
const noFiles: Plugin = {
  name: 'no-files',
  setup: (builder) => {
    builder.onResolve({ filter: /^(?:node:)?(?:fs|path|os|url|util|crypto|process)$/ }, ({ path }) => ({
      path,
      namespace: 'no-files',
    }));
    builder.onLoad({ filter: /./, namespace: 'no-files' }, () => ({ contents: 'module.exports = {};' }));
  },
};
