import type { Carried } from './carried-shop'

/**
 * The shop that this app is of. The app of all shops carries none; the build of an app of one shop reads
 * `carried-data` here (`config/one-shop.ts`), and so does whoever renders its first screen.
 */
export const carried = (): Carried | null => null
