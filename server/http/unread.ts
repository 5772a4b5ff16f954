import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Problem } from '@/contract/problem'
import { codeOf } from '../error-code'

const STATUS: Record<string, [status: number, message: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'took too long to come'],
  HPE_HEADER_OVERFLOW: [431, 'has headers that are too large'],
}

/** What cannot be read as HTTP gets a problem answer too, then the connection ends. Nothing of it is logged. */
export function answerUnread(error: Error, socket: Socket): void {
  if (codeOf(error) === 'ECONNRESET' || socket.destroyed) return
  const [status, message] = STATUS[codeOf(error)] ?? [400, 'is not HTTP']
  const problem: Problem = {
    type: 'about:blank',
    title: 'The request does not fit.',
    status,
    code: 'bad-input',
    fields: [{ path: '', message }],
  }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroySoon()
}
