import { act, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { Suspense } from 'react';
import { catalogueFromSource } from '../../testing/renderPage.js';
import { useTranslation } from '../ui/useTranslation.js';
import { startI18n } from './i18n.js';

function Title() {
  const { t } = useTranslation('sources');
  return <p>{t('sources.pages')}</p>;
}

const show = () =>
  act(async () =>
    render(
      <Suspense fallback="…">
        <Title />
      </Suspense>,
    ),
  );

describe('the words of a room', () => {
  it('are waited for, and change with the language', async () => {
    await startI18n('en', catalogueFromSource);
    await show();
    const english = screen.getByRole('paragraph').textContent;
    await act(async () => {
      await i18next.loadLanguages('ar');
      await i18next.changeLanguage('ar');
    });
    const arabic = (await catalogueFromSource('sources', 'ar'))['sources.pages'];
    expect(screen.getByRole('paragraph')).toHaveTextContent(arabic ?? '');
    expect(english).not.toBe(arabic);
  });

  it('that do not arrive are not asked for without end, and their names stand for them', async () => {
    let asked = 0;
    await startI18n('fr', (room, language) => {
      if (room !== 'sources') return catalogueFromSource(room, language);
      asked += 1;
      return Promise.reject(new Error('the line is down'));
    });
    const { unmount } = await show();
    expect(await screen.findByText('sources.pages')).toBeVisible();
    const before = asked;
    unmount();
    await show();
    expect(screen.getByText('sources.pages')).toBeVisible();
    expect(asked).toBe(before);
  });
});
