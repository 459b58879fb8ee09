import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';

/** A question or a form that opened in its place on the page: it takes the focus, and Escape closes it. */
export function Opened({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    // The key only closes what its own buttons close too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="opened stack" aria-labelledby={headingId} onKeyDown={closeByKey}>
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}
