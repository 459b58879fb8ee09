import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { failureOf } from '../../api/failure.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import type { Trouble } from '../acts/useAct.js';
import { graphql } from '../../generated/index.js';

const dataHeldOnMe = graphql(`
  query DataHeldOnMe {
    viewer {
      dataHeldOnMe
    }
  }
`);

/** All that is held on the reader, as a file. */
export function ExportData() {
  const { t } = useTranslation('people');
  const client = useApolloClient();
  const [state, setState] = useState<'still' | 'running' | 'saved'>('still');
  const [trouble, setTrouble] = useState<Trouble>();
  const download = async () => {
    setState('running');
    setTrouble(undefined);
    try {
      const { data } = await client.query({ query: dataHeldOnMe, fetchPolicy: 'no-cache' });
      if (!data?.viewer) throw new Error('Nobody is signed in any more.');
      saveFile('plenum-my-data.json', data.viewer.dataHeldOnMe);
      setState('saved');
    } catch (error) {
      setState('still');
      setTrouble({ kind: 'failed', failure: failureOf(error as Error) });
    }
  };
  return (
    <section aria-labelledby="export">
      <h2 id="export" className="aside-title">
        {t('export.title')}
      </h2>
      <div className="stack">
        <p className="small quiet">{t('export.text')}</p>
        <TroubleNotice trouble={trouble} />
        <button type="button" className="button" aria-disabled={state === 'running'} onClick={() => void download()}>
          {t('export.download')}
        </button>
        <p role="status" className="small">
          {state === 'saved' && t('export.saved')}
        </p>
      </div>
    </section>
  );
}

function saveFile(name: string, json: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
