// A guard counts once it has been seen to fail: plants a forbidden and an allowed import behind every wall and sees what the linter says.
import { ESLint } from 'eslint';
import { walls } from './walls.mjs';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser }, plugins: { '@typescript-eslint': tseslint.plugin } },
    ...walls,
  ],
});

const plants = [
  // file, import, allowed?
  ['server/src/people/Account.ts', "import { a } from '../directory/index.js';", false],
  ['server/src/directory/queries.ts', "import { a } from '../people/index.js';", true],
  ['server/src/directory/queries.ts', "import { a } from '../people/Account.js';", false],
  ['server/src/directory/commands/confirmProfile.ts', "import { a } from '../../people/Account.js';", false],
  ['server/src/directory/commands/confirmProfile.ts', "import { a } from '../Organisation.js';", true],
  ['server/src/directory/commands/confirmProfile.test.ts', "import { a } from '../../people/testing/index.js';", true],
  ['server/src/directory/commands/confirmProfile.test.ts', "import { a } from '../../people/testing/addPerson.js';", false],
  ['server/src/meetings/queries.ts', "import { a } from '../visits/index.js';", false],
  ['server/src/visits/queries.ts', "import { a } from '../events/index.js';", false],
  ['server/src/visits/queries.ts', "import { a } from '../meetings/index.js';", true],
  ['server/src/directory/queries.ts', "import { a } from '../app.js';", false],
  ['server/src/directory/resolvers.ts', "import mongoose from 'mongoose';", false],
  ['server/src/directory/Organisation.ts', "import mongoose from 'mongoose';", true],
  ['server/src/directory/Organisation.ts', "import type { a } from '../generated/graphql.js';", false],
  ['server/src/directory/resolvers.ts', "import type { a } from '../generated/graphql.js';", true],
  ['server/src/people/policy.ts', "import { a } from '../platform/clock.js';", false],
  ['server/src/people/policy.ts', "import type { a } from './Viewer.js';", true],
  ['server/src/platform/http.ts', "import { a } from '../people/index.js';", false],
  ['server/src/platform/http.ts', "import type { a } from '../context.js';", false],
  ['server/src/platform/http.ts', "import { a } from './env.js';", true],
  ['server/embedded-mongodb/src/index.ts', "import { a } from '@plenum/server';", false],
  ['server/embedded-mongodb/src/index.ts', "import { a } from './worker.js';", true],
  ['client/src/ui/Button.tsx', "import { useQuery } from '@apollo/client/react';", false],
  ['client/src/ui/Button.tsx', "import { a } from '../directory/index.js';", false],
  ['client/src/ui/Button.tsx', "import { a } from 'react-aria-components';", true],
  ['client/src/people/SignInPage.tsx', "import { a } from '../directory/index.js';", false],
  ['client/src/directory/DirectoryPage.tsx', "import { a } from '../people/index.js';", true],
  ['client/src/directory/DirectoryPage.tsx', "import { a } from '../people/SignInPage.js';", false],
  ['client/src/directory/DirectoryPage.tsx', "import { a } from '../people/form/index.js';", true],
  ['client/src/directory/DirectoryPage.tsx', "import { a } from '../people/form/Form.js';", false],
  ['client/src/directory/DirectoryPage.tsx', "import { a } from '../app/router.js';", false],
  ['client/src/directory/DirectoryPage.tsx', "import { a } from '../ui/Button.js';", true],
];

const wrong = [];
for (const [filePath, text, isAllowed] of plants) {
  const [{ messages }] = await eslint.lintText(text, { filePath });
  const fatal = messages.find((message) => message.fatal);
  const isRefused = messages.some((message) => message.ruleId === '@typescript-eslint/no-restricted-imports');
  if (fatal || isRefused === isAllowed)
    wrong.push(`${filePath}: ${text} should be ${isAllowed ? 'allowed' : 'refused'}${fatal ? `: ${fatal.message}` : ''}`);
}
const refusals = plants.filter(([, , isAllowed]) => !isAllowed).length;
console.log(wrong.length ? wrong.join('\n') : `${refusals} forbidden imports refused, ${plants.length - refusals} rightful ones allowed`);
process.exitCode = wrong.length ? 1 : 0;
