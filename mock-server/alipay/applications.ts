import { type KeyObject, verify } from 'node:crypto'

/** An application that signs requests, with the accounts it may act for. */
export interface Application {
  appid: string
  merchant: string
  publicKey: KeyObject
  /** Accounts that have authorized it, by token. */
  authorizations: Readonly<Record<string, string>>
}

/** The refusal of a request, as Alipay answers it. Documents name the codes of errors; their HTTP status is unverified. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Requests may be this old or new, in ms. Unverified: no document was found that names the time. */
const MAX_SKEW_MS = 15 * 60_000

export const isSigned = (text: string, signature: string, key: KeyObject): boolean =>
  verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(signature, 'base64'))

/** The account that a request acts for. @throws Refusal */
export function accountOf({ merchant, authorizations }: Application, token: string | undefined): string {
  if (token === undefined) return merchant
  const account = authorizations[token]
  if (account === undefined) throw new Refusal(401, 'invalid-app-auth-token', '无效的应用授权令牌')
  return account
}

interface ApiRequest {
  method: string
  path: string
  body: string
  header(name: string): string | undefined
}

/**
 * Checks the authorization of an API v3 request: signature, time and a nonce that is used once. Source:
 * https://opendocs.alipay.com/open-v3/054q58
 * @throws Refusal
 */
export function authorizeApi(
  applications: readonly Application[],
  { method, path, body, header }: ApiRequest,
  usedNonces: Set<string>,
): { application: Application; merchant: string } {
  const refused = (code: string, message: string) => new Refusal(401, code, message)
  const [, auth = '', signature = ''] =
    /^ALIPAY-SHA256withRSA (app_id=.+),sign=(.+)$/.exec(header('authorization') ?? '') ?? []
  const fields = new Map(auth.split(',').map((pair) => pair.split('=') as [string, string]))
  const application = applications.find(({ appid }) => appid === fields.get('app_id'))
  if (!application) throw refused('invalid-app-id', '无效的AppID参数')
  const token = header('alipay-app-auth-token')
  const signed = `${auth}\n${method}\n${path}\n${body}\n${token === undefined ? '' : `${token}\n`}`
  if (!isSigned(signed, signature, application.publicKey)) throw refused('invalid-signature', '验签出错')
  const nonce = fields.get('nonce') ?? ''
  // unverified: no document names the code of a repeated nonce
  if (!nonce || usedNonces.has(nonce)) throw refused('invalid-nonce', 'nonce重复')
  usedNonces.add(nonce)
  // the clock of the machine, as signing clients use it
  if (!(Math.abs(Date.now() - Number(fields.get('timestamp'))) < MAX_SKEW_MS))
    throw refused('invalid-timestamp', '时间戳无效')
  return { application, merchant: accountOf(application, token) }
}
