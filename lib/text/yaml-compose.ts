// js-yaml's events to JSON values: anchors, merges, tags and keys as kubectl takes them, and the places of everything if asked for.
// https://yaml.org/spec/1.1/

import type { Code } from '../report/codes';
import { COLLECTION_STYLE, type Event, EVENT_ID, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Path, Problem } from '../report/problem';
import { MAX_DEPTH, MAX_PROBLEMS, type Origin, unsafeInteger } from './json-scan';
import type { Entry, Spot } from './positions';
import { plainKey, type PlainValue, resolvePlain } from './yaml-scalar';

/** How many values aliases may add to one document by repetition. */
const MAX_REPEATED = 250_000;

/** The hint for the braces of Helm and its like. */
export const TEMPLATE = 'This looks like a template: give what the template makes.';

/** A document's part of the text. */
export interface Chunk {
  readonly start: number;
  readonly text: string;
}

/** What the events of a document came to. */
export interface Composed {
  readonly documents: { value: unknown; spot?: Spot }[];
  readonly problems: Problem[];
}

interface Anchor {
  value: unknown;
  spot: Spot | undefined;
  done: boolean;
}

interface Frame {
  /** The list or map; undefined for the document itself. */
  readonly value: unknown[] | Record<string, unknown> | undefined;
  readonly start: number;
  readonly spot: Spot | undefined;
  readonly anchor: Anchor | undefined;
  /** Of a map: the key that waits for its value. */
  key: string | undefined;
  keyAt: number;
  state: 'value' | 'key' | 'merge' | 'skip';
  /** Of a map: the keys that came from a merge, which the map's own may replace. */
  merged: Set<string> | undefined;
}

const MERGE = Symbol('merge');
const NO_KEY = Symbol('no key');

/** Builds the documents of one chunk. */
export class Composer implements Composed {
  readonly documents: { value: unknown; spot?: Spot }[] = [];
  readonly problems: Problem[] = [];
  private readonly frames: Frame[] = [];
  private anchors = new Map<string, Anchor>();
  private lastEnd = 0;
  private repeated = 0;
  private readonly text: string;

  constructor(
    private readonly origin: Origin,
    private readonly chunk: Chunk,
    private readonly index: number,
    private readonly located: boolean,
  ) {
    this.text = chunk.text;
  }

