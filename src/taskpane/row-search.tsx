import { Field, Input, Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTexts } from './texts';
import type { ShownRows } from './use-shown-rows';

interface Props {
  readonly rows: ShownRows<unknown>;
}

/** Above a long list of areas: a field that finds one by its name. Nothing above a short one. */
export function RowSearch({ rows: { search, onSearch } }: Props): ReactElement | null {
  const t = useTexts().areas;
  if (search === null) return null;
  return (
    <Field label={t.search}>
      <Input
        type="search"
        className="number-input"
        value={search}
        autoComplete="off"
        onChange={(_, { value }) => onSearch(value)}
      />
    </Field>
  );
}

/** Below it: how many are shown, said as they are looked for, and the way to more. */
export function MoreRows({
  rows: { shown, hidden, more, all, search, showMore },
}: Props): ReactElement | null {
  const texts = useTexts();
  if (search === null) return null;
  return (
    <p className="small" role="status">
      {texts.areas.shown(shown.length, all)}{' '}
      {hidden > 0 && (
        <Link as="button" onClick={showMore}>
          {texts.findings.moreFindings(more)}
        </Link>
      )}
    </p>
  );
}
