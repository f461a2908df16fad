// Generates test/oracle/server/modules: for each minor of Kubernetes, in the patch release that scripts/releases.ts names, the go.mod and
// go.sum that the oracle is built with. Run it with `npx tsx scripts/generate-oracle-modules.ts [1.34 …]` after a change of those releases or
// of what the oracle imports (needs Go; some minutes on a new machine). Where a mirror of sum.golang.org lacks a module of Kubernetes,
// GONOSUMDB=k8s.io/NAME takes its sum from the module itself.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MINORS } from '../lib/kube/api/minors';
import { oracleFlags, oracleSource } from '../test/oracle/oracle';
import { go, goModule, release, type Version } from '../test/tools/build';

interface GoMod {
  readonly Go: string;
  readonly Replace: readonly { readonly Old: { readonly Path: string }; readonly New: { readonly Path: string } }[];
}

function generate(version: Version): void {
  const patch = release[version];
  const { Go, Replace } = JSON.parse(go(goModule(`k8s.io/kubernetes@v${patch}`), ['mod', 'edit', '-json'])) as GoMod;
  // Published from folders of the main module, under its number with 0 for 1.
  const staged = Replace.filter(({ New }) => New.Path.startsWith('./staging/')).map(({ Old }) => Old.Path);
  const folder = mkdtempSync(join(tmpdir(), 'oracle-module-'));
  try {
    const modfile = join(folder, 'go.mod');
    writeFileSync(
      modfile,
      `module cdk8s-kam/test/oracle/server

go ${Go}

require k8s.io/kubernetes v${patch}

replace (
${staged.map((path) => `\t${path} => ${path} v0.${patch.slice(2)}`).join('\n')}
)
`,
    );
    go(oracleSource, ['list', '-mod=mod', '-deps', ...oracleFlags(version, modfile), '.']);
    const target = join(oracleSource, 'modules');
    mkdirSync(target, { recursive: true });
    for (const end of ['mod', 'sum']) copyFileSync(join(folder, `go.${end}`), join(target, `${version}.${end}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const chosen = process.argv.slice(2);
for (const version of MINORS) if (chosen.length === 0 || chosen.includes(version)) generate(version);
