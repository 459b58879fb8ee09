import type { Job } from '../platform/jobs.js';
import { PasskeyChallenge } from './PasskeyChallenge.js';
import { Session } from './Session.js';
import { SignInRequest } from './SignInRequest.js';

const day = 86_400_000;

/** Throws away sessions and challenges that have ended and requests for links that opened their last door a day ago. */
export const tidySignIn: Job = {
  name: 'tidy sign-in',
  schedule: '41 * * * *',
  run: async (now) => {
    await Session.deleteMany({ expiresAt: { $lte: now } });
    await PasskeyChallenge.deleteMany({ expiresAt: { $lte: now } });
    await SignInRequest.deleteMany({ expiresAt: { $lt: new Date(now.getTime() - day) } });
  },
};
