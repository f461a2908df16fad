// What the servers say to workloads (verdicts.ts), which are a third of all that is on record.
import { verdictsOf } from './verdicts';

verdictsOf((set) => set === 'workload');
