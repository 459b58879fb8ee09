import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

/**
 * A button that shows and hides a panel of links. It closes on Escape, on a press outside and on a choice; the links keep their natural order,
 * so that no keys have to be learned.
 */
export function Menu({
  label,
  className,
  button,
  children,
}: {
  label: string;
  className: string;
  button: ReactNode;
  children: (close: () => void) => ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      opener.current?.focus();
    };
    const onPress = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('focusin', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('focusin', onPress);
    };
  }, [isOpen]);

  return (
    <div className={`menu ${className}`} ref={box}>
      <button
        ref={opener}
        type="button"
        className="button button--quiet menu__button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {button}
      </button>
      <nav id={panelId} className="menu__panel" aria-label={label} hidden={!isOpen}>
        {isOpen && children(() => setIsOpen(false))}
      </nav>
    </div>
  );
}
