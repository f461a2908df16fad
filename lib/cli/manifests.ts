// Manifests as one text, added one by one: YAML or KYAML documents, or the one JSON that kubectl takes.
import { writeJson } from '../text/write-json';
import { writeKyaml } from '../text/write-kyaml';
import { writeYaml } from '../text/write-yaml';

export type Format = 'yaml' | 'json' | 'kyaml';

/** Writes manifests into something that takes text: the same text as `writeYamlDocuments` and its like give of all of them. */
export class Manifests {
  private count = 0;
  private first: unknown;

  constructor(
    private readonly format: Format,
    private readonly into: { add(text: string): void },
  ) {}

  add(object: unknown): void {
    this.count++;
    switch (this.format) {
      case 'yaml':
        this.into.add((this.count > 1 ? '---\n' : '') + writeYaml(object));
        return;
      case 'kyaml':
        this.into.add(writeKyaml(object));
        return;
      case 'json':
        this.addJson(object);
    }
  }

  /** Nothing follows. */
  end(): void {
    if (this.format !== 'json') return;
    if (this.count === 1) this.into.add(writeJson(this.first));
    else this.into.add(this.count === 0 ? `${LIST}[]\n}\n` : '\n  ]\n}\n');
  }

  /** A single one stands by itself, others are the items of a List: which it is shows with the second. */
  private addJson(object: unknown): void {
    if (this.count === 1) {
      this.first = object;
      return;
    }
    if (this.count === 2) this.into.add(`${LIST}[\n${item(this.first)}`);
    this.into.add(`,\n${item(object)}`);
  }
}

const LIST = '{\n  "apiVersion": "v1",\n  "kind": "List",\n  "items": ';

/** Four spaces deep; a string of JSON has no line breaks of its own. */
const item = (object: unknown): string => `    ${writeJson(object).trimEnd().replaceAll('\n', '\n    ')}`;
