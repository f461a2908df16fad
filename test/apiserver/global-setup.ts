// Builds kube-apiserver, etcd and the oracle before any test starts.
import { oracleProgram } from '../oracle/oracle';
import { serverPrograms } from './apiserver';

export default function setUp(): void {
  oracleProgram('1.28');
  serverPrograms();
}
