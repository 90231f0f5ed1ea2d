import { memo, useContext, useId, type ReactElement } from 'react';
import './effect-figure.css';
import { groups, type Group, type StudyOptions } from '../study';
import { figureTexts as danish } from '../texts/da/figure';
import { figureTexts as english, type FigureTexts } from '../texts/en/figure';
import { describeEffect } from './describe-result';
import { axisSteps, type Figure } from './figure';
import { fixed } from './fixed';
import { IntervalPicture } from './interval-picture';
import type { StudyFigures } from './study-figures';
import { LanguageContext } from './texts';

export function useFigureTexts(): FigureTexts {
  return useContext(LanguageContext) === 'da' ? danish : english;
}

interface Props {
  readonly options: StudyOptions;
  /** Null while they are on their way. */
  readonly figures: StudyFigures | null;
}

/** Both groups, their expected lines and what comes out, as the answers stand. What is typed is shown first. */
export function EffectFigure({ options, figures }: Props): ReactElement {
  const t = useFigureTexts();
  return (
    <section className="effect-figure" aria-label={t.title} aria-busy={figures === null}>
      {figures?.effect && (
        <Drawn effect={figures.effect} confidence={options.confidence} language={options.language} />
      )}
      {figures?.effect === null && <p className="small muted">{t.notDrawn}</p>}
    </section>
  );
}

interface DrawnProps extends Pick<StudyOptions, 'confidence' | 'language'> {
  readonly effect: NonNullable<StudyFigures['effect']>;
}

const Drawn = memo(function Drawn({ effect: drawn, ...options }: DrawnProps): ReactElement {
  const { figure, outcome } = drawn;
  const { effect, effectLow, effectHigh } = outcome.years.at(-1)!;
  return (
    <>
      <Picture figure={figure} confidence={options.confidence} />
      <p className="small" role="status">
        {describeEffect(outcome, options).join(' ')}
      </p>
      {effect !== null && effectLow !== null && effectHigh !== null && (
        <IntervalPicture low={effectLow} value={effect} high={effectHigh} />
      )}
      <Numbers figure={figure} />
    </>
  );
});

const width = 320;
const height = 200;
const plot = { left: 30, right: 308, top: 10, bottom: 164 } as const;

interface PictureProps {
  readonly figure: Figure;
  readonly confidence: number;
}

