import { isSlip } from '../../../lib/kube/set/near-name';

test.each([
  ['db-credentails', 'db-credentials'],
  ['webconfig', 'web-config'],
  ['web.config', 'web-config'],
  ['user', 'users'],
  ['frontned-v2', 'frontend-v2'],
])('%s is meant to be %s', (given, meant) => {
  expect(isSlip(given, meant)).toBe(true);
  expect(isSlip(meant, given)).toBe(true);
});

test.each([
  ['web-1', 'web-2'],
  ['team-a', 'team-b'],
  ['web-internal', 'web-external'],
  ['shop-v1', 'shop-v2'],
  ['node2024', 'node2025'],
  ['prod', 'dev'],
  ['ingress', 'egress'],
  ['web-app-config', 'web-config'],
  ['leader', 'reader'],
])('%s is not %s', (given, meant) => {
  expect(isSlip(given, meant)).toBe(false);
});
