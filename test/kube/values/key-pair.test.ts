import { keyPairProblem } from '../../../lib/kube/values/key-pair';

// Made for this test; nobody uses them.
const certificate = `-----BEGIN CERTIFICATE-----
MIIBczCCARmgAwIBAgIUXrvSvaHxxMTZpwppuAR2P1+u53gwCgYIKoZIzj0EAwIw
DjEMMAoGA1UEAwwDd2ViMCAXDTI2MTEyMTIyMDE1NloYDzIxMjYxMDI4MjIwMTU2
WjAOMQwwCgYDVQQDDAN3ZWIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATCs7fJ
69rQpdWWBDbEGTBw8nu5Za0DM6Mp3pOGjeLJXot0LjwMhbhGqoJZmQMj51ZQPuLP
QiEzx8GGJwm+1+xpo1MwUTAdBgNVHQ4EFgQUysZ0r8PhBaJVh3tdunQ4gCIQ/BYw
HwYDVR0jBBgwFoAUysZ0r8PhBaJVh3tdunQ4gCIQ/BYwDwYDVR0TAQH/BAUwAwEB
/zAKBggqhkjOPQQDAgNIADBFAiA7/hKjbLA/Vsx0Sd9sDaOhKQDygqIpt8Gau6u2
UY/cgQIhANsSj0DmG6u1g9TkEXf9zhYGLOJpJDEQ7R2ggR3UxskF
-----END CERTIFICATE-----`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg7NsPrmztPuSvbe5f
gCy8bCW1SU6LXCkrMaYiz0huh9ahRANCAATCs7fJ69rQpdWWBDbEGTBw8nu5Za0D
M6Mp3pOGjeLJXot0LjwMhbhGqoJZmQMj51ZQPuLPQiEzx8GGJwm+1+xp
-----END PRIVATE KEY-----`;
const other = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgeXDsJ7rqh994kGhO
JcpnNv7LifFIsScgW/AQTJB9TLahRANCAARhZ2shCPoOTeVB3EXIcovHQUirVdY+
bNIkIKoFKcqG+ZUnDOqQGOf/uIUkH01apdnSN8/Om5UguaQNX0Sl1czq
-----END PRIVATE KEY-----`;

test('a certificate and its key', () => {
  expect(keyPairProblem(certificate, key)).toBeUndefined();
  expect(keyPairProblem(`${certificate}\n${certificate}`, `\n${key}`)).toBeUndefined();
});

test('what is wrong, and with which of them', () => {
  expect(keyPairProblem(certificate, other)).toMatchObject({
    of: 'key',
    problem: 'is not the key of the certificate in tls.crt',
  });
  expect(keyPairProblem(key, key)).toMatchObject({ of: 'certificate' });
  expect(keyPairProblem(certificate, certificate)).toMatchObject({ of: 'key' });
  expect(keyPairProblem('', '')).toMatchObject({ of: 'certificate' });
});
