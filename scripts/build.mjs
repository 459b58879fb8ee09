// Builds everything that runs in production; the Dockerfile calls it.
import { prepare, tell } from './steps.mjs';

try {
  await prepare();
} catch (error) {
  tell(error);
}
