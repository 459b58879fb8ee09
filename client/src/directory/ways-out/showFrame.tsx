import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../ui/language.js';
import { Frame } from './Frame.js';
import { readFrameSettings } from './frameSettings.js';
import { schemeOf, tokensOf } from './frameTheme.js';
import { tellHeight } from './tellHeight.js';

/** Draws what the address of a frame asks for, in the language whose words are there, and tells the page around it how tall it is. */
export function showFrame(root: HTMLElement, query: URLSearchParams, language: Language): void {
  applyTheme(query);
  createRoot(root).render(
    <StrictMode>
      <Frame query={query} origin={location.origin} language={language} />
    </StrictMode>,
  );
  tellHeight(window);
}

/** Gives the page the colours that the address of the frame asks for. */
function applyTheme(query: URLSearchParams): void {
  const settings = readFrameSettings(query);
  const { documentElement } = document;
  const scheme = schemeOf(settings);
  if (scheme) documentElement.dataset['theme'] = scheme;
  const style = getComputedStyle(documentElement);
  for (const [name, value] of Object.entries(tokensOf(settings, (token) => style.getPropertyValue(token)))) {
    documentElement.style.setProperty(name, value);
  }
}
