import type { ContentVerdict } from '@/domain/content'
import { startWechatSimulator } from '../../../../mock-server/wechat/simulator'
import { createWechatGateway } from '../../../../server/gateways/wechat'
import { perTest } from '../../../support/per-test'
import { answered } from '../../support/api-client'
import { checkWritten } from '../../support/content'
import { createTestEnvironment } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'
import { SHARED_APPID, signInToMiniProgram } from '../../support/wechat'

export const PUSH_KEYS = { token: 'token123', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }
const APP = { appid: SHARED_APPID, secret: 'a secret of tests', push: PUSH_KEYS }
export const PUSH_PATH = `/wechat/push/${SHARED_APPID}`

export type ContentStory = Awaited<ReturnType<typeof createContentStory>>

/** A server whose texts and files WeChat checks, with a shop of the mini-program. */
async function createContentStory() {
  let now = () => 0
  const wechat = await startWechatSimulator([APP], () => now())
  const gateway = createWechatGateway(
    { miniPrograms: [APP], baseUrl: wechat.origin, openUrl: wechat.origin },
    () => now(),
  )
  const env = await createTestEnvironment({
    settings: { publicUrl: 'https://shop.example' },
    wechat: gateway,
  })
  now = env.deps.clock
  const signIn = (person: string) => signInToMiniProgram(env, wechat.codes.issue(person))
  const owner = await signIn('seller')
  const shop = await openShop(env, { owner, stock: 1000, request: { name: '核桃小店' } })
  await checkWritten(env)
  return { env, wechat, shop, owner, signIn }
}

/** Starts a story for each test. */
export function contentStoryPerTest(): ContentStory {
  const story = perTest(createContentStory)
  afterEach(async () => {
    await story.env.app.close()
    await story.wechat.close()
  })
  return story
}

/** Writes the notice of the shop. */
export async function writeNotice({ shop, owner }: ContentStory, notice: string) {
  const route = `/api/shops/${shop.shopId}`
  const { version } = (await answered<{ shop: { version: number } }>(owner.call(`GET ${route}`))).shop
  await answered(
    owner.call(`PUT ${route}/settings`, {
      ...{ version, name: '核桃小店', notice, fulfilments: ['local'], payments: ['on-delivery'] },
      freight: { fee: 0 },
    }),
  )
}

/** The notice that others read. */
export const readNotice = async ({ env, shop }: ContentStory): Promise<string | undefined> =>
  (await env.app.inject({ url: `/api/storefronts/${shop.slug}` })).json<{ shop: { notice?: string } }>().shop
    .notice

interface Checked {
  verdict: ContentVerdict
  source: string | null
  label: string | null
  tries: number
}

/** The check of a text that is not passed, or of the only file. */
export const checkOf = ({ env }: ContentStory, text: string | null): Promise<Checked | undefined> =>
  env.deps.db.query
    .selectFrom('content')
    .select(['verdict', 'source', 'label', 'tries'])
    .$if(text === null, (query) => query.where('kind', '!=', 'text'))
    .$if(text !== null, (query) => query.where('text', '=', text))
    .executeTakeFirst()
