// `npm start`: from a fresh clone to a portal on real data.
import { prepare, tell } from './steps.mjs';

try {
  await prepare();
  await import('../server/dist/main.js');
} catch (error) {
  tell(error);
}
