import { Fragment, type ReactNode } from 'react';

/** A translated sentence with marked words in it, such as `lists <toAll>165 organisations</toAll>`, each made into the element that is named. */
export function Sentence({ text, marked }: { text: string; marked: Readonly<Record<string, (words: string) => ReactNode>> }) {
  const parts = text.split(/(<\w+>.*?<\/\w+>)/);
  return parts.map((part, index) => {
    const [, name = '', words = ''] = /^<(\w+)>(.*)<\/\1>$/.exec(part) ?? [];
    return <Fragment key={index}>{marked[name]?.(words) ?? part}</Fragment>;
  });
}
