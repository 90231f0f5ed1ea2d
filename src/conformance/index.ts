import { conformanceTexts as danish } from '../texts/da/conformance';
import { conformanceTexts as english } from '../texts/en/conformance';
import { asText, checks, runChecks, type Finding } from './run-checks';
import './conformance.css';

/** The page: a button, what came out of each check, and the same as text to send. */
void Office.onReady(() => {
  const isDanish = Office.context.displayLanguage.toLowerCase().startsWith('da');
  const texts = isDanish ? danish : english;
  document.documentElement.lang = isDanish ? 'da' : 'en';
  document.title = texts.title;
  const list = element('ul');
  const status = element('p');
  status.setAttribute('role', 'status');
  const start = element('button', texts.start);
  start.addEventListener('click', () => {
    start.hidden = true;
    let done = 0;
    runChecks((finding) => {
      done += 1;
      status.textContent = texts.progress(done, checks.length);
      list.append(line(finding));
    }).then(showResult, (error: unknown) => {
      status.textContent = texts.failed(error instanceof Error ? error.message : String(error));
    });
  });
  document.body.replaceChildren(element('h1', texts.title), element('p', texts.lead), start, status, list);

  function line({ check, result }: Finding): HTMLElement {
    const detail =
      result.kind === 'differs'
        ? texts.cameInstead(JSON.stringify(check.expected), JSON.stringify(result.observed))
        : result.kind === 'not-tried'
          ? result.why
          : '';
    const said = [`${texts.results[result.kind]} · ${check.what}`, detail].filter((part) => part !== '');
    const item = element('li', said.join(': '));
    item.className = result.kind;
    item.lang = 'en';
    return item;
  }

  function showResult(findings: readonly Finding[]): void {
    const count = (kind: Finding['result']['kind']): number =>
      findings.filter(({ result }) => result.kind === kind).length;
    status.textContent = texts.summary(count('holds'), count('differs'), count('not-tried'));
    const text = element('textarea');
    text.readOnly = true;
    text.value = asText(findings);
    text.setAttribute('aria-label', texts.send);
    const copy = element('button', texts.copy);
    copy.addEventListener('click', () => {
      text.select();
      navigator.clipboard.writeText(text.value).then(
        () => (copy.textContent = texts.copied),
        () => (copy.textContent = texts.copyByHand),
      );
    });
    status.after(element('p', texts.send), text, copy);
  }
});

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
