// Which rules of the newest API server no object of the corpus and none that is generated reaches: `npm run coverage:rules` lists those that
// docs/unreached-rules.json does not explain, and what it explains without need, and fails if there are any. Needs Go.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { kindsOf, manifests } from '../test/kube/arbitrary';
import { setNames } from '../test/kube/sets';
import { corpusOf } from '../test/oracle/corpus';
import { oracleFlags, oracleSource, startOracle } from '../test/oracle/oracle';
import { blocksOf, type GoFile, rulesOf, type Site } from '../test/oracle/reached';
import { go, newest } from '../test/tools/build';

/** Why objects do not reach some rules: by reason, by file, the functions in which they are, with the lines where it is not all of them. */
type Explained = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, true | readonly string[]>>>>>>;

const PER_KIND = 500;
const BATCH = 1_000;

/** What Go counted while the oracle judged all that we have. */
async function profileOf(folder: string): Promise<string> {
  const oracle = await startOracle({ version: newest, cover: folder });
  const ask = async (objects: readonly (object | string)[]): Promise<void> => {
    await Promise.all(objects.map((object) => oracle.create(object)));
  };
  for (const set of setNames) {
    await ask(corpusOf[set].map(({ object }) => object));
    for (const changes of [1, 2] as const) {
      const count = kindsOf(set).length * PER_KIND;
      for (let seed = 0; seed < count; seed += BATCH) {
        const numRuns = Math.min(BATCH, count - seed);
        await ask(fc.sample(manifests(set, changes), { numRuns, seed }).map(({ object }) => object));
      }
    }
  }
  await oracle.close();
  go(folder, ['tool', 'covdata', 'textfmt', `-i=${folder}`, `-o=${join(folder, 'profile')}`]);
  return readFileSync(join(folder, 'profile'), 'utf8');
}

/** The files that were counted. */
function filesOf(paths: readonly string[]): GoFile[] {
  const packages = [...new Set(paths.map((path) => dirname(path)))].filter((path) => !path.startsWith('cdk8s-kam/'));
  const format = '{{.ImportPath}}\t{{.Dir}}';
  const listed = go(oracleSource, ['list', ...oracleFlags(newest), '-f', format, ...packages])
    .trim()
    .split('\n');
  const folders = new Map(listed.map((line) => line.split('\t') as [string, string]));
  return paths.flatMap((path) => {
    const folder = folders.get(dirname(path));
    return folder === undefined
      ? []
      : [{ path, text: readFileSync(join(folder, path.slice(dirname(path).length)), 'utf8') }];
  });
}

const key = ({ path, func, text }: Pick<Site, 'path' | 'func' | 'text'>): string => `${path} ${func}: ${text}`;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rule-coverage-'));
  let profile: string;
  try {
    profile = await profileOf(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const rules = rulesOf(filesOf([...blocksOf(profile).keys()].sort()), profile).filter(({ elsewhere }) => !elsewhere);
  const unreached = rules.filter(({ reached }) => !reached);
  const explained = new Set<string>();
  const needless: string[] = [];
  const reasons = JSON.parse(readFileSync(join(__dirname, '../docs/unreached-rules.json'), 'utf8')) as Explained;
  for (const files of Object.values(reasons))
    for (const [path, funcs] of Object.entries(files))
      for (const [func, lines] of Object.entries(funcs)) {
        const here = rules.filter((site) => site.path === path && site.func === func);
        const meant = lines === true ? here : here.filter(({ text }) => lines.includes(text));
        const known = new Set(meant.map(({ text }) => text));
        if (meant.length === 0) needless.push(`${path} ${func}`);
        if (lines !== true) for (const text of lines) if (!known.has(text)) needless.push(key({ path, func, text }));
        for (const site of meant) {
          if (site.reached && (lines === true || meant.every(({ text, reached }) => reached || text !== site.text)))
            needless.push(key(site));
          explained.add(key(site));
        }
      }
  const open = unreached.filter((site) => !explained.has(key(site)));
  for (const { path, line, func, text } of open) console.log(`${path}:${line} ${func}: ${text}`);
  for (const each of needless) console.log(`explained without need: ${each}`);
  const count = rules.length - unreached.length;
  console.log(`${count} of ${rules.length} rules reached, ${unreached.length - open.length} of the others explained`);
  if (open.length + needless.length > 0) process.exitCode = 1;
}

void main();
