// Who hears of the references of an object.
import type { At } from '../../report/place';

export interface References {
  /**
   * An object is named.
   *
   * @param kind - Its kind.
   * @param name - Its name.
   * @param place - What has the field with the name.
   * @param field - That field.
   * @param namespace - Where it is looked for, when not in the namespace of what names it.
   */
  object(kind: string, name: string, place: At, field: string, namespace?: string): void;
  /** A key of a Secret or ConfigMap is named, in the field `key` of what is at the place. */
  key(kind: 'Secret' | 'ConfigMap', name: string, key: string, place: At): void;
}
