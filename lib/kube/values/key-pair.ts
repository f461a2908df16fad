// Whether a certificate and a private key, both in PEM, belong together.
// https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets

/** What is wrong, and with which of the two. Never repeats anything of them. */
export interface KeyPairProblem {
  readonly of: 'certificate' | 'key';
  readonly problem: string;
}

export function keyPairProblem(certificate: string, key: string): KeyPairProblem | undefined {
  // Its module is loaded by who needs it.
  const { createPrivateKey, X509Certificate } = require('node:crypto') as typeof import('node:crypto');
  const parsed = attempt(() => new X509Certificate(certificate));
  if (parsed === undefined) return { of: 'certificate', problem: 'holds no certificate that can be read' };
  const secret = attempt(() => createPrivateKey(key));
  if (secret === undefined) return { of: 'key', problem: 'holds no private key that can be read without a password' };
  return parsed.checkPrivateKey(secret)
    ? undefined
    : { of: 'key', problem: 'is not the key of the certificate in tls.crt' };
}

function attempt<Result>(parse: () => Result): Result | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
