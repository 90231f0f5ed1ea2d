import type { ReactElement } from 'react';

interface Props {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

const width = 300;
const margin = 12;

/** An estimate, its interval and 0 on one line. Beside it always stands a sentence that says the same. */
export function IntervalPicture({ low, value, high }: Props): ReactElement {
  const from = Math.min(0, low);
  const span = Math.max(0, high) - from || 1;
  const at = (number: number): number => margin + ((number - from) / span) * (width - 2 * margin);
  return (
    <svg className="interval" viewBox={`0 0 ${width} 40`} aria-hidden="true">
      <line className="interval-zero" x1={at(0)} x2={at(0)} y1="2" y2="26" />
      <text x={at(0)} y="38" textAnchor="middle">
        0
      </text>
      <line className="interval-line" x1={at(low)} x2={at(high)} y1="14" y2="14" />
      <line className="interval-line" x1={at(low)} x2={at(low)} y1="9" y2="19" />
      <line className="interval-line" x1={at(high)} x2={at(high)} y1="9" y2="19" />
      <circle className="interval-value" cx={at(value)} cy="14" r="6" />
    </svg>
  );
}
