import { type Place, sqlitePlace } from './place'

/** The databases that the tests of faults run on. */
export const ENGINES: [name: string, open: () => Promise<Place>][] = [['SQLite', async () => sqlitePlace()]]
