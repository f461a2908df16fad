// The text forms, times and literals against Go's own strings, strconv, path and time, the kubelet's expansion and a real shell.
import fc, { runs } from '../../property';
import { execFileSync } from 'node:child_process';
import { parseEnv, printEnv } from '../../../lib/dialects/launcher/protocol/env';
import { literal, shellQuote } from '../../../lib/dialects/launcher/literal';
import { parseMount, printMount } from '../../../lib/dialects/launcher/protocol/mount';
import { parsePort, printPort } from '../../../lib/dialects/launcher/protocol/port';
import { instant } from '../../../lib/dialects/launcher/protocol/time';
import { ProblemError } from '../../../lib/report/problem-error';
import { type Answer, judge, type Question } from '../../oracle-launcher/judge';

const RUNS = runs(5_000);
const sample = <T>(arbitrary: fc.Arbitrary<T>): T[] => fc.sample(arbitrary, { numRuns: RUNS });

/** The value, or the code of the refusal. */
function outcome<T>(read: () => T): T | { refused: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError) return { refused: error.problems[0]!.code };
    throw error;
  }
}

const pieces = (...words: string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3, unit: 'grapheme' })), { maxLength: 8 })
    .map((parts) => parts.join(''));

/** Many questions in one call of the judge, each with its own answer at hand. */
function ask(questions: readonly Question[]): (question: Question) => Answer {
  const answers = judge(questions);
  const known = new Map(questions.map((question, index) => [JSON.stringify(question), answers[index]!]));
  return (question) => known.get(JSON.stringify(question))!;
}

const split = (separator: string, text: string): Question => ({ op: 'split', text: `${separator} ${text}` });

test('env=var: exactly one "="', () => {
  const texts = sample(pieces('=', 'A', 'B', ' ', '\n', '"', '=='));
  const go = ask(texts.map((text) => split('=', text)));
  for (const text of texts) {
    const parts = go(split('=', text)).parts!;
    const expected = parts.length === 2 ? { name: parts[0], value: parts[1] } : { refused: 'invalid-env-spec' };
    expect({ text, ...outcome(() => parseEnv(text)) }).toEqual({ text, ...expected });
    if (parts.length === 2) expect(printEnv(parseEnv(text))).toBe(text);
  }
});

test('src[:dst[:ro|rw]]: absolute paths, in the order in which the SDK refuses', () => {
  const texts = sample(pieces(':', '/a', '/', 'ro', 'rw', ':ro', ':rw', 'b', '/data:/data', ' '));
  const first = ask(texts.map((text) => split(':', text)));
  const absolute = ask(
    texts.flatMap((text) => first(split(':', text)).parts!.map((part): Question => ({ op: 'absolute', text: part }))),
  );
  const isAbsolute = (text: string): boolean => absolute({ op: 'absolute', text }).ok;
  let read = 0;
  for (const text of texts) {
    const parts = first(split(':', text)).parts!;
    const [source = '', target = source, mode = 'rw'] = parts;
    const refused = !isAbsolute(source)
      ? 'invalid-mount-path'
      : parts.length > 3 || !['ro', 'rw'].includes(mode)
        ? 'invalid-mount-spec'
        : isAbsolute(target)
          ? undefined
          : 'invalid-mount-path';
    const expected = {
      mountPath: target,
      readOnly: mode === 'ro',
      mountSource: { type: 'host', source: { path: source } },
    };
    expect({ text, ...outcome(() => parseMount(text)) }).toEqual({
      text,
      ...(refused === undefined ? expected : { refused }),
    });
    if (refused === undefined) {
      read++;
      expect(printMount(parseMount(text))).toBe(`${source}:${target}:${mode}`);
    }
  }
  expect(read).toBeGreaterThan(RUNS / 50);
});

