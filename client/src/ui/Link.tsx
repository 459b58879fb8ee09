import type { AnchorHTMLAttributes, Ref } from 'react';
import { type To, useHref, useLinkClickHandler } from 'react-router';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: To;
  /** Whether the page gone to takes the place of this one in the reader's history. */
  replace?: boolean;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link to a page of the portal. React Router's own `Link` brings prefetching along, which every reader would download and no page uses. */
export function Link({ to, replace, target, onClick, children, ...attributes }: Props) {
  const follow = useLinkClickHandler<HTMLAnchorElement>(to, { target, replace });
  return (
    <a
      {...attributes}
      href={useHref(to)}
      target={target}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) follow(event);
      }}
    >
      {children}
    </a>
  );
}
