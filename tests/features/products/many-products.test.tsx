import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Product } from '@/domain/product/product'
import { draftFromProduct } from '@/features/products/form/product-draft'
import { draftKey, useProductDrafts } from '@/features/products/form/product-draft-store'
import { ProductsPanel } from '@/features/products/list/products-panel'
import { fakeTaro, ok } from '../../support/components/taro'
import { idOf, named, press, problem, sent, serve, shop } from './sample-products'

let server: ReturnType<typeof serve>
let goods: Product[]
const open = () => render(<ProductsPanel shop={shop} active onChanged={() => undefined} />)
const pressTool = async (name: string) => {
  await press('更多')
  await press(name)
}

beforeEach(() => {
  server = serve()
  goods = [named('核桃', 1), named('木耳', 2), named('香菇', 3)]
  server.list = () => ok({ items: goods })
})

describe('list of twelve products', () => {
  it('has two buttons or links for each product and three above the list', async () => {
    goods = Array.from({ length: 12 }, (_, at) => named(`货${at}`, at + 1))
    open()
    await screen.findByText('12 样')
    const targets = [...screen.getAllByRole('button'), ...screen.getAllByRole('link')]
    expect(targets.length).toBe(12 * 2 + 3)
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

describe('ordering products', () => {
  const names = () => screen.getAllByText(/^(核桃|木耳|香菇)$/).map(({ textContent }) => textContent)
  const places = () =>
    fakeTaro.requests
      .filter(({ path }) => path.endsWith('/place'))
      .map(({ path, body }) => [path.split('/').at(-2), (body as { after?: string }).after])

  it('moves up, down and to the top, and sends the preceding product of each move', async () => {
    open()
    await pressTool('排先后')
    await press('香菇往上挪')
    expect(names()).toEqual(['核桃', '香菇', '木耳'])
    expect(screen.getByRole('status')).toHaveTextContent('香菇排第 2 了')
    await press('核桃往下挪')
    expect(names()).toEqual(['香菇', '核桃', '木耳'])
    expect(screen.getByRole('button', { name: '核桃往下挪' })).toHaveFocus()
    await press('木耳放到最前')
    expect(names()).toEqual(['木耳', '香菇', '核桃'])
    await waitFor(() =>
      expect(places()).toEqual([
        [idOf(3), idOf(1)],
        [idOf(1), idOf(3)],
        [idOf(2), undefined],
      ]),
    )
    expect(screen.getByRole('button', { name: '木耳往上挪' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('sends quick moves one after another', async () => {
    const answers: (() => void)[] = []
    server.several = () => new Promise((resolve) => answers.push(() => resolve(ok({ placed: true }))))
    open()
    await pressTool('排先后')
    await press('香菇往上挪')
    await press('香菇往上挪')
    await waitFor(() => expect(answers).toHaveLength(1))
    expect(places()).toHaveLength(1)
    await act(async () => answers[0]?.())
    await waitFor(() => expect(places()).toHaveLength(2))
    await act(async () => answers[1]?.())
    expect(places()).toEqual([
      [idOf(3), idOf(1)],
      [idOf(3), undefined],
    ])
  })

  it('moves a found product to the top of all products', async () => {
    open()
    await press('找货')
    server.list = () => ok({ items: [named('香菇', 3), named('木耳', 2)] })
    await userEvent.type(screen.getByLabelText('货名、分类，或拼音头一个字母'), 'g')
    await waitFor(() => expect(screen.queryByText('核桃')).toBeNull())
    await pressTool('排先后')
    expect(screen.queryByRole('button', { name: '木耳往上挪' })).toBeNull()
    await press('香菇放到最前')
    await waitFor(() => expect(places()).toEqual([[idOf(3), undefined]]))
  })

  it('shows the saved order again when a move fails', async () => {
    server.several = () => problem(404, 'not-found')
    open()
    await pressTool('排先后')
    await press('香菇放到最前')
    expect(await screen.findByRole('alert')).toHaveTextContent('没挪成，还照原来的排。')
    await waitFor(() => expect(names()).toEqual(['核桃', '木耳', '香菇']))
  })
})

describe('product search', () => {
  const searches = () =>
    fakeTaro.requests.flatMap(({ path }) => {
      const query = path.split('/products?')[1]
      return query === undefined ? [] : [new URLSearchParams(query).get('search')]
    })

  it('waits for a pause in typing and shows the matching products', async () => {
    open()
    await press('找货')
    server.list = () => ok({ items: [named('木耳', 2)] })
    await userEvent.type(screen.getByLabelText('货名、分类，或拼音头一个字母'), 'me')
    await waitFor(() => expect(screen.queryByText('核桃')).toBeNull())
    expect(await screen.findByText('木耳')).toBeInTheDocument()
    expect(searches()).toEqual(['me'])
  })

  it('sends no search for text that an input method is still composing', async () => {
    jest.useFakeTimers()
    open()
    await act(() => jest.advanceTimersByTimeAsync(100))
    fireEvent.click(screen.getByRole('button', { name: '找货' }))
    const field = screen.getByLabelText('货名、分类，或拼音头一个字母')
    fireEvent.compositionStart(field)
    fireEvent.input(field, { target: { value: 'mu er' } })
    await act(() => jest.advanceTimersByTimeAsync(2000))
    expect(searches()).toEqual([])
    fireEvent.compositionEnd(field)
    fireEvent.input(field, { target: { value: '木耳' } })
    await act(() => jest.advanceTimersByTimeAsync(2000))
    expect(searches()).toEqual(['木耳'])
  })

  it('lists nearly sold-out products, also within a search', async () => {
    const lastQuery = () =>
      Object.fromEntries(new URLSearchParams(fakeTaro.requests.at(-1)?.path.split('/products?')[1]))
    open()
    await press('找货')
    server.list = () => ok({ items: [named('木耳', 2)] })
    await press('快没了的')
    await waitFor(() => expect(lastQuery()).toEqual({ stock: 'low' }))
    expect(screen.queryByText('核桃')).toBeNull()
    await userEvent.type(screen.getByLabelText('货名、分类，或拼音头一个字母'), 'me')
    await waitFor(() => expect(lastQuery()).toEqual({ search: 'me', stock: 'low' }))
    await press('快没了的')
    await waitFor(() => expect(lastQuery()).toEqual({ search: 'me' }))
    server.list = () => ok({ items: goods })
    await press('收起')
    expect(await screen.findByText('核桃')).toBeInTheDocument()
    expect(lastQuery()).toEqual({})
  })

  it('reports that no product is nearly sold out', async () => {
    open()
    await press('找货')
    server.list = () => ok({ items: [] })
    await press('快没了的')
    expect(await screen.findByText('没有快没了的货')).toBeInTheDocument()
  })

  it('reports that nothing was found, and shows all products again', async () => {
    open()
    await press('找货')
    server.list = () => ok({ items: [] })
    await userEvent.type(screen.getByLabelText('货名、分类，或拼音头一个字母'), '没有')
    expect(await screen.findByText('没找到这样的货')).toBeInTheDocument()
    server.list = () => ok({ items: goods })
    await press('收起')
    expect(await screen.findByText('核桃')).toBeInTheDocument()
  })
})

describe('categories', () => {
  const list = [
    { name: '干货', products: 2 },
    { name: '新鲜', products: 1 },
  ]

  it('reorders the categories', async () => {
    let categories = list
    server.several = ({ method }) => {
      if (method === 'POST') categories = [...list].reverse()
      return ok({ categories })
    }
    open()
    await pressTool('分类')
    await press('新鲜往上挪')
    expect(await screen.findByText('新鲜排第 1 了')).toBeInTheDocument()
    expect(sent('POST', '/places')).toEqual([{ name: '新鲜' }])
    expect(screen.getAllByText(/件）$/).map(({ textContent }) => textContent)).toEqual([
      '新鲜（1 件）',
      '干货（2 件）',
    ])
  })

  it('renames a category, and asks for confirmation before two categories are merged', async () => {
    server.several = () => ok({ categories: list })
    goods = [named('核桃', 1, { category: '干货' }), named('木耳', 2)]
    const key = draftKey(shop.id, idOf(1))
    useProductDrafts.setState({
      drafts: { [key]: { ...draftFromProduct(goods[0] as Product), name: '薄皮核桃' } },
    })
    open()
    await pressTool('分类')
    await press('干货改名')
    const sheet = within(screen.getByRole('dialog'))
    const field = sheet.getByLabelText('“干货”改叫什么')
    await userEvent.clear(field)
    await userEvent.click(sheet.getByRole('button', { name: '存好' }))
    expect(sheet.getByRole('alert')).toHaveTextContent('名字不能空着')
    await userEvent.type(field, '新鲜')
    expect(sheet.getByText('已经有“新鲜”了，存好就合成一类，分不回来。')).toBeInTheDocument()
    await userEvent.clear(field)
    await userEvent.type(field, '山货')
    await userEvent.click(sheet.getByRole('button', { name: '存好' }))
    expect(await screen.findByText('改成“山货”了')).toBeInTheDocument()
    expect(sent('POST', '/renames')).toEqual([{ from: '干货', to: '山货' }])
    // the seller's own rename is no conflict for what she has typed
    expect(useProductDrafts.getState().drafts[key]).toMatchObject({
      ...{ name: '薄皮核桃', category: '山货', version: 4 },
    })
  })
})
