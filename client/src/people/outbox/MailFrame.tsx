import { useMemo, useRef } from 'react';

/**
 * A mail's HTML in a frame that runs no program and sends no form. Its links open in a window of their own.
 * The portal lets no page carry its looks in attributes, so they are put on by program once the frame stands.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const document = useMemo(() => html.replaceAll(/ style="/g, ' data-style="').replace(/<head>/i, '<head><base target="_blank">'), [html]);
  const dress = () => {
    const body = frame.current?.contentDocument?.body;
    if (!frame.current || !body) return;
    for (const element of [body, ...body.querySelectorAll<HTMLElement>('[data-style]')])
      element.style.cssText = element.dataset['style'] ?? '';
    frame.current.style.blockSize = `${body.scrollHeight + 2}px`;
  };
  return (
    <iframe
      ref={frame}
      className="mail__frame"
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={document}
      title={title}
      onLoad={dress}
    />
  );
}
