import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useProductDrafts } from '@/features/products/form/product-draft-store'
import SellerProductPage from '@/pages/merchant/product'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'
import {
  back,
  box,
  press,
  problem,
  product,
  productId,
  putPaths,
  puts,
  save,
  sent,
  serve,
  shopId,
  skuId,
} from './sample-products'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

let server: ReturnType<typeof serve>

beforeEach(() => {
  server = serve()
  fakeTaro.params({ shop: shopId })
})

describe('SellerProductPage of an existing product', () => {
  beforeEach(() => fakeTaro.params({ shop: shopId, id: productId }))

  const rename = async (name: string) => {
    await userEvent.clear(await box('叫什么'))
    await userEvent.type(await box('叫什么'), name)
    await save()
  }

  it('treats a conflict whose stored state equals the sent one as saved', async () => {
    server.put = () => problem(409, 'version-conflict', product({ version: 4, name: '花椒' }))
    render(<SellerProductPage />)
    await rename('花椒')
    await waitFor(() => expect(fakeTaro.navigations).toEqual([back]))
    expect(puts()).toHaveLength(1)
  })

  it('shows both versions on a conflict and can save the typed one on top', async () => {
    const theirs = product({
      version: 7,
      name: '大红袍',
      skus: [{ id: skuId, price: 2500, stock: 4, weight: 500 }],
    })
    const answers: Answer[] = [problem(409, 'version-conflict', theirs), ok(product({ version: 8 }))]
    server.put = () => answers.shift() ?? null
    render(<SellerProductPage />)
    await rename('花椒')
    expect(await screen.findByText('名字：大红袍')).toBeInTheDocument()
    expect(screen.getByText('名字：花椒')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '用我写的' }))
    await waitFor(() => expect(fakeTaro.navigations).toEqual([back]))
    expect(puts().map(({ version, name }) => [version, name])).toEqual([
      [3, '花椒'],
      [7, '花椒'],
    ])
  })

  it('can take the stored version on a conflict without sending again', async () => {
    server.put = () => problem(409, 'version-conflict', product({ version: 7, name: '大红袍' }))
    render(<SellerProductPage />)
    await rename('花椒')
    await press('用那边的')
    expect(await box('叫什么')).toHaveValue('大红袍')
    expect(puts()).toHaveLength(1)
    expect(useProductDrafts.getState().drafts).toEqual({})
  })

  it('resolves a conflict with its own lost save without a question', async () => {
    server.put = () => null
    render(<SellerProductPage />)
    await rename('花椒')
    await screen.findByText(/看看手机有没有网/)
    const answers: Answer[] = [
      problem(409, 'version-conflict', product({ version: 4, name: '花椒' })),
      ok(product({ version: 5, name: '花椒王' })),
    ]
    server.put = () => answers.shift() ?? null
    await rename('花椒王')
    await waitFor(() => expect(fakeTaro.navigations).toEqual([back]))
    expect(puts().map(({ version, name }) => [version, name])).toEqual([
      [3, '花椒'],
      [3, '花椒王'],
      [4, '花椒王'],
    ])
  })

  it('removes the product after one confirmation', async () => {
    render(<SellerProductPage />)
    await press('撤掉这件货')
    await userEvent.click(screen.getByRole('button', { name: '先留着' }))
    expect(sent('DELETE')).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: '撤掉这件货' }))
    await userEvent.click(screen.getByRole('button', { name: '撤掉' }))
    await waitFor(() => expect(fakeTaro.navigations).toEqual([back]))
    expect(sent('DELETE')).toHaveLength(1)
  })

  it('asks about a price of three times the saved one', async () => {
    render(<SellerProductPage />)
    const price = await box('一斤卖多少钱（元）')
    await userEvent.clear(price)
    await userEvent.type(price, '75')
    await save()
    expect(screen.getByText('原来是 25 元。怕您多按或少按了一下。')).toBeInTheDocument()
    expect(puts()).toEqual([])
  })

  it('does not edit the stock', async () => {
    render(<SellerProductPage />)
    expect(await screen.findByText('还有 10 斤。数量在货品页上加减。')).toBeInTheDocument()
    expect(screen.queryByLabelText('有多少斤')).toBeNull()
  })
})

describe('SellerProductPage with an unusual price', () => {
  const type = async (price: string) => {
    await userEvent.type(await box('叫什么'), '核桃')
    await userEvent.type(await box('一斤卖多少钱（元）'), price)
  }

  it('asks once before saving', async () => {
    server.put = ({ body }) => ok(product(body as object))
    render(<SellerProductPage />)
    await type('2400')
    await save()
    expect(screen.getByRole('dialog', { name: '您定的是 2400 元一斤，对吗？' })).toBeInTheDocument()
    expect(puts()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: '改一改' }))
    await save()
    await userEvent.click(screen.getByRole('button', { name: '对，就这个价' }))
    await waitFor(() => expect(puts()).toHaveLength(1))
    expect(puts()[0]?.skus[0]?.price).toBe(240_000)
  })

  it('does not ask again when saving is retried', async () => {
    server.put = () => null
    render(<SellerProductPage />)
    await type('2400')
    await save()
    await userEvent.click(screen.getByRole('button', { name: '对，就这个价' }))
    await waitFor(() => expect(puts()).toHaveLength(1))
    await save()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(puts().length).toBeGreaterThan(1)
  })

  it('reads a price typed with a comma', async () => {
    server.put = ({ body }) => ok(product(body as object))
    render(<SellerProductPage />)
    await type('35,5')
    await save()
    await waitFor(() => expect(puts()[0]?.skus[0]?.price).toBe(3550))
  })
})

describe('SellerProductPage of a copied product', () => {
  const photo = { id: '01J00000000000000000PH0T01', hash: 'a'.repeat(64) }
  const label = '大盒'
  const source = product({
    ...{ note: '今年新货', photos: [photo] },
    skus: [{ id: skuId, label, price: 2550, stock: 7, weight: 500 }],
  })
  beforeEach(() => {
    server.one = () => ok(source)
    fakeTaro.params({ shop: shopId, like: productId })
  })

  it('saves a new product with every unchanged field of the copied one', async () => {
    render(<SellerProductPage />)
    await userEvent.type(await box('叫什么'), '仁')
    await save()
    await waitFor(() => expect(fakeTaro.navigations).toEqual([back]))
    const [saved] = puts()
    expect(saved).toMatchObject({
      ...{ version: 0, name: '核桃仁', unit: '斤', note: '今年新货', photos: [photo.id], onSale: true },
      skus: [{ label, price: 2550, stock: 7, weight: 500 }],
    })
    expect(saved?.skus[0]?.id).not.toBe(skuId)
    expect(putPaths()[0]).not.toContain(productId)
  })

  it('keeps its draft separate from the drafts of the copied product and of an empty form', async () => {
    const { unmount } = render(<SellerProductPage />)
    await userEvent.type(await box('叫什么'), '仁')
    unmount()
    fakeTaro.params({ shop: shopId })
    const empty = render(<SellerProductPage />)
    expect(await box('叫什么')).toHaveValue('')
    empty.unmount()
    fakeTaro.params({ shop: shopId, like: productId })
    render(<SellerProductPage />)
    expect(await box('叫什么')).toHaveValue('核桃仁')
    await userEvent.click(screen.getByRole('button', { name: '重新写' }))
    expect(await box('叫什么')).toHaveValue('核桃')
  })

  it('reports that the product to copy is gone', async () => {
    server.one = () => problem(404, 'not-found')
    render(<SellerProductPage />)
    expect(await screen.findByText('没有这件货')).toBeInTheDocument()
  })
})
