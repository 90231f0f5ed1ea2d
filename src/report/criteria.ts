/** Signs that COUNTIFS, SUMIFS and MATCH read as "anything" or as a comparison instead of as themselves. */
const special = /[*?~]|^[=<>]/;

/** Whether any of the names needs more than its bare cell as a criterion. */
export function needEscape(names: Iterable<string>): boolean {
  return [...names].some((name) => special.test(name));
}

/** A cell's text as a lookup value that stands for itself. */
export function exactLookup(address: string, isSpecial: boolean): string {
  if (!isSpecial) return address;
  return `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${address},"~","~~"),"*","~*"),"?","~?")`;
}

/** The same as a criterion of COUNTIFS and SUMIFS. */
export function exactCriterion(address: string, isSpecial: boolean): string {
  return isSpecial ? `"="&${exactLookup(address, true)}` : address;
}
