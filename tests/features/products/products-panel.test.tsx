import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { draftFromProduct } from '@/features/products/form/product-draft'
import { draftKey, useProductDrafts } from '@/features/products/form/product-draft-store'
import { ProductsPanel } from '@/features/products/list/products-panel'
import { useStockMoves } from '@/features/products/stock/stock-moves'
import { type Answer, fakeTaro, navigation, ok } from '../../support/components/taro'
import { numbers, press, problem, product, sent, serve, shop, shopId, skuId } from './sample-products'

interface Move {
  id: string
  delta: number
}
let server: ReturnType<typeof serve>
const moves = () => sent<Move>('POST', '/stock')
const onChanged = jest.fn()
const open = () => render(<ProductsPanel shop={shop} active onChanged={onChanged} />)
const openNumbers = async () => {
  open()
  await userEvent.click(await numbers())
}
/** Both the row and the sheet show a stock. */
const expectStock = (words: string) => expect(screen.getAllByText(words)).toHaveLength(2)
const more = () => screen.findByRole('button', { name: '核桃多一个' })

beforeEach(() => {
  onChanged.mockReset()
  useStockMoves.setState({ moves: {} })
  server = serve()
})

describe('ProductsPanel', () => {
  it('shows a stock change at once and sends it as a delta', async () => {
    const answers: ((answer: Answer) => void)[] = []
    server.stock = () => new Promise((resolve) => answers.push(resolve))
    await openNumbers()
    await userEvent.click(await more())
    expectStock('还有 11 斤')
    await waitFor(() => expect(answers).toHaveLength(1))
    await act(async () => answers[0]?.(ok({ skuId, stock: 9 })))
    expectStock('还有 9 斤')
    expect(moves().map(({ delta }) => delta)).toEqual([1])
  })

  it('combines taps during a request into the next request with a new id', async () => {
    const answers: ((answer: Answer) => void)[] = []
    server.stock = () => new Promise((resolve) => answers.push(resolve))
    await openNumbers()
    const button = await more()
    for (let tap = 0; tap < 4; tap++) await userEvent.click(button)
    expectStock('还有 14 斤')
    await act(async () => answers[0]?.(ok({ skuId, stock: 11 })))
    await waitFor(() => expect(answers).toHaveLength(2))
    expectStock('还有 14 斤')
    await act(async () => answers[1]?.(ok({ skuId, stock: 14 })))
    expect(moves().map(({ delta }) => delta)).toEqual([1, 3])
    expect(moves()[0]?.id).not.toBe(moves()[1]?.id)
  })

  it('retries a lost stock change with the same id by hand or when online', async () => {
    server.stock = () => null
    await openNumbers()
    await userEvent.click(await more())
    const retry = await screen.findByRole('button', { name: '再记一次' })
    await userEvent.click(retry)
    await waitFor(() => expect(moves()).toHaveLength(2))
    server.stock = () => ok({ skuId, stock: 11 })
    act(() => {
      window.dispatchEvent(new Event('online'))
    })
    await waitFor(() => expect(screen.queryByRole('button', { name: '再记一次' })).toBeNull())
    expect(new Set(moves().map(({ id }) => id)).size).toBe(1)
    expect(moves()).toHaveLength(3)
    expectStock('还有 11 斤')
  })

  it('sends a pending stock change of another shop to that shop', async () => {
    const other = '01J000000000000000000SKVB2'
    const move = { shopId: '01J0000000000000000SH0PB2', id: '01J0000000000000000M0VEB2', delta: -3 }
    useStockMoves.setState({ moves: { [other]: { queuedDelta: 0, inFlight: move } } })
    server.stock = ({ path }) => ok({ skuId: path.split('/').at(-2), stock: 7 })
    open()
    await numbers()
    act(() => {
      window.dispatchEvent(new Event('online'))
    })
    await waitFor(() => expect(moves()).toHaveLength(1))
    expect(fakeTaro.requests.filter(({ path }) => path.endsWith('/stock')).map(({ path }) => path)).toEqual([
      `/api/shops/${move.shopId}/skus/${other}/stock`,
    ])
  })

  it('prefers the loaded stock over an earlier reply', async () => {
    useStockMoves.setState({ moves: { [skuId]: { queuedDelta: 0, confirmedStock: 11 } } })
    open()
    expect(await screen.findByText('还有 10 斤')).toBeInTheDocument()
  })

  it('shows the current stock when less is available', async () => {
    server.stock = () => problem(409, 'out-of-stock', { skuId, stock: 2 })
    await openNumbers()
    await press('核桃少一个')
    expect(await screen.findByText('只剩 2 了，刚才又卖出去一些。')).toBeInTheDocument()
    expect(screen.getByText('快没了，还有 2 斤')).toBeInTheDocument()
  })

  it('records a delivery as a number', async () => {
    server.stock = () => ok({ skuId, stock: 60 })
    await openNumbers()
    await press('核桃补货')
    await userEvent.click(screen.getByRole('button', { name: '记下' }))
    expect(screen.getByRole('alert')).toHaveTextContent('写个整数')
    await userEvent.type(screen.getByLabelText('多少斤'), '50')
    expect(screen.getByText('改完还有 60 斤')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '记下' }))
    await waitFor(() => expect(moves().map(({ delta }) => delta)).toEqual([50]))
  })

  it('does not remove more than the stock', async () => {
    await openNumbers()
    await press('核桃补货')
    await userEvent.click(screen.getByRole('radio', { name: '少了' }))
    await userEvent.type(screen.getByLabelText('多少斤'), '11')
    expect(screen.getByRole('alert')).toHaveTextContent('只有 10')
    await userEvent.click(screen.getByRole('button', { name: '记下' }))
    expect(moves()).toEqual([])
  })

  it('hides a product at once and restores it by one tap', async () => {
    let version = 3
    server.put = ({ body }) => {
      version += 1
      return ok(product({ ...(body as object), photos: [], version }))
    }
    await openNumbers()
    await press('核桃先不卖')
    expect(await screen.findByText('收起来了，买家看不到。')).toBeInTheDocument()
    expect(screen.getByText('没在卖')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '核桃接着卖' }))
    await waitFor(() => expect(screen.queryByText('没在卖')).toBeNull())
    expect(
      sent<{ version: number; onSale: boolean }>('PUT').map((body) => [body.version, body.onSale]),
    ).toEqual([
      [3, false],
      [4, true],
    ])
  })

  it('reverts a failed hiding and explains it', async () => {
    server.put = () => null
    await openNumbers()
    await press('核桃先不卖')
    expect(await screen.findByRole('alert')).toHaveTextContent('没连上，看看手机有没有网')
    expect(screen.queryByText('没在卖')).toBeNull()
  })

  it('hides a product in its current version after a conflict', async () => {
    const answers: Answer[] = [
      problem(409, 'version-conflict', product({ version: 8, name: '薄皮核桃' })),
      ok(product({ version: 9, name: '薄皮核桃', onSale: false })),
    ]
    server.put = () => answers.shift() ?? null
    await openNumbers()
    await press('核桃先不卖')
    expect(await screen.findAllByText('薄皮核桃')).toHaveLength(2)
    expect(sent('PUT')[1]).toMatchObject({ version: 8, name: '薄皮核桃', onSale: false })
  })

  it('offers to add the first product', async () => {
    server.list = () => ok({ items: [] })
    open()
    await press('上一件货')
    expect(fakeTaro.navigations).toEqual([navigation(`/pages/merchant/product?shop=${shopId}`)])
  })

  it('marks a product with an unsaved price', async () => {
    const typed = draftFromProduct(product())
    const keep = (price: string) =>
      useProductDrafts
        .getState()
        .put(draftKey(shopId, typed.id), { ...typed, skus: typed.skus.map((sku) => ({ ...sku, price })) })
    open()
    await numbers()
    act(() => keep('19.9'))
    expect(await screen.findByText('改了还没存，买家看到的是原来的')).toBeInTheDocument()
    act(() => keep(typed.skus[0]?.price ?? ''))
    expect(screen.queryByText('改了还没存，买家看到的是原来的')).toBeNull()
  })
})
