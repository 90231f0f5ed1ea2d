import { memo, useContext, type ReactElement } from 'react';
import { groups } from '../study';
import { signed, useFigureTexts } from './effect-figure';
import type { ShownNumbers, ShownYear } from './shown-numbers';
import { LanguageContext } from './texts';

interface Props {
  readonly numbers: ShownNumbers;
}

/** The counts as the choices put them together by event year, with what is missing. */
export const AlignedTable = memo(function AlignedTable({ numbers }: Props): ReactElement {
  const t = useFigureTexts();
  const { aligned: words } = t;
  return (
    <section className="stack-close">
      <h2 className="section-heading">{words.heading}</h2>
      <p className="small muted">{words.help}</p>
      <table className="areas small">
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            {groups.map((group) => (
              <th key={group} scope="col" className="number">
                {t.groups[group]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.eventYears.map((year, index) => (
            <tr key={year}>
              <th scope="row">{signed(year)}</th>
              {groups.map((group) => (
                <td key={group} className="number">
                  <YearCell year={numbers.all[group][index]!} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <AreaByArea numbers={numbers} />
    </section>
  );
});

function YearCell({ year }: { readonly year: ShownYear }): ReactElement {
  const { aligned: t } = useFigureTexts();
  const language = useContext(LanguageContext);
  const { evictions, tenancies, holes, moreHoles } = year;
  const number = (value: number): string => value.toLocaleString(language);
  return (
    <>
      {evictions !== null &&
        (tenancies === null ? number(evictions) : t.of(number(evictions), number(tenancies)))}
      {holes.length > 0 && <span className="hole area-details">{t.holes(holes, moreHoles)}</span>}
      {tenancies === null && holes.length === 0 && <span className="hole area-details">{t.noTenancies}</span>}
    </>
  );
}

function AreaByArea({ numbers }: Props): ReactElement {
  const { aligned: t } = useFigureTexts();
  const { eventYears, areas, moreAreas } = numbers;
  return (
    <details className="small">
      <summary>{t.byArea}</summary>
      <p className="muted">{t.byAreaHelp}</p>
      <div className="table-frame" role="region" aria-label={t.byArea} tabIndex={0}>
        <table className="areas small">
          <thead>
            <tr>
              <th scope="col">{t.area}</th>
              {eventYears.map((year) => (
                <th key={year} scope="col" className="number">
                  {signed(year)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map(({ area, evictions }) => (
              <tr key={area}>
                <th scope="row">{area}</th>
                {eventYears.map((year, index) => (
                  <td key={year} className="number">
                    <Count count={evictions.intervention[index]!} />
                    <br />
                    <Count count={evictions.control[index]!} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {moreAreas > 0 && <p className="muted">{t.more(moreAreas)}</p>}
    </details>
  );
}

/** A missing count is a sign and a word, never a 0. */
function Count({ count }: { readonly count: number | null }): ReactElement {
  const { aligned: t } = useFigureTexts();
  const language = useContext(LanguageContext);
  if (count !== null) return <>{count.toLocaleString(language)}</>;
  return (
    <span className="hole" role="img" aria-label={t.missing} title={t.missing}>
      ?
    </span>
  );
}
