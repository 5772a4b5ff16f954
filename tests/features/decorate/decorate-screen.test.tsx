import { act, render, screen } from '@testing-library/react'
import type { Look } from '@/domain/look/look'
import { DecorateScreen } from '@/features/decorate/decorate-screen'
import { readCachedEditorState } from '@/features/decorate/storage/cached-editor-state'
import { useLookDrafts } from '@/features/decorate/storage/look-drafts'
import { decorateWords as words } from '@/locales/look/decorate'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { createBundledLook } from '@/templates/bundled-templates'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'

const SHOP = '01JD00000000000000000000AA'
const look = { ...(createBundledLook('plain') as Look), version: 0 }
const shop = {
  ...{ id: SHOP, slug: 'a', version: 1, name: '下街土货店', trade: 'nuts', template: 'plain', look },
  ...{ fulfilments: ['local'], payments: ['on-delivery'], freight: { fee: 0 }, phone: '19900000001' },
}

let isOnline = true
let isMissing = false
const answer = ({ path }: Request): Answer | null => {
  if (!isOnline) return null
  if (isMissing) return { status: 404, body: { code: 'not-found', status: 404 } }
  if (path.includes('/products')) return ok({ items: [] })
  if (path.includes('/look')) return ok({ draft: look, published: look, history: [] })
  return ok({ shop })
}
const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const open = async () => {
  const page = render(<DecorateScreen shopId={SHOP} />)
  await wait(100)
  return page
}
const tools = () => screen.queryByText(words.tools.color)

beforeEach(() => {
  jest.useFakeTimers()
  fakeTaro.reset()
  fakeTaro.answerSignedIn(answer)
  useLookDrafts.setState({ drafts: {} })
  isOnline = true
  isMissing = false
})

describe('DecorateScreen', () => {
  it('opens from the cache offline with a notice and refreshes in place once online', async () => {
    const before = await open()
    expect(tools()).not.toBeNull()
    expect(screen.queryByText(words.cachedOffline)).toBeNull()
    before.unmount()
    isOnline = false
    await open()
    expect(tools()).not.toBeNull()
    expect(screen.queryByText(words.cachedOffline)).not.toBeNull()
    const element = tools()
    isOnline = true
    await wait(11_000)
    // the same element: open sheets stay open
    expect(tools()).toBe(element)
    expect(screen.queryByText(words.cachedOffline)).toBeNull()
  })

  it('reports offline when the shop is not cached', async () => {
    isOnline = false
    await open()
    expect(tools()).toBeNull()
    expect(screen.queryByText('没连上')).not.toBeNull()
  })

  it('removes a missing shop from the cache', async () => {
    const before = await open()
    expect(readCachedEditorState(SHOP)).not.toBeNull()
    before.unmount()
    isMissing = true
    await open()
    expect(tools()).toBeNull()
    expect(screen.queryByText(merchantDashboardWords.goneTitle)).not.toBeNull()
    expect(readCachedEditorState(SHOP)).toBeNull()
  })
})
