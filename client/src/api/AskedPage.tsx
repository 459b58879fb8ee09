import type { ErrorLike } from '@apollo/client';
import type { ReactNode } from 'react';
import { PageHeading } from '../ui/PageHeading.js';
import { Bones } from '../ui/states.js';
import { QueryFailure } from './QueryFailure.js';

interface Props<TData> {
  title: string;
  lede?: ReactNode;
  /** What has just been done, for everybody to hear. */
  said?: string;
  /** What else stands in its head. */
  more?: ReactNode;
  /** What the query of the page brought so far. */
  data: TData | undefined;
  error: ErrorLike | undefined;
  onRetry(): void;
  /** What the reader has not lost when it brought nothing. */
  kept?: string;
  children(data: TData): ReactNode;
}

/** A page of one query: its head stands while the answer comes, fails or is tried again. */
export function AskedPage<TData>({ title, lede, said, more, data, error, onRetry, kept, children }: Props<TData>) {
  return (
    <div className="wrap">
      <header className="page-head">
        <PageHeading title={title} />
        {lede && <p className="lede">{lede}</p>}
        {said !== undefined && (
          <p role="status" className={said ? 'notice' : undefined}>
            {said}
          </p>
        )}
        {more}
      </header>
      {data !== undefined ? (
        children(data)
      ) : error ? (
        <QueryFailure isWholePage error={error} onRetry={onRetry} {...(kept && { kept })} />
      ) : (
        <Bones lines={10} />
      )}
    </div>
  );
}
