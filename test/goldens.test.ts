// Every folder of golden cases has a test that walks it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
const rooms = [...new Set(files.filter((file) => file.endsWith('/cases')).map(dirname))].sort();

test('every golden is walked', () => {
  expect(rooms.length).toBeGreaterThan(4);
  // The dialects share a test, which takes every folder beside it.
  const walked = rooms.map((room) => (room.startsWith('dialects/') ? 'dialects' : room));
  for (const room of new Set(walked)) {
    expect(readFileSync(join(__dirname, room, 'cases.test.ts'), 'utf8')).toContain("from '../goldens'");
  }
});
