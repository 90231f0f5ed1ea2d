/** The only place that asks the clock. */
function parts(): readonly [day: string, time: string] {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return [
    `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    `${two(now.getHours())}:${two(now.getMinutes())}`,
  ];
}

/** The day on the user's calendar, as `2026-11-23`. */
export function today(): string {
  return parts()[0];
}

/** The day and the time, as `2026-11-23 14:05`. */
export function now(): string {
  return parts().join(' ');
}
