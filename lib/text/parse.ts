// The one door for text: bytes or a string in, JSON values out, each with the means to say where in the text anything stands.

import type { Path, Problem, Source } from '../report/problem';
import { asWritten } from '../report/quotes';
import { type Comment, type CommentSpot, placeComments } from './comments';
import { decode } from './encoding';
import { parseSoundJson, readJson } from './json';
import { MAX_PROBLEMS, type Origin, scanJson, skipSpace } from './json-scan';
import { Lines, type Place } from './lines';
import { isTextOrBytes, noText } from './no-text';
import { MAX_SIZE, type Start } from './pieces';
import { StoredText, type TextStore } from './stored';
import { type Spot, spotAt, type Spots } from './positions';
import type { YamlValue } from './yaml';

/** What an input is called, and how much of it is read. */
export interface ParseOptions {
  /** File name for messages; its ending says what the text is: `.json`, `.jsonl`, `.ndjson`, `.yaml`, `.yml`, `.k`; anything else is looked at. */
  readonly file?: string;
  /** The most that is read, in bytes (of a string: UTF-16 code units). Default 64 MiB. */
  readonly maxSize?: number;
  /** Of a piece of a longer text: where it begins there. */
  readonly start?: Start;
  /** Keeps the text for when places in it are asked for; without it memory does. */
  readonly store?: TextStore;
}

/** Everything a text contains, and everything that is wrong with it as text. */
export interface ParsedText {
  /** The documents that could be read; empty and `null` YAML documents are left out, as kubectl does. */
  readonly documents: ParsedDocument[];
  readonly problems: readonly Problem[];
}

/** What a value was written in. */
type Format = 'json' | 'yaml' | 'kcl';

/** One value of a text. */
export interface ParsedDocument {
  /** 0-based number in the whole input; broken documents are counted, empty ones are not. */
  readonly index: number;
  readonly file?: string;
  /** JSON values only; every place of it has its own object. */
  readonly value: unknown;
  /** How it was written: the API server takes `3.0` for an integer in YAML but not in JSON. */
  readonly format: Format;
  /** Where everything in it stands; may be kept when the document is not. */
  readonly places: Places;
  /** The comments in it and around it, in the order of the text; read when they are asked for. */
  comments(): readonly Comment[];
}

/** Where what is in a document stands in its text. */
export interface Places {
  /** Where the key at a path stands (a list's item: the item), or its value; undefined when the document has no such path. */
  locate(path: Path, what?: 'key' | 'value'): Place | undefined;
  /** The value at a path as it is written, with its quotes; undefined for a map or list in YAML and KCL and for what is not there. */
  rawAt(path: Path): string | undefined;
  /** Offsets of everything in it; of a text in pieces these are offsets in its piece. */
  readonly root: Spot;
}

/** A text and what it is called. */
export interface NamedText {
  readonly text: string | Uint8Array;
  readonly file: string;
}

/** Loaded when there is YAML, and KCL: most documents are JSON. */
const yaml = (): typeof import('./yaml') => require('./yaml') as typeof import('./yaml');
const kcl = (): typeof import('./kcl') => require('./kcl') as typeof import('./kcl');

/** Reads JSON, JSON lines, YAML or KCL. Never throws; what is wrong is among the problems. */
export function parseText(input: string | Uint8Array, options: ParseOptions = {}): ParsedText {
  const origin = originOf(input, options);
  return 'code' in origin ? onlyProblem(origin) : limited(read(origin), origin.file);
}

/** As {@link parseText}, in parts: the documents of YAML come one by one, so that nobody need keep all of them. */
export function* parseParts(input: string | Uint8Array, options: ParseOptions = {}): Generator<ParsedText> {
  const origin = originOf(input, options);
  if ('code' in origin) yield onlyProblem(origin);
  else if (formatOf(origin.file, origin.text) === 'yaml') yield* yamlParts(origin, options.start === undefined);
  else yield limited(read(origin), origin.file);
}

