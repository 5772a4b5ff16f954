/** A page has one entry here. */
export const leavePage = (run: () => void): void => run()
