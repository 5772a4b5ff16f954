import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Captured, capture, type Exchange, fillIn, pathOf, type Recording } from './exchange'

/** The recording of a release. */
export const readRecording = (tag: string): Recording =>
  JSON.parse(readFileSync(path.join(__dirname, tag, 'recording.json'), 'utf8')) as Recording

/** What a server answers to a request. */
export interface Answer {
  status: number
  reply: unknown
}

/** Sends a request to the server under test. */
export type Send = (
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: unknown,
) => Promise<Answer>

/** Sends the recorded requests of a release one after the other, with the codes and tokens of this server. */
export async function replay(
  { accept, exchanges }: Recording,
  send: Send,
  captured: Captured = new Map(),
  each: (exchange: Exchange, answer: Answer) => void | Promise<void> = () => undefined,
): Promise<void> {
  for (const exchange of exchanges) {
    const token = captured.get(`${exchange.as}Token`)
    const [method = ''] = exchange.route.split(' ')
    const headers = { accept, ...(token === undefined ? {} : { authorization: `Bearer ${String(token)}` }) }
    const answer = await send(
      method,
      pathOf(exchange, captured),
      headers,
      exchange.body === undefined ? undefined : fillIn(exchange.body, captured),
    )
    if (answer.status < 400) capture(exchange, answer.reply, captured)
    await each(exchange, answer)
  }
}
