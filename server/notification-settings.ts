import { readFileSync } from 'node:fs'
import type { AliyunAccount } from './gateways/aliyun-rpc'
import { checkSmsPlan, type SmsSettings } from './gateways/aliyun-sms'
import { checkTemplates, type MessageTemplate } from './gateways/subscribe-messages'
import { PUSH_SERVICES } from './gateways/web-push'
import { SetupError } from './setup-error'

type Env = Record<string, string | undefined>

/**
 * Reads the push services that messages are sent to. `on` is the services of the usual browsers, which reach only sites with an https
 * address; a list names others.
 */
export function readPushServices(env: Env, publicUrl: string | undefined): readonly string[] {
  const text = env.PUSH_SERVICES?.trim() || 'on'
  if (text === 'off') return []
  if (text === 'on') return publicUrl?.startsWith('https:') ? PUSH_SERVICES : []
  const services = text.split(',').map((one) => one.trim())
  if (services.every(isService)) return services
  throw new SetupError(
    `PUSH_SERVICES is "${text}"; it must be on, off, or the origins of push services, like https://push.example.org,https://*.example.com.`,
  )
}

const isService = (text: string): boolean => {
  const plain = text.replace('://*.', '://')
  return URL.canParse(plain) && new URL(plain).origin === plain
}

/** Reads how text messages are sent: an account of Aliyun, and a JSON file with what it may send. */
export function readSms(env: Env): SmsSettings | undefined {
  const [keyId, keySecret, file] = [env.SMS_KEY_ID?.trim(), env.SMS_KEY_SECRET?.trim(), env.SMS_FILE?.trim()]
  if (!keyId && !keySecret && !file) return undefined
  if (!keyId || !keySecret || !file)
    throw new SetupError('SMS_KEY_ID, SMS_KEY_SECRET and SMS_FILE belong together: set all or none.')
  const baseUrl = env.SMS_API?.trim() || 'https://dysmsapi.aliyuncs.com'
  return { plan: readFileOf('SMS_FILE', file, checkSmsPlan), keyId, keySecret, baseUrl }
}

/** Reads the account of Aliyun by which photos and voices of the site are checked. */
export function readFileCheck(env: Env): AliyunAccount | undefined {
  const [keyId, keySecret] = [env.CONTENT_KEY_ID?.trim(), env.CONTENT_KEY_SECRET?.trim()]
  if (!keyId && !keySecret) return undefined
  if (!keyId || !keySecret)
    throw new SetupError('CONTENT_KEY_ID and CONTENT_KEY_SECRET belong together: set both or none.')
  const baseUrl = env.CONTENT_API?.trim() || 'https://green-cip.cn-shanghai.aliyuncs.com'
  return { keyId, keySecret, baseUrl }
}

/** Reads the templates of WeChat's messages from a JSON file. */
export function readTemplates(env: Env): readonly MessageTemplate[] {
  const file = env.WECHAT_TEMPLATES_FILE?.trim()
  return file ? readFileOf('WECHAT_TEMPLATES_FILE', file, checkTemplates) : []
}

function readFileOf<T>(name: string, file: string, check: (value: unknown) => T): T {
  try {
    return check(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SetupError(`${name} is "${file}"; docs/operate.md says what it must hold: ${reason}.`)
  }
}
