import { pageText } from './find'

/** The maximum time that the player waits for something to appear on a page, in ms. */
const TIMEOUT_MS = 20_000
const CHECK_EVERY_MS = 80

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until `find` returns something. @throws Error that says what was missing */
export async function waitFor<T>(find: () => T | undefined | false, what: string): Promise<T> {
  for (const end = Date.now() + TIMEOUT_MS; ; ) {
    const found = find()
    if (found) return found
    if (Date.now() > end)
      throw new Error(`${what} did not appear. The page says: ${pageText().slice(0, 2000)}`)
    await sleep(CHECK_EVERY_MS)
  }
}