function Picture({ figure, confidence }: PictureProps): ReactElement {
  const t = useFigureTexts();
  const language = useContext(LanguageContext);
  const titleId = useId();
  const { years, observed, expected, limits } = figure;
  const drawn = [
    ...observed.intervention,
    ...observed.control,
    ...limits.map(({ upper }) => upper),
    ...groups.flatMap((group) => expected[group]),
  ].filter((value) => value !== null);
  const steps = axisSteps(Math.max(...drawn));
  const [first, last] = [years[0]!, years.at(-1)!];
  const x = (year: number): number =>
    plot.left + 14 + ((year - first) / (last - first)) * (plot.right - plot.left - 28);
  const y = (rate: number): number => plot.bottom - (rate / steps.at(-1)!) * (plot.bottom - plot.top);
  const rate = (value: number): string => fixed(value, 1, language);
  const ends = groups.flatMap((group) => [observed[group][0]!, observed[group].at(-1)!]);
  const line = (values: readonly (number | null)[]): string =>
    values
      .map((value, index) => (value === null ? null : `${x(years[index]!)},${y(value)}`))
      .filter((point) => point !== null)
      .join(' ');
  const percent = confidence.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <div>
      <svg className="effect-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>
          {`${t.title}. ${t.description(...(ends.map(rate) as [string, string, string, string]))}`}
        </title>
        {steps.map((step) => (
          <g key={step}>
            <line className="grid-line" x1={plot.left} x2={plot.right} y1={y(step)} y2={y(step)} />
            <text x={plot.left - 5} y={y(step) + 4} textAnchor="end">
              {step.toLocaleString(language)}
            </text>
          </g>
        ))}
        <line className="start-line" x1={x(0)} x2={x(0)} y1={plot.top} y2={plot.bottom} />
        {years.map((year) => (
          <text key={year} x={x(year)} y={plot.bottom + 15} textAnchor="middle">
            {signed(year)}
          </text>
        ))}
        <text x={(plot.left + plot.right) / 2} y={height - 4} textAnchor="middle">
          {t.axis}
        </text>
        {limits.map(({ lower, upper }, index) => (
          <path
            key={years[index]}
            className="limits intervention"
            d={`M${x(years[index]!)},${y(lower)}V${y(upper)}m-4,0h8M${x(years[index]!) - 4},${y(lower)}h8`}
          />
        ))}
        {groups.map((group) => (
          <g key={group} className={group}>
            <polyline className="expected-line" points={line(expected[group])} />
            <polyline className="observed-line" points={line(observed[group])} />
            {observed[group].map((value, index) => (
              <Marker key={years[index]} group={group} x={x(years[index]!)} y={y(value)} />
            ))}
          </g>
        ))}
      </svg>
      <ul className="legend small">
        {groups.map((group) => (
          <li key={group}>
            <Swatch group={group} /> {t.groups[group]}
          </li>
        ))}
        <li>
          <Swatch group="intervention" isExpected /> {t.expected}
        </li>
        <li>
          <svg className="swatch" viewBox="0 0 24 12" aria-hidden="true">
            <path className="limits intervention" d="M12,1V11m-4,0h8M8,1h8" />
          </svg>{' '}
          {t.limits(percent)}
        </li>
      </ul>
    </div>
  );
}

/** The groups differ by shape too: not everybody tells their colours apart. */
function Marker({ group, x, y }: { readonly group: Group; readonly x: number; readonly y: number }) {
  return group === 'intervention' ? (
    <circle className="marker" cx={x} cy={y} r="4" />
  ) : (
    <rect className="marker" x={x - 3.5} y={y - 3.5} width="7" height="7" />
  );
}

function Swatch({ group, isExpected }: { readonly group: Group; readonly isExpected?: boolean }) {
  return (
    <svg className={`swatch ${group}`} viewBox="0 0 24 12" aria-hidden="true">
      <line className={isExpected ? 'expected-line' : 'observed-line'} x1="0" x2="24" y1="6" y2="6" />
      {!isExpected && <Marker group={group} x={12} y={6} />}
    </svg>
  );
}

/** The same as the figure, to be read. */
function Numbers({ figure }: { readonly figure: Figure }): ReactElement {
  const t = useFigureTexts();
  const language = useContext(LanguageContext);
  const { years, observed, expected, limits } = figure;
  const rate = (value: number | null): string => (value === null ? '–' : fixed(value, 1, language));
  return (
    <details className="small">
      <summary>{t.numbers}</summary>
      {groups.map((group) => (
        <table key={group} className="areas numbers">
          <caption>{t.groups[group]}</caption>
          <thead>
            <tr>
              <th scope="col">{t.year}</th>
              <th scope="col" className="number">
                {t.observed}
              </th>
              <th scope="col" className="number">
                {t.expectedColumn}
              </th>
              {group === 'intervention' && (
                <th scope="col" className="number">
                  {t.interval}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {years.map((year, index) => (
              <tr key={year}>
                <th scope="row">{signed(year)}</th>
                <td className="number">{rate(observed[group][index]!)}</td>
                <td className="number">{rate(year > 0 ? expected[group][index]! : null)}</td>
                {group === 'intervention' && (
                  <td className="number">
                    {rate(limits[index]!.lower)} – {rate(limits[index]!.upper)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </details>
  );
}

/** With a true minus: a hyphen is read as nothing. */
export function signed(year: number): string {
  return year < 0 ? `−${-year}` : String(year);
}
