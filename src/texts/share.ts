import type { Language } from '../study';
import { shareTexts as danish } from './da/share';
import { shareTexts as english, type ShareTexts } from './en/share';

export const shareTexts: Readonly<Record<Language, ShareTexts>> = { da: danish, en: english };
