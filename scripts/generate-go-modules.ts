// Generates the go.mod and go.sum that the judges are built with, in the patch releases that scripts/releases.ts names: test/oracle/server/modules for
// the oracle of each minor, test/apiserver/server/modules for the real servers of the oldest and the newest. Run it with
// `npx tsx scripts/generate-go-modules.ts [1.34 …]` after a change of those releases or of what the oracle imports (needs Go; some minutes on a
// new machine). Where a mirror of sum.golang.org lacks a module of Kubernetes, GONOSUMDB=k8s.io/NAME takes its sum from the module itself.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { MINORS } from '../lib/kube/api/minors';
import { programs, serverFlags, serverSource } from '../test/apiserver/servers';
import { oracleFlags, oracleSource } from '../test/oracle/oracle';
import { go, goModule, newest, oldest, release, type Version } from '../test/tools/build';

interface GoMod {
  readonly Go: string;
  readonly Replace: readonly { readonly Old: { readonly Path: string }; readonly New: { readonly Path: string } }[];
}

const root = resolve(__dirname, '..');

/** @param packages - What is built, besides what it needs. */
function generate(
  version: Version,
  source: string,
  flags: (version: Version, modfile: string) => string[],
  packages: readonly string[],
): void {
  const patch = release[version];
  const { Go, Replace } = JSON.parse(go(goModule(`k8s.io/kubernetes@v${patch}`), ['mod', 'edit', '-json'])) as GoMod;
  // Published from folders of the main module, under its number with 0 for 1.
  const staged = Replace.filter(({ New }) => New.Path.startsWith('./staging/')).map(({ Old }) => Old.Path);
  const folder = mkdtempSync(join(tmpdir(), 'oracle-module-'));
  try {
    const modfile = join(folder, 'go.mod');
    writeFileSync(
      modfile,
      `module cdk8s-kam/${relative(root, source)}

go ${Go}

require k8s.io/kubernetes v${patch}

replace (
${staged.map((path) => `\t${path} => ${path} v0.${patch.slice(2)}`).join('\n')}
)
`,
    );
    go(source, ['list', '-mod=mod', '-deps', ...flags(version, modfile), ...packages]);
    const target = join(source, 'modules');
    mkdirSync(target, { recursive: true });
    for (const end of ['mod', 'sum']) copyFileSync(join(folder, `go.${end}`), join(target, `${version}.${end}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const chosen = process.argv.slice(2);
for (const version of MINORS) {
  if (chosen.length > 0 && !chosen.includes(version)) continue;
  generate(version, oracleSource, oracleFlags, ['.']);
  if (version === oldest || version === newest) generate(version, serverSource, serverFlags, Object.values(programs));
}
