// Builds the kube-apiservers, etcd and the oracles before any test starts.
import { oracleProgram } from '../oracle/oracle';
import { newest, oldest } from '../tools/build';
import { serverPrograms } from './servers';

export default function setUp(): void {
  for (const version of [oldest, newest]) {
    oracleProgram(version);
    serverPrograms(version);
  }
}
