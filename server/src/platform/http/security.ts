import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { HelmetOptions } from 'helmet';

/**
 * What a page of ours may load: its own scripts only, none written into it but those that `allowScripts` names. Styles may be set by scripts, as
 * menus that find their place need.
 */
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
    strictTransportSecurity: transportSecurity(publicUrl),
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Nothing is embedded elsewhere but what `openToOtherSites` opens.
    xFrameOptions: { action: 'deny' },
  };
}

/**
 * Files that no browser opens as a page: scripts, styles and data of the built client. What is said to pages alone would weigh on each of them,
 * more than some of them do.
 */
export const isPartOfPage = (path: string): boolean => /^\/assets\/[^/]+\.(js|css|json)$/.test(path);

/** What browsers heed for such a file: its type is not guessed, other sites do not load it. */
export function securityHeadersOfParts(publicUrl: string): HelmetOptions {
  return {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    strictTransportSecurity: transportSecurity(publicUrl),
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  };
}

function transportSecurity(publicUrl: string): HelmetOptions['strictTransportSecurity'] {
  return publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false;
}

/** Lets a page run scripts that stand in it, as `scriptsWithin` tells them, and no other. */
export function allowScripts(response: ServerResponse, hashes: readonly string[]): void {
  changePolicy(response, "script-src 'self'", ["script-src 'self'", ...hashes].join(' '));
}

/** The scripts written into a document, as a content security policy names them. */
export function scriptsWithin(html: string): string[] {
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}

/** Lets pages of other sites frame or load this answer, as nothing else of the portal may be; all other rules stay. */
export function openToOtherSites(response: ServerResponse): void {
  changePolicy(response, "frame-ancestors 'none'", 'frame-ancestors *');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.removeHeader('X-Frame-Options');
}

function changePolicy(response: ServerResponse, rule: string, changed: string): void {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.setHeader('Content-Security-Policy', policy.replace(rule, changed));
}
