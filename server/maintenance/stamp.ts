/** A moment as part of a folder's name: 20261125T091500Z, which sorts as time goes. */
export const stamp = (moment: Date): string => `${moment.toISOString().replace(/[-:]|\.\d+/g, '')}`
