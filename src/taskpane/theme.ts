import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

/** Office's own theme where it tells it, otherwise the system's. Forced colours need nothing: Fluent follows them. */
function isDark(): boolean {
  const background = (Office.context?.officeTheme as { bodyBackgroundColor?: string } | undefined)
    ?.bodyBackgroundColor;
  if (background !== undefined && /^#[0-9a-f]{6}$/i.test(background)) return brightness(background) < 128;
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Perceived brightness of `#RRGGBB`, 0 to 255. */
function brightness(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16)) as [
    number,
    number,
    number,
  ];
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/**
 * How often Office's theme is looked at, in milliseconds: Excel has no event for it (Outlook alone has), and
 * office.js itself asks Excel no oftener than every five seconds.
 */
const lookAgain = 5000;

/** The theme, followed while the pane is open: when Office's changes, when the system's does, when one comes back. */
export function useTheme(): Theme {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setDark(isDark());
    query.addEventListener('change', follow);
    window.addEventListener('focus', follow);
    const timer = setInterval(follow, lookAgain);
    return () => {
      query.removeEventListener('change', follow);
      window.removeEventListener('focus', follow);
      clearInterval(timer);
    };
  }, []);
  return dark ? webDarkTheme : webLightTheme;
}
