import { act, render, screen } from '@testing-library/react'
import type { Look } from '@/domain/look'
import { DecorateScreen } from '@/features/decorate/decorate-screen'
import { keptDecorated } from '@/features/decorate/storage/cached-editor-state'
import { useLookDrafts } from '@/features/decorate/storage/look-drafts'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { lookOf } from '@/templates/registry'
import { type Answer, type Request, stage } from '../../support/taro'

const SHOP = '01JD00000000000000000000AA'
const look = { ...(lookOf('plain') as Look), version: 0 }
const shop = {
  ...{ id: SHOP, slug: 'a', version: 1, name: '下街土货店', trade: 'nuts', template: 'plain', look },
  ...{ fulfilments: ['local'], payments: ['on-delivery'], freight: { fee: 0 }, phone: '19900000001' },
}

let up = true
let gone = false
const answer = ({ path }: Request): Answer | null => {
  if (!up) return null
  if (path.includes('sessions')) return { status: 200, body: { token: 't', accountId: 'a' } }
  if (gone) return { status: 404, body: { code: 'not-found', status: 404 } }
  if (path.includes('/products')) return { status: 200, body: { items: [] } }
  if (path.includes('/look')) return { status: 200, body: { draft: look, published: look, history: [] } }
  return { status: 200, body: { shop } }
}
const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const open = async () => {
  const page = render(<DecorateScreen shopId={SHOP} ConsentSheet={() => null} />)
  await wait(100)
  return page
}
const tools = () => screen.queryByText(words.tools.colour)

beforeEach(() => {
  jest.useFakeTimers()
  stage.reset()
  stage.answer(answer)
  useLookDrafts.setState({ drafts: {} })
  up = true
  gone = false
})
afterEach(() => jest.useRealTimers())

test('who was here before decorates without a network, is told so, and sees the newest once there is one', async () => {
  const before = await open()
  expect(tools()).not.toBeNull()
  expect(screen.queryByText(words.kept)).toBeNull()
  before.unmount()
  up = false
  await open()
  expect(tools()).not.toBeNull()
  expect(screen.queryByText(words.kept)).not.toBeNull()
  const there = tools()
  up = true
  await wait(11_000)
  // the same page: what was open on it stays
  expect(tools()).toBe(there)
  expect(screen.queryByText(words.kept)).toBeNull()
})

test('who was never here is told that there is no network', async () => {
  up = false
  await open()
  expect(tools()).toBeNull()
  expect(screen.queryByText('没连上')).not.toBeNull()
})

test('a shop that is gone is not kept', async () => {
  const before = await open()
  expect(keptDecorated(SHOP)).not.toBeNull()
  before.unmount()
  gone = true
  await open()
  expect(tools()).toBeNull()
  expect(screen.queryByText(deskWords.goneTitle)).not.toBeNull()
  expect(keptDecorated(SHOP)).toBeNull()
})
