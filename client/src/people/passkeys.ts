/** Why the browser brought no passkey: the person or the browser stopped it, the key was there before, or the browser cannot do it. */
export type PasskeyStopped = 'CANCELLED' | 'KNOWN' | 'FAILED';

export type PasskeyAnswer =
  { readonly response: string; readonly stopped?: undefined } | { readonly response?: undefined; readonly stopped: PasskeyStopped };

export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential === 'function';
}

/** Lets the browser sign a challenge with a passkey that it knows; `options` and the answer are JSON text. */
export function askPasskey(options: string): Promise<PasskeyAnswer> {
  return answered(async () => (await browserSide()).startAuthentication({ optionsJSON: JSON.parse(options) as never }));
}

/** Lets the browser make a passkey; `options` and the answer are JSON text. */
export function makePasskey(options: string): Promise<PasskeyAnswer> {
  return answered(async () => (await browserSide()).startRegistration({ optionsJSON: JSON.parse(options) as never }));
}

/** Loaded when a passkey is first wanted. */
const browserSide = () => import('@simplewebauthn/browser');

async function answered(ask: () => Promise<object>): Promise<PasskeyAnswer> {
  try {
    return { response: JSON.stringify(await ask()) };
  } catch (error) {
    const { name } = error as Error;
    if (name === 'InvalidStateError') return { stopped: 'KNOWN' };
    return { stopped: name === 'NotAllowedError' || name === 'AbortError' ? 'CANCELLED' : 'FAILED' };
  }
}
