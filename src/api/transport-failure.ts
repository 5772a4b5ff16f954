import { isTimeout } from '@/api/http'
import type { FailureCode } from '@/domain/failure'
import { network } from '@/platform/network/network'
import { failure } from './result'

/**
 * Converts the error of a request without a reply to a failure: `timeout`, `offline` if the phone has no network, else
 * `unavailable` (the server did not answer) or another code.
 */
export async function toTransportFailure(error: unknown, code: FailureCode = 'unavailable') {
  if (isTimeout(error)) return failure('timeout')
  return failure((await network.isOnline().catch(() => true)) ? code : 'offline')
}
