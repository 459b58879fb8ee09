import type { Job } from '../platform/jobs.js';
import { Session } from './Session.js';
import { SignInRequest } from './SignInRequest.js';

const day = 86_400_000;

/** Throws away sessions that have ended and requests for links that opened their last door a day ago. */
export const tidySignIn: Job = {
  name: 'tidy sign-in',
  schedule: '41 * * * *',
  run: async (now) => {
    await Session.deleteMany({ expiresAt: { $lte: now } });
    await SignInRequest.deleteMany({ expiresAt: { $lt: new Date(now.getTime() - day) } });
  },
};
