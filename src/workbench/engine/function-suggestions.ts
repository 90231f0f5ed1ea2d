/**
 * Univer suggests names while one is typed in a formula, and as long as the suggestions are there, Enter, Tab,
 * Escape and the arrows belong to them. They stay for a third of a second after the last key: Enter at the end
 * of a formula would put a suggested name in the place of a typed one, or be lost. Here the keys belong to the
 * suggestions only while the caret is behind a name, as in Excel.
 */
import type { Injector } from '@univerjs/core';
import { IEditorService } from '@univerjs/docs-ui';
import { LexerTreeBuilder, sequenceNodeType } from '@univerjs/engine-formula';
import { IShortcutService } from '@univerjs/ui';

const SUGGESTIONS = 'sheet.formula-embedding-editor.search_function.';

export function limitSuggestions(injector: Injector): void {
  const shortcuts = injector.get(IShortcutService);
  const editors = injector.get(IEditorService);
  const lexer = injector.get(LexerTreeBuilder);
  const isBehindName = (): boolean => {
    const editor = editors.getFocusEditor();
    const text = editor?.getDocumentData().body?.dataStream ?? '';
    const caret = editor?.getSelectionRanges()[0]?.startOffset ?? 0;
    return endsInName(lexer, text.slice(0, caret));
  };
  const register = shortcuts.registerShortcut.bind(shortcuts);
  shortcuts.registerShortcut = (shortcut) =>
    register(shortcut.id.startsWith(SUGGESTIONS) ? { ...shortcut, preconditions: isBehindName } : shortcut);
}

/** Univer's own condition for suggestions, asked of the formula up to the caret. */
function endsInName(lexer: LexerTreeBuilder, formula: string): boolean {
  const last = lexer.sequenceNodesBuilder(formula.slice(1))?.at(-1);
  return typeof last === 'object' && last.nodeType === sequenceNodeType.FUNCTION;
}
