import { useEffect, useRef, type Ref, type RefObject } from 'react';

/** Gives an element the focus when it appears, so that keyboard and screen reader are where the news is. */
export function useFocusWhenShown<Kind extends HTMLElement>(): RefObject<Kind> {
  const element = useRef<Kind>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}

/** A ref as Fluent's types take it: with exactOptionalPropertyTypes they infer no element at all. */
export function fluentRef(ref: Ref<HTMLElement>): Ref<never> {
  return ref as Ref<never>;
}
