/** The `Cookie` header that a browser would send back after these `Set-Cookie` headers, on top of the one that it had. */
export function cookieOf(setCookies: readonly string[], before = ''): string {
  const cookies = new Map<string, string>();
  for (const pair of [...before.split('; '), ...setCookies.map((each) => each.split('; ')[0] ?? '')]) {
    const [name = '', value = ''] = pair.split('=');
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
