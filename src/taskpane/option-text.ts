import { typedOptions, type StudyOptions, type TypedOption } from '../study';

/** An option as a person would type it in the language of the study; '' where it is not known. */
export function optionText(option: TypedOption, options: StudyOptions): string {
  const value = options[option];
  if (value === null) return '';
  const shown = typedOptions[option].isPercent ? 100 * value : value;
  return shown.toLocaleString(options.language, { maximumFractionDigits: 3 });
}
