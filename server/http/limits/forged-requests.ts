import type { FastifyRequest } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import { MINUTE_MS } from '../../jobs/intervals'
import { getClientAddress } from '../client-address'
import { AddressLimiter } from './address-limiter'

/** Requests with an invalid signature that an address may send in a minute; WeChat Pay sends a few to test that they are refused. */
const MAX_FORGED = 30

/** Limits requests that no outside service has signed, and logs them once a minute. */
export class ForgedRequests {
  private readonly limiter: AddressLimiter
  private loggedAt = Number.NEGATIVE_INFINITY
  private unlogged = 0

  constructor(
    private readonly deps: Pick<AppDependencies, 'settings' | 'elapsed'>,
    private readonly message: string,
  ) {
    const max = deps.settings.rateLimits ? MAX_FORGED : Number.POSITIVE_INFINITY
    this.limiter = new AddressLimiter(max, MINUTE_MS, deps.elapsed)
  }

  /** Refuses an address before its request is read. @throws ApiError `too-many` once it has sent too many. */
  check(request: FastifyRequest): void {
    this.limiter.check(getClientAddress(request))
  }

  /** Counts a request with an invalid signature. @param code what is wrong with it */
  count(request: FastifyRequest, code: string): void {
    this.unlogged++
    const now = this.deps.elapsed()
    if (now - this.loggedAt >= MINUTE_MS) {
      request.log.warn({ code, count: this.unlogged }, this.message)
      this.loggedAt = now
      this.unlogged = 0
    }
    this.limiter.consume(getClientAddress(request))
  }
}
