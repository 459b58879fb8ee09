// The walls of ARCHITECTURE in docs/decisions: which room may import which, as lint rules. scripts/check-walls.mjs sees each of them fail.
const rooms = ['people', 'directory', 'membership', 'groups', 'meetings', 'visits', 'events', 'assembly', 'library'];
const sideBySide = new Set(['visits', 'events', 'assembly', 'library']);

/** Rooms to the left of `room`, whose door it may use; the four side-by-side rooms do not use one another. */
function mayUse(room) {
  return rooms.slice(0, rooms.indexOf(room)).filter((other) => !(sideBySide.has(room) && sideBySide.has(other)));
}

const restrict = (patterns) => ['error', { patterns }];
const insideOf = (names) => `^(\\.\\./)+(${names.join('|')})/`;

const doorsOnly = {
  regex: `^(\\.\\./)+(${rooms.join('|')})/(?!((form|testing)/)?index\\.js$)`,
  message:
    'Another room is entered through its door, its index.ts; forms and tests have a door of their own, form/index.ts and testing/index.ts.',
};
const notLater = (room) => {
  const refused = rooms.filter((other) => other !== room && !mayUse(room).includes(other));
  return refused.length
    ? [
        {
          regex: insideOf(refused),
          message: `${room} may use only ${mayUse(room).join(', ') || 'the platform'}; the later room extends the earlier one.`,
        },
      ]
    : [];
};

function roomWalls(side) {
  return rooms.flatMap((room) => {
    const base = [doorsOnly, ...notLater(room)];
    const folder = `${side}/src/${room}`;
    if (side === 'client') {
      return [
        {
          files: [`${folder}/**/*.{ts,tsx}`],
          rules: {
            '@typescript-eslint/no-restricted-imports': restrict([
              ...base,
              { regex: '^(\\.\\./)+app/', message: 'A room does not know the application around it.' },
            ]),
          },
        },
      ];
    }
    const above = { regex: '^(\\.\\./)+(app|main|command-line)\\.js$', message: 'A room does not know the application around it.' };
    const generated = { regex: '/generated/', message: 'Generated types meet models in the mappers of codegen.yml, nowhere else.' };
    const database = { regex: '^(mongoose|mongodb)$', message: 'A resolver calls a command, a query, a loader or a policy.' };
    const values = { regex: '.', allowTypeImports: true, message: 'A policy imports types only: no input or output, no clock.' };
    return [
      { files: [`${folder}/**/*.ts`], rules: { '@typescript-eslint/no-restricted-imports': restrict([...base, above]) } },
      { files: [`${folder}/resolvers.ts`], rules: { '@typescript-eslint/no-restricted-imports': restrict([...base, above, database]) } },
      {
        files: [`${folder}/[A-Z]*.ts`],
        ignores: ['**/*.test.ts'],
        rules: { '@typescript-eslint/no-restricted-imports': restrict([...base, above, generated]) },
      },
      {
        files: [`${folder}/policy.ts`],
        rules: { '@typescript-eslint/no-restricted-imports': restrict([...base, above, generated, values]) },
      },
    ];
  });
}

const anyRoom = { regex: insideOf(rooms), message: 'This part knows no room.' };

export const walls = [
  ...roomWalls('server'),
  ...roomWalls('client'),
  {
    files: ['server/src/platform/**/*.ts'],
    ignores: ['server/src/platform/testing/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': restrict([
        anyRoom,
        { regex: '^(\\.\\./)+(app|main|context|command-line)\\.js$', message: 'The platform knows nothing of what stands on it.' },
      ]),
    },
  },
  {
    files: ['server/embedded-mongodb/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': restrict([
        {
          regex: '(^@plenum/(server|client))|(embedded-mongodb/\\.\\.)|(^(\\.\\./){3,}(src|client)/)',
          message: 'The embedded database knows nothing of the portal.',
        },
      ]),
    },
  },
  {
    files: ['client/src/ui/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': restrict([
        anyRoom,
        { regex: '^@apollo/|^graphql|/generated/|^(\\.\\./)+app/', message: 'ui/ knows no GraphQL and no application.' },
      ]),
    },
  },
];
