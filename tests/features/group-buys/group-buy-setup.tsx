import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RouteReply } from '@/contract/routes'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'
import { useJoinAttempts } from '@/features/group-buys/page/join-attempts'
import { stepperWords } from '@/locales/stepper'
import GroupBuy from '@/pages/group-buy'
import { createBundledLook } from '@/templates/bundled-templates'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { problem, serving, shopId, skuOf, slug, storefront } from '../storefront/sample-shop'

export type Reply = RouteReply<'GET /api/storefronts/:slug/group-buys/:groupBuyId'>
type Mine = RouteReply<'GET /api/shops/:shopId/group-buys/:groupBuyId/mine'>
export type Goods = Reply['groupBuy']['goods'][number]

const id = '01HZZZZZZZZZZZZZZZZZZZZZG1'

const goods: Goods = {
  ...{ skuId: skuOf(1), productId: '01HZZZZZZZZZZZZZZZZZZZZZP1', name: '核桃', unit: '斤' },
  ...{ shopPrice: 2500, maxPerPerson: 5, left: 20 },
}

export const sampleReply = (groupBuy: Partial<Reply['groupBuy']> = {}): Reply => ({
  shop: storefront().shop,
  theme: (createBundledLook('woodgrain') as NonNullable<ReturnType<typeof createBundledLook>>).theme,
  groupBuy: {
    ...{ id, version: 1, state: 'open', words: '周六送到学校门口', goods: [goods], fulfilments: [] },
    points: [{ id: '01HZZZZZZZZZZZZZZZZZZZZZN1', name: '学校门口' }],
    ...{ endsAt: Date.now() + 3_600_000 * 60, accepts: true, createdAt: 1, publishedAt: 1 },
    counts: { entries: 1, units: 2, amount: 5000 },
    ...groupBuy,
  },
  entries: { items: [{ number: 1, name: '李**', lines: [{ skuId: skuOf(1), quantity: 2 }] }] },
})

export const withGoods = (changed: Partial<Goods>): Partial<Reply['groupBuy']> => ({
  goods: [{ ...goods, ...changed }],
})

/** An entry of the buyer as the server answers it. */
export const entry = (quantity: number, more: object = {}): Mine['entries'][number] =>
  ({
    ...{ id: 'entry', shopId, number: 9, state: 'placed', gathering: true, fulfilment: 'pickup' },
    ...{ payment: { method: 'on-pickup', state: 'due' }, total: quantity * 2500 },
    lines: [{ skuId: skuOf(1), name: '核桃', unit: '斤', quantity, price: 2500 }],
    groupBuy: { id, entry: 2, point: sampleReply().groupBuy.points[0] },
    ...more,
  }) as Mine['entries'][number]

type Answering = Answer | null

const isJoin = ({ method, path }: Request) => method === 'PUT' && path.includes('/entries/')
const idOf = ({ path }: Request) => path.split('/').at(-1)

export const server = {
  shown: sampleReply(),
  mine: { entries: [] } as Mine,
  onJoin: (_: Request): Answering => ok(entry(1)),
  /** What the server answers about an order. */
  onFind: (): Answering => problem(404, 'not-found'),
}

/** Opens the app of a buyer with a remembered name and phone, who has joined nothing. */
export function resetGroupBuy() {
  fakeTaro.reset()
  useJoinAttempts.setState({ attempts: {} })
  useReceiver.setState({ receiver: { name: '邻居一', phone: '13900001234', address: '' } })
  server.shown = sampleReply()
  server.mine = { entries: [] }
  server.onJoin = () => ok(entry(1))
  server.onFind = () => problem(404, 'not-found')
  fakeTaro.params({ slug, id })
  fakeTaro.answer(
    serving(
      () => storefront(),
      (request) => {
        if (isJoin(request)) return server.onJoin(request)
        if (request.path.endsWith('/mine')) return ok(server.mine)
        if (request.path.includes('/orders/')) return server.onFind()
        return request.path === `/api/storefronts/${slug}/group-buys/${id}` ? ok(server.shown) : undefined
      },
    ),
  )
}

/** The requests to join so far, and the ids of their entries. */
export const joins = () => fakeTaro.requests.filter(isJoin)
export const joinIds = () => joins().map(idOf)

export const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
/** Presses a button of the sheet. */
export async function pressInSheet(name: string) {
  const sheet = within(await screen.findByRole('dialog'))
  await userEvent.click(await sheet.findByRole('button', { name }))
}

/** Opens the page and takes this quantity. */
async function openAndChoose(quantity = 1) {
  const page = render(<GroupBuy />)
  for (let at = 0; at < quantity; at += 1) await press(stepperWords.more('核桃'))
  return page
}

/** Opens the page and sends a request to join for this quantity. */
export async function openAndJoin(quantity = 1) {
  const before = joins().length
  const page = await openAndChoose(quantity)
  const total = `接龙 ¥${25 * quantity}`
  await press(total)
  await pressInSheet(total)
  await waitFor(() => expect(joins()).toHaveLength(before + 1))
  return page
}

export const returnOnline = () => act(() => void window.dispatchEvent(new Event('online')))
