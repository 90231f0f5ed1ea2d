/** Tells the add-in what happened in the workbook, as far as it listens. */
import type { Engine } from '../engine/engine';
import { formatRect } from '../addresses';
import type { Desk } from './objects/object';
import { EVENT } from './protocol';

/** Entries of `RichApiMessage`: [category, type, target, message, id]. */
const EVENT_CATEGORY = 65536;
const WORKBOOK = 'Workbook';
/** office.js's numbers for the events. */
const TYPE = { changed: 10, selectionChanged: 14, activated: 11, deactivated: 12 } as const;

type Fire = (event: number, data: object) => boolean;

/** Returns a function that ends it. */
export function passEvents(engine: Engine, desk: Desk, fire: Fire): () => void {
  let active = engine.sheets.active();
  const send = (type: number, sheet: string, message: object): void => {
    const text = JSON.stringify({ worksheetId: sheet, ...message });
    const entries = [sheet, WORKBOOK].map((target) => [EVENT_CATEGORY, type, target, text, 0]);
    fire(EVENT.richApiMessage, { ArrayData: entries });
  };
  const isHeard = (name: string): boolean => (desk.listenedEvents.get(name) ?? 0) > 0;

  const ends = [
    engine.on('selection', ({ sheet, rect }) => {
      fire(EVENT.documentSelectionChanged, {});
      if (isHeard('SelectionChangedEvent')) send(TYPE.selectionChanged, sheet, { address: formatRect(rect) });
    }),
    engine.on('cells', ({ sheet, rect }) => {
      if (!isHeard('DataChangedEvent')) return;
      send(TYPE.changed, sheet, {
        address: formatRect(rect),
        changeType: 'RangeEdited',
        source: 'Local',
        triggerSource: 'Unknown',
        shiftDirection: 'None',
      });
    }),
    engine.on('sheets', () => {
      const now = engine.sheets.active();
      if (now === active) return;
      if (isHeard('DeactivatedEvent')) send(TYPE.deactivated, active, {});
      active = now;
      if (isHeard('ActivatedEvent')) send(TYPE.activated, now, {});
    }),
  ];
  return () => ends.forEach((end) => end());
}
