/**
 * Changes to the other theme and keeps it on this device where that is allowed; the document itself, `index.html`, applies the kept one before
 * anything is drawn.
 */
export function switchTheme(): void {
  const { dataset } = document.documentElement;
  const shown = dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  dataset['theme'] = shown === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem('theme', dataset['theme']);
  } catch {
    // A browser that keeps nothing still shows the theme until it is closed.
  }
}
