/** The commands of a README's code blocks and tables, in order, each once. */
export function commandsOf(readme) {
  const blocks = [...readme.matchAll(/^```\n([\s\S]*?)^```/gm)].map(({ 1: text, index }) => ({
    text,
    index,
  }));
  const cells = [...readme.matchAll(/^\| `(npm [^`]+)` \|/gm)].map(({ 1: text, index }) => ({ text, index }));
  const lines = [...blocks, ...cells]
    .sort((a, b) => a.index - b.index)
    .flatMap(({ text }) => text.split('\n'));
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line.startsWith('npm ')))];
}
