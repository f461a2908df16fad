// ImportedText, importText: documents in a text become Job and Service constructs.
import type { Construct } from 'constructs';
import { isTextOrBytes, noText } from '../text/no-text';
import { Imported, type ImportOptions } from './imported';
import { keepPlace } from './written-at';

/** A text and how it is imported. */
export interface ImportedTextProps extends ImportOptions {
  readonly text: string | Uint8Array;
  /** What messages call the text; its ending tells JSON (`.json`), JSON lines (`.jsonl`) and YAML apart. Default: the id. */
  readonly file?: string;
}

/**
 * Documents of any dialect in a text, as constructs.
 * @example new ImportedText(chart, 'task', { text: JSON.stringify(task), namespace: 'data' });
 */
export class ImportedText extends Imported {
  constructor(scope: Construct, id: string, props: ImportedTextProps) {
    // Programs that no compiler has seen give anything.
    const given: Partial<ImportedTextProps> = typeof props === 'object' && props !== null ? props : {};
    const { text, file = id, ...options } = given;
    super(scope, id, [isTextOrBytes(text) ? [{ file, text }] : noText(text, ['text'])], options);
  }
}

/**
 * Imports documents of any dialect from a text, as constructs.
 * @param id of the construct; also names the text in messages
 */
export function importText(
  scope: Construct,
  id: string,
  text: string | Uint8Array,
  options: ImportOptions = {},
): ImportedText {
  const imported = new ImportedText(scope, id, { ...options, text });
  keepPlace(imported, importText);
  return imported;
}
