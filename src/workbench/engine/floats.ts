/** Elements that float over cells, such as charts. */
import type { FUniver } from '@univerjs/core/facade';
import { createElement, useEffect, useRef } from 'react';
import type { PageEngine } from './engine';

export function createFloats(api: FUniver): PageEngine['float'] {
  let count = 0;
  return (sheet, anchor, mount) => {
    count += 1;
    const componentKey = `floating-${count}`;
    // Univer mounts floating things as React components.
    const Floating = (): ReturnType<typeof createElement> => {
      const box = useRef<HTMLDivElement>(null);
      useEffect(() => (box.current === null ? undefined : mount(box.current)), []);
      return createElement('div', { ref: box, style: { width: '100%', height: '100%' } });
    };
    const registration = api.registerComponent(componentKey, Floating);
    const worksheet = api.getActiveWorkbook()?.getSheetBySheetId(sheet);
    const range = worksheet?.getRange(anchor.row, anchor.column, anchor.rows, anchor.columns);
    const placed =
      range && worksheet?.addFloatDomToRange(range, { componentKey, allowTransform: true }, {}, componentKey);
    return () => {
      placed?.dispose();
      registration.dispose();
    };
  };
}
