// Runs every example, as `cdk8s synth` asks for (cdk8s.yaml): each examples/<name>/main.ts is an app of its own, which writes its charts.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

for (const name of readdirSync(__dirname).sort()) {
  const main = join(__dirname, name, 'main.ts');
  if (existsSync(main)) require(main);
}
