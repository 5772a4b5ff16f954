import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { usePrintJob } from '@/features/orders/print/print-job'
import { PrintOrdersScreen } from '@/features/orders/print/print-orders-screen'
import { slipTexts } from '@/features/orders/print/slip-texts'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { printOrdersWords as words } from '@/locales/order/print-orders'
import { fakeTaro, ok } from '../../../support/components/taro'
import { pressMore } from '../order-page'
import { order, orderId, shopId, view } from '../sample-orders'

/** The names of the pictures in the album, how many it can take, and whether pictures can be saved at all. */
const mockAlbum = { names: [] as string[], room: 0, exists: true }
/** The widths of the drawn pictures. */
const mockWidths: number[] = []
const mockOpenSettings = jest.fn()

jest.mock('@/platform/device/print', () => ({ printPage: null }))
jest.mock('@/platform/device/open-settings', () => ({ openSettings: () => mockOpenSettings() }))
jest.mock('@/platform/media/card', () => ({
  openCard: async (width: number) => {
    mockWidths.push(width)
    return {
      pen: {
        font: '',
        fillRect: () => undefined,
        fillText: () => undefined,
        measureText: () => ({ width: 10 }),
      },
      finish: async () => 'picture',
    }
  },
  canSaveCards: () => mockAlbum.exists,
  saveCard: async (_src: string, name: string) => {
    if (mockAlbum.names.length >= mockAlbum.room) return false
    mockAlbum.names.push(name)
    return true
  },
}))

const COUNT = 5

beforeEach(() => {
  mockAlbum.names = []
  mockAlbum.exists = true
  mockWidths.length = 0
  mockOpenSettings.mockReset()
  fakeTaro.reset()
  fakeTaro.answerSignedIn(() => ok({ shop: { name: '家乡山货铺' } }))
  const orders = Array.from({ length: COUNT }, (_, at) => order({ id: `order ${at}`, number: at + 1 }))
  usePrintJob.setState({ orders })
})

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

describe('PrintOrdersScreen where nothing can be printed', () => {
  it('continues after the last saved picture when saving has stopped', async () => {
    mockAlbum.room = 3
    render(<PrintOrdersScreen shopId={shopId} />)
    await press(words.save(COUNT))
    expect(await screen.findByText(words.failed(3))).toBeInTheDocument()
    mockAlbum.room = COUNT
    await press('从第 4 张接着存')
    expect(await screen.findByText(words.saved.a6(COUNT))).toBeInTheDocument()
    expect(mockAlbum.names).toEqual([1, 2, 3, 4, 5].map(words.order))
  })

  it('saves all pictures again once all were saved', async () => {
    mockAlbum.room = 2 * COUNT
    render(<PrintOrdersScreen shopId={shopId} />)
    await press(words.save(COUNT))
    await screen.findByText(words.saved.a6(COUNT))
    await press(words.save(COUNT))
    await waitFor(() => expect(mockAlbum.names).toHaveLength(2 * COUNT))
  })

  it('saves pages of A6 for labels and narrow pictures for a receipt printer, and names their use', async () => {
    mockAlbum.room = 2 * COUNT
    render(<PrintOrdersScreen shopId={shopId} />)
    await press(words.save(COUNT))
    expect(await screen.findByText(words.saved.a6(COUNT))).toBeInTheDocument()
    await userEvent.click(screen.getByRole('radio', { name: words.papers.roll }))
    await press(words.save(COUNT))
    expect(await screen.findByText(words.saved.roll(COUNT))).toBeInTheDocument()
    expect(mockWidths).toEqual([...Array(COUNT).fill(840), ...Array(COUNT).fill(384)])
  })

  it('opens the settings after a picture could not be saved, and continues with that picture', async () => {
    mockAlbum.room = 2
    render(<PrintOrdersScreen shopId={shopId} />)
    await screen.findByRole('button', { name: words.save(COUNT) })
    expect(screen.queryByRole('button', { name: words.settings })).toBeNull()
    await press(words.save(COUNT))
    await press(words.settings)
    expect(mockOpenSettings).toHaveBeenCalledTimes(1)
    mockAlbum.room = COUNT
    await press(words.saveFrom(3))
    expect(await screen.findByText(words.saved.a6(COUNT))).toBeInTheDocument()
    expect(mockAlbum.names).toHaveLength(COUNT)
    expect(screen.queryByRole('button', { name: words.settings })).toBeNull()
  })

  it('says in the browser of an app, which cannot save pictures either, where to print', async () => {
    mockAlbum.exists = false
    render(<PrintOrdersScreen shopId={shopId} />)
    expect(await screen.findByText(words.unable)).toBeInTheDocument()
    expect(screen.getByText(words.unableText)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: words.print })).toBeNull()
    expect(screen.queryByRole('button', { name: words.save(COUNT) })).toBeNull()
  })
})

describe('SellerOrder', () => {
  it('opens the page that prints this order alone', async () => {
    fakeTaro.answerSignedIn(() => ok(view(order(), 'owner')))
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await pressMore(words.open)
    const url = `/pages/books/print?shop=${shopId}`
    await waitFor(() => expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url }]))
    expect(usePrintJob.getState().orders).toMatchObject([{ id: orderId }])
  })
})

describe('slipTexts', () => {
  const online = (state: 'pending' | 'paid' | 'refunded') => ({ method: 'wechat', state }) as const
  it.each([
    ['the amount to collect', order(), '要收 ¥53'],
    ['that it is not paid online yet', order({ payment: online('pending') }), '还没在网上付钱'],
    ['that it is paid', order({ payment: online('paid') }), '付过了 ¥53'],
    ['that the money was returned', order({ state: 'accepted', payment: online('refunded') }), '钱退了'],
    ['that it is cancelled', order({ state: 'cancelled' }), '取消了'],
  ])('shows %s', (_, one, money) => {
    expect(slipTexts(one, { name: '家乡山货铺' }, Date.now()).money).toBe(money)
  })
})
