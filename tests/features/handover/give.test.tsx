import { act, fireEvent, render, screen } from '@testing-library/react'
import type { HandoverState } from '@/domain/shop/handover'
import { GiveDraft } from '@/features/handover/give/give-draft'
import { GiveHelp } from '@/features/handover/give/give-help'
import { GiveShop } from '@/features/handover/give/give-shop'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { album } from '../../support/local-photos'
import { offered, SHOP_ID } from './sample-help'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

let state: HandoverState
let offer: () => Answer | null
let ended: () => Answer | null
const server = ({ method, path }: Request): Answer | null => {
  if (method === 'PUT') return offer()
  if (method === 'DELETE') return ended()
  if (path.startsWith('/api/handovers/')) return ok({ state })
  return { status: 404, body: { code: 'not-found', status: 404 } }
}

const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const made = () => fakeTaro.requests.filter(({ method }) => method === 'PUT')
const deleted = () => fakeTaro.requests.filter(({ method }) => method === 'DELETE')

beforeEach(() => {
  jest.useFakeTimers()
  fakeTaro.reset()
  fakeTaro.answerSignedIn(server)
  state = 'open'
  offer = () => ok(offered())
  ended = () => ok({ ended: true })
  fakeTaro.stack(['pages/centre/index', 'pages/handover/give'])
})

describe('GiveShop', () => {
  const onTaken = jest.fn()
  const open = (isEarlier = false) =>
    act(async () => void render(<GiveShop shopId={SHOP_ID} isEarlier={isEarlier} onTaken={onTaken} />))
  beforeEach(() => onTaken.mockReset())

  it('shows a QR code and the digits, and counts down by the server’s time', async () => {
    await open()
    await wait(0)
    expect(screen.getByRole('img', { name: '扫码接店' })).toBeInTheDocument()
    expect(screen.getByRole('img', { name: '1 2 3 4 5 6 7 8' })).toBeInTheDocument()
    expect(screen.getByRole('timer')).toHaveTextContent('还能用 10:00')
    await wait(61_000)
    expect(screen.getByRole('timer')).toHaveTextContent('还能用 8:59')
  })

  it('says that the shop has arrived', async () => {
    await open()
    state = 'taken'
    await wait(2100)
    expect(screen.getByText('交到本人手里了')).toBeInTheDocument()
    expect(onTaken).toHaveBeenCalledTimes(1)
    await press('再帮一个人')
    expect(fakeTaro.navigations).toEqual([{ by: 'redirectTo', url: '/pages/handover/help' }])
  })

  it('offers another code under another id when the code has expired', async () => {
    offer = () => ok(offered(3000))
    await open()
    await wait(4000)
    expect(screen.getByText('号码过时了')).toBeInTheDocument()
    offer = () => ok(offered())
    await press('再出一个')
    expect(screen.getByRole('timer')).toBeInTheDocument()
    expect(new Set(made().map(({ path }) => path)).size).toBe(2)
  })

  it('repeats a lost request under the same id', async () => {
    offer = () => null
    await open()
    await wait(0)
    expect(screen.getByText(/没连上，看看手机/)).toBeInTheDocument()
    offer = () => ok(offered())
    await press('再试一次')
    expect(screen.getByRole('timer')).toBeInTheDocument()
    expect(new Set(made().map(({ path }) => path)).size).toBe(1)
  })

  it('reports that the helper no longer has the shop', async () => {
    offer = () => ({ status: 404, body: { code: 'not-found', status: 404 } })
    await open()
    await wait(0)
    expect(screen.getByText('没有要交的店')).toBeInTheDocument()
  })

  it('ends the code when the helper cancels, and navigates back', async () => {
    await open()
    await wait(0)
    await press('先不交了')
    await wait(0)
    const id = made()[0]?.path.split('/').at(-1)
    expect(deleted().map(({ path }) => path)).toEqual([`/api/handovers/${id}`])
    expect(fakeTaro.navigations).toEqual([{ by: 'navigateBack', url: '' }])
  })

  it('reports that the code could not be ended, stays open, and ends it once the network is back', async () => {
    ended = () => null
    await open()
    await wait(0)
    await press('先不交了')
    await wait(0)
    expect(screen.getByRole('alert')).toHaveTextContent('号码还没作废。没连上')
    expect(screen.getByRole('timer')).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
    // the first request arrived, and its answer was lost
    ended = () => ok({ ended: false })
    state = 'expired'
    await press('先不交了')
    await wait(0)
    expect(fakeTaro.navigations).toEqual([{ by: 'navigateBack', url: '' }])
  })

  it('stays open when the shop was taken over before the code could be ended', async () => {
    ended = () => ok({ ended: false })
    await open()
    await wait(0)
    state = 'taken'
    await press('先不交了')
    await wait(0)
    expect(screen.getByText('交到本人手里了')).toBeInTheDocument()
    expect(onTaken).toHaveBeenCalledTimes(1)
    expect(fakeTaro.navigations).toEqual([])
  })

  it('says that the offered shop has the answers of an earlier request', async () => {
    await open(true)
    await wait(0)
    expect(screen.getByText(/是改之前的样子/)).toBeInTheDocument()
  })
})

