// PKCS #10: what a certificate is asked for, and the signature of who asks. Read as Go reads it.
// https://www.rfc-editor.org/rfc/rfc2986, https://pkg.go.dev/crypto/x509#ParseCertificateRequest
import { type Algorithm, readAlgorithm } from './algorithm-identifier';
import {
  BIT_STRING,
  DerReader,
  type Element,
  INTEGER,
  NotDer,
  OBJECT_IDENTIFIER,
  OCTET_STRING,
  SEQUENCE,
  SET,
} from './der';
import { type AlternativeNames, readAlternativeNames } from './subject-alternative-name';

export interface CertificateRequest {
  readonly organization: readonly string[];
  readonly commonName: string;
  readonly names: AlternativeNames;
  /** What is signed, and by what. */
  readonly signed: Buffer;
  readonly signature: Buffer;
  readonly algorithm: Algorithm;
  readonly key: PublicKey;
}

export interface PublicKey {
  readonly algorithm: Algorithm;
  readonly bits: Buffer;
  /** With its algorithm. */
  readonly whole: Buffer;
}

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';

/** The request; throws {@link NotDer} when it is none. */
export function readCertificateRequest(bytes: Buffer): CertificateRequest {
  const all = new DerReader(bytes);
  const outer = all.sequence();
  if (!all.done) throw new NotDer('something follows its end');
  const signed = outer.expect(SEQUENCE);
  const algorithm = readAlgorithm(outer);
  const signature = outer.bits();
  const request = new DerReader(signed.content);
  request.integer();
  const subject = request.next();
  const { content, whole } = request.expect(SEQUENCE);
  const key = new DerReader(content);
  const names = readNames(request.next());
  return {
    ...readSubject(subject.whole),
    names,
    signed: signed.whole,
    signature,
    algorithm,
    key: { algorithm: readAlgorithm(key), bits: key.bits(), whole },
  };
}

/** The parts of the name that Kubernetes reads: groups and the user. */
function readSubject(bytes: Buffer): Pick<CertificateRequest, 'organization' | 'commonName'> {
  const organization: string[] = [];
  let commonName = '';
  const parts = new DerReader(bytes).sequence();
  while (!parts.done) {
    const set = new DerReader(parts.expect(SET).content);
    while (!set.done) {
      const pair = set.sequence();
      const type = pair.identifier();
      const text = readText(pair.next());
      if (type === ORGANIZATION && text !== undefined) organization.push(text);
      if (type === COMMON_NAME) commonName = text ?? commonName;
    }
  }
  return { organization, commonName };
}

/** The characters of each type of text. */
const TEXTS: Readonly<Record<number, RegExp>> = {
  18: /^[0-9 ]*$/,
  19: /^[A-Za-z0-9'()*+,\-./:=? &]*$/,
  20: /^/,
  22: /^[\0-\x7f]*$/,
};
const UTF8_STRING = 12;
const BMP_STRING = 30;

/** A text, or undefined for what is none. */
function readText({ class: of, constructed, tag, content, whole }: Element): string | undefined {
  if (of !== 0 || constructed) return undefined;
  if (tag === BIT_STRING) new DerReader(whole).anyBits();
  if (tag === INTEGER) new DerReader(whole).integer();
  if (tag === OBJECT_IDENTIFIER) new DerReader(whole).identifier();
  if (tag === UTF8_STRING) {
    const text = content.toString('utf8');
    if (!Buffer.from(text).equals(content)) throw new NotDer('a text in its subject is not UTF-8');
    return text;
  }
  if (tag === BMP_STRING) {
    const text =
      content.length % 2 === 0 ? Buffer.from(content).swap16().toString('utf16le').replace(/\0$/, '') : '\uffff';
    if (/[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/.test(text)) throw new NotDer('a text in its subject is wrong');
    return text;
  }
  const allowed = TEXTS[tag];
  if (allowed === undefined) return undefined;
  const text = content.toString('latin1');
  if (!allowed.test(text)) throw new NotDer('a text in its subject has characters that its type does not allow');
  return text;
}

/** The other names of the subject, among the extensions that the attributes ask for. */
function readNames({ class: of, constructed, tag, content }: Element): AlternativeNames {
  if (of !== 2 || !constructed || tag !== 0) throw new NotDer('it has no attributes, not even an empty list');
  let names: AlternativeNames = { DNS: [], IP: [], email: [], URI: [] };
  const attributes = new DerReader(content);
  const seen = new Set<string>();
  while (!attributes.done) {
    const extensions = extensionsIn(attributes.next().whole);
    while (extensions?.done === false) {
      const { id, value } = readExtension(extensions.sequence());
      if (seen.has(id)) throw new NotDer('it asks for the same extension twice');
      seen.add(id);
      if (id === SUBJECT_ALTERNATIVE_NAME) names = readAlternativeNames(value);
    }
  }
  return names;
}

/** Any other attribute may be what it wants. */
function extensionsIn(attribute: Buffer): DerReader | undefined {
  let first: Element;
  try {
    const parts = new DerReader(attribute).sequence();
    if (parts.identifier() !== EXTENSION_REQUEST) return undefined;
    const values = new DerReader(parts.expect(SET).content);
    first = values.next();
    while (!values.done) values.next();
  } catch (error) {
    if (error instanceof NotDer) return undefined;
    throw error;
  }
  return new DerReader(first.whole).sequence();
}

const BOOLEAN = 1;

function readExtension(parts: DerReader): { id: string; value: Buffer } {
  const id = parts.identifier();
  if (parts.isAt(BOOLEAN)) {
    const { content } = parts.expect(BOOLEAN);
    if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) throw new NotDer('a boolean is wrong');
  }
  return { id, value: parts.expect(OCTET_STRING).content };
}
