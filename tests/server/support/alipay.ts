import { generateKeyPairSync, sign } from 'node:crypto'
import type { Application } from '../../../mock-server/alipay/applications'
import { signForm } from '../../../mock-server/alipay/notices'
import { AlipaySimulator } from '../../../mock-server/alipay/simulator'
import { type AlipayCredentials, connectAlipay } from '../../../server/gateways/alipay/credentials'

export const ALIPAY_APPID = '2021000000000001'
/** The account of the application, and that of a seller who has authorized it. */
export const ALIPAY_OWNER = '2088000000000001'
export const ALIPAY_SELLER = '2088000000000002'
const SELLER_TOKEN = 'token-of-the-seller'

const createKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = createKeys()
const alipayKeys = { alipay: createKeys(), stranger: createKeys() }

export type AlipayBed = Awaited<ReturnType<typeof startAlipay>>

/** Starts Alipay, and a gateway to it, on a clock. */
export async function startAlipay(clock: () => number) {
  const application: Application = {
    ...{ appid: ALIPAY_APPID, merchant: ALIPAY_OWNER, publicKey: keys.publicKey },
    authorizations: { [SELLER_TOKEN]: ALIPAY_SELLER },
  }
  const simulator = await AlipaySimulator.start([application], { clock, keys: alipayKeys })
  /** A gateway with other credentials. */
  const connect = (changes: Partial<AlipayCredentials> = {}) =>
    connectAlipay(
      {
        ...{ service: 'alipay', appid: ALIPAY_APPID, merchant: ALIPAY_OWNER, baseUrl: simulator.origin },
        privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        publicKey: simulator.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        sellers: { [ALIPAY_SELLER]: SELLER_TOKEN },
        ...changes,
      },
      { clock },
    )
  /** The address of a page with parameters and content of one's choice, signed by the application. */
  const signPage = ({ sign: _, ...parameters }: Record<string, string>, content: object) => {
    const signed = { ...parameters, biz_content: JSON.stringify(content) }
    const text = Object.entries(signed)
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join('&')
    const signature = sign('RSA-SHA256', Buffer.from(text), keys.privateKey).toString('base64')
    return `${simulator.origin}/gateway.do?${new URLSearchParams({ ...signed, sign: signature })}`
  }
  /** The body of a notice with fields of one's choice, signed by Alipay. */
  const signNotice = (fields: Record<string, string>) =>
    signForm(fields, alipayKeys.alipay.privateKey).toString()
  const gateway = await connect()
  return { simulator, gateway, connect, signPage, signNotice, close: () => simulator.close() }
}

/** Opens the page of a till and answers it as a buyer does; returns the address to return to. */
export async function answerPage(till: { url: string }, outcome: 'pay' | 'cancel'): Promise<string | null> {
  const shown = await fetch(till.url)
  if (!(await shown.text()).includes('不付了')) throw new Error('the page shows no till')
  const { searchParams, origin, pathname } = new URL(till.url)
  const body = new URLSearchParams(searchParams)
  body.set('outcome', outcome)
  const answer = await fetch(origin + pathname, { method: 'POST', body, redirect: 'manual' })
  return answer.headers.get('location')
}
