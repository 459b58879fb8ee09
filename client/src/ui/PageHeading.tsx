import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';

/** Whether the reader has just come to this page from another one; asking takes the answer away. */
export const Arrival = createContext<{ claim(): boolean }>({ claim: () => false });

/** The one h1 of a page. It names the window and, when the reader comes from another page, takes the focus. */
export function PageHeading({ title, className, children }: { title: string; className?: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useContext(Arrival);
  useEffect(() => {
    if (arrival.claim()) heading.current?.focus();
  }, [arrival]);
  useWindowTitle(title);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  );
}

function useWindowTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · Plenum` : 'Plenum';
  }, [title]);
}
