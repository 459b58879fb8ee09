// Shows the directory on a page: <script src="https://portal.example/embed.js" data-region="africa" data-lang="fr" async></script>
// Each data attribute is a parameter of the frame. Keeps nothing on the visitor's device.
(() => {
  const script = document.currentScript;
  if (!script) return;
  const { origin } = new URL(script.src);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(script.dataset))
    query.set(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value,
    );
  const titles = {
    en: 'Organisations for children’s rights',
    fr: 'Organisations des droits de l’enfant',
    es: 'Organizaciones por los derechos de la infancia',
    ar: 'منظمات حقوق الطفل',
  };
  const frame = document.createElement('iframe');
  frame.src = `${origin}/embed?${query}`;
  frame.title = titles[(script.dataset.lang || document.documentElement.lang).slice(0, 2)] || titles.en;
  frame.loading = 'lazy';
  frame.style.cssText = 'display:block;inline-size:100%;block-size:40rem;border:0;color-scheme:auto';
  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin || !data || data.plenum !== 'height') return;
    const height = Number(data.height);
    if (height > 0 && height < 20000) frame.style.blockSize = `${height}px`;
  });
  script.before(frame);
})();