describe('GiveHelp', () => {
  it('offers the parts of the address that can be shared', async () => {
    await act(async () => void render(<GiveHelp shopId={SHOP_ID} parts="products.orders.look" />))
    expect(made()[0]?.body).toEqual({ parts: ['products', 'look'] })
    state = 'taken'
    await wait(2100)
    await press('看看他做了什么')
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/handover/log?shop=${SHOP_ID}`)
  })

  it('ends the code of an hour of help when the owner cancels', async () => {
    await act(async () => void render(<GiveHelp shopId={SHOP_ID} parts="products" />))
    await wait(0)
    await press('先不交了')
    await wait(0)
    expect(deleted()).toHaveLength(1)
    expect(fakeTaro.navigations).toEqual([{ by: 'navigateBack', url: '' }])
  })
})

describe('GiveDraft', () => {
  const onReceived = jest.fn()
  const onAskAgain = jest.fn()
  const onNext = jest.fn()
  const actions = { onReceived, onAskAgain, onNext }
  const draft = {
    ...{ shopId: SHOP_ID, productId: SHOP_ID, skuId: SHOP_ID, at: 1, trade: 'nuts' as const },
    ...{ good: '核桃', words: [], typedName: '', ownName: '', unit: '斤', price: '25', surePrice: '' },
    ...{ fulfilments: ['local' as const], freight: { fee: 0 }, pickupPlace: '', phone: '', template: '' },
  }
  const PHOTO = '01J0000000000000000000000C'
  const open = (photoId: string | null = null) =>
    act(async () => void render(<GiveDraft draft={draft} photoId={photoId} {...actions} />))
  beforeEach(() => {
    for (const mock of Object.values(actions)) mock.mockReset()
    album.reply = (id) => ok(JSON.stringify({ id, hash: 'a'.repeat(32), sizes: [] }))
  })

  it('keeps the draft until the other phone has stored it', async () => {
    await open()
    state = 'taken'
    await wait(2100)
    expect(screen.getByText('正在传到那部手机')).toBeInTheDocument()
    expect(onReceived).not.toHaveBeenCalled()
    state = 'received'
    await wait(2100)
    expect(onReceived).toHaveBeenCalledTimes(1)
    expect(screen.getByText('传过去了')).toBeInTheDocument()
    await press('再帮一个人')
    expect(onNext).toHaveBeenCalledTimes(1)
  })

  it('offers to continue the draft when the other phone has not stored it before the code expires', async () => {
    offer = () => ok(offered(5000))
    await open()
    state = 'taken'
    await wait(2100)
    expect(screen.queryByRole('button', { name: '再问一次本人' })).toBeNull()
    await wait(4000)
    expect(screen.getByText('那部手机还没说收到')).toBeInTheDocument()
    await press('再问一次本人')
    expect(onAskAgain).toHaveBeenCalledTimes(1)
    // the confirmation may still arrive
    state = 'received'
    await wait(2100)
    expect(screen.getByText('传过去了')).toBeInTheDocument()
  })

  it('asks the person again when the consent has expired, and keeps the draft', async () => {
    offer = () => ({ status: 404, body: { code: 'not-found', status: 404 } })
    await open()
    await wait(0)
    expect(screen.getByText(/填过的还在这里/)).toBeInTheDocument()
    await press('再问一次本人')
    expect(onAskAgain).toHaveBeenCalledTimes(1)
    expect(onReceived).not.toHaveBeenCalled()
  })

  it('sends a copy of the photo with the answers', async () => {
    await open(PHOTO)
    await wait(0)
    const body = made()[0]?.body as { draft: object; photoId: string }
    expect(body.draft).toEqual(draft)
    expect(body.photoId).toMatch(/^[0-9A-Z]{26}$/)
    expect(body.photoId).not.toBe(PHOTO)
  })

  it('sends the answers without a photo that the server rejects', async () => {
    album.reply = () => ({ status: 415, body: JSON.stringify({ code: 'not-a-photo', status: 415 }) })
    await open(PHOTO)
    await wait(0)
    expect(made()[0]?.body).toEqual({ draft })
  })

  it('waits for the network instead of omitting the photo', async () => {
    album.reply = () => null
    await open(PHOTO)
    await wait(0)
    expect(made()).toEqual([])
    expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })

  it('reports that there is no draft to pass on', async () => {
    await act(async () => void render(<GiveDraft draft={null} photoId={null} {...actions} />))
    expect(screen.getByText('没有没开完的店')).toBeInTheDocument()
    await press('帮人开店')
    expect(onNext).toHaveBeenCalledTimes(1)
  })
})
