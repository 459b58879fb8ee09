import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Grows whenever the stored form changes so that older programs would misread it. */
export const formatVersion = 1;

/** Notes the format of new data; throws where the data was written in a newer format, or in one that is not known. */
export const checkFormatVersion = (directory: string, dataFile: string, readOnly: boolean): void => {
  const file = join(directory, 'format.json');
  if (existsSync(file)) {
    const version = versionIn(file);
    if (version === undefined) throw new Error(`the file ${file}, which tells the format of the data, is damaged`);
    if (version > formatVersion)
      throw new Error(
        `the data in ${directory} has format ${version}, written by a newer version of this program; this one reads format ${formatVersion} at most`,
      );
    return;
  }
  if (existsSync(dataFile))
    throw new Error(`the data in ${directory} cannot be read: the file ${file}, which tells its format, is missing`);
  if (readOnly) throw new Error(`there is no data in ${directory}`);
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, `${JSON.stringify({ format: formatVersion })}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
};

const versionIn = (file: string): number | undefined => {
  try {
    const { format } = JSON.parse(readFileSync(file, 'utf8')) as { format?: unknown };
    return typeof format === 'number' && Number.isInteger(format) && format > 0 ? format : undefined;
  } catch {
    return undefined;
  }
};
