import type { FastifyReply, FastifyRequest } from 'fastify'
import { failures } from '@/domain/failure'
import type { ApiError } from '../../api-error'
import { escapeHtml } from '../../first-paint/escape'

/** True when a browser opens a link as a page, so that a person reads the answer. */
export const isReadByPerson = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  headers.accept?.includes('text/html') === true

const STYLE =
  'body{margin:0;padding:32px 16px;background:#f4f6f4;color:#1c2320;font:17px/1.5 system-ui,sans-serif;text-align:center;text-wrap:balance}'

/** Sends a page with one sentence in the place of problem details. */
export function sendMessagePage(
  reply: FastifyReply,
  { code, details }: ApiError,
  text: string,
): FastifyReply {
  if (details.retryAfter !== undefined)
    reply.header('retry-after', Math.max(1, Math.ceil(details.retryAfter)))
  return reply
    .code(details.status ?? failures[code])
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    })
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(text)}</title><style>${STYLE}</style><p>${escapeHtml(text)}</p></html>`,
    )
}
