import { Button, Checkbox, Link } from '@fluentui/react-components';
import { useContext, useState, type ReactElement } from 'react';
import type { TypedInput } from '../excel';
import { cellName } from '../study';
import { isUnchanged } from './is-unchanged';
import { Notice } from './notice';
import { LanguageContext, useTexts } from './texts';
import type { Wizard } from './use-wizard';
import type { UpdateToAsk } from './write-study';

interface Props {
  readonly wizard: Wizard;
  readonly update: UpdateToAsk;
}

/** More would not be read: the first ones are shown and the rest counted. */
const mostShown = 8;

/** What a user has made of the report, before it is written anew: what is kept, and what will be lost. */
export function UpdateReport({ wizard, update }: Props): ReactElement {
  const texts = useTexts();
  const t = texts.update;
  const { dispatch, write, show } = wizard;
  const { typed, notKept, cells, moreCells, charts, usersCharts, lostInputs, suffix } = update;
  const [keeps, setKeeps] = useState(true);
  const language = useContext(LanguageContext);
  const say = (content: TypedInput['now']): string => {
    if (content === null) return t.empty;
    if (typeof content === 'object') return content.formula;
    return typeof content === 'number' ? content.toLocaleString(language) : String(content);
  };
  const place = (cell: { sheet: string; row: number; column: number }): ReactElement => (
    <Link
      as="button"
      className="small"
      onClick={() => show({ source: cell.sheet, kind: 'sheet', row: cell.row, column: cell.column })}
    >
      {texts.findings.goTo(`${cell.sheet}!${cellName(cell.row, cell.column)}`)}
    </Link>
  );
  const list = (items: readonly TypedInput[]): ReactElement => (
    <ul className="sheets">
      {items.slice(0, mostShown).map((each) => (
        <li key={each.key}>
          {say(each.before)} → {say(each.now)} {place(each)}
        </li>
      ))}
      {items.length > mostShown && <li>{texts.findings.moreFindings(items.length - mostShown)}</li>}
    </ul>
  );
  return (
    <Notice kind="warning" text={isUnchanged(update) ? t.headingUnchanged : t.heading}>
      {typed.length > 0 && (
        <div className="stack-tight">
          <Checkbox
            checked={keeps}
            label={t.keep(typed.length)}
            onChange={(_, { checked }) => setKeeps(checked === true)}
          />
          {list(typed)}
        </div>
      )}
      {notKept.length + lostInputs > 0 && (
        <div className="stack-tight">
          <p>{t.notKept(notKept.length + lostInputs)}</p>
          {list(notKept)}
        </div>
      )}
      {cells === null && <p>{t.unknown}</p>}
      {cells !== null && cells.length > 0 && (
        <div className="stack-tight">
          <p>{t.cells(cells.length + moreCells)}</p>
          <ul className="sheets">
            {cells.slice(0, mostShown).map((cell) => (
              <li key={`${cell.sheet} ${cell.row} ${cell.column}`}>{place(cell)}</li>
            ))}
            {cells.length > mostShown && (
              <li>{texts.findings.moreFindings(cells.length + moreCells - mostShown)}</li>
            )}
          </ul>
        </div>
      )}
      {charts.length > 0 && <p>{t.charts(charts.join(', '))}</p>}
      {usersCharts.length > 0 && <p>{t.usersCharts(usersCharts.join(', '))}</p>}
      <Button
        appearance="primary"
        onClick={() => write({ kind: 'update', suffix, isAgreed: true, typed: keeps ? typed : [] })}
      >
        {t.go}
      </Button>
      <Button onClick={() => dispatch({ type: 'dismissed' })}>{texts.cancel}</Button>
    </Notice>
  );
}
