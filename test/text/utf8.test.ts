import { utf8Length } from '../../lib/text/bytes';
import { loneSurrogate } from '../../lib/text/utf8';

test('counts bytes', () => expect(['', 'a', 'é', '€', '😀', '\ud83d'].map(utf8Length)).toEqual([0, 1, 2, 3, 4, 3]));

test('finds halves of pairs', () =>
  expect(['a😀', 'a\ud83d', '\ude00', '\ud83d\ud83d\ude00'].map(loneSurrogate)).toEqual([-1, 1, 0, 0]));
