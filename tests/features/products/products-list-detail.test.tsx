import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ProductsPanel } from '@/features/products/list/products-panel'
import { productListWords as words } from '@/locales/product/products'
import { fakeTaro, ok } from '../../support/components/taro'
import { setWindowWidth } from '../../support/components/window-width'
import { numbers, product, productId, sent, serve, shop, shopId } from './sample-products'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

let server: ReturnType<typeof serve>
const onChanged = jest.fn()
const open = (isBeside = true) =>
  render(<ProductsPanel shop={shop} active onChanged={onChanged} isBeside={isBeside} />)
const pane = () => screen.findByRole('region', { name: words.beside.label })
const link = () => screen.findByRole('link', { name: /核桃/ })
const openNumbers = async () => userEvent.click(await numbers())
const press = async (name: string) =>
  userEvent.click(await within(await pane()).findByRole('button', { name }))
const lists = () =>
  fakeTaro.requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/products'))

beforeEach(() => {
  onChanged.mockReset()
  setWindowWidth(1280)
  server = serve()
})
afterEach(() => setWindowWidth(390))

describe('ProductsPanel in a wide window', () => {
  it('shows the list in the whole width until a product is opened, whose form beside the list takes the focus', async () => {
    open()
    await link()
    expect(screen.queryByRole('region')).toBeNull()
    await userEvent.click(await link())
    expect(await within(await pane()).findByLabelText('叫什么')).toHaveValue('核桃')
    expect(within(await pane()).getByRole('heading', { level: 2, name: '改这件货' })).toHaveFocus()
    expect(fakeTaro.navigations).toEqual([])
    await press(words.beside.close)
    expect(screen.queryByRole('region')).toBeNull()
    expect(await link()).toHaveFocus()
  })

  it('saves beside the list, which is reloaded', async () => {
    open()
    await userEvent.click(await link())
    await userEvent.type(await within(await pane()).findByLabelText('叫什么'), '王')
    server.list = () => ok({ items: [product({ name: '核桃王', version: 4 })] })
    const before = lists().length
    await press('存好')
    expect(await screen.findByText('核桃王')).toBeInTheDocument()
    expect(sent<{ name: string }>('PUT').map(({ name }) => name)).toEqual(['核桃王'])
    expect(lists().length).toBe(before + 1)
    expect(onChanged).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('region')).toBeNull()
    expect(fakeTaro.navigations).toEqual([])
  })

  it('adds a new product and a copy of a product beside the list', async () => {
    open()
    await userEvent.click(await screen.findByRole('button', { name: words.addShort }))
    expect(await within(await pane()).findByLabelText('叫什么')).toHaveValue('')
    await openNumbers()
    await userEvent.click(screen.getByRole('button', { name: words.addLike }))
    expect(
      await within(await pane()).findByRole('heading', { level: 2, name: '上一件货' }),
    ).toBeInTheDocument()
    expect(await within(await pane()).findByLabelText('叫什么')).toHaveValue('核桃')
    await press('存好')
    await waitFor(() => expect(sent<{ version: number }>('PUT').map(({ version }) => version)).toEqual([0]))
  })

  it('reloads a product that was changed in the list', async () => {
    open()
    await userEvent.click(await link())
    await within(await pane()).findByLabelText('叫什么')
    const reads = () => fakeTaro.requests.filter(({ path }) => path.endsWith(`/products/${productId}`))
    // also the reply to the form's question for categories
    const changed = { items: [product({ onSale: false, version: 4 })], categories: [] }
    server.several = () => ok(changed)
    server.put = () => ok(product({ onSale: false, version: 4 }))
    const before = reads().filter(({ method }) => method === 'GET').length
    await openNumbers()
    await userEvent.click(screen.getByRole('button', { name: words.hideLabel('核桃') }))
    await waitFor(() => expect(reads().filter(({ method }) => method === 'GET').length).toBe(before + 1))
    expect(await pane()).toBeInTheDocument()
  })

  it('opens a product on its own page in a narrow window, and where no form fits beside the list', async () => {
    const page = { by: 'navigateTo', url: `/pages/merchant/product?shop=${shopId}&id=${productId}` }
    const { unmount } = open(false)
    await userEvent.click(await link())
    expect(fakeTaro.navigations).toEqual([page])
    unmount()
    setWindowWidth(390)
    // the same page is opened again only some time after
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000)
    open()
    await userEvent.click(await link())
    expect(fakeTaro.navigations).toEqual([page, page])
    expect(screen.queryByRole('region')).toBeNull()
    jest.restoreAllMocks()
  })
})
