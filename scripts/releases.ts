// The release of Kubernetes that each minor stands for, in the tables and in the tests.
import type { Minor } from '../lib/kube/api/minors';

/** The newest patch release of each minor that `go list -m -versions k8s.io/kubernetes` names. */
export const release: Readonly<Record<Minor, string>> = {
  '1.28': '1.28.15',
  '1.29': '1.29.6',
  '1.30': '1.30.14',
  '1.31': '1.31.14',
  '1.32': '1.32.13',
  '1.33': '1.33.13',
  '1.34': '1.34.4',
  '1.35': '1.35.4',
  '1.36': '1.36.3',
};
