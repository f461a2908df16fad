// One row in a process of its own.
//   node row.js ROW COUNT OUT
import { ROWS } from './rows';

const [, , name = '', count, out = ''] = process.argv;
ROWS[name]!(Number(count), out);
