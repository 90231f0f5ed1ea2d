/**
 * A range that is used before the next request is sent, and not afterwards. Otherwise Excel keeps it until it is told
 * to let it go, which takes a request more, and Office.js keeps what was read or written through it until the end of
 * the run: of a large report a million cells, and the pane is held up by having them.
 */
export function forThisRequest(range: Excel.Range): Excel.Range {
  // Tracked by hand it is not left to the end of the run, and untracked it is nobody's to keep.
  return range.track().untrack();
}
