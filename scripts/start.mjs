// `npm start`: from a fresh clone to a portal on real data.
import { prepare, tell } from './steps.mjs';

try {
  await prepare();
  // Only now, since npm would leave out what builds need. Libraries check less and answer sooner.
  process.env.NODE_ENV ??= 'production';
  await import('../server/dist/main.js');
} catch (error) {
  tell(error);
}
