import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Problem } from '@/contract/problem'
import { getErrorCode } from '../error-code'

const STATUS: Record<string, [status: number, message: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'took too long to come'],
  HPE_HEADER_OVERFLOW: [431, 'has headers that are too large'],
}

/** Answers input that is not valid HTTP with a problem response and closes the connection, without a log line. */
export function answerClientError(error: Error, socket: Socket): void {
  if (getErrorCode(error) === 'ECONNRESET' || socket.destroyed) return
  const [status, message] = STATUS[getErrorCode(error)] ?? [400, 'is not HTTP']
  const problem: Problem = {
    type: 'about:blank',
    title: 'The request is invalid.',
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
