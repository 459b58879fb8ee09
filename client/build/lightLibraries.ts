import type { Plugin } from 'vite';

/**
 * Lets parts of React Router that nothing uses fall away: naming a component for debuggers, and making it, count as use
 * unless they are told to be without effect. Weighs some four kilobytes in every first view.
 */
export function lightLibraries(): Plugin {
  return {
    name: 'light-libraries',
    apply: 'build',
    transform: {
      filter: { id: /node_modules[\\/]react-router[\\/]/ },
      handler: (code) => ({
        code: code
          .replace(/^\w+\.displayName = .*$/gm, '')
          .replace(/= (?=React\w*\.(?:forwardRef|memo|createContext)\()/g, '= /* @__PURE__ */ '),
        map: null,
      }),
    },
  };
}
