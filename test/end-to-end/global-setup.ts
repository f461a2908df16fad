// Builds and fetches what the programs run on, before any test starts.
import { buildKubernetes } from './kubernetes';

export default function setUp(): void {
  buildKubernetes();
}
