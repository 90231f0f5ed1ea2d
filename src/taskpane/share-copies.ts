/** What the view *Share* needs, in a chunk of its own. */
export { listReports, shareReport } from '../excel';
