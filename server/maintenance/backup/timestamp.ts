/** Formats a time for a folder name, like 20261125T091500Z. It sorts chronologically. */
export const formatTimestamp = (moment: Date): string => `${moment.toISOString().replace(/[-:]|\.\d+/g, '')}`
