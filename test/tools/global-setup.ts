// Jest's globalSetup: builds the judges before any test file asks for them, so that no test waits minutes. Instant when they are there.
import { kubeconformProgram } from '../kubeconform/kubeconform';
import { schemaFolder } from '../kubeconform/schemas';
import { oracleProgram } from '../oracle/oracle';
import { versions } from './build';

export default function setUp(): void {
  for (const version of versions) {
    oracleProgram(version);
    schemaFolder(version);
  }
  kubeconformProgram();
}
