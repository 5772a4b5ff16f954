import { act, fireEvent, render, screen } from '@testing-library/react'
import type { HandoverState } from '@/domain/handover'
import { GiveDraft } from '@/features/handover/give/give-draft'
import { GiveHelp } from '@/features/handover/give/give-help'
import { GiveShop } from '@/features/handover/give/give-shop'
import { album } from '../../support/local-photos'
import { type Answer, fakeTaro, type Request } from '../../support/taro'
import { offered, SHOP_ID } from './sample-help'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

let state: HandoverState
let offer: () => Answer | null
const server = ({ method, path }: Request): Answer | null => {
  if (path === '/api/sessions') return { status: 200, body: { token: 't', accountId: 'a' } }
  if (method === 'PUT') return offer()
  if (path.startsWith('/api/handovers/')) return { status: 200, body: { state } }
  return { status: 404, body: { code: 'not-found', status: 404 } }
}

const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const made = () => fakeTaro.requests.filter(({ method }) => method === 'PUT')

beforeEach(() => {
  jest.useFakeTimers()
  fakeTaro.reset()
  fakeTaro.answer(server)
  state = 'open'
  offer = () => ({ status: 200, body: offered() })
})
afterEach(() => jest.useRealTimers())

describe('GiveShop', () => {
  const onTaken = jest.fn()
  const open = () => act(async () => void render(<GiveShop shopId={SHOP_ID} onTaken={onTaken} />))
  beforeEach(() => onTaken.mockReset())

  it('shows a QR code and the digits, and counts down by the server’s time', async () => {
    await open()
    await wait(0)
    expect(screen.getByRole('img', { name: '扫码接店' })).toBeInTheDocument()
    expect(screen.getByRole('img', { name: '1 2 3 4 5 6' })).toBeInTheDocument()
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

  it('offers another code when this one has expired, under another id', async () => {
    offer = () => ({ status: 200, body: offered(3000) })
    await open()
    await wait(4000)
    expect(screen.getByText('号码过时了')).toBeInTheDocument()
    offer = () => ({ status: 200, body: offered() })
    await press('再出一个')
    expect(screen.getByRole('timer')).toBeInTheDocument()
    expect(new Set(made().map(({ path }) => path)).size).toBe(2)
  })

  it('repeats a lost request under the same id', async () => {
    offer = () => null
    await open()
    await wait(0)
    expect(screen.getByText(/没连上，看看手机/)).toBeInTheDocument()
    offer = () => ({ status: 200, body: offered() })
    await press('再试一次')
    expect(screen.getByRole('timer')).toBeInTheDocument()
    expect(new Set(made().map(({ path }) => path)).size).toBe(1)
  })

  it('says that the shop is not the helper’s any more', async () => {
    offer = () => ({ status: 404, body: { code: 'not-found', status: 404 } })
    await open()
    await wait(0)
    expect(screen.getByText('没有要交的店')).toBeInTheDocument()
  })
})

describe('GiveHelp', () => {
  it('offers the parts of the address that can be shared', async () => {
    await act(async () => void render(<GiveHelp shopId={SHOP_ID} parts="products,orders,look" />))
    expect(made()[0]?.body).toEqual({ parts: ['products', 'look'] })
    state = 'taken'
    await wait(2100)
    await press('看看他做了什么')
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/handover/log?shop=${SHOP_ID}`)
  })
})

describe('GiveDraft', () => {
  const onReceived = jest.fn()
  const draft = {
    ...{ shopId: SHOP_ID, productId: SHOP_ID, skuId: SHOP_ID, at: 1, trade: 'nuts' as const },
    ...{ good: '核桃', words: [], typedName: '', ownName: '', unit: '斤', price: '25', surePrice: '' },
    ...{ fulfilments: ['local' as const], freight: { fee: 0 }, pickupPlace: '', phone: '', template: '' },
  }
  const PHOTO = '01J0000000000000000000000C'
  const open = (photoId: string | null = null) =>
    act(async () => void render(<GiveDraft draft={draft} photoId={photoId} onReceived={onReceived} />))
  beforeEach(() => {
    onReceived.mockReset()
    album.reply = (id) => ({ status: 200, body: JSON.stringify({ id, hash: 'a'.repeat(32), sizes: [] }) })
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
  })

  it('sends a copy of the photo with the answers', async () => {
    await open(PHOTO)
    await wait(0)
    const body = made()[0]?.body as { draft: object; photoId: string }
    expect(body.draft).toEqual(draft)
    expect(body.photoId).toMatch(/^[0-9A-Z]{26}$/)
    expect(body.photoId).not.toBe(PHOTO)
  })

  it('goes without a photo that the server does not take', async () => {
    album.reply = () => ({ status: 415, body: JSON.stringify({ code: 'not-a-photo', status: 415 }) })
    await open(PHOTO)
    await wait(0)
    expect(made()[0]?.body).toEqual({ draft })
  })

  it('waits for the network instead of leaving the photo behind', async () => {
    album.reply = () => null
    await open(PHOTO)
    await wait(0)
    expect(made()).toEqual([])
    expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })

  it('says that there is nothing to pass on', async () => {
    await act(async () => void render(<GiveDraft draft={null} photoId={null} onReceived={onReceived} />))
    expect(screen.getByText('没有没开完的店')).toBeInTheDocument()
  })
})
