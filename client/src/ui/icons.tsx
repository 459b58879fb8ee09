import type { ReactNode, SVGProps } from 'react';

/** The frame of an icon: 20 by 20, in lines of the text's colour. */
export function Icon({ children, ...rest }: { children: ReactNode } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...rest}
    >
      {children}
    </svg>
  );
}

export const SearchIcon = () => (
  <Icon>
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m13 13 4 4" />
  </Icon>
);

export const ThemeIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" stroke="none" />
  </Icon>
);

export const MenuIcon = () => (
  <Icon>
    <path d="M3 6h14M3 10h14M3 14h14" />
  </Icon>
);

export const FilterIcon = () => (
  <Icon>
    <path d="M3 5h14M6 10h8M8.5 15h3" />
  </Icon>
);

export const TableIcon = () => (
  <Icon strokeWidth="1.5">
    <path d="M3 4.5h14v11H3zM3 8.5h14M8 8.5v7" />
  </Icon>
);

export const ListIcon = () => (
  <Icon strokeWidth="1.5">
    <path d="M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h9" />
  </Icon>
);

export const LinkIcon = () => (
  <Icon>
    <path d="M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2L10.500 5.300M11.500 8.500a3 3 0 0 0-4.200 0l-3 3a3 3 0 0 0 4.200 4.200l1-1" />
  </Icon>
);

export const DownloadIcon = () => (
  <Icon>
    <path d="M10 3v10m-4-4 4 4 4-4M4 17h12" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M10 4v12M4 10h12" />
  </Icon>
);

export const MinusIcon = () => (
  <Icon>
    <path d="M4 10h12" />
  </Icon>
);

export const WholeWorldIcon = () => (
  <Icon strokeWidth="1.5">
    <circle cx="10" cy="10" r="7" />
    <path d="M3 10h14M10 3c2.5 2 2.5 12 0 14M10 3c-2.5 2-2.5 12 0 14" />
  </Icon>
);

export const PageIcon = () => (
  <svg viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" aria-hidden="true">
    <path d="M3 1.2h5.2L11 4v8.8H3z" />
    <path d="M8 1.4V4.2h2.8M5 7h4M5 9.6h4" />
  </svg>
);
