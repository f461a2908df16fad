// A kind as the tables and the rules know it.
import type { At } from '../../report/place';
import type { Report } from '../../report/report';
import type { ServedKind } from '../api/kinds';
import type { ObjectMeta } from '../api/types';

/** What all decoded objects have. */
export interface KubeFields {
  readonly metadata?: ObjectMeta;
}

/** A kind of a version of its group. */
export interface Kind extends ServedKind {
  /** The way to the template of its pods; empty for a Pod, which is its own. Undefined when it makes no pods. */
  readonly pods?: readonly string[];
  /** All value rules, those of the metadata included; undefined when only shape, scope and metadata are checked. */
  readonly check?: (object: never, place: At, report: Report) => void;
}

/** What we know of a kind beside the tables. */
export type Known = Pick<Kind, 'pods' | 'check'>;
