// Runs kubeconform 0.7.0 (strict, offline) on manifests. It sees wrong types, unknown and doubled fields and missing required ones.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cached, go, release, type Version } from '../tools/build';
import { schemaFolder, schemaLocation } from './schemas';

const program = 'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0';

export interface SchemaError {
  /** Which of the texts, from 0, or the name of the file. */
  source: number | string;
  kind: string;
  name: string;
  message: string;
}

export interface Conformity {
  valid: boolean;
  /** The number of objects that were looked at; with none at all `valid` is false. */
  objects: number;
  errors: SchemaError[];
}

/** kubeconform's program, built on first use (half a minute). */
export function kubeconformProgram(): string {
  const folder = cached('kubeconform-0.7.0', [program, go('/', ['env', 'GOVERSION'])], (target) => {
    go('/', ['install', '-trimpath', program], { GOBIN: target });
  });
  return join(folder, 'kubeconform');
}

/** Checks YAML or JSON texts, each of one document or many, in one process. An object of an unknown kind is an error. */
export async function kubeconform(texts: string | readonly string[], version: Version): Promise<Conformity> {
  const folder = mkdtempSync(join(tmpdir(), 'kubeconform-'));
  try {
    [texts].flat().forEach((text, i) => writeFileSync(join(folder, `${i}.yaml`), text));
    const result = await kubeconformFolder(folder, version);
    const errors = result.errors.map((error) => ({ ...error, source: Number.parseInt(String(error.source), 10) }));
    return { ...result, errors: errors.sort((a, b) => a.source - b.source) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Checks every .yaml, .yml and .json file of a folder and the folders in it. */
export async function kubeconformFolder(folder: string, version: Version): Promise<Conformity> {
  const location = join(schemaFolder(version), schemaLocation);
  const args = ['-strict', '-summary', '-output', 'json', '-n', '2', '-kubernetes-version', release[version]];
  const output = await run(kubeconformProgram(), [...args, '-schema-location', location, folder]);
  const report: {
    resources?: { filename: string; kind: string; name: string; msg: string }[];
    summary: { valid: number; invalid: number; errors: number; skipped: number };
  } = JSON.parse(output);
  const { valid, invalid, errors, skipped } = report.summary;
  return {
    valid: valid > 0 && invalid + errors + skipped === 0,
    objects: valid + invalid + errors + skipped,
    errors: (report.resources ?? []).map(({ filename, kind, name, msg }) => ({
      source: basename(filename),
      kind,
      name,
      message: msg,
    })),
  };
}

function run(file: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    // 0: all valid, 1: something is not; both come with a report.
    child.on('close', () => {
      if (out.length > 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`kubeconform said nothing but: ${Buffer.concat(err).toString()}`));
    });
  });
}
