import { readFileSync } from 'node:fs'
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

/** Reads the templates of WeChat's messages from a JSON file. */
export function readTemplates(env: Env): readonly MessageTemplate[] {
  const file = env.WECHAT_TEMPLATES_FILE?.trim()
  if (!file) return []
  try {
    return checkTemplates(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SetupError(
      `WECHAT_TEMPLATES_FILE is "${file}"; it must hold a JSON list of templates: ${reason}.`,
    )
  }
}