  run(events: readonly Event[]): void {
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          this.anchors = new Map();
          if (event.explicitStart) this.indentedSeparator();
          this.frames.push(newFrame(undefined, 0, undefined, undefined));
          break;
        case EVENT_ID.SCALAR:
          this.scalar(event);
          break;
        case EVENT_ID.SEQUENCE:
          this.checkTag(event, ['!!seq']);
          this.open([], event.start, this.anchor(event));
          break;
        case EVENT_ID.MAPPING:
          this.checkTag(event, ['!!map']);
          if (event.style === COLLECTION_STYLE.BLOCK) this.checkOwnLine(event.start);
          this.open({}, event.start, this.anchor(event));
          break;
        case EVENT_ID.ALIAS:
          if (!this.alias(this.text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1)) return;
          break;
        case EVENT_ID.POP:
          this.pop();
      }
    }
  }

  /** js-yaml takes an indented `---` for a separator; to all others it is text. Those at the line's start are split off before. */
  private indentedSeparator(): void {
    const at = this.text.indexOf('---');
    this.report('bad-yaml', at, 'is an indented `---`, expected it at the start of the line');
  }

  /** js-yaml takes `a: &x b: c`; to all others a map inside a map begins on a line of its own. */
  private checkOwnLine(start: number): void {
    const frame = this.frames.at(-1)!;
    if (frame.state === 'key' || frame.value === undefined || Array.isArray(frame.value)) return;
    const newline = this.text.indexOf('\n', frame.keyAt);
    if (newline === -1 || newline > start) {
      this.report(
        'bad-yaml',
        start,
        'begins a map on the line of its key',
        'Text with `: ` in it must stand in quotes.',
      );
    }
  }

  private open(value: unknown[] | Record<string, unknown>, start: number, anchor: Anchor | undefined): void {
    const spot = this.newSpot(start, start);
    if (spot !== undefined) {
      if (Array.isArray(value)) spot.items = [];
      else spot.entries = new Map();
    }
    if (anchor !== undefined) Object.assign(anchor, { value, spot });
    this.frames.push(newFrame(value, start, spot, anchor));
  }

  private pop(): void {
    const frame = this.frames.pop()!;
    if (frame.value === undefined) return;
    if (frame.anchor !== undefined) frame.anchor.done = true;
    if (frame.spot !== undefined) {
      if (/[[{]/.test(this.text[frame.start]!))
        this.lastEnd = this.closingAfter(Math.max(this.lastEnd, frame.start + 1));
      frame.spot.end = this.chunk.start + this.lastEnd;
    }
    this.add(frame.value, frame.spot, frame.start);
  }

  /** Where the bracket is closed, of which no event tells. */
  private closingAfter(at: number): number {
    const bracketOrComment = /[\]}]|#.*/g;
    bracketOrComment.lastIndex = at;
    while (bracketOrComment.exec(this.text)?.[0].startsWith('#'));
    return bracketOrComment.lastIndex;
  }

  private scalar(event: ScalarEvent): void {
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const quoted = event.style === SCALAR_STYLE.DOUBLE_QUOTED || event.style === SCALAR_STYLE.SINGLE_QUOTED ? 1 : 0;
    const empty = event.valueStart === -1;
    let start = empty ? this.lastEnd : event.valueStart - quoted;
    const end = empty ? start : event.valueEnd + quoted;
    if (!plain && quoted === 0) start = this.headerOf(event.valueStart);
    const text = getScalarValue(this.text, event);
    if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast && !(text as unknown as WellFormed).isWellFormed()) {
      this.report(
        'lone-surrogate',
        start,
        'has half of a surrogate pair, which is no character',
        'Write both halves, or remove it.',
      );
    }
    const tag = this.checkTag(event, SCALAR_TAGS);
    const asPlain = tag === undefined ? plain : tag !== '!!str' && tag !== '!';
    const frame = this.frames.at(-1)!;
    if (event.anchorStart !== -1) {
      const value = asPlain ? resolvePlain(text) : text;
      this.anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), {
        value,
        spot: this.newSpot(start, end),
        done: true,
      });
    }
    this.lastEnd = Math.max(this.lastEnd, end);
    if (frame.state === 'key') {
      this.addKey(
        frame,
        plain && text === '<<' && tag === undefined ? MERGE : ((asPlain ? plainKey(text) : text) ?? NO_KEY),
        start,
      );
    } else {
      this.add(this.json(asPlain ? resolvePlain(text) : text, tag, start), this.newSpot(start, end), start);
    }
  }

  /** A block scalar's `|` or `>`, which stands on the line before its text. */
  private headerOf(valueStart: number): number {
    const lineStart = this.text.lastIndexOf('\n', valueStart - 2) + 1;
    const match = /[|>][-+0-9]*[ \t]*(?:#.*)?\r?\n?$/.exec(this.text.slice(lineStart, valueStart));
    return match === null ? valueStart : lineStart + match.index;
  }

  /** A resolved scalar as a JSON value, or null with a problem. */
  private json(value: PlainValue, tag: string | undefined, at: number): string | number | boolean | null {
    if (typeof value === 'bigint') {
      this.report(...unsafeInteger(at));
      return null;
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.report('bad-number', at, 'is not a number that JSON has', 'Write it in quotes if text is meant.');
      return null;
    }
    const fits = tag === undefined || tag === '!' || TAG_FITS[tag]!(value);
    if (!fits) this.report('bad-yaml', at, `does not fit its tag \`${tag}\``, 'Remove the tag, or change the value.');
    return value;
  }

  private alias(name: string, at: number): boolean {
    const anchor = this.anchors.get(name);
    if (anchor === undefined || !anchor.done) {
      const message =
        anchor === undefined ? 'is an alias of an anchor that is not there' : 'is an alias of a value that contains it';
      this.report(
        'bad-yaml',
        at,
        message,
        anchor === undefined ? 'The anchor `&name` must stand before it.' : undefined,
      );
      return false;
    }
    this.lastEnd = at + 1 + name.length;
    const frame = this.frames.at(-1)!;
    if (frame.state === 'key') {
      const key = aliasKey(anchor.value);
      this.addKey(frame, key, at);
      return true;
    }
    try {
      const value = this.repeat(anchor.value, this.frames.length - 1);
      const spot = this.located ? { ...anchor.spot!, ...this.newSpot(at, this.lastEnd) } : undefined;
      this.add(
        typeof value === 'bigint' || typeof value === 'number' ? this.json(value, undefined, at) : value,
        spot,
        at,
      );
      return true;
    } catch (limit) {
      if (!(limit instanceof Limit)) throw limit;
      const deep = limit.code === 'too-deep';
      const message = deep
        ? `is nested more than ${MAX_DEPTH} levels deep`
        : `repeats more than ${MAX_REPEATED} values by aliases`;
      this.report(limit.code, at, message);
      return false;
    }
  }

  /** A copy of an anchor's value: two places of a document never share an object. */
  private repeat(value: unknown, depth: number): unknown {
    if (++this.repeated > MAX_REPEATED) throw new Limit('too-large');
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= MAX_DEPTH) throw new Limit('too-deep');
    if (Array.isArray(value)) return value.map((item) => this.repeat(item, depth + 1));
    const copy = {};
    for (const [key, inner] of Object.entries(value)) setOwn(copy, key, this.repeat(inner, depth + 1));
    return copy;
  }

  private add(value: unknown, spot: Spot | undefined, at: number): void {
    const frame = this.frames.at(-1)!;
    if (frame.value === undefined) {
      if (value !== null) this.documents.push({ value, spot });
    } else if (Array.isArray(frame.value)) {
      frame.value.push(value);
      if (spot !== undefined) frame.spot!.items!.push(spot);
    } else if (frame.state === 'key') {
      this.addKey(frame, NO_KEY, at);
    } else {
      if (frame.state === 'merge') this.merge(frame, value, spot, at);
      else if (frame.state === 'value') {
        setOwn(frame.value, frame.key!, value);
        if (spot !== undefined)
          frame.spot!.entries!.set(frame.key!, { key: this.chunk.start + frame.keyAt, value: spot });
      }
      frame.state = 'key';
    }
  }

  private addKey(frame: Frame, key: string | typeof MERGE | typeof NO_KEY, at: number): void {
    frame.keyAt = at;
    frame.key = undefined;
    if (key === NO_KEY) {
      this.report(
        'bad-yaml',
        at,
        'cannot be a key: a key is a text, a number or a boolean',
        this.text[at - 1] === '{' ? TEMPLATE : 'Write the key in quotes.',
      );
      frame.state = 'skip';
    } else if (key === MERGE) {
      if (frame.merged !== undefined)
        this.report('duplicate-key', at, 'merges a second time into the same map', 'Merge a list: `<<: [*a, *b]`.');
      frame.merged ??= new Set();
      frame.state = 'merge';
    } else {
      frame.key = key;
      frame.state = 'value';
      if (!Object.hasOwn(frame.value!, key) || frame.merged?.delete(key) === true) return;
      this.report('duplicate-key', at, 'stands twice in the same map, expected once', 'Keep one of the two.');
      frame.state = 'skip';
    }
  }

  private merge(frame: Frame, value: unknown, spot: Spot | undefined, at: number): void {
    const sources = Array.isArray(value) ? (value as unknown[]) : [value];
    for (const [nth, source] of sources.entries()) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        this.report('bad-yaml', at, '`<<` merges a map or a list of maps, and this is something else');
        continue;
      }
      const entries = Array.isArray(value) ? spot?.items![nth]!.entries : spot?.entries;
      for (const [key, inner] of Object.entries(source)) this.mergeKey(frame, key, inner, entries?.get(key));
    }
  }

  private mergeKey(frame: Frame, key: string, value: unknown, entry: Entry | undefined): void {
    if (frame.merged!.has(key)) return;
    if (Object.hasOwn(frame.value!, key)) {
      // YAML says that the map's own key wins; kubectl lets the merged one win because it comes later.
      frame.key = key;
      const message =
        'is merged by a `<<` that stands after the same key, and readers disagree which of the two counts';
      this.report('duplicate-key', frame.keyAt, message, 'Put `<<` first in the map.');
      return;
    }
    setOwn(frame.value as Record<string, unknown>, key, value);
    frame.merged!.add(key);
    if (entry !== undefined) frame.spot!.entries!.set(key, entry);
  }

  private anchor(event: { anchorStart: number; anchorEnd: number }): Anchor | undefined {
    if (event.anchorStart === -1) return undefined;
    const anchor = { value: undefined, spot: undefined, done: false };
    this.anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }

  /** The short form of an explicit tag that is allowed here; any other is a problem. */
  private checkTag(event: { tagStart: number; tagEnd: number }, allowed: readonly string[]): string | undefined {
    if (event.tagStart === -1) return undefined;
    const raw = this.text.slice(event.tagStart, event.tagEnd);
    const tag = raw.replace(/^!<tag:yaml\.org,2002:(\w+)>$/, '!!$1');
    if (tag === '!' || allowed.includes(tag)) return tag;
    this.report('bad-yaml', event.tagStart, 'has a YAML tag that is not JSON', 'Remove the tag that begins with `!`.');
    return undefined;
  }

  private newSpot(start: number, end: number): Spot | undefined {
    return this.located ? { start: this.chunk.start + start, end: this.chunk.start + end } : undefined;
  }

  private report(code: Code, at: number, message: string, hint?: string): void {
    if (this.problems.length >= MAX_PROBLEMS) return;
    const path = this.frames.flatMap((frame): Path => {
      if (Array.isArray(frame.value)) return [frame.value.length];
      return frame.key === undefined ? [] : [frame.key];
    });
    this.problems.push({ ...problemAt(this.origin, this.index, code, this.chunk.start + at, message, hint), path });
  }
}

