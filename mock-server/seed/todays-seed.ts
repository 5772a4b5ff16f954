import { dayOf } from '@/domain/day'
import { ensureSeed, seedStamp } from '../world/folders'
import { makeSeed } from './make-seed'

/** Increased when the content of the seed changes, so that an old seed is rebuilt. */
const SEED_VERSION = 6

const todaysStamp = (): string => `${SEED_VERSION} ${dayOf(Date.now())}`

/** Builds the seed once a day, so that its orders are hours old. */
export const ensureTodaysSeed = (seed: string): Promise<void> => ensureSeed(seed, todaysStamp(), makeSeed)

/** True when the seed in a folder is today's. */
export const isTodaysSeed = (seed: string): boolean => seedStamp(seed) === todaysStamp()
