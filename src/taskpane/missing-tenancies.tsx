import type { ReactElement } from 'react';
import { includedProgrammes, type Group, type SummedStudy } from '../study';
import { linkedFields, wrongFields } from './error-summary';
import { NumberField } from './field';
import { MoreRows, RowSearch } from './row-search';
import { useTexts } from './texts';
import { rowsOf, useShownRows } from './use-shown-rows';
import type { Wizard } from './use-wizard';
import { blockersOf, studyOf } from './wizard';

interface Asked {
  readonly area: string;
  readonly group: Group;
}

/** Tenancies are asked of the areas whose tables lack them: one number for every year. */
export function MissingTenancies({
  wizard: { state, dispatch },
}: {
  readonly wizard: Wizard;
}): ReactElement | null {
  const t = useTexts().timing;
  const isPooled = state.assembled!.study.tables.pooledTenancies.length > 0;
  const asked = askedTenancies(state.assembled!.study, studyOf(state)!);
  const wrong = wrongFields(blockersOf(state, 'timing'), state.attempts);
  const linked = linkedFields(wrong);
  const list = useShownRows(asked, rowsOf.fields, (each) => linked.has(`${fieldOf(each)} ${each.area}`));
  if (asked.length === 0) return null;
  return (
    <fieldset className="group">
      <legend>{t.tenancies}</legend>
      <p className="small muted">{isPooled ? t.tenanciesForCost : t.tenanciesHelp}</p>
      <RowSearch rows={list} />
      {list.shown.map(({ area, group }) => {
        const name = fieldOf({ group });
        const texts = state.answers[name] ?? {};
        return (
          <NumberField
            key={`${name} ${area}`}
            field={`${name} ${area}`}
            label={t.tenanciesOf[group](area)}
            isShort
            reads="whole"
            text={texts[area] ?? ''}
            isWrong={wrong.has(`${name} ${area}`)}
            onType={(text) => dispatch({ type: 'answered', answers: { [name]: { ...texts, [area]: text } } })}
          />
        );
      })}
      <MoreRows rows={list} />
    </fieldset>
  );
}

const fieldOf = ({ group }: Pick<Asked, 'group'>) =>
  group === 'control' ? ('controlTenancies' as const) : ('tenancies' as const);

/**
 * Of whom one number would help. Not of several organisations together: their tenancies cannot be told apart, and
 * belong into the table. The programme's own number is needed for its cost also where every year has one.
 */
function askedTenancies(read: SummedStudy, { tables, options }: SummedStudy): readonly Asked[] {
  const inTable = new Map(read.tables.programmes.map((programme) => [programme.area, programme]));
  const isPooled = tables.pooledTenancies.length > 0;
  return includedProgrammes({ tables, options }).flatMap(({ area }): Asked[] => {
    const programme = inTable.get(area);
    // By group, of how many organisations a count has no tenancies of its own.
    const lacking = tables.counts.areas.get(area)?.lacking;
    return [
      ...((programme?.tenancies ?? null) === null && (isPooled || (lacking?.intervention ?? 1) === 1)
        ? [{ area, group: 'intervention' } as const]
        : []),
      ...(!isPooled && (programme?.controlTenancies ?? null) === null && lacking?.control === 1
        ? [{ area, group: 'control' } as const]
        : []),
    ];
  });
}
