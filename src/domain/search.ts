/** The longest text that is searched for, in characters. */
export const MAX_SEARCH_LENGTH = 40

/**
 * The form in which texts are compared: full-width letters and digits as narrow ones, small letters, and neither spaces nor punctuation, so
 * that "１３８ 0000" finds 1380000.
 */
export const normalizeSearch = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
