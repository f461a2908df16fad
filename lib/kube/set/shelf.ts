// Objects put away as text, which takes a tenth of their memory: most of a large set are asked for only once or twice more.
import type { Decoded, Kind, KubeFields } from '../kinds';

export class Shelf {
  /** The object that was asked for last: one check asks for it several times. */
  private last: { readonly of: Decoded; readonly object: KubeFields } | undefined;

  /** The same as what is given, as long as it came from a text, of which JSON can hold all. */
  put({ kind, object }: Decoded): Decoded {
    return new Shelved(kind, JSON.stringify(object), this);
  }

  /** The object in a text. */
  take(of: Decoded, text: string): KubeFields {
    if (this.last?.of !== of) this.last = { of, object: JSON.parse(text) as KubeFields };
    return this.last.object;
  }
}

class Shelved implements Decoded {
  constructor(
    readonly kind: Kind,
    private readonly text: string,
    private readonly shelf: Shelf,
  ) {}

  get object(): KubeFields {
    return this.shelf.take(this, this.text);
  }
}
