import { withCommas } from '../directoryView.js';

/** A line that makes the frame by a script: as tall as its content. */
export function scriptSnippet(origin: string, parameters: URLSearchParams): string {
  const attributes = [...parameters].map(([name, value]) => ` data-${name}="${quoted(value)}"`);
  return `<script src="${origin}/embed.js"${attributes.join('')} async></script>`;
}

/** A line that is the frame itself, for pages that take no script. */
export function frameSnippet(origin: string, parameters: URLSearchParams, title: string): string {
  return `<iframe src="${quoted(frameAddress(origin, parameters))}" title="${quoted(title)}" loading="lazy" style="border:0;inline-size:100%;block-size:40rem"></iframe>`;
}

export function frameAddress(origin: string, parameters: URLSearchParams): string {
  const query = withCommas(parameters);
  return `${origin}/embed${query ? `?${query}` : ''}`;
}

/** Text as it may stand between the quotes of an attribute. */
function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
