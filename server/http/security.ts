import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

const INLINE = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The CSP source of every inline script of a page. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(INLINE)].map(
    ([, script]) =>
      `'sha256-${createHash('sha256')
        .update(script ?? '')
        .digest('base64')}'`,
  )

/** Answers are data: no browser shall run, frame or guess anything in them. */
const forAnswers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

const pagePolicy = (shell: string): string =>
  [
    "default-src 'self'",
    ["script-src 'self'", ...inlineScripts(shell)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // Taro's own form controls carry their icon font inside their style
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
  ].join(';')

const forPages = (shell: string) => ({
  'content-security-policy': pagePolicy(shell),
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
})

/**
 * Security headers that also hold for phones in the local network, which come by plain http: nothing may force
 * https on them. Strict transport is asked for only where the request came by https.
 */
export function secure(app: FastifyInstance, shell: string | undefined): void {
  const pages = forPages(shell ?? '')
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url.startsWith('/api/') ? forAnswers : pages)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    done()
  })
}