function* yamlParts(origin: Origin, whole: boolean): Generator<ParsedText> {
  const json = whole ? fromSoundJson(origin) : undefined;
  if (json !== undefined) {
    yield json;
    return;
  }
  let wrong = 0;
  for (const { values, problems } of yaml().readYamlParts(origin)) {
    const left = MAX_PROBLEMS - wrong;
    wrong += problems.length;
    const documents = values.map((value) => yamlDocument(origin, value));
    if (problems.length < left) yield { documents, problems };
    else {
      yield { documents, problems: [...problems.slice(0, left), tooManyProblems(origin.file)] };
      return;
    }
  }
}

/** Reads the KCL sources of one stack, which are united in their order. Never throws; what is wrong is among the problems. */
export function parseStack(sources: readonly NamedText[]): ParsedText {
  const origins = sources.map(({ text, file }) => originOf(text, { file }));
  const unread = origins.filter((origin) => 'code' in origin);
  if (unread.length > 0) return { documents: [], problems: unread };
  return limited(fromKcl(origins as Origin[]), sources[0]?.file);
}

/** The text of an input with what finds places in it, or why it is none. */
function originOf(
  input: string | Uint8Array,
  { file, maxSize = MAX_SIZE, start, store }: ParseOptions,
): Origin | Problem {
  if (!isTextOrBytes(input)) return noText(input);
  if (input.length > maxSize) return tooLarge(file, input.length, maxSize);
  const decoded = decode(input, file, start);
  if ('problem' in decoded) return decoded.problem;
  const { text } = decoded;
  const origin: Origin =
    store === undefined
      ? { text, lines: new Lines(text, start?.lines), ...(file === undefined ? {} : { file }) }
      : new StoredText(store, text, file, start?.lines);
  return (text as unknown as { isWellFormed(): boolean }).isWellFormed() ? origin : loneSurrogate(origin);
}

function limited({ documents, problems }: ParsedText, file: string | undefined): ParsedText {
  if (problems.length < MAX_PROBLEMS) return { documents, problems };
  return { documents, problems: [...problems.slice(0, MAX_PROBLEMS), tooManyProblems(file)] };
}

function read(origin: Origin): ParsedText {
  switch (formatOf(origin.file, origin.text)) {
    case 'json':
      return fromJson(origin, false);
    case 'json-lines':
      return fromJson(origin, true);
    case 'json-like':
      return withYamlHint(fromJson(origin, false));
    case 'kcl':
      return fromKcl([origin]);
    default:
      return fromYaml(origin);
  }
}

/**
 * Splits documents that are lists of documents (a JSON array, a Kubernetes `List`) and numbers all of them anew.
 * `itemsAt` gives the path of the list inside a document, undefined for one that is not to be split.
 */
export function splitItems(
  documents: readonly ParsedDocument[],
  itemsAt: (value: unknown) => Path | undefined = (value) => (Array.isArray(value) ? [] : undefined),
): ParsedDocument[] {
  const out: ParsedDocument[] = [];
  let added = 0;
  for (const document of documents) {
    const base = itemsAt(document.value);
    const items = base?.reduce<unknown>(
      (value, key) => (value as Record<string | number, unknown>)[key],
      document.value,
    );
    if (base === undefined || !Array.isArray(items)) {
      out.push(added === 0 ? document : { ...document, index: document.index + added });
      continue;
    }
    let comments: readonly (readonly Comment[])[] | undefined;
    for (const [nth, value] of items.entries()) {
      out.push({
        ...part(document, [...base, nth]),
        index: document.index + added + nth,
        value,
        comments: () => (comments ??= commentsOfItems(document, base, items.length))[nth]!,
      });
    }
    added += items.length - 1;
  }
  return out;
}

