import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { draftFromProduct } from '@/features/products/form/product-draft'
import { draftKey, useProductDrafts } from '@/features/products/form/product-draft-store'
import { ProductsPanel } from '@/features/products/list/products-panel'
import { priceDoubtWords } from '@/locales/product/price-doubt'
import { fakeTaro, ok } from '../../support/components/taro'
import { numbers, problem, product, sent, serve, shop, shopId, skuId } from './sample-products'

let server: ReturnType<typeof serve>
const open = () => render(<ProductsPanel shop={shop} active onChanged={() => undefined} />)
const openNumbers = async () => {
  open()
  await userEvent.click(await numbers())
}

beforeEach(() => {
  server = serve()
})

describe('sheet of prices and stocks', () => {
  it('copies a product on a page of its own', async () => {
    await openNumbers()
    await userEvent.click(screen.getByRole('button', { name: '照这件再上一件' }))
    expect(fakeTaro.navigations).toEqual([
      { by: 'navigateTo', url: `/pages/merchant/product?shop=${shopId}&like=${product().id}` },
    ])
    expect(screen.queryByRole('dialog')).toBeNull()
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
      expect(await numbers()).toHaveAccessibleName('26.5元一斤 还有 10 斤')
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
      expect(await numbers()).toHaveAccessibleName('25元一斤起 2 种，还有 8 斤，有卖完的')
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
})
