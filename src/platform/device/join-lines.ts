/** Replaces line breaks and surrounding whitespace by a space. */
export const joinLines = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ')