const part = (
  { file, format, places }: ParsedDocument,
  base: Path,
): Omit<ParsedDocument, 'index' | 'value' | 'comments'> => ({
  ...(file === undefined ? {} : { file }),
  format,
  places: {
    locate: (path, what) => places.locate([...base, ...path], what),
    rawAt: (path) => places.rawAt([...base, ...path]),
    get root() {
      return spotAt(places.root, base)!.value;
    },
  },
});

/** The comments of each item of a list; what stands at none of them stands before the first. */
function commentsOfItems(document: ParsedDocument, list: Path, count: number): Comment[][] {
  const found = Array.from({ length: count }, (): Comment[] => []);
  for (const comment of document.comments()) {
    const [item, ...path] = comment.path.slice(list.length);
    const isInside = typeof item === 'number' && list.every((key, index) => comment.path[index] === key);
    if (isInside) found[item]!.push({ ...comment, path });
    else found[0]?.push({ ...comment, path: [], stands: 'before' });
  }
  return found;
}

/** By the file's ending, else by the first character, as kubectl does. */
function formatOf(file: string | undefined, text: string): Format | 'json-lines' | 'json-like' {
  const ending = /\.(\w+)$/.exec(file ?? '')?.[1]?.toLowerCase();
  if (ending === 'json') return 'json';
  if (ending === 'jsonl' || ending === 'ndjson') return 'json-lines';
  if (ending === 'yaml' || ending === 'yml') return 'yaml';
  if (ending === 'k') return 'kcl';
  const first = text[skipSpace(text, 0)];
  return first === '{' || first === '[' ? 'json-like' : 'yaml';
}

function fromJson(origin: Origin, lines: boolean): ParsedText {
  const { values, problems } = readJson(origin, lines);
  const documents = values.map(({ value, index, offset }) =>
    newDocument(origin, 'json', index, value, new JsonSpots(origin, offset), NO_COMMENTS, offset),
  );
  return { documents, problems };
}

function fromYaml(origin: Origin): ParsedText {
  const json = fromSoundJson(origin);
  if (json !== undefined) return json;
  const { values, problems } = yaml().readYaml(origin);
  return { documents: values.map((value) => yamlDocument(origin, value)), problems };
}

/** YAML that is JSON too, and read faster so. */
function fromSoundJson(origin: Origin): ParsedText | undefined {
  const start = skipSpace(origin.text, 0);
  const first = origin.text[start];
  const sound = first === '{' || first === '[' ? parseSoundJson(origin.text) : undefined;
  if (sound === undefined) return undefined;
  const document = newDocument(origin, 'json', 0, sound.value, new JsonSpots(origin, start), NO_COMMENTS, start);
  return { documents: [document], problems: [] };
}

const yamlDocument = (origin: Origin, { value, index, spots, comments }: YamlValue): ParsedDocument =>
  newDocument(origin, 'yaml', index, value, spots, comments);

/** A text without a single name is no document, as with an empty YAML document. */
function fromKcl(origins: readonly Origin[]): ParsedText {
  const { document, problems } = kcl().readKcl(origins);
  if (document === undefined || Object.keys(document.value).length === 0)
    return { documents: [], problems: [...problems] };
  const { value, spot, lines, comments } = document;
  const origin = { ...origins[0]!, text: origins.map(({ text }) => text).join('\n'), lines };
  return { documents: [newDocument(origin, 'kcl', 0, value, { spot: () => spot }, comments, 0)], problems: [] };
}

function newDocument(
  origin: LocatedText,
  format: Format,
  index: number,
  value: unknown,
  spots: Spots,
  readComments: () => readonly CommentSpot[],
  /** Where it begins, when that is known without reading it again. */
  start?: number,
): ParsedDocument {
  const places = new DocumentPlaces(origin, format, spots, start);
  return {
    index,
    ...(origin.file === undefined ? {} : { file: origin.file }),
    value,
    format,
    places,
    comments() {
      const comments = readComments();
      return comments.length === 0 ? [] : placeComments(comments, places.root, origin);
    },
  };
}

