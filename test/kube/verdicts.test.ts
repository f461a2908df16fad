// What the servers say to all but workloads (verdicts.ts).
import { verdictsOf } from './verdicts';

verdictsOf((set) => set !== 'workload');
