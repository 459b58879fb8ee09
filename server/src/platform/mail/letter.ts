import type { Language } from '../language.js';
import { directionOf } from '../language.js';

/** What a mail says, before it is laid out. */
export interface Letter {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  /** A code to be typed, shown large. */
  code?: string;
  /** The one thing that the reader may want to do. */
  action?: { label: string; url: string };
  /** Small print below: why the mail came, what to do if it was not asked for. */
  footnote: string;
}

/** The most bytes that a mail may have, text and HTML together. */
export const mostBytes = 50_000;

/** Lays a letter out as plain text and as HTML, from right to left where the language is. Throws when it grows beyond 50 KB. */
export function layOut(letter: Letter, language: Language): { subject: string; text: string; html: string } {
  const text = asText(letter);
  const html = asHtml(letter, language);
  const bytes = Buffer.byteLength(text) + Buffer.byteLength(html);
  if (bytes > mostBytes) throw new Error(`A mail of ${bytes} bytes is heavier than ${mostBytes}.`);
  return { subject: oneLine(letter.subject), text, html };
}

/** A subject must never start a second header line. */
function oneLine(subject: string): string {
  return subject.replace(/\s+/g, ' ').trim();
}

function asText({ greeting, paragraphs, code, action, footnote }: Letter): string {
  const parts = [greeting, ...paragraphs];
  if (action) parts.push(`${action.label}:\n${action.url}`);
  if (code) parts.push(code);
  return [...parts, '--', footnote].join('\n\n') + '\n';
}

function asHtml({ subject, greeting, paragraphs, code, action, footnote }: Letter, language: Language): string {
  const side = directionOf(language) === 'rtl' ? 'right' : 'left';
  const paragraph = (words: string) => `<p style="margin:0 0 16px">${escaped(words)}</p>`;
  const button =
    action &&
    `<p style="margin:24px 0"><a href="${escaped(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#17495e;color:#ffffff;text-decoration:none;font-weight:600">${escaped(action.label)}</a></p>`;
  const bareAddress =
    action &&
    `<p dir="ltr" style="margin:0 0 16px;font-size:13px;color:#5b5b5b;text-align:left;word-break:break-all">${escaped(action.url)}</p>`;
  const largeCode =
    code && `<p dir="ltr" style="margin:24px 0;font-size:28px;font-weight:700;letter-spacing:6px;text-align:${side}">${escaped(code)}</p>`;
  return [
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(oneLine(subject))}</title></head>`,
    `<body style="margin:0;padding:24px;background:#f6f4ef;font-family:system-ui,'Segoe UI',Tahoma,sans-serif;font-size:16px;line-height:1.5;color:#1d1d1b">`,
    `<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px;text-align:${side}">`,
    paragraph(greeting),
    ...paragraphs.map(paragraph),
    button,
    bareAddress,
    largeCode,
    `<hr style="border:0;border-top:1px solid #dcd8cd;margin:24px 0"><p style="margin:0;font-size:13px;color:#5b5b5b">${escaped(footnote)}</p>`,
    '</div></body></html>',
  ]
    .filter((part) => part !== undefined)
    .join('\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
