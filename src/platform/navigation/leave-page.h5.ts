import { hooks } from './history-entries'

/** Does what leads to another page once no entry of a sheet lies in between; at once where there is none. */
export const leavePage = (run: () => void): void => hooks.leave(run)

/** The same for what leads to the page below. */
export const leaveBack = (run: () => void): void => hooks.leave(run)
