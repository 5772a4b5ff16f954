import { createHash } from 'node:crypto'
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'

type Headers = Record<string, string>

const INLINE = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The CSP source of every inline script of a page. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(INLINE)].map(
    ([, script]) =>
      `'sha256-${createHash('sha256')
        .update(script ?? '')
        .digest('base64')}'`,
  )

/** Nothing may force https on phones that come by plain http; `secure` asks for it where a request came by https. */
const everywhere = {
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
} as const

/** Answers are data: no browser shall run, frame or guess anything in them. */
const forAnswers: FastifyHelmetOptions = {
  ...everywhere,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
}

const forPages = (shell: string): FastifyHelmetOptions => ({
  ...everywhere,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...inlineScripts(shell)],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      // what was just recorded is listened to before it is sent
      mediaSrc: ["'self'", 'blob:'],
      // Taro's own form controls carry their icon font inside their style
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
})

/** Pages record voices, and ask for nothing else that a browser asks people about. */
const PERMISSIONS = 'camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()'

const NOT_SECURITY = ['content-type', 'content-length', 'date', 'connection']

/** The headers helmet sets, asked for once: they are the same for every request, so no request pays for making them. */
async function headersOf(options: FastifyHelmetOptions): Promise<Headers> {
  const probe = fastify()
  await probe.register(helmet, options)
  probe.get('/', async () => '')
  const { headers } = await probe.inject('/')
  await probe.close()
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      NOT_SECURITY.includes(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  )
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The security headers of the answer to a request: one of few objects, always the same. */
    securityOf(request: Pick<FastifyRequest, 'url' | 'protocol'>): Headers
  }
}

/**
 * Shops' own sites (`npm run shop:compile`) may lie on any host, and ask from there. A browser sends no cookie along
 * with that, and no answer ever lets it: whoever asks so is a stranger, or holds a token.
 */
const forOtherSites: Headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
}

const PREFLIGHT: Headers = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '86400',
}

const SHOWN = 'cross-origin-resource-policy'

const withTls = (plain: Headers) => ({
  plain,
  tls: { ...plain, 'strict-transport-security': 'max-age=31536000' },
})

/** Security headers on every answer, those of pages on pages; they also hold for phones in the local network. */
export async function secure(app: FastifyInstance, shell: string | undefined): Promise<void> {
  const [answers, pages] = await Promise.all([
    headersOf(forAnswers).then((headers) => withTls({ ...headers, ...forOtherSites })),
    headersOf(forPages(shell ?? '')).then((headers) =>
      withTls({ ...headers, 'permissions-policy': PERMISSIONS }),
    ),
  ])
  app.decorate('securityOf', (request) => {
    const headers = request.url.startsWith('/api/') ? answers : pages
    return request.protocol === 'https' ? headers.tls : headers.plain
  })
  app.options('/api/*', (_, reply) => reply.code(204).headers(PREFLIGHT).send())
  app.addHook('onSend', (request, reply, _, done) => {
    // files that other sites may show say so themselves
    const shown = reply.getHeader(SHOWN)
    reply.headers(app.securityOf(request))
    if (shown !== undefined) reply.header(SHOWN, shown)
    done()
  })
}
