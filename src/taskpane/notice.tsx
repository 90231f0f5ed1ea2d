import type { ReactElement, ReactNode } from 'react';
import { useFocusWhenShown } from './use-focus';

interface Props {
  readonly kind: 'error' | 'warning' | 'note';
  readonly text: string;
  /** What can be done about it: buttons. */
  readonly children?: ReactNode;
}

/** News that must not be missed: read out at once, and the focus goes there. */
export function Notice({ kind, text, children }: Props): ReactElement {
  const notice = useFocusWhenShown<HTMLDivElement>();
  return (
    <div className={`notice ${kind}`} role="alert" tabIndex={-1} ref={notice}>
      <p>{text}</p>
      {children && <div className="buttons">{children}</div>}
    </div>
  );
}
