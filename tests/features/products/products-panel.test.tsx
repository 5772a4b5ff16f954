import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { draftFromProduct } from '@/features/products/form/product-draft'
import { draftKey, useProductDrafts } from '@/features/products/form/product-draft-store'
import { ProductsPanel } from '@/features/products/list/products-panel'
import { useStockMoves } from '@/features/products/stock/stock-moves'
import { priceDoubtWords } from '@/locales/product/price-doubt'
import { type Answer, fakeTaro, navigation, ok } from '../../support/components/taro'
import { press, problem, product, sent, serve, shop, shopId, skuId } from './sample-products'

interface Move {
  id: string
  delta: number
}
let server: ReturnType<typeof serve>
const moves = () => sent<Move>('POST', '/stock')
const onChanged = jest.fn()
const open = () => render(<ProductsPanel shop={shop} active onChanged={onChanged} />)
const numbers = () => screen.findByRole('button', { name: /^核桃的价钱和数量/ })
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

  describe('price in the product list', () => {
    const type = async (yuan: string) => {
      const field = screen.getByLabelText('一斤卖多少钱（元）')
      await userEvent.clear(field)
      await userEvent.type(field, yuan)
    }
    const save = () => userEvent.click(screen.getByRole('button', { name: '存好' }))
    const prices = () =>
      sent<{ version: number; skus: { price: number }[] }>('PUT').map(({ version, skus }) => [
        version,
        skus[0]?.price,
      ])
    const priced = (price: number, version: number) =>
      product({ version, skus: [{ id: skuId, price, stock: 10, weight: 500 }] })

    it('is saved, and updates an unsaved draft of the form', async () => {
      server.put = () => ok(priced(2650, 4))
      useProductDrafts
        .getState()
        .put(draftKey(shopId, product().id), { ...draftFromProduct(product()), name: '薄皮核桃' })
      await openNumbers()
      await type('26.5')
      await save()
      await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
      expect(prices()).toEqual([[3, 2650]])
      expect(await numbers()).toHaveAccessibleName('核桃的价钱和数量，26.5 元一斤，还有 10 斤')
      const draft = useProductDrafts.getState().drafts[draftKey(shopId, product().id)]
      expect(draft).toMatchObject({ version: 4, name: '薄皮核桃', skus: [{ price: '26.5' }] })
    })

    it('is not saved when invalid, and is confirmed first when unusual', async () => {
      await openNumbers()
      await type('二十')
      await save()
      expect(screen.getByRole('alert')).toHaveTextContent('价钱写个数')
      await type('0.2')
      await save()
      expect(sent('PUT')).toEqual([])
      await userEvent.click(screen.getByRole('button', { name: priceDoubtWords.yes }))
      await waitFor(() => expect(prices()).toEqual([[3, 20]]))
    })

    it('is confirmed first when it is three times the price before', async () => {
      await openNumbers()
      await type('75')
      await save()
      expect(sent('PUT')).toEqual([])
      expect(screen.getByText('原来是 25 元。怕您多按或少按了一下。')).toBeVisible()
      await userEvent.click(screen.getByRole('button', { name: priceDoubtWords.yes }))
      await waitFor(() => expect(prices()).toEqual([[3, 7500]]))
    })

    it('stays typed while the network is off, and is sent again by another tap', async () => {
      server.put = () => null
      await openNumbers()
      await type('26')
      await save()
      expect(await screen.findByRole('alert')).toHaveTextContent('没连上')
      expect(screen.getByLabelText('一斤卖多少钱（元）')).toHaveValue('26')
      // the first request has arrived, its reply was lost
      server.put = () => problem(409, 'version-conflict', priced(2600, 4))
      await save()
      await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
      expect(prices()).toEqual([
        [3, 2600],
        [3, 2600],
      ])
    })

    it('is saved on top of a newer version that has the same price', async () => {
      const answers = [
        problem(409, 'version-conflict', { ...priced(2500, 7), name: '薄皮核桃' }),
        ok({ ...priced(2600, 8), name: '薄皮核桃' }),
      ]
      server.put = () => answers.shift() ?? null
      await openNumbers()
      await type('26')
      await save()
      expect(await screen.findByText('薄皮核桃')).toBeInTheDocument()
      expect(sent('PUT')[1]).toMatchObject({ version: 7, name: '薄皮核桃' })
    })

    it('does not overwrite a price changed by another device before the seller has seen that price', async () => {
      const answers = [problem(409, 'version-conflict', priced(3000, 7)), ok(priced(2600, 8))]
      server.put = () => answers.shift() ?? null
      await openNumbers()
      await type('26')
      await save()
      expect(await screen.findByRole('alert')).toHaveTextContent('刚改成了 30 元')
      expect(prices()).toEqual([[3, 2600]])
      await save()
      await waitFor(() =>
        expect(prices()).toEqual([
          [3, 2600],
          [7, 2600],
        ]),
      )
    })
  })

  it('copies a product on a page of its own', async () => {
    await openNumbers()
    await userEvent.click(screen.getByRole('button', { name: '照这件再上一件' }))
    expect(fakeTaro.navigations).toEqual([
      { by: 'navigateTo', url: `/pages/merchant/product?shop=${shopId}&like=${product().id}` },
    ])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  describe('of a product with two skus', () => {
    const [small, large] = [skuId, '01J000000000000000000SKVA2']
    const two = (prices: [number, number], version = 3) =>
      product({
        version,
        skus: [
          { id: small, label: '小盒', price: prices[0], stock: 0 },
          { id: large, label: '大盒', price: prices[1], stock: 8 },
        ],
      })
    beforeEach(() => {
      server.list = () => ok({ items: [two([2500, 4500])] })
    })

    it('shows the lowest price, the whole stock and that a sku is sold out', async () => {
      open()
      expect(await numbers()).toHaveAccessibleName('核桃的价钱和数量，25 元一斤，2 种，还有 8 斤，有卖完的')
    })

    it('saves the changed prices of both in one request, each confirmed when unusual', async () => {
      server.put = () => ({ status: 200, body: two([100, 5000], 4) })
      await openNumbers()
      for (const [label, yuan] of [
        ['小盒，一斤卖多少钱（元）', '1'],
        ['大盒，一斤卖多少钱（元）', '50'],
      ] as const) {
        await userEvent.clear(screen.getByLabelText(label))
        await userEvent.type(screen.getByLabelText(label), yuan)
      }
      await userEvent.click(screen.getByRole('button', { name: '存好' }))
      expect(screen.getByText('原来是 25 元。怕您多按或少按了一下。')).toBeVisible()
      expect(sent('PUT')).toEqual([])
      await userEvent.click(screen.getByRole('button', { name: priceDoubtWords.yes }))
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
      expect(
        sent<{ skus: { price: number }[] }>('PUT').map(({ skus }) => skus.map(({ price }) => price)),
      ).toEqual([[100, 5000]])
    })
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
