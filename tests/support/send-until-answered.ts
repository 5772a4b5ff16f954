import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 20

const statusOf = (answer: { status: number } | { statusCode: number }) =>
  'status' in answer ? answer.status : answer.statusCode

/** Sends a request, and again while the server is too busy to answer it, as phones do. */
export async function sendUntilAnswered<T extends { status: number } | { statusCode: number }>(
  send: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const answer = await send()
    if (statusOf(answer) !== 503) return answer
    await sleep(PAUSE_MS)
  }
}
