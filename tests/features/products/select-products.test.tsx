import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Product } from '@/domain/product/product'
import { ProductsPanel } from '@/features/products/list/products-panel'
import { ok } from '../../support/components/taro'
import { idOf, named, press, sent, serve, shop } from './sample-products'

let server: ReturnType<typeof serve>
let goods: Product[]
const open = () => render(<ProductsPanel shop={shop} active onChanged={() => undefined} />)

beforeEach(() => {
  server = serve()
  goods = [named('核桃', 1), named('木耳', 2), named('香菇', 3)]
  server.list = () => ok({ items: goods })
})

describe('product selection', () => {
  const requests = () => sent<{ productIds: string[]; onSale: boolean }>('POST', '/on-sale')
  const answer = (body: object) => {
    const { productIds, onSale } = body as { productIds: string[]; onSale: boolean }
    goods = goods.map((one) =>
      productIds.includes(one.id) ? { ...one, onSale, version: one.version + 1 } : one,
    )
    return ok({ items: goods.filter(({ id }) => productIds.includes(id)) })
  }
  const select = async (...names: string[]) => {
    await press('更多')
    await press('选几件一起办')
    for (const name of names)
      await userEvent.click(screen.getByRole('checkbox', { name: new RegExp(`^${name}`) }))
  }

  it('hides several products at once and reverts that by one tap', async () => {
    server.several = ({ body }) => answer(body as object)
    open()
    await select('核桃', '香菇')
    await press('这 2 件先不卖')
    expect(await screen.findByText('2 件收起来了，买家看不到。')).toBeInTheDocument()
    expect(screen.getAllByText(/^没在卖，/)).toHaveLength(2)
    await press('撤回')
    expect(await screen.findByText('撤回了，2 件照刚才的。')).toBeInTheDocument()
    expect(requests()).toEqual([
      { productIds: [idOf(1), idOf(3)], onSale: false },
      { productIds: [idOf(1), idOf(3)], onSale: true },
    ])
  })

  it('sends only the products that would change, and reverts only these', async () => {
    goods = [named('核桃', 1), named('木耳', 2, { onSale: false })]
    server.several = ({ body }) => answer(body as object)
    open()
    await select('核桃', '木耳')
    await press('这 1 件接着卖')
    await press('撤回')
    await waitFor(() => expect(requests()).toHaveLength(2))
    expect(requests().map(({ productIds }) => productIds)).toEqual([[idOf(2)], [idOf(2)]])
  })

  it('selects the products of all pages, and sends them in requests of the allowed size', async () => {
    const all = Array.from({ length: 120 }, (_, at) => named(`货 ${at}`, at + 100))
    let loadSecond: () => void = () => undefined
    const second = new Promise<void>((resolve) => {
      loadSecond = resolve
    })
    server.several = ({ body }) =>
      ok({ items: all.filter(({ id }) => (body as { productIds: string[] }).productIds.includes(id)) })
    server.list = async ({ path }) => {
      if (!path.includes('cursor=')) return ok({ items: all.slice(0, 40), next: 'c' })
      await second
      return ok({ items: all.slice(40) })
    }
    open()
    await press('更多')
    await press('选几件一起办')
    expect(await screen.findByText('还在读后面的货……')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '全选' })).toHaveAttribute('aria-disabled', 'true')
    await act(async () => loadSecond())
    await screen.findByText('点一下，选上要办的货')
    await press('全选')
    expect(screen.getByText('选了 120 件')).toBeInTheDocument()
    await press('这 120 件先不卖')
    await screen.findByText('120 件收起来了，买家看不到。')
    expect(requests().map(({ productIds }) => productIds.length)).toEqual([100, 20])
  })

  it('keeps the selection and reports the failure when the network is off', async () => {
    server.several = () => null
    open()
    await select('核桃')
    await press('这 1 件先不卖')
    expect(await screen.findByText(/没连上/)).toBeInTheDocument()
    expect(screen.getByRole('checkbox', { name: /^核桃/ })).toHaveAttribute('aria-checked', 'true')
    expect(screen.queryByRole('button', { name: '撤回' })).toBeNull()
    expect(screen.getByRole('button', { name: '这 1 件先不卖' })).toBeInTheDocument()
  })

  it('reports how many products another device has removed', async () => {
    server.several = () => ok({ items: [named('核桃', 1, { onSale: false })] })
    open()
    await select('核桃', '木耳')
    await press('这 2 件先不卖')
    expect(await screen.findByText('1 件收起来了，买家看不到。有 1 件已经撤掉了')).toBeInTheDocument()
  })
})
