const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// eslint-disable-next-line no-control-regex -- the characters that no document of XML or HTML may hold
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

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
