/** Pasted lines, one after the other: for a text that has none. */
export const joinLines = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ')