type LocatedText = Omit<Origin, 'lines'> & { readonly lines: Pick<Lines, 'at'> };

class DocumentPlaces implements Places {
  constructor(
    private readonly origin: LocatedText,
    private readonly format: Format,
    private readonly spots: Spots,
    private readonly start: number | undefined,
  ) {}

  get root(): Spot {
    const { origin, spots } = this;
    if (origin.located?.by !== spots) origin.located = { by: spots, spot: spots.spot() };
    return origin.located.spot;
  }

  locate(path: Path, what: 'key' | 'value' = 'key'): Place | undefined {
    const { lines } = this.origin;
    if (path.length === 0 && this.start !== undefined) return lines.at(this.start);
    const found = spotAt(this.root, path);
    if (found === undefined) return undefined;
    return lines.at(what === 'key' ? (found.key ?? found.value.start) : found.value.start);
  }

  rawAt(path: Path): string | undefined {
    const { origin, format } = this;
    const found = spotAt(this.root, path)?.value;
    if (found === undefined || (format !== 'json' && (found.entries ?? found.items) !== undefined)) return undefined;
    return origin.text.slice(found.start, found.end);
  }
}

class JsonSpots implements Spots {
  constructor(
    private readonly origin: Origin,
    private readonly start: number,
  ) {}

  spot(): Spot {
    return scanJson(this.origin, this.start, 0).spot!;
  }
}

const NO_COMMENTS = (): readonly CommentSpot[] => [];

const onlyProblem = (problem: Problem): ParsedText => ({ documents: [], problems: [problem] });

/** Of a text with more than is read at once. */
export function tooLarge(file: string | undefined, size: number, limit = MAX_SIZE): Problem {
  const message = `is ${size} bytes, expected at most ${limit}`;
  return { code: 'too-large', severity: 'error', path: [], message, hint: 'Split the input.', source: { file } };
}

/** Of a text with more problems than are told. */
export function tooManyProblems(file: string | undefined): Problem {
  const message = `has more problems than these ${MAX_PROBLEMS}, and is not read further`;
  return { code: 'too-many-problems', severity: 'error', path: [], message, source: { file } };
}

function loneSurrogate(origin: Origin): Problem {
  const at = /\p{Surrogate}/u.exec(origin.text)!.index;
  const message = 'has half of a surrogate pair, which is no character';
  const source = { file: origin.file, ...origin.lines.at(at) };
  return {
    code: 'lone-surrogate',
    severity: 'error',
    path: [],
    message,
    hint: 'Remove it, or write both halves.',
    source,
  };
}

/** Text that was taken for JSON by its first character alone says so when it is broken. */
function withYamlHint(parsed: ParsedText): ParsedText {
  const [first, ...rest] = parsed.problems;
  if (first?.code !== 'bad-json') return parsed;
  const note = 'It is read as JSON because of its first character; YAML can begin with `---`.';
  return {
    ...parsed,
    problems: [{ ...first, hint: first.hint === undefined ? note : `${first.hint} ${note}` }, ...rest],
  };
}

/** All of a document but what is in it. */
export type Located = Pick<ParsedDocument, 'index' | 'file' | 'places'>;

/** A problem with what stands at a path of a document: its place, and in the hint what is written there. */
export const placedIn = <P extends Omit<Problem, 'message'>>(problem: P, document: Located, path = problem.path): P =>
  asWritten({ ...problem, source: sourceOf(document, path) }, () => document.places.rawAt(path));

/** Where a path of a document stands: the nearest place on the way to it that the text has. */
export function sourceOf(document: Located, path: Path): Source {
  const { file, index } = document;
  const start = { ...(file !== undefined && { file }), document: index };
  for (let length = path.length; length >= 0; length--) {
    const place = document.places.locate(path.slice(0, length));
    if (place !== undefined) return { ...start, ...place };
  }
  return start;
}
