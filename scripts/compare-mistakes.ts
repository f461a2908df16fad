// Asks other tools about examples/mistakes and writes what they find to found-by.json there. Needs Go, with which kubectl-validate is installed.
// `npx tsx scripts/compare-mistakes.ts`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startApiServer } from '../test/apiserver/apiserver';
import { kubeconform } from '../test/kubeconform/kubeconform';
import { startOracle } from '../test/oracle/oracle';
import { go, newest } from '../test/tools/build';
import { release } from './releases';

const folder = resolve(__dirname, '../examples/mistakes');
const KUBECTL_VALIDATE = 'sigs.k8s.io/kubectl-validate@v0.0.4';

async function main(): Promise<void> {
  const programs = mkdtempSync(join(tmpdir(), 'compare-'));
  go('/', ['install', KUBECTL_VALIDATE], { GOBIN: programs });
  const [server, oracle] = await Promise.all([startApiServer(newest), startOracle({ version: newest })]);
  /** As kubectl does it: the text is read, then each object is sent. */
  const isRefused = async (text: string): Promise<boolean> => {
    const { ok, documents } = await oracle.yaml(text);
    if (!ok) return true;
    for (const document of documents) {
      const { ok: taken, code } = await server.dryRunCreate(document as object);
      // A namespace is made for what is in it, and is there then.
      if (!taken && code !== 409) return true;
    }
    return false;
  };
  try {
    const found: Record<string, string[]> = {};
    for (const file of readdirSync(folder)
      .filter((each) => each.endsWith('.yaml'))
      .sort()) {
      const text = readFileSync(join(folder, file), 'utf8');
      const tools = {
        kubeconform: !(await kubeconform([text], newest)).valid,
        'kubectl-validate':
          spawnSync(join(programs, 'kubectl-validate'), [file], { cwd: folder, stdio: 'ignore' }).status !== 0,
        'kubectl --dry-run=server': await isRefused(text),
      };
      found[file.slice(0, -'.yaml'.length)] = Object.entries(tools).flatMap(([tool, is]) => (is ? tool : []));
    }
    const tools = {
      kubeconform: `0.7.0 -strict, the schemas of ${release[newest]}`,
      'kubectl-validate': `${KUBECTL_VALIDATE.split('@')[1]}, its own schemas`,
      'kubectl --dry-run=server': `a running kube-apiserver ${release[newest]}`,
    };
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(join(folder, 'found-by.json'), `${JSON.stringify({ date, tools, found }, null, 2)}\n`);
  } finally {
    await Promise.all([server.stop(), oracle.close()]);
    rmSync(programs, { recursive: true });
  }
}

void main();
