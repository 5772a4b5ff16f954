import type { MiniProgram } from './mini-program'

export interface VisitedPage {
  route: string
  /** The visible text of the page. */
  text: string
  /** Errors recorded while the page was open. */
  errors: string[]
}

const POLL_MS = 60
const MAX_WAIT_MS = 10_000

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Opens every page of the app in turn and returns the text and the errors of each. `query` is passed to every page. */
export async function visitEveryPage(app: MiniProgram, query = ''): Promise<VisitedPage[]> {
  const visited: VisitedPage[] = []
  for (const route of app.pages) {
    const before = (await app.errors()).length
    await app.openPage(`/${route}${query && `?${query}`}`)
    // a page may wait for the server before it shows a text
    for (const end = Date.now() + MAX_WAIT_MS; (await app.pageText()).trim() === '' && Date.now() < end; )
      await pause(POLL_MS)
    await pause(POLL_MS)
    visited.push({ route, text: await app.pageText(), errors: (await app.errors()).slice(before) })
  }
  return visited
}
