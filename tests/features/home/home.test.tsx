import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useVisits } from '@/features/visited/visited-store'
import Home from '@/pages/home/index'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'

const shop = { id: 'S1', slug: 'mine01', name: '核桃小店', trade: 'nuts', waiting: 3, openedAt: 1 }
const answering = (items: object[]) => () => ok({ items })
const press = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }))
const draft = (trade: string | null, sealed: object | null = null) =>
  fakeTaro.storage.set(
    'wizard-draft',
    JSON.stringify(JSON.stringify({ state: { draft: { trade, sealed } }, version: 0 })),
  )

beforeEach(() => {
  fakeTaro.reset()
  useVisits.setState({ visits: [] })
})

describe('Home', () => {
  it('reports offline, still offers to open a shop and can retry', async () => {
    fakeTaro.answer((): Answer | null => null)
    render(<Home />)
    expect(await screen.findByText('没连上，您的小店暂时看不到，店还在。')).toBeInTheDocument()
    await press('button', '开个小店')
    expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: '/pages/wizard/open' }])
    fakeTaro.answerSignedIn(answering([shop]))
    await press('button', '再试一次')
    expect(await screen.findByText('核桃小店')).toBeInTheDocument()
  })

  it('says that an unknown address leads nowhere', async () => {
    fakeTaro.answerSignedIn(answering([]))
    fakeTaro.params({ unknown: '1' })
    render(<Home />)
    expect(await screen.findByText('找不到这个页面')).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: '开个小店' })).toBeInTheDocument()
  })

  it('does not mention an unknown address otherwise', async () => {
    fakeTaro.answerSignedIn(answering([]))
    render(<Home />)
    await screen.findAllByText('开个小店')
    expect(screen.queryByText('找不到这个页面')).toBeNull()
  })

  it('shows the number of waiting orders of each shop and opens the shop', async () => {
    fakeTaro.answerSignedIn(answering([shop, { ...shop, id: 'S2', name: '蜂蜜小店', waiting: 0 }]))
    render(<Home />)
    expect(await screen.findByText('3 单等您接单')).toBeInTheDocument()
    expect(await screen.findByText('没有等着的单')).toBeInTheDocument()
    await press('link', /^核桃小店\s*3 单等您接单$/)
    expect(fakeTaro.navigations[0]?.url).toBe('/pages/merchant/shop?shop=S1')
  })

  it('shows no shops to a user without one', async () => {
    fakeTaro.answerSignedIn(answering([]))
    render(<Home />)
    await waitFor(() =>
      expect(fakeTaro.requests.some(({ path }) => path.startsWith('/api/me/shops'))).toBe(true),
    )
    await waitFor(() => expect(screen.queryByText('我的小店')).toBeNull())
    expect(screen.queryByText('去过的店')).toBeNull()
  })

  it('lists a visited shop that the user owns only once', async () => {
    fakeTaro.answerSignedIn(answering([shop]))
    const visit = (slug: string, name: string) => ({ slug, name, trade: 'nuts' as const, at: 1 })
    useVisits.setState({ visits: [visit('mine01', '核桃小店'), visit('theirs', '别家')] })
    render(<Home />)
    expect(await screen.findByText('3 单等您接单')).toBeInTheDocument()
    expect(screen.getAllByText('核桃小店')).toHaveLength(1)
    expect(screen.getByText('别家')).toBeInTheDocument()
  })

  it('offers to continue a draft but not an empty one', () => {
    fakeTaro.answerSignedIn(answering([]))
    draft(null)
    const { unmount } = render(<Home />)
    expect(screen.getByRole('button', { name: '开个小店' })).toBeInTheDocument()
    unmount()
    draft('nuts')
    render(<Home />)
    expect(screen.getByRole('button', { name: '接着开店' })).toBeInTheDocument()
  })

  it('shows a shop that waits for the network and opens it once it is published', async () => {
    fakeTaro.answerSignedIn(answering([]))
    draft('nuts', { photoSent: false })
    render(<Home />)
    expect(screen.getByRole('button', { name: '看一看' })).toBeInTheDocument()
    expect(screen.getByText('现在还没开张，一连上就自动开')).toBeInTheDocument()
    fakeTaro.navigations.length = 0
    draft(null)
    await waitFor(
      () => expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: '/pages/wizard/open' }]),
      {
        timeout: 3000,
      },
    )
    expect(screen.getByRole('button', { name: '开个小店' })).toBeInTheDocument()
  })

  it('shows a rejected shop as a draft without navigating', async () => {
    fakeTaro.answerSignedIn(answering([]))
    draft('nuts', { photoSent: false })
    render(<Home />)
    fakeTaro.navigations.length = 0
    draft('nuts')
    expect(await screen.findByRole('button', { name: '接着开店' }, { timeout: 3000 })).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
  })

  it('ignores a draft that cannot be parsed', () => {
    fakeTaro.answerSignedIn(answering([]))
    fakeTaro.storage.set('wizard-draft', JSON.stringify('{broken'))
    render(<Home />)
    expect(screen.getByRole('button', { name: '开个小店' })).toBeInTheDocument()
  })

  it('links to visited shops, orders, the key, service centres and privacy', async () => {
    fakeTaro.answerSignedIn(answering([]))
    useVisits.getState().remember({ slug: 'seen01', name: '果园', trade: 'fruit', at: 1 })
    render(<Home />)
    for (const name of ['果园', /^我的订单/, /^用钥匙找回小店/, '服务站', '隐私说明', '协议和规则'])
      await press('link', name)
    expect(fakeTaro.navigations.map((visit) => visit.url)).toEqual([
      '/pages/storefront/shop?slug=seen01',
      '/pages/orders/mine',
      '/pages/key/index',
      '/pages/centre/index',
      '/pages/privacy/index',
      '/pages/privacy/documents',
    ])
  })

  it('remembers twenty visited shops without duplicates', () => {
    const { remember } = useVisits.getState()
    for (let at = 0; at < 25; at++) remember({ slug: `shop${at}`, name: `店${at}`, trade: 'nuts', at })
    remember({ slug: 'shop10', name: '店10', trade: 'nuts', at: 99 })
    const { visits } = useVisits.getState()
    expect(visits).toHaveLength(20)
    expect(visits[0]).toMatchObject({ slug: 'shop10', at: 99 })
    expect(new Set(visits.map((visit) => visit.slug)).size).toBe(20)
  })

  describe('operator', () => {
    const operator = { name: '示例服务社', contact: '19900000000', icp: '示例备00000000号' }
    const show = (health: object) => {
      const answer = answering([shop])
      fakeTaro.answerSignedIn(({ path }) => {
        if (path === '/api/documents') return ok({ items: documents })
        return path === '/api/health' ? ok({ ok: true, ...health }) : answer()
      })
      render(<Home />)
    }
    const effectiveAt = Date.parse('2099-12-10')
    const documents = [
      { kind: 'agreement', versions: [{ version: 1 }] },
      { kind: 'rules', versions: [{ version: 2, effectiveAt, changes: '写得短些' }, { version: 1 }] },
    ]

    it('announces new versions of its documents, and opens them', async () => {
      show({ operator })
      await press('link', '平台规则2099年12月10日起要改，看看改了什么')
      expect(fakeTaro.navigations[0]?.url).toBe('/pages/privacy/documents?kind=rules')
      expect(screen.queryByText(/^服务协议/)).toBeNull()
    })

    it('is named with the numbers of its filings, which open their registers', async () => {
      const open = jest.spyOn(window, 'open').mockReturnValue(null)
      show({ operator })
      expect(await screen.findByText('示例服务社办的')).toBeInTheDocument()
      await press('link', '示例备00000000号')
      expect(open).toHaveBeenCalledWith('https://beian.miit.gov.cn/', '_blank', 'noopener')
      open.mockRestore()
    })

    it('is not named when the server names none', async () => {
      show({})
      expect(await screen.findByText('3 单等您接单')).toBeInTheDocument()
      await waitFor(() => expect(screen.queryByText(/办的$/)).toBeNull())
    })
  })

  describe('example shop', () => {
    const health = (exampleShop?: string) => ok({ ok: true, ...(exampleShop ? { exampleShop } : {}) })

    it('is offered to a user without a shop', async () => {
      const answer = answering([])
      fakeTaro.answerSignedIn(({ path }) => (path === '/api/health' ? health('abcd1234') : answer()))
      render(<Home />)
      await press('link', /^看看开好的小店/)
      expect(fakeTaro.navigations[0]?.url).toBe('/pages/storefront/shop?slug=abcd1234')
    })

    it('is not shown to an owner', async () => {
      const answer = answering([shop])
      fakeTaro.answerSignedIn(({ path }) => (path === '/api/health' ? health('abcd1234') : answer()))
      render(<Home />)
      expect(await screen.findByText('3 单等您接单')).toBeInTheDocument()
      expect(screen.queryByText('看看开好的小店')).toBeNull()
    })

    it('is not shown when the server names none', async () => {
      const answer = answering([])
      fakeTaro.answerSignedIn(({ path }) => (path === '/api/health' ? health() : answer()))
      render(<Home />)
      await waitFor(() => expect(fakeTaro.requests.some(({ path }) => path === '/api/health')).toBe(true))
      await waitFor(() => expect(screen.queryByText('看看开好的小店')).toBeNull())
    })
  })
})