test('port[:target][/protocol]: numbers as Go reads them', () => {
  const texts = sample(
    pieces(
      ':',
      '/',
      '80',
      '8080',
      '0',
      '-1',
      '+7',
      '00',
      '/tcp',
      '/udp',
      '1_0',
      '0x1',
      ' ',
      '٣',
      '9007199254740991',
      '99999999999999999999',
    ),
  );
  const cut = (text: string): [string, string | undefined] => {
    const slash = text.indexOf('/');
    return slash < 0 ? [text, undefined] : [text.slice(0, slash), text.slice(slash + 1)];
  };
  const numbers = ask(
    texts.flatMap((text) =>
      cut(text)[0]
        .split(':')
        .map((part): Question => ({ op: 'int', text: part })),
    ),
  );
  /** Go's int has 64 bits; those that JavaScript cannot hold exactly are refused, as documented. */
  const numberOf = (text: string): number | undefined => {
    const { ok, text: number } = numbers({ op: 'int', text });
    return ok && Number.isSafeInteger(Number(number)) ? Number(number) : undefined;
  };
  let read = 0;
  for (const text of texts) {
    const [ports, protocol = 'tcp'] = cut(text);
    const parts = ports.split(':');
    const port = numberOf(parts[0]!);
    const target = parts.length === 1 ? port : numberOf(parts[1]!);
    const refused =
      parts.length > 2 ? 'invalid-port-spec' : port === undefined || target === undefined ? 'invalid-port' : undefined;
    const expected = { targetPort: target, ...(target !== port && { publishedPort: port }), protocol };
    expect({ text, ...outcome(() => parsePort(text)) }).toEqual({
      text,
      ...(refused === undefined ? expected : { refused }),
    });
    if (refused === undefined) {
      read++;
      expect(printPort(parsePort(text))).toBe(`${port}:${target}/${protocol || 'tcp'}`);
    }
  }
  expect(read).toBeGreaterThan(RUNS / 50);
});

test('times are the same instants, and the same texts are none', () => {
  const number = (digits: number): fc.Arbitrary<string> =>
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.integer({ min: 0, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0')),
      },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 99 }).map(String) },
    );
  const small = (max: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
  const texts = sample(
    fc
      .record({
        year: number(4),
        month: small(13),
        day: small(32),
        t: fc.constantFrom('T', 'T', 'T', 'T', 't', ' '),
        hour: fc.oneof(small(24), fc.constantFrom('7', '23')),
        minute: small(60),
        second: small(60),
        fraction: fc.oneof(
          fc.constant(''),
          fc.constant(''),
          number(4).map((n) => `.${n}`),
          fc.constantFrom('.', ',5', '.123456789012', '.x'),
        ),
        zone: fc.oneof(
          fc.constant('Z'),
          fc.constantFrom('z', '', '+24:60', '-25:00'),
          fc.tuple(fc.constantFrom('+', '-'), small(25), small(61)).map(([sign, h, m]) => `${sign}${h}:${m}`),
        ),
      })
      .map(
        ({ year, month, day, t, hour, minute, second, fraction, zone }) =>
          `${year}-${month}-${day}${t}${hour}:${minute}:${second}${fraction}${zone}`,
      ),
  );
  const go = judge(texts.map((text) => ({ op: 'time', text })));
  expect(go.filter(({ ok }) => ok).length).toBeGreaterThan(RUNS / 20);
  texts.forEach((text, index) => {
    const { ok, text: nanoseconds } = go[index]!;
    expect({ text, at: instant(text) }).toEqual({ text, at: ok ? BigInt(nanoseconds!) : undefined });
  });
});

test('the kubelet gives back every literal as it was written', () => {
  const variables = { A: '1', HOME: '/root', '': 'empty', 'a b': '2' };
  const texts = sample(pieces('$', '$$', '$(', ')', '$(A)', '$(B)', '(', 'A', '$(HOME)', '$()', '$(a b)', '$((1+1))'));
  const escaped = texts.map((text) => literal(text, new Set(Object.keys(variables))));
  const seen = judge(escaped.map((text) => ({ op: 'expand', text, variables })));
  texts.forEach((text, index) => expect({ text, seen: seen[index]!.text ?? '' }).toEqual({ text, seen: text }));
  expect(texts.filter((text, index) => text !== escaped[index]).length).toBeGreaterThan(RUNS / 10);
});

test('a shell reads every quoted word back', () => {
  const words = fc.sample(pieces("'", '"', '\\', '$', '`', ' ', '*', '#', '\n', '!', '-', '~', '$(id)', "'\\''"), {
    numRuns: runs(500),
  });
  const shown = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${words.map(shellQuote).join(' ')}`], {
    encoding: 'utf8',
  });
  expect(shown.split('\0').slice(0, -1)).toEqual(words);
});
