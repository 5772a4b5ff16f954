import { isTimeout } from '@/api/http'
import { network } from '@/platform/network/network'
import { failure } from './result'

/**
 * The failure of a request that got no reply: `timeout`, `offline` where the phone knows that it has no network, else
 * `unavailable`, because then it is the server that does not answer.
 */
export async function unanswered(error: unknown) {
  if (isTimeout(error)) return failure('timeout')
  return failure((await network.isOnline().catch(() => true)) ? 'unavailable' : 'offline')
}
