import { Button, Checkbox } from '@fluentui/react-components';
import { useContext, useEffect, useState, type ReactElement } from 'react';
import { ExcelProblem, listParts, type ListedPart } from '../excel';
import { problemText } from './problem-text';
import { LanguageContext, useTexts } from './texts';
import { useSelectedRange } from './use-selected-range';
import type { Wizard } from './use-wizard';

/** A second choice, where the workbook holds other things too: what is selected, or single sheets and tables. */
export function ChooseParts({ wizard }: { readonly wizard: Wizard }): ReactElement {
  return (
    <div className="parts stack">
      <Selection wizard={wizard} />
      <Listed wizard={wizard} />
    </div>
  );
}

/** What is selected right now, as Excel writes it. */
function Selection({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const t = useTexts().source;
  const language = useContext(LanguageContext);
  const selected = useSelectedRange();
  const isProblem = selected instanceof ExcelProblem;
  const isKnown = selected !== null && !isProblem;
  return (
    <section className="stack-tight">
      <h2 className="section-heading">{t.selection}</h2>
      <p className="small muted">{t.selectionHelp}</p>
      <p className="selected-address">
        {isProblem && problemText(selected, language)}
        {isKnown && (selected.isOneCell ? t.wholeSheet(selected.sheet) : selected.address)}
      </p>
      <div className="buttons">
        <Button
          disabledFocusable={!isKnown}
          onClick={() => isKnown && wizard.read({ kind: 'selection', selected })}
        >
          {t.readSelection}
        </Button>
      </div>
    </section>
  );
}

const keyOf = ({ kind, name }: ListedPart): string => `${kind} ${name}`;

/** The used sheets, each followed by its tables; a table on a chosen sheet is read with it. */
function Listed({ wizard }: { readonly wizard: Wizard }): ReactElement {
  const t = useTexts().source;
  const { dispatch, read } = wizard;
  const [parts, setParts] = useState<readonly ListedPart[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    let isShown = true;
    listParts().then(
      (found) => isShown && setParts(bySheet(found)),
      (problem: unknown) => isShown && dispatch({ type: 'failed', problem: problem as ExcelProblem }),
    );
    return () => {
      isShown = false;
    };
  }, [dispatch]);
  if (parts === null) return <p />;
  const choose = (part: ListedPart, isChosen: boolean): void => {
    const others = [...chosen].filter((key) => key !== keyOf(part));
    setChosen(new Set(isChosen ? [...others, keyOf(part)] : others));
  };
  const sheets = new Set(
    parts.filter((part) => part.kind === 'sheet' && chosen.has(keyOf(part))).map(({ sheet }) => sheet),
  );
  const readChosen = (): void => {
    setIsAsked(true);
    const asked = parts.filter((part) => chosen.has(keyOf(part)));
    if (asked.length > 0)
      read({ kind: 'parts', parts: asked.map(({ kind, name, sheet }) => ({ kind, name, sheet })) });
  };
  const isMissing = isAsked && chosen.size === 0;
  return (
    <section className="stack-tight">
      <h2 className="section-heading" id="listed-parts">
        {t.listed}
      </h2>
      {parts.length === 0 ? (
        <p>{t.nothingListed}</p>
      ) : (
        <>
          <div role="group" aria-labelledby="listed-parts" className="part-list">
            {parts.map((part) => {
              const isWithSheet = part.kind === 'table' && sheets.has(part.sheet);
              return (
                <Checkbox
                  key={keyOf(part)}
                  className={part.kind === 'table' ? 'part-of-sheet' : ''}
                  label={
                    <>
                      {part.kind === 'sheet' ? part.name : t.tableOn(part.name, part.sheet)}{' '}
                      <span className="part-size">{t.size(part.rows, part.columns)}</span>
                    </>
                  }
                  checked={isWithSheet || chosen.has(keyOf(part))}
                  disabled={isWithSheet}
                  onChange={(_, { checked }) => choose(part, checked === true)}
                />
              );
            })}
          </div>
          {isMissing && (
            <p className="small wrong" role="alert">
              {t.noneChosen}
            </p>
          )}
          <div className="buttons">
            <Button onClick={readChosen}>{t.readListed}</Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Excel gives the sheets first and then the tables. */
function bySheet(parts: readonly ListedPart[]): ListedPart[] {
  const tables = parts.filter(({ kind }) => kind === 'table');
  return parts
    .filter(({ kind }) => kind === 'sheet')
    .flatMap((sheet) => [sheet, ...tables.filter((table) => table.sheet === sheet.name)]);
}
