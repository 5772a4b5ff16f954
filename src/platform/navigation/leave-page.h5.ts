import { historyHooks } from './history-entries'

/** Runs a navigation to another page after the history entries of open sheets are removed. */
export const leavePage = (run: () => void): void => historyHooks.leave(run)

/** Like `leavePage`, for a navigation to the page below. */
export const leaveBack = (run: () => void): void => historyHooks.leave(run)
