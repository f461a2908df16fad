import { timestamp } from '../../../lib/kube/values/timestamp';

test.each([
  '2024-01-01T00:00:00Z',
  '2024-02-29T23:59:59.123456789+14:00',
  '2000-02-29T00:00:00-00:00',
  '2024-01-01T1:00:00Z',
  '2024-01-01T00:00:00,5Z',
])('%s is a time', (text) => {
  expect(timestamp(text)).toBeUndefined();
});

test.each([
  '',
  'yesterday',
  '2024-01-01',
  '2024-01-01 00:00:00Z',
  '2024-13-01T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2024-04-31T00:00:00Z',
  '2024-01-01T24:00:00Z',
  '2024-01-01T00:00:60Z',
  '2024-01-01T00:00:00',
  '2024-01-01T00:00:00z',
  '2024-01-01T00:00:00Z\n',
])('%j is no time', (text) => {
  expect(timestamp(text)).toEqual(expect.any(String));
});
