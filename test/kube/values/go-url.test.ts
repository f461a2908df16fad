import { parseRequestUrl, parseUrl } from '../../../lib/kube/values/go-url';

test('the parts of a URL', () => {
  expect(parseUrl('HTTPS://u:p@a.b:1/c?d=e#f')).toEqual({
    scheme: 'https',
    host: 'a.b:1',
    user: 'u:p',
    query: 'd=e',
    fragment: 'f',
    crowded: false,
  });
  expect(parseUrl('https://::1')).toMatchObject({ host: '::1', crowded: true });
  expect(parseUrl('a/b')).toMatchObject({ scheme: '', host: '' });
});

test('what is none', () => {
  expect(parseUrl('a:b/c')).toMatchObject({ scheme: 'a' });
  for (const bad of [':a', '1:b', 'https://a b', 'https://a:x', 'https://[::1', 'https://a/%z', 'a\nb', '#%z'])
    expect(typeof parseUrl(bad)).toBe('string');
  for (const bad of ['', 'a', 'a/b']) expect(typeof parseRequestUrl(bad)).toBe('string');
  expect(parseRequestUrl('/a#b')).toMatchObject({ fragment: '' });
});
