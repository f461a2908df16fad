// ElasticMQ, a queue server that speaks the protocol of SQS, on the loopback interface: from Maven Central with its dependencies, once.
// https://github.com/softwaremill/elasticmq
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cached } from '../tools/build';
import { freePorts } from '../tools/ports';

const VERSION = '1.6.14';

/** What is missing on this machine; undefined when nothing is. */
export const missingTools: string | undefined =
  ['java', 'mvn'].filter((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error).join(' and ') ||
  undefined;

/** The folder with the server's jars, fetched on first use. */
export function elasticMqJars(): string {
  const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tests</groupId>
  <artifactId>elasticmq</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.elasticmq</groupId><artifactId>elasticmq-server_2.13</artifactId><version>${VERSION}</version></dependency>
  </dependencies>
</project>
`;
  return cached(`elasticmq-${VERSION}`, [pom], (folder) => {
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'pom.xml'), pom);
    const args = ['-B', '-q', 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
    execFileSync('mvn', args, { cwd: project, stdio: ['ignore', 2, 2] });
    rmSync(project, { recursive: true });
  });
}

export interface ElasticMq {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the server, with no queue in it. It stops with `stop`, or with this process. */
export async function startElasticMq(): Promise<ElasticMq> {
  const [port] = (await freePorts(1)) as [number];
  const settings = {
    'rest-sqs.bind-hostname': '127.0.0.1',
    'rest-sqs.bind-port': port,
    'rest-stats.enabled': false,
    'node-address.host': '127.0.0.1',
    'node-address.port': port,
    'logback.statusListenerClass': 'ch.qos.logback.core.status.NopStatusListener',
  };
  const flags = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`);
  const server = spawn(
    'java',
    [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Xmx256m',
      ...flags,
      '-cp',
      join(elasticMqJars(), '*'),
      'org.elasticmq.server.Main',
    ],
    { stdio: 'ignore' },
  );
  const kill = (): boolean => server.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    kill();
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 60_000; ; await sleep(100)) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined) return { url, stop };
    if (Date.now() > deadline || server.exitCode !== null) {
      await stop();
      throw new Error('ElasticMQ does not answer');
    }
  }
}
