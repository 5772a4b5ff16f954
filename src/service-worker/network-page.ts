/** Without a response in this time, in ms, a page is served from the cache. */
const NAVIGATION_TIMEOUT_MS = 10_000

/** Resolves with the network's response; with `undefined` when it is late or failed. */
export async function answerInTime(network: Promise<Response>): Promise<Response | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), NAVIGATION_TIMEOUT_MS)
  })
  const answer = await Promise.race([network, timeout]).catch(() => undefined)
  clearTimeout(timer)
  return answer
}

/** True unless a proxy reports that the server does not answer. */
export const isFromServer = (answer: Response): boolean => ![502, 503, 504].includes(answer.status)
