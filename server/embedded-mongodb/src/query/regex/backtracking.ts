/** How much work a pattern can make on one text. */
export interface Effort {
  /** Repetitions within repetitions, or with several ways to go: each character more can double the work. */
  readonly doubles: boolean;
  /** How many repetitions without an end can share a text among them, each at any place. */
  readonly repetitions: number;
}

/** More repeated characters than this count as without an end. */
const longestRepetition = 16;

interface OpenGroup {
  hasChoice: boolean;
}

/** Looks over the source of a JavaScript regular expression. Rather too much than too little is told. */
export const effortOf = (source: string): Effort => {
  const groups: OpenGroup[] = [{ hasChoice: false }];
  const quantifier = /\*|\+|\?|\{(\d+)(,(\d*))?\}/y;
  let repetitions = 0;
  let doubles = false;
  let position = 0;
  let closed: OpenGroup | undefined;
  const top = (): OpenGroup => groups.at(-1) as OpenGroup;
  while (position < source.length) {
    const character = source[position];
    quantifier.lastIndex = position;
    const found = quantifier.exec(source);
    if (found) {
      const times = timesOf(found);
      if (times > 1 && closed?.hasChoice) doubles = true;
      if (times > longestRepetition) repetitions += 1;
      top().hasChoice = true;
      position = quantifier.lastIndex;
      if (source[position] === '?') position += 1;
      closed = undefined;
      continue;
    }
    closed = undefined;
    if (character === '\\') position += 1;
    else if (character === '[') position = endOfClass(source, position);
    else if (character === '(') {
      groups.push({ hasChoice: false });
      if (source[position + 1] === '?') position += 1;
    } else if (character === '|') top().hasChoice = true;
    else if (character === ')') {
      closed = groups.pop();
      if (closed?.hasChoice) top().hasChoice = true;
    }
    position += 1;
  }
  return { doubles, repetitions };
};

const timesOf = ([whole, least, isRange, most]: RegExpExecArray): number => {
  if (whole === '?') return 1;
  if (whole === '*' || whole === '+') return Infinity;
  if (isRange === undefined) return Number(least);
  return most === '' || most === undefined ? Infinity : Number(most);
};

/** The place of the bracket that closes a class of characters. */
const endOfClass = (source: string, from: number): number => {
  let position = from + 1;
  while (position < source.length && source[position] !== ']') position += source[position] === '\\' ? 2 : 1;
  return position;
};
