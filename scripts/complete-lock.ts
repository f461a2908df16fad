// Completes package-lock.json after an `npm install` from a registry mirror that lacks the binaries of other systems: npm leaves those out of
// the lock, and `npm ci` then refuses it. Adds what the packages' optionalDependencies name; on this system none of it is installed.
// Run it with `npx tsx scripts/complete-lock.ts` after every change of dependencies, and with the folder of an example that is a package of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const file = resolve(__dirname, '..', process.argv[2] ?? '', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };

for (const { dev, optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`))) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dev === true && { dev }),
      optional: true,
      ...systemOf(name),
    };
  }
}
const [own, ...others] = Object.entries(lock.packages);
others.sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries([own!, ...others]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/** `@rollup/rollup-linux-x64-musl` → os linux, cpu x64, libc musl. */
function systemOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const found =
    /-(android|darwin|freebsd|linux|openbsd|openharmony|win32)-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)(?:-(.*))?$/.exec(
      name,
    );
  if (found === null) throw new Error(`${name}: for which system is it?`);
  const [, os, cpu, abi = ''] = found;
  const libc =
    os !== 'linux' ? undefined : abi.startsWith('musl') ? 'musl' : abi.startsWith('gnu') ? 'glibc' : undefined;
  return { os: [os!], cpu: [cpu!], ...(libc !== undefined && { libc: [libc] }) };
}
