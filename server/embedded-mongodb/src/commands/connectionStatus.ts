import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf } from './fields.js';

export const connectionStatus: Command = {
  name: 'connectionStatus',
  arguments: { showPrivileges: 'flag' },
  run: () => reply(fieldsOf({ authInfo: fieldsOf({ authenticatedUsers: [], authenticatedUserRoles: [] }) })),
};
