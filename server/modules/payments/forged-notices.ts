import type { FastifyRequest } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import { getClientAddress } from '../../http/client-address'
import { AddressLimiter } from '../../http/limits/address-limiter'

const MINUTE_MS = 60_000

/** Notices with an invalid signature that an address may send in a minute; WeChat Pay sends a few to test that they are refused. */
const MAX_FORGED = 30

/** Limits notices that no payment service has signed, and logs them once a minute. */
export class ForgedNotices {
  private readonly limiter: AddressLimiter
  private loggedAt = Number.NEGATIVE_INFINITY
  private unlogged = 0

  constructor(private readonly deps: Pick<AppDependencies, 'settings' | 'elapsed'>) {
    const max = deps.settings.rateLimits ? MAX_FORGED : Number.POSITIVE_INFINITY
    this.limiter = new AddressLimiter(max, MINUTE_MS, deps.elapsed)
  }

  /** Refuses an address before its notice is read. @throws ApiError `too-many` once it has sent too many. */
  check(request: FastifyRequest): void {
    this.limiter.check(getClientAddress(request))
  }

  /** Counts a notice with an invalid signature. @param code what is wrong with it */
  count(request: FastifyRequest, code: string): void {
    this.unlogged++
    const now = this.deps.elapsed()
    if (now - this.loggedAt >= MINUTE_MS) {
      request.log.warn({ code, count: this.unlogged }, 'payment callback rejected: invalid signature')
      this.loggedAt = now
      this.unlogged = 0
    }
    this.limiter.consume(getClientAddress(request))
  }
}
