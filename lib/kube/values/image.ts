/**
 * References to container images, `[registry/]repository[:tag][@digest]`, as container runtimes read them. The API server
 * itself takes any text. https://pkg.go.dev/github.com/distribution/reference
 */

/** The parts of an image reference. */
export interface Image {
  /** Host with optional port, e.g. `ghcr.io` or `localhost:5000`; undefined when not stated (Docker Hub). */
  readonly registry?: string;
  /** Path in the registry, e.g. `library/nginx`, as stated. */
  readonly repository: string;
  readonly tag?: string;
  /** Algorithm and hex, e.g. `sha256:…`. */
  readonly digest?: string;
}

const HOST_PART = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
const PATH_PART = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const HEX_LENGTHS = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);
const LONGEST = 2048;
/** What nearly every reference is, read in one go. */
const COMMON =
  /^(?:((?:localhost|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+)(?::[0-9]+)?)\/)?([a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?$/;
/** No longer than this, with a registry or no dot before the first slash. */
const COMMON_LENGTH = 200;

type Parsed = Image | { readonly problem: string; readonly hint?: string };

/** Reads an image reference, or says why no container runtime will pull it. */
export function parseImage(text: string): Parsed {
  return parseCommon(text) ?? parseAny(text);
}

function parseCommon(text: string): Image | undefined {
  if (text.length > COMMON_LENGTH) return undefined;
  const [, registry, repository, tag] = COMMON.exec(text) ?? [];
  if (repository === undefined) return undefined;
  if (registry !== undefined) return tag === undefined ? { registry, repository } : { registry, repository, tag };
  // A host that is none, and the ID of an image.
  if (repository.length === 64 || /^[^/]*\..*\//.test(repository)) return undefined;
  return tag === undefined ? { repository } : { repository, tag };
}

function parseAny(text: string): Parsed {
  if (text === '') return { problem: 'must not be empty' };
  if (text.length > LONGEST) return { problem: `is too long for an image reference (${text.length} characters)` };
  if (text.trim() !== text) return { problem: 'must not have blanks around it', hint: `write "${text.trim()}"` };
  if (/\s/.test(text)) return { problem: 'must not contain blanks' };
  const sign = text.indexOf('@');
  const digest = sign < 0 ? undefined : text.slice(sign + 1);
  const named = sign < 0 ? text : text.slice(0, sign);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const name = colon < 0 ? named : named.slice(0, colon);
  const wrong = digestProblem(digest) ?? tagProblem(tag) ?? nameProblem(name, text.slice(name.length));
  return wrong ?? { ...splitName(name), ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

function digestProblem(digest: string | undefined): { problem: string; hint?: string } | undefined {
  if (digest === undefined) return undefined;
  const problem = 'has no valid digest after "@": expected sha256: and 64 hexadecimal digits';
  if (!DIGEST.test(digest)) return { problem };
  const colon = digest.indexOf(':');
  const expected = HEX_LENGTHS.get(digest.slice(0, colon));
  if (expected === undefined) return { problem };
  const hex = digest.slice(colon + 1);
  if (hex.length !== expected)
    return { problem: `${problem} (${digest.slice(0, colon)} has ${expected}, this one ${hex.length})` };
  return hex === hex.toLowerCase() ? undefined : { problem, hint: 'write the digest in lower case' };
}

function tagProblem(tag: string | undefined): { problem: string } | undefined {
  if (tag === undefined || TAG.test(tag)) return undefined;
  if (tag === '') return { problem: 'has no tag after ":"' };
  return { problem: 'has an impossible tag: at most 128 letters, digits, "_", "." and "-", neither "." nor "-" first' };
}

/** The first part is a registry when it looks like a host: with a dot or port, `localhost`, or in upper case. */
function splitName(name: string): { registry?: string; repository: string } {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const host = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  return host ? { registry: first, repository: name.slice(slash + 1) } : { repository: name };
}

/** @param rest - The tag and the digest behind the name. */
function nameProblem(name: string, rest: string): { problem: string; hint?: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) {
    return { problem: 'must not start with a URL scheme', hint: `write "${name.replace(/^[^:]*:\/\//, '')}${rest}"` };
  }
  const { registry, repository } = splitName(name);
  if (registry !== undefined && !isRegistry(registry)) return { problem: `has the impossible registry "${registry}"` };
  if (repository === '') return { problem: 'has no repository' };
  if (name.length > 255) return { problem: `has a name of over 255 characters (${name.length})` };
  if (registry === undefined && /^[0-9a-f]{64}$/.test(repository)) {
    return { problem: 'must not be just 64 hexadecimal digits, which is an image ID' };
  }
  const part = repository.split('/').find((each) => !PATH_PART.test(each));
  if (part === undefined) return undefined;
  if (part === '') return { problem: 'must not have an empty part between slashes' };
  // A first part that is a registry for its upper case alone is a part of the name as well.
  const host = registry !== undefined && /[.:]/.test(registry) ? `${registry}/` : '';
  const lower = name.slice(host.length).toLowerCase();
  const problem = `has the impossible part "${part}": lower-case letters and digits, separated by ".", "_", "__" or "-"`;
  return lower.split('/').every((each) => PATH_PART.test(each))
    ? { problem, hint: `write "${host}${lower}${rest}"` }
    : { problem };
}

function isRegistry(registry: string): boolean {
  const address = /^\[[0-9a-fA-F:]+\](?::[0-9]+)?$/.test(registry);
  const colon = registry.indexOf(':');
  const host = colon < 0 ? registry : registry.slice(0, colon);
  const port = colon < 0 ? '0' : registry.slice(colon + 1);
  return address || (/^[0-9]+$/.test(port) && host.split('.').every((part) => HOST_PART.test(part)));
}
