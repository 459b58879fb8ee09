import { SaxesParser } from 'saxes';

/** An element of a document, with what it holds. */
export class XmlElement {
  readonly children: XmlElement[] = [];
  text = '';

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
  ) {}

  /** Those of this name anywhere below, in the order of the document. */
  all(name: string): XmlElement[] {
    return this.children.flatMap((child) => [...(child.name === name ? [child] : []), ...child.all(name)]);
  }

  /** The text of the first of this name. */
  textOf(name: string): string | undefined {
    return this.all(name)[0]?.text;
  }
}

/** Reads a whole document strictly; throws when it is not well-formed, its namespaces included. */
export function parseXml(document: string): XmlElement {
  const root = new XmlElement('', {});
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = new XmlElement(name, Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])));
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  return root;
}
