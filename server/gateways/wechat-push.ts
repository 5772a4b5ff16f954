import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { type Static, Type } from '@sinclair/typebox'
import { Exact } from '@/contract/shapes'
import { GatewayError } from './payment-gateway'
import { type CheckedContent, readCheckResult } from './wechat-content-check'

/** The settings of message push (消息推送) of one mini-program, in the secure mode (安全模式) with JSON. */
export const PushKeysShape = Exact({
  token: Type.String({ pattern: '^[0-9A-Za-z]{3,32}$' }),
  /** WeChat names it EncodingAESKey. */
  aesKey: Type.String({ pattern: '^[0-9A-Za-z]{43}$' }),
})
export type PushKeys = Static<typeof PushKeysShape>

/** The query of a request to the address of message push. */
export interface PushQuery {
  signature?: string
  msg_signature?: string
  timestamp?: string
  nonce?: string
  echostr?: string
}

/** The verdict of a file, which WeChat announces by its event `wxa_media_check`. */
export interface FileVerdict {
  trace: string
  /** Absent when WeChat could not check the file, for example because it could not download it. */
  result?: CheckedContent
}

/** Padding of PKCS #7 to blocks of 32 bytes, which Node's own does not remove. */
const BLOCK_BYTES = 32
const RANDOM_BYTES = 16
const LENGTH_BYTES = 4

const forged = (message: string) => new GatewayError('forged', 'FORGED', message)

function signatureOf(parts: readonly (string | undefined)[]): string {
  const text = parts
    .map((part) => part ?? '')
    .sort()
    .join('')
  return createHash('sha1').update(text).digest('hex')
}

function isSame(expected: string, actual: string | undefined): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(actual ?? '')]
  return one.length === other.length && timingSafeEqual(one, other)
}

/**
 * Answers the request by which WeChat verifies the address. Source:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
 * @throws GatewayError `forged` for another token
 */
export function answerPushVerification({ token }: PushKeys, query: PushQuery): string {
  const { signature, timestamp, nonce, echostr = '' } = query
  if (!isSame(signatureOf([token, timestamp, nonce]), signature)) throw forged('wrong signature')
  return echostr
}

/**
 * Decrypts a message to a mini-program.
 * @throws GatewayError `forged` unless it is signed with the token, encrypted with the key, and meant for this appid
 */
export function readPush(
  { token, aesKey }: PushKeys,
  appid: string,
  { msg_signature, timestamp, nonce }: PushQuery,
  body: string,
): Record<string, unknown> {
  const encrypted = readText(parse(body), 'Encrypt')
  if (!isSame(signatureOf([token, timestamp, nonce, encrypted]), msg_signature))
    throw forged('wrong signature')
  const { message, appid: receiver } = decrypt(aesKey, encrypted)
  if (receiver !== appid) throw forged('meant for another appid')
  return parse(message)
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    if (value !== null && typeof value === 'object') return { ...value }
  } catch {
    // XML, when the data format is not set to JSON
  }
  throw forged('not JSON')
}

function decrypt(aesKey: string, encrypted: string): { message: string; appid: string } {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
    const padding = padded.at(-1) ?? 0
    if (padding < 1 || padding > BLOCK_BYTES) throw forged('wrong padding')
    const plain = padded.subarray(0, padded.length - padding)
    const start = RANDOM_BYTES + LENGTH_BYTES
    const end = start + plain.readUInt32BE(RANDOM_BYTES)
    return { message: plain.subarray(start, end).toString(), appid: plain.subarray(end).toString() }
  } catch (error) {
    if (error instanceof GatewayError) throw error
    throw forged('cannot be decrypted')
  }
}

function readText(from: Record<string, unknown>, name: string): string {
  const value = from[name]
  if (typeof value !== 'string') throw forged(`no ${name}`)
  return value
}

/** The verdict of a file in a message; `undefined` for messages about something else. */
export function fileVerdictOf(message: Record<string, unknown>): FileVerdict | undefined {
  if (message.MsgType !== 'event' || message.Event !== 'wxa_media_check') return undefined
  const trace = readText(message, 'trace_id')
  // the error of the whole check, such as -1008 for an address that WeChat could not download
  if (Number(message.errcode) !== 0) return { trace }
  try {
    return { trace, result: readCheckResult(message.result) }
  } catch {
    return { trace }
  }
}
