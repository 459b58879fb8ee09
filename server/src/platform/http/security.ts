import type { ServerResponse } from 'node:http';
import type { HelmetOptions } from 'helmet';

/** What a page of ours may load: its own scripts only, none written into it. Styles may be set by scripts, as menus that find their place need. */
export function securityHeaders(publicUrl: string): HelmetOptions {
  const isHttps = publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Nothing is embedded elsewhere but what `openToOtherSites` opens.
    xFrameOptions: { action: 'deny' },
  };
}

/** Lets pages of other sites frame or load this answer, as nothing else of the portal may be; all other rules stay. */
export function openToOtherSites(response: ServerResponse): void {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.setHeader('Content-Security-Policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.removeHeader('X-Frame-Options');
}
