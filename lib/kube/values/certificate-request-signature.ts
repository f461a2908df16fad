// Whether a certificate request is signed with the key that it is for.
// https://pkg.go.dev/crypto/x509#CertificateRequest.CheckSignature
import type { KeyObject } from 'node:crypto';
import { readAlgorithm } from './algorithm-identifier';
import type { CertificateRequest, PublicKey } from './certificate-request';
import { DerReader, INTEGER, NotDer, shortest } from './der';

type KeyType = 'RSA' | 'EC' | 'Ed25519';

interface Signing {
  readonly key: KeyType;
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** The bytes of salt, for RSA-PSS. */
  readonly salt?: number;
}

const RSA_PSS = '1.2.840.113549.1.1.10';
const MD5_RSA = '1.2.840.113549.1.1.4';
const ED25519 = '1.3.101.112';
const SIGNINGS: Readonly<Record<string, Signing>> = {
  '1.2.840.113549.1.1.5': { key: 'RSA', hash: 'sha1' },
  '1.3.14.3.2.29': { key: 'RSA', hash: 'sha1' },
  '1.2.840.113549.1.1.11': { key: 'RSA', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'RSA', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'RSA', hash: 'sha512' },
  '1.2.840.10045.4.1': { key: 'EC', hash: 'sha1' },
  '1.2.840.10045.4.3.2': { key: 'EC', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'EC', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'EC', hash: 'sha512' },
  [ED25519]: { key: 'Ed25519' },
};
const KEYS: Readonly<Record<string, KeyType>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.10045.2.1': 'EC',
  [ED25519]: 'Ed25519',
};
/** The bytes of a coordinate on each curve. */
const CURVES: Readonly<Record<string, number>> = {
  '1.3.132.0.33': 28,
  '1.2.840.10045.3.1.7': 32,
  '1.3.132.0.34': 48,
  '1.3.132.0.35': 66,
};
const NULL = Buffer.from([5, 0]);

/** Why no server takes the signature; undefined when it is right. Throws {@link NotDer} when the key is none. */
export function signatureProblem(request: CertificateRequest): string | undefined {
  const type = KEYS[request.key.algorithm.id];
  if (type === undefined) return 'must be for a key of RSA, ECDSA (P-224 to P-521) or Ed25519';
  checkKey(request.key, type);
  if (request.algorithm.id === MD5_RSA) return 'must not be signed with MD5';
  const signing = signingOf(request);
  if (signing === undefined) return 'is signed with an algorithm that the server does not know';
  if (signing.key !== type) return `is signed for a key of ${signing.key}, but its key is of ${type}`;
  return isSigned(request, signing) ? undefined : 'is not signed with the key that it is for';
}

/** The bits of the modulus of an RSA key. */
export function rsaBits({ algorithm, bits }: PublicKey): number | undefined {
  if (KEYS[algorithm.id] !== 'RSA') return undefined;
  const modulus = new DerReader(bits).sequence().expect(INTEGER).content;
  return BigInt(`0x${modulus.toString('hex')}`).toString(2).length;
}

function checkKey({ algorithm: { parameters }, bits }: PublicKey, type: KeyType): void {
  if (type === 'RSA') {
    if (!parameters.equals(NULL)) throw new NotDer('its RSA key lacks the parameter NULL');
    const parts = new DerReader(bits).sequence();
    for (const number of [parts.expect(INTEGER), parts.expect(INTEGER)]) {
      const [first = 0] = shortest(number.content);
      if (first >= 0x80 || number.content.every((byte) => byte === 0)) throw new NotDer('its RSA key is not positive');
    }
  } else if (type === 'EC') {
    const size = CURVES[new DerReader(parameters).identifier()];
    if (size === undefined) throw new NotDer('its key is on a curve that the server does not know');
    if (bits[0] !== 4 || bits.length !== 1 + 2 * size)
      throw new NotDer('its key is no uncompressed point of its curve');
  } else if (parameters.length > 0 || bits.length !== 32) throw new NotDer('its Ed25519 key is wrong');
}

function signingOf({ algorithm }: CertificateRequest): Signing | undefined {
  if (algorithm.id === RSA_PSS) return pssSigning(algorithm.parameters);
  if (algorithm.id === ED25519 && algorithm.parameters.length > 0) return undefined;
  return SIGNINGS[algorithm.id];
}

const MASK = '1.2.840.113549.1.1.8';
const PSS_HASHES: Readonly<Record<string, Signing>> = {
  '2.16.840.1.101.3.4.2.1': { key: 'RSA', hash: 'sha256', salt: 32 },
  '2.16.840.1.101.3.4.2.2': { key: 'RSA', hash: 'sha384', salt: 48 },
  '2.16.840.1.101.3.4.2.3': { key: 'RSA', hash: 'sha512', salt: 64 },
};

/** RSA-PSS says itself by what: only what is usual is known. */
function pssSigning(parameters: Buffer): Signing | undefined {
  try {
    const parts = new DerReader(parameters).sequence();
    const hash = readAlgorithm(parts.explicit(0));
    const mask = readAlgorithm(parts.explicit(1));
    const maskHash = readAlgorithm(new DerReader(mask.parameters));
    const salt = parts.explicit(2).integer();
    const isUsual = [hash, maskHash].every(({ parameters: own }) => own.length === 0 || own.equals(NULL));
    const signing = PSS_HASHES[hash.id];
    const fits = mask.id === MASK && maskHash.id === hash.id && BigInt(signing?.salt ?? -1) === salt;
    return isUsual && fits && (parts.done || parts.explicit(3).integer() === 1n) ? signing : undefined;
  } catch (error) {
    if (error instanceof NotDer) return undefined;
    throw error;
  }
}

function isSigned({ signed, signature, key }: CertificateRequest, { hash, salt }: Signing): boolean {
  // Its module is loaded when the first request is met.
  const { constants, createPublicKey, verify } = require('node:crypto') as typeof import('node:crypto');
  let publicKey: KeyObject;
  try {
    publicKey = createPublicKey({ key: key.whole, format: 'der', type: 'spki' });
  } catch {
    throw new NotDer('its key is none');
  }
  const pss = salt !== undefined && { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt };
  try {
    return verify(hash, signed, { key: publicKey, ...pss }, signature);
  } catch {
    return false;
  }
}
