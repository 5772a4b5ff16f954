import { canonicalQuery, signQuery } from '../../server/gateways/aliyun-rpc'

const FIFTEEN_MINUTES_MS = 15 * 60_000

/**
 * Verifies requests of Aliyun's RPC interface as its services do: the signature, the account and the time, and each nonce once. The
 * verifier returns the code of a refusal.
 */
export function createRequestVerifier(account: { keyId: string; keySecret: string }, now: () => number) {
  const nonces = new Set<string>()
  return (method: string, { Signature = '', ...params }: Record<string, string>): string | undefined => {
    if (signQuery(method, canonicalQuery(params), account.keySecret) !== Signature)
      return 'SignatureDoesNotMatch'
    if (params.AccessKeyId !== account.keyId) return 'InvalidAccessKeyId.NotFound'
    const age = Math.abs(Date.parse(params.Timestamp ?? '') - now())
    if (!(age <= FIFTEEN_MINUTES_MS)) return 'InvalidTimeStamp.Expired'
    if (nonces.has(params.SignatureNonce ?? '')) return 'SignatureNonceUsed'
    nonces.add(params.SignatureNonce ?? '')
    return undefined
  }
}
