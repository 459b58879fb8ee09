/** Tells the page around the frame how tall its content is, whenever that changes; `embed.js` there makes the frame as tall. */
export function tellHeight(frame: Window): void {
  const { body } = frame.document;
  if (frame.parent === frame) return;
  let told = 0;
  const tell = () => {
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // A number for whoever frames this, and nothing else.
    frame.parent.postMessage({ plenum: 'height', height }, '*');
  };
  new ResizeObserver(tell).observe(body);
  tell();
}
