// Secret: keys and values that are not shown. No message here repeats a part of a value.
// https://kubernetes.io/docs/concepts/configuration/secret/#secret-types
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { nearest } from '../../../report/suggest';
import { fromBase64, utf8Length, utf8Text } from '../../../text/bytes';
import type { Secret } from '../../api/types';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { decodedLength } from '../../values/base64';
import { isGoJsonObject } from '../../values/go-json';
import { keyPairProblem } from '../../values/key-pair';
import { dataKey } from '../../values/syntax';

const LARGEST = 1_048_576;
const SERVICE_ACCOUNT_NAME = 'kubernetes.io/service-account.name';
const BUILT_IN = [
  'Opaque',
  'bootstrap.kubernetes.io/token',
  'kubernetes.io/basic-auth',
  'kubernetes.io/dockercfg',
  'kubernetes.io/dockerconfigjson',
  'kubernetes.io/service-account-token',
  'kubernetes.io/ssh-auth',
  'kubernetes.io/tls',
];

export function checkSecret(secret: Secret, place: At, report: Report): void {
  const { metadata, type, data = {}, stringData = {} } = secret;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  checkKeys(data, at(place, 'data'), report);
  checkKeys(stringData, at(place, 'stringData'), report);
  const values = new Values(secret, place);
  const bytes = values.bytes();
  if (bytes > LARGEST) {
    const largest = Object.keys(data).length > 0 ? 'data' : 'stringData';
    report.error(
      at(place, largest),
      'too-long',
      `all values together must have at most ${LARGEST} bytes, not ${bytes}`,
    );
  }
  for (const key of Object.keys(data)) {
    if (!Object.hasOwn(stringData, key)) continue;
    report.warning(
      at(at(place, 'data'), key),
      'dropped',
      'is in stringData too, and the value there is the one that is stored',
    );
  }
  if (type) checkType(secret, type, values, place, report);
}

function checkKeys(data: Readonly<Record<string, string>>, place: At, report: Report): void {
  for (const key of Object.keys(data)) {
    const problem = dataKey(key);
    if (problem !== undefined) report.error(at(place, key), 'bad-name', `the key ${problem}`);
  }
}

/** The values as they will be stored: those of stringData go before those of data. */
class Values {
  private readonly data: Readonly<Record<string, string>>;
  private readonly plain: Readonly<Record<string, string>>;

  constructor(
    { data = {}, stringData = {} }: Secret,
    private readonly place: At,
  ) {
    this.data = data;
    this.plain = stringData;
  }

  bytes(): number {
    let sum = 0;
    for (const key of Object.keys(this.plain)) sum += utf8Length(this.plain[key] as string);
    for (const key of Object.keys(this.data)) {
      if (!Object.hasOwn(this.plain, key)) sum += decodedLength(this.data[key] as string);
    }
    return sum;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.plain, key) || Object.hasOwn(this.data, key);
  }

  text(key: string): string {
    if (Object.hasOwn(this.plain, key)) return this.plain[key] as string;
    return Object.hasOwn(this.data, key) ? utf8Text(fromBase64(this.data[key] as string)) : '';
  }

  placeOf(key: string): At {
    return at(at(this.place, Object.hasOwn(this.plain, key) ? 'stringData' : 'data'), key);
  }
}

function checkType({ metadata }: Secret, type: string, values: Values, place: At, report: Report): void {
  const need = (key: string): boolean => {
    if (values.has(key)) return true;
    report.error(values.placeOf(key), 'required', `is required in a Secret of type ${type}, in data or stringData`);
    return false;
  };
  switch (type) {
    case 'kubernetes.io/basic-auth':
      if (values.has('username') || values.has('password')) return;
      report.error(at(place, 'data'), 'required', `must have username or password in a Secret of type ${type}`);
      return;
    case 'kubernetes.io/tls':
      warnOfKeyPair(['tls.crt', 'tls.key'].filter(need), values, report);
      return;
    case 'kubernetes.io/dockerconfigjson':
    case 'kubernetes.io/dockercfg': {
      const key = type.replace('kubernetes.io/', '.');
      if (need(key) && !isGoJsonObject(values.text(key))) {
        report.error(values.placeOf(key), 'bad-format', 'must hold a JSON object');
      }
      return;
    }
    case 'kubernetes.io/ssh-auth':
      if (need('ssh-privatekey') && values.text('ssh-privatekey') === '') {
        report.error(values.placeOf('ssh-privatekey'), 'required', 'must not be empty');
      }
      return;
    case 'kubernetes.io/service-account-token': {
      const annotations = metadata?.annotations ?? {};
      if (Object.hasOwn(annotations, SERVICE_ACCOUNT_NAME) && annotations[SERVICE_ACCOUNT_NAME] !== '') return;
      const here = at(at(at(place, 'metadata'), 'annotations'), SERVICE_ACCOUNT_NAME);
      report.error(here, 'required', `is required in a Secret of type ${type}: the name of the ServiceAccount`);
      return;
    }
    default:
      warnOfType(type, place, report);
  }
}

/** The server takes any pair and warns of one that serves nobody. */
function warnOfKeyPair(keys: readonly string[], values: Values, report: Report): void {
  const unlike = keys.filter((key) => !values.text(key).includes('-----BEGIN '));
  for (const key of unlike)
    report.warning(values.placeOf(key), 'suspicious', 'is not PEM, which starts with -----BEGIN');
  if (unlike.length > 0 || keys.length < 2) return;
  const found = keyPairProblem(values.text('tls.crt'), values.text('tls.key'));
  if (found === undefined) return;
  report.warning(values.placeOf(found.of === 'key' ? 'tls.key' : 'tls.crt'), 'suspicious', found.problem);
}

/** Any text is a type, so a slip makes another type, of which nothing is checked. */
function warnOfType(type: string, place: At, report: Report): void {
  if (BUILT_IN.includes(type)) return;
  const meant = nearest(type, BUILT_IN);
  if (meant === undefined) return;
  report.warning(at(place, 'type'), 'suspicious', 'is no type that Kubernetes knows', {
    value: type,
    hint: didYouMean(meant),
  });
}
