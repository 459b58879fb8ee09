import { render } from '@testing-library/react';
import { useInSteps } from './useInSteps.js';

test('the first answer of a visit is drawn after a step of its own, every other at once and but once', () => {
  const drawn: (string | undefined)[] = [];
  function Page({ answer }: { answer: string | undefined }) {
    drawn.push(useInSteps(answer));
    return null;
  }
  const drawnFor = (show: () => void) => {
    drawn.length = 0;
    show();
    return [...drawn];
  };
  const { rerender, unmount } = render(<Page answer={undefined} />);
  expect(drawnFor(() => rerender(<Page answer="one" />))).toEqual([undefined, 'one']);
  // The step that was put aside for the first answer ends with this one.
  rerender(<Page answer="two" />);
  expect(drawnFor(() => rerender(<Page answer="three" />))).toEqual(['three']);
  unmount();
  expect(drawnFor(() => render(<Page answer="four" />))).toEqual(['four']);
});
