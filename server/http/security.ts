import { createHash } from 'node:crypto'
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { AppDependencies } from '../dependencies'

type Headers = Record<string, string>

const INLINE = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g

/** Returns the CSP hash of every inline script of a page. */
const inlineScriptHashes = (html: string): string[] =>
  [...html.matchAll(INLINE)].map(
    ([, script]) =>
      `'sha256-${createHash('sha256')
        .update(script ?? '')
        .digest('base64')}'`,
  )

/** Plain http must keep working in a local network, so HSTS is only added to https responses. */
const sharedOptions = {
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
} as const

/** API responses are data: browsers must not execute, frame or sniff them. */
const apiOptions: FastifyHelmetOptions = {
  ...sharedOptions,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
}

const pageOptions = (shell: string, frames: readonly string[]): FastifyHelmetOptions => ({
  ...sharedOptions,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...inlineScriptHashes(shell)],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      // a recording is played back before its upload
      mediaSrc: ["'self'", 'blob:'],
      // Taro's form controls embed their icon font in their styles
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      ...(frames.length > 0 ? { frameSrc: frames } : {}),
      objectSrc: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
})

/** Pages record voices and need no other permission. */
const PERMISSIONS = 'camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()'

const UNRELATED_HEADERS = ['content-type', 'content-length', 'date', 'connection']

/** Reads helmet's headers once at start, as they are the same for every request. */
async function readHeaders(options: FastifyHelmetOptions): Promise<Headers> {
  const probe = fastify()
  await probe.register(helmet, options)
  probe.get('/', async () => '')
  const { headers } = await probe.inject('/')
  await probe.close()
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      UNRELATED_HEADERS.includes(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  )
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Returns the security headers for a request, always the same few objects, which may serve as cache keys. */
    securityHeadersFor(request: Pick<FastifyRequest, 'url' | 'protocol'>): Headers
  }
}

/**
 * Compiled shop sites (`npm run shop:compile`) call the API from any origin. Credentials are never allowed, so such requests
 * carry no cookie and authenticate with a token only.
 */
const CORS: Headers = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' }

const PREFLIGHT: Headers = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '86400',
}

const RESOURCE_POLICY = 'cross-origin-resource-policy'

const withTls = (plain: Headers) => ({
  plain,
  tls: { ...plain, 'strict-transport-security': 'max-age=31536000' },
})

/** The sites that pages may show in frames: those of the demo worlds that this server offers, at whatever host it has. */
function frameSources({ settings, demoWorlds }: AppDependencies): string[] {
  const template = settings.demo?.origins ?? 'http://*:{port}'
  return demoWorlds?.ports.map((port) => template.replace('{port}', String(port))) ?? []
}

type BothSchemes = ReturnType<typeof withTls>

/** Lets the hosts of a demo world show its pages in frames. The same hosts get the same headers. */
function framedBy(pages: Headers, hosts: () => readonly string[]): () => BothSchemes {
  const { 'x-frame-options': _denied, 'content-security-policy': policy = '', ...rest } = pages
  const closed = withTls(pages)
  let last = { hosts: '', headers: closed }
  return () => {
    const now = hosts().join(' ')
    if (now === '') return closed
    if (now !== last.hosts) {
      const framed = policy.replace("frame-ancestors 'none'", `frame-ancestors ${now}`)
      last = { hosts: now, headers: withTls({ ...rest, 'content-security-policy': framed }) }
    }
    return last.headers
  }
}

/** Adds security headers to every response; API responses and pages have different ones. They also work over plain http. */
export async function addSecurityHeaders(
  app: FastifyInstance,
  deps: AppDependencies,
  shell: string | undefined,
): Promise<void> {
  const [api, pages] = await Promise.all([
    readHeaders(apiOptions).then((headers) => withTls({ ...headers, ...CORS })),
    readHeaders(pageOptions(shell ?? '', frameSources(deps))).then((headers) => ({
      ...headers,
      'permissions-policy': PERMISSIONS,
    })),
  ])
  const pageHeaders = framedBy(pages, deps.settings.sealedWorld?.hosts ?? (() => []))
  app.decorate('securityHeadersFor', (request) => {
    const headers = request.url.startsWith('/api/') ? api : pageHeaders()
    return request.protocol === 'https' ? headers.tls : headers.plain
  })
  app.options('/api/*', (_, reply) => reply.code(204).headers(PREFLIGHT).send())
  app.addHook('onSend', (request, reply, _, done) => {
    // a route may allow other sites to embed its files
    const policy = reply.getHeader(RESOURCE_POLICY)
    reply.headers(app.securityHeadersFor(request))
    if (policy !== undefined) reply.header(RESOURCE_POLICY, policy)
    done()
  })
}
