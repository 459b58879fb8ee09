export type Theme = 'light' | 'dark';

const key = 'theme';

/** The theme that the reader has chosen on this device; undefined while the device's own preference holds. */
export function keptTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function applyTheme(theme: Theme | undefined): void {
  if (theme) document.documentElement.dataset['theme'] = theme;
}

/** Changes to the other theme and keeps it on this device where that is allowed. */
export function switchTheme(): void {
  const shown = document.documentElement.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const other = shown === 'dark' ? 'light' : 'dark';
  applyTheme(other);
  try {
    localStorage.setItem(key, other);
  } catch {
    // A browser that keeps nothing still shows the theme until it is closed.
  }
}
