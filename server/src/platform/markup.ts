const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters but tabs and ends of lines, halves of pairs, and what is no character at all. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Text without the characters that XML cannot hold, such as those of control and halves of pairs. */
export function withoutControls(text: string): string {
  return text.replace(forbidden, '');
}

/** Text as it stands in an element or between quotes of an attribute, of HTML or of XML, whatever its letters. */
export function escaped(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

/** JSON that may stand in a `<script>` of HTML: nothing in it can end the element or begin a comment. */
export function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
