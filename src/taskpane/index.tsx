import { createRoot } from 'react-dom/client';
import { displayLanguage } from './language';
import { loadLater } from './later';
import { Pane } from './pane';
import { connectRibbon } from './ribbon';
import './pane.css';

void Office.onReady(() => {
  connectRibbon();
  const root = document.getElementById('root');
  const language = displayLanguage();
  if (root) createRoot(root).render(<Pane language={language} />);
  loadLater(language);
});
