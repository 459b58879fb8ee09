import { generate, install, refuseOldNode, step, tell } from './steps.mjs';

try {
  refuseOldNode();
  await step('Install what is missing', install);
  await step('Generate types from the schema', generate);
} catch (error) {
  tell(error);
}
