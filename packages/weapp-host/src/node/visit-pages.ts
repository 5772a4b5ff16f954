import type { MiniProgram } from './mini-program'

export interface VisitedPage {
  route: string
  /** The visible text of the page. */
  text: string
  /** Errors recorded while the page was open, and why it did not open. */
  errors: string[]
}

const POLL_MS = 60

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Opens a page; returns why it did not open, as a list. */
async function tryToOpen(app: MiniProgram, url: string, patience: number): Promise<string[]> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve([`${url} did not open in ${patience} ms`]), patience)
  })
  const opened = app.openPage(url).then(
    () => [],
    (error: Error) => [error.message],
  )
  return Promise.race([opened, late]).finally(() => clearTimeout(timer))
}

/** Returns the text of the page, which may wait for the server before it shows one. */
async function waitForText(app: MiniProgram, patience: number): Promise<string> {
  for (const end = Date.now() + patience; (await app.pageText()).trim() === '' && Date.now() < end; )
    await pause(POLL_MS)
  await pause(POLL_MS)
  return app.pageText()
}

/**
 * Opens every page of the app in turn and returns the text and the errors of each, also of those that do not open. `query` is passed to
 * every page; `patience` is the longest time in ms that a page may need to open, and then to show a text.
 */
export async function visitEveryPage(
  app: MiniProgram,
  query = '',
  patience = 10_000,
): Promise<VisitedPage[]> {
  const visited: VisitedPage[] = []
  for (const route of app.pages) {
    const before = (await app.errors()).length
    const failed = await tryToOpen(app, `/${route}${query && `?${query}`}`, patience)
    const text = failed.length > 0 ? '' : await waitForText(app, patience)
    visited.push({ route, text, errors: [...failed, ...(await app.errors()).slice(before)] })
  }
  return visited
}
