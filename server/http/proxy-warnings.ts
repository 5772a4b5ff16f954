import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { TrustProxy } from '../dependencies'

const FORWARDED = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host'] as const
const ALL_INTERFACES = ['0.0.0.0', '::']
const LOOPBACK = /^(::ffff:)?127\.|^::1$/

const isOpenToAll = (address: AddressInfo | string | null) =>
  typeof address === 'object' && address !== null && ALL_INTERFACES.includes(address.address)

/** Logs a warning once, at the first request through a proxy, when the settings do not fit a proxy. */
export function warnAboutProxy(app: FastifyInstance, trustProxy: TrustProxy): void {
  let isTrustChecked = trustProxy !== false
  let isHostChecked = false
  app.addHook('onRequest', (request, _reply, done) => {
    done()
    if (isTrustChecked && isHostChecked) return
    if (!FORWARDED.some((name) => request.headers[name] !== undefined)) return
    if (!isTrustChecked)
      app.log.warn(
        'X-Forwarded-* headers arrive, but TRUST_PROXY is off: all clients of a proxy share one limit, and links may be http. ' +
          'If the proxy is yours, set TRUST_PROXY=on or to its address.',
      )
    isTrustChecked = true
    if (isHostChecked || !LOOPBACK.test(request.raw.socket.remoteAddress ?? '')) return
    isHostChecked = true
    if (isOpenToAll(app.server.address()))
      app.log.warn(
        'A proxy on this machine passes requests on, but HOST=0.0.0.0 lets clients go past it. Set HOST=127.0.0.1.',
      )
  })
}
