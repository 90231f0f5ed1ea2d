import { createRoot } from 'react-dom/client';
import { displayLanguage } from './language';
import { Pane } from './pane';
import './pane.css';

void Office.onReady(() => {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Pane language={displayLanguage()} />);
});
