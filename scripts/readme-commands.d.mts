/** The commands of a README's code blocks and tables, in order, each once. */
export function commandsOf(readme: string): string[];
