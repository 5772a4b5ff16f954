import { act, fireEvent, render, screen } from '@testing-library/react'
import { addMonths, monthOf } from '@/domain/month'
import type { Closing } from '@/domain/shop/closing'
import { ClosingScreen } from '@/features/closing/closing-screen'
import { moneyWords } from '@/locales/payment/money'
import { settingsWords } from '@/locales/shop/settings'
import { spreadsheetWords } from '@/locales/shop/spreadsheet'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { SHOP_ID } from '../handover/sample-help'

const NOTHING = { orders: 0, sum: 0 }
const NOW = Date.UTC(2026, 10, 25, 2)

let closing: Closing
let onPut: (request: Request) => Answer | null
const reply = (body: Closing): Answer => ok(body)

const server = (request: Request): Answer | null => {
  if (request.method === 'PUT') return onPut(request)
  if (request.method === 'POST')
    return ok({ url: `https://shop.example.org${request.path}.xlsx`, until: Date.now() })
  if (request.method === 'DELETE') {
    const { closedAt: _, reopenUntil: __, ...open } = closing
    closing = open
  }
  return reply(closing)
}

const open = () => act(async () => void render(<ClosingScreen shopId={SHOP_ID} copy={<i>打包</i>} />))
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const type = (text: string) =>
  act(async () => void fireEvent.input(screen.getByLabelText('店名'), { target: { value: text } }))
const puts = () => fakeTaro.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(server)
  closing = {
    ...{ name: '核桃小店', orders: 3, openOrders: [], openCount: 0, claimable: 0 },
    ...{ due: NOTHING, toReturn: NOTHING, held: NOTHING },
  }
  onPut = () => {
    closing = { ...closing, closedAt: NOW, reopenUntil: NOW + 7 * 86_400_000 }
    return reply(closing)
  }
})

describe('ClosingScreen', () => {
  it('offers the copy, asks for the name of the shop, and closes it', async () => {
    await open()
    expect(screen.getByText('打包')).toBeInTheDocument()
    await press('关掉这家店……')
    await type('别的店')
    await press('关店')
    expect(screen.getByText('店名和上面写的不一样，照着再写一遍。')).toBeInTheDocument()
    expect(puts()).toEqual([])
    await type('核桃小店')
    await press('关店')
    expect(puts()).toEqual([{ name: '核桃小店' }])
    expect(screen.getByText('店关了')).toBeInTheDocument()
  })

  it('says that other phones can reopen the shop, and which button removes their access', async () => {
    await open()
    const text = `管店的别的手机，七天内也能再开。不想让它们管，先到“店铺”的“钥匙和关店”里点“${settingsWords.phones.ask}”。`
    expect(screen.getByText(text)).toBeInTheDocument()
    expect(screen.queryByText(/管不了/)).toBeNull()
  })

  it('opens a closed shop again', async () => {
    closing = { ...closing, closedAt: NOW, reopenUntil: NOW + 7 * 86_400_000 }
    await open()
    await press('再开起来')
    expect(screen.getByRole('button', { name: '关掉这家店……' })).toBeInTheDocument()
  })

  it.each(['open', 'closed'])(
    'offers the orders and the ledger of an %s shop as spreadsheets',
    async (state) => {
      if (state === 'closed') closing = { ...closing, closedAt: NOW, reopenUntil: NOW + 7 * 86_400_000 }
      Object.assign(navigator, { clipboard: { writeText: jest.fn().mockResolvedValue(undefined) } })
      await open()
      expect(screen.getByText('打包')).toBeInTheDocument()
      await press(moneyWords.switch.before)
      for (const button of screen.getAllByRole('button', { name: spreadsheetWords.copy }))
        await act(async () => void fireEvent.click(button))
      const month = addMonths(monthOf(Date.now()), -1)
      const requested = fakeTaro.requests.map(({ path }) => path).filter((path) => path.endsWith('/sheets'))
      expect(requested).toEqual([
        `/api/shops/${SHOP_ID}/orders/sheets`,
        `/api/shops/${SHOP_ID}/money/${month}/sheets`,
      ])
      expect(screen.queryByText(/表格里只有最近的/)).toBeNull()
    },
  )

  it('says that a spreadsheet holds the newest orders only, when there are more', async () => {
    closing = { ...closing, orders: 5001 }
    await open()
    expect(screen.getByText(/^一共 5001 单，表格里只有最近的 5000 单/)).toBeInTheDocument()
  })

  it('lists open orders with links and does not offer to close the shop', async () => {
    const order = {
      id: 'order',
      shopId: SHOP_ID,
      shopName: '核桃小店',
      number: 7,
      state: 'placed',
      total: 2500,
    }
    closing = { ...closing, openCount: 1, openOrders: [order] as Closing['openOrders'] }
    await open()
    expect(screen.getByText('还有 1 单没办完')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '关掉这家店……' })).toBeNull()
    await press('第 7 单，¥25')
    expect(fakeTaro.navigations.at(-1)?.url).toBe(`/pages/merchant/order?shop=${SHOP_ID}&order=order`)
  })

  it('names money that was not collected or returned', async () => {
    closing = { ...closing, due: { orders: 2, sum: 5000 }, toReturn: { orders: 1, sum: 2500 } }
    await open()
    expect(screen.getByText(/有 2 单的钱没收到，一共 ¥50/)).toBeInTheDocument()
    expect(screen.getByText(/钱没退给买家，一共 ¥25/)).toBeInTheDocument()
  })

  it('names money that WeChat holds, and how long waybills can still be entered', async () => {
    closing = { ...closing, held: { orders: 3, sum: 7500 } }
    await open()
    expect(
      screen.getByText(/有 3 单的钱微信还没给您，一共 ¥75。.*关了店也能写，最多等九十天/),
    ).toBeInTheDocument()
  })

  it('shows an order that was placed while the name was typed', async () => {
    await open()
    await press('关掉这家店……')
    await type('核桃小店')
    onPut = () => {
      const current = { ...closing, openCount: 1 }
      return { status: 409, body: { code: 'not-allowed-now', status: 409, current } }
    }
    await press('关店')
    expect(screen.getByText('还有 1 单没办完')).toBeInTheDocument()
  })

  it('keeps the sheet open without a network, so that closing can be tried again', async () => {
    await open()
    await press('关掉这家店……')
    await type('核桃小店')
    onPut = () => null
    await press('关店')
    expect(await screen.findByText('没连上，看看手机有没有网，再试一次。')).toBeInTheDocument()
    expect(screen.getByLabelText('店名')).toHaveValue('核桃小店')
  })
})
