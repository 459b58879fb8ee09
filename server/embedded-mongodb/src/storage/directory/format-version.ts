import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Grows whenever the stored form changes so that older programs would misread it. Since 2 there are indexes without keys, collations and
 * validators, which a program for 1 would pass over; data of format 1 is read as it is.
 */
export const formatVersion = 2;

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
    if (version < formatVersion && !readOnly) note(file);
    return;
  }
  if (existsSync(dataFile))
    throw new Error(`the data in ${directory} cannot be read: the file ${file}, which tells its format, is missing`);
  if (readOnly) throw new Error(`there is no data in ${directory}`);
  note(file);
};

/** Writes the version beside the file first, so that there is always a whole one. */
const note = (file: string): void => {
  const written = `${file}.new`;
  const descriptor = openSync(written, 'w');
  writeSync(descriptor, `${JSON.stringify({ format: formatVersion })}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(written, file);
};

const versionIn = (file: string): number | undefined => {
  try {
    const { format } = JSON.parse(readFileSync(file, 'utf8')) as { format?: unknown };
    return typeof format === 'number' && Number.isInteger(format) && format > 0 ? format : undefined;
  } catch {
    return undefined;
  }
};
