import { createTransport } from 'nodemailer';
import type { Carry } from './deliver.js';

/** Carries mails to the mail server at `url` (`smtp://` or `smtps://`, user and password in it), from the given sender. */
export function carryBySmtp(url: string, from: string): { carry: Carry; close: () => void } {
  const transport = createTransport({ url, pool: true }, { from });
  return {
    carry: async ({ to, subject, text, html }) => {
      await transport.sendMail({ to: { name: '', address: to }, subject, text, html });
    },
    close: () => transport.close(),
  };
}
