// The order of Jest's test files. Without times of an earlier run Jest goes by the size of files, and may begin the longest last, alone.
const { default: Sequencer } = require('@jest/test-sequencer');

const long = [
  'main.test.ts',
  'authorization-matrix.test.ts',
  'guarded-values.test.ts',
  'order.test.ts',
  'command-line.test.ts',
  'kill-and-restart.test.ts',
];
const rank = ({ path }) => {
  const place = long.findIndex((name) => path.endsWith(name));
  return place < 0 ? long.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
