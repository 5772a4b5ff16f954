import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { usePrintJob } from '@/features/orders/print/print-job'
import { PrintOrdersScreen } from '@/features/orders/print/print-orders-screen'
import { slipTexts } from '@/features/orders/print/slip-texts'
import { printOrdersWords as words } from '@/locales/print-orders'
import { fakeTaro } from '../../support/taro'
import { order, session, shopId } from './sample-orders'

/** The names of the pictures in the album, and how many it can take. */
const mockAlbum = { names: [] as string[], room: 0 }

jest.mock('@/platform/device/print', () => ({ printPage: null }))
jest.mock('@/platform/media/card', () => ({
  openCard: async () => ({
    pen: {
      font: '',
      fillRect: () => undefined,
      fillText: () => undefined,
      measureText: () => ({ width: 10 }),
    },
    finish: async () => 'picture',
  }),
  saveCard: async (_src: string, name: string) => {
    if (mockAlbum.names.length >= mockAlbum.room) return false
    mockAlbum.names.push(name)
    return true
  },
}))

const COUNT = 5

beforeEach(() => {
  mockAlbum.names = []
  fakeTaro.reset()
  fakeTaro.answer(({ path }) =>
    path === '/api/sessions' ? session : { status: 200, body: { shop: { name: '家乡山货铺' } } },
  )
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
    expect(await screen.findByText(words.saved(COUNT))).toBeInTheDocument()
    expect(mockAlbum.names).toEqual([1, 2, 3, 4, 5].map(words.file))
  })

  it('saves all pictures again once all were saved', async () => {
    mockAlbum.room = 2 * COUNT
    render(<PrintOrdersScreen shopId={shopId} />)
    await press(words.save(COUNT))
    await screen.findByText(words.saved(COUNT))
    await press(words.save(COUNT))
    await waitFor(() => expect(mockAlbum.names).toHaveLength(2 * COUNT))
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
  ])('say %s', (_, one, money) => {
    expect(slipTexts(one, { name: '家乡山货铺' }, Date.now()).money).toBe(money)
  })
})
