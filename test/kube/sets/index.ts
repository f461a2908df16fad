// The sets of objects that the servers are asked about, a record of verdicts each (test/oracle/recorded).
import { access } from './access';
import { admission } from './admission';
import { cluster } from './cluster';
import { control } from './control';
import { extension } from './extension';
import { network } from './network';
import { pods } from './pods';
import { storage } from './storage';
import { workload } from './workload';
import type { ObjectSet } from './set';

export const SETS = {
  workload,
  pods,
  storage,
  cluster,
  access,
  network,
  control,
  admission,
  extension,
} satisfies Record<string, ObjectSet> as Readonly<Record<SetName, ObjectSet>>;

export type SetName =
  'workload' | 'pods' | 'storage' | 'cluster' | 'access' | 'network' | 'control' | 'admission' | 'extension';

export const setNames = Object.keys(SETS) as SetName[];
