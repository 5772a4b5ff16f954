import { createHmac } from 'node:crypto'

/** An access key of Aliyun, and the address of one of its services or of a simulator of it. */
export interface AliyunAccount {
  keyId: string
  keySecret: string
  baseUrl: string
}

export interface AliyunDependencies {
  clock(): number
  random(bytes: number): Uint8Array
}

const TIMEOUT_MS = 8000

/** Percent-encoding of RFC 3986, in which these signs are encoded as well. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The query of a request in its canonical form: sorted by name, and encoded. */
export const canonicalQuery = (params: Record<string, string>): string =>
  Object.keys(params)
    .sort()
    .map((name) => `${encode(name)}=${encode(params[name] ?? '')}`)
    .join('&')

/** Signs the query of a request. Source: https://help.aliyun.com/zh/sdk/product-overview/rpc-mechanism */
export const signQuery = (method: string, query: string, keySecret: string): string =>
  createHmac('sha1', `${keySecret}&`)
    .update(`${method}&${encode('/')}&${encode(query)}`)
    .digest('base64')

/** Calls an action of Aliyun's RPC interface and returns its answer, whatever its status. @throws the error of `fetch` */
export async function callAliyun(
  { keyId, keySecret, baseUrl }: AliyunAccount,
  { clock, random }: AliyunDependencies,
  params: Record<string, string> & { Action: string; Version: string },
): Promise<unknown> {
  const query = canonicalQuery({
    ...{ Format: 'JSON', AccessKeyId: keyId, SignatureMethod: 'HMAC-SHA1', SignatureVersion: '1.0' },
    SignatureNonce: Buffer.from(random(16)).toString('hex'),
    Timestamp: new Date(clock()).toISOString().replace(/\.\d{3}/, ''),
    ...params,
  })
  const response = await fetch(baseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `Signature=${encode(signQuery('POST', query, keySecret))}&${query}`,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  return response.json()
}