class Limit {
  constructor(readonly code: 'too-deep' | 'too-large') {}
}

interface WellFormed {
  isWellFormed(): boolean;
}

const TAG_FITS: Readonly<Record<string, (value: unknown) => boolean>> = {
  '!!str': (value) => typeof value === 'string',
  '!!int': (value) => Number.isInteger(value),
  '!!float': (value) => typeof value === 'number',
  '!!bool': (value) => typeof value === 'boolean',
  '!!null': (value) => value === null,
};
const SCALAR_TAGS: readonly string[] = Object.keys(TAG_FITS);

const newFrame = (value: Frame['value'], start: number, spot: Spot | undefined, anchor: Anchor | undefined): Frame => ({
  value,
  start,
  spot,
  anchor,
  key: undefined,
  keyAt: 0,
  state: value === undefined || Array.isArray(value) ? 'value' : 'key',
  merged: undefined,
});

function aliasKey(value: unknown): string | typeof NO_KEY {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : NO_KEY;
}

/** Sets an own key, `__proto__` too. */
function setOwn(target: object, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else (target as Record<string, unknown>)[key] = value;
}

/** A problem at an offset of the text. */
export function problemAt(
  origin: Origin,
  document: number,
  code: Code,
  at: number,
  message: string,
  hint?: string,
): Problem {
  const source = { file: origin.file, document, ...origin.lines.at(at) };
  return { code, severity: 'error', path: [], message, ...(hint === undefined ? {} : { hint }), source };
}
