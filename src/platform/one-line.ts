/** Pasted lines, one after the other: for a text that has none. */
export const oneLineOf = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ')
