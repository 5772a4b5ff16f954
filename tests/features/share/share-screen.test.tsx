import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { GONE } from '@/domain/shop/shop'
import { shareWords as words } from '@/locales/shop/share'
import { storefrontWords } from '@/locales/storefront/storefront'
import SharePage from '@/pages/pay/share'
import { fakeTaro, ok } from '../../support/components/taro'
import { honey, nuts, problem, serving, slug, storefront } from '../storefront/sample-shop'

const mockTexts: string[] = []
const mockPictures: string[] = []
const mockCodes: string[] = []
const mockCards: unknown[] = []
const mockPhone = { draws: true, loads: (_: string) => true, saves: true, byButton: true }

jest.mock('@/platform/media/card', () => ({
  openCard: async (width: number) => {
    if (!mockPhone.draws) throw new Error('no canvas')
    return {
      pen: new Proxy(
        { fillText: (text: string) => mockTexts.push(text), measureText: () => ({ width: 10 }) },
        { get: (pen, name) => Reflect.get(pen, name) ?? (() => undefined), set: () => true },
      ),
      load: async (src: string) => {
        const list = src.endsWith('/code.png') ? mockCodes : mockPictures
        list.push(src)
        if (!mockPhone.loads(src)) throw new Error('the picture is not there')
        return { width: 750, height: 750, image: {} }
      },
      finish: async () => `data:drawn-${width}`,
    }
  },
  saveCard: async () => mockPhone.saves,
}))
// WeChat's native button is not in the components of the tests
jest.mock('@/ui/wechat-button/wechat-button', () => ({ WechatButton: () => null }))
jest.mock('@/platform/device/share', () => ({
  share: {
    get byButton() {
      return mockPhone.byButton
    },
    get hasSheet() {
      return false
    },
    link: async () => 'copied',
    setCurrentCard: (card: unknown) => mockCards.push(card),
  },
}))

const photo = { id: '01J000000000000000000PH0T0', hash: 'a'.repeat(32) }
let shown = storefront()

beforeEach(() => {
  fakeTaro.reset()
  mockTexts.length = 0
  mockPictures.length = 0
  mockCodes.length = 0
  mockCards.length = 0
  Object.assign(mockPhone, { draws: true, loads: () => true, saves: true, byButton: true })
  shown = storefront({}, [{ ...nuts, photos: [photo] }, honey])
  fakeTaro.answer(serving(() => shown))
})

async function open(id?: string) {
  fakeTaro.params({ slug, ...(id === undefined ? {} : { id }) })
  const page = render(<SharePage />)
  await screen.findByRole('button', { name: words.copy })
  return page
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

describe('SharePage', () => {
  it('shares a product by a card with its picture, name and price, and shows its poster', async () => {
    await open(nuts.id)
    expect(await screen.findByRole('img', { name: words.poster('核桃') })).toBeInTheDocument()
    await waitFor(() =>
      expect(fakeTaro.shareMessage()).toEqual({
        title: '核桃 ¥25，山货铺',
        path: `/pages/storefront/product?slug=${slug}&id=${nuts.id}`,
        imageUrl: 'data:drawn-500',
      }),
    )
    expect(mockTexts).toEqual(expect.arrayContaining(['核桃', '¥25/斤', '电话 139 0000 1234']))
    expect(mockPictures[0]).toMatch(/a-750\.webp$/)
    expect(mockCodes).toEqual([expect.stringMatching(new RegExp(`/s/${slug}/p/${nuts.id}/code\\.png$`))])
    expect(screen.getByText(new RegExp(`/product\\?slug=${slug}&id=${nuts.id}$`))).toBeInTheDocument()
  })

  it('shares a shop with its first product', async () => {
    await open()
    expect(await screen.findByRole('img', { name: words.poster('山货铺') })).toBeInTheDocument()
    expect(fakeTaro.shareMessage()).toMatchObject({
      title: words.shopTitle('山货铺'),
      path: `/pages/storefront/shop?slug=${slug}`,
    })
    await waitFor(() => expect(mockTexts).toEqual(expect.arrayContaining(['山货铺', '核桃 ¥25/斤'])))
    expect(mockCodes[0]).toMatch(new RegExp(`/s/${slug}/code\\.png$`))
  })

  it('marks the lowest of several prices on the card, the poster and in the title', async () => {
    const [small, large] = honey.skus
    if (!small || !large) throw new Error('the honey has two sizes')
    shown = storefront({}, [{ ...honey, skus: [small, { ...large, stock: 5 }] }])
    await open(honey.id)
    await waitFor(() => expect(mockTexts).toEqual(expect.arrayContaining(['¥30/瓶起', '¥30起'])))
    expect(fakeTaro.shareMessage()).toMatchObject({ title: '土蜂蜜 ¥30起，山货铺' })
  })

  it('shares a shop without goods by its name, code and phone', async () => {
    const body = storefront({ place: '沙坝镇' }, [])
    fakeTaro.answer(({ path }) => (path.endsWith('/emptyshop1') ? ok(body) : null))
    fakeTaro.params({ slug: 'emptyshop1' })
    render(<SharePage />)
    expect(await screen.findByRole('img', { name: words.poster('山货铺') })).toBeInTheDocument()
    await waitFor(() =>
      expect(mockTexts).toEqual(expect.arrayContaining(['山货铺', '沙坝镇', '电话 139 0000 1234'])),
    )
    expect(mockTexts.filter((text) => text.includes('¥'))).toEqual([])
    expect(mockPictures[0]).toMatch(/^data:/)
  })

  it('draws another file of the photo, then a drawing, when the photo cannot be loaded', async () => {
    mockPhone.loads = (src) => src.startsWith('data:')
    await open(nuts.id)
    expect(await screen.findByRole('img', { name: words.poster('核桃') })).toBeInTheDocument()
    expect(mockPictures).toEqual(expect.arrayContaining([expect.stringMatching(/a-share\.jpg$/)]))
    expect(mockPictures.at(-1)).toMatch(/^data:/)
  })

  it('shares the picture from the server and shows the code on a phone that cannot draw', async () => {
    mockPhone.draws = false
    await open(nuts.id)
    expect(await screen.findByText(words.failed)).toBeInTheDocument()
    expect(screen.getByRole('img', { name: words.qr('核桃') })).toBeInTheDocument()
    expect(fakeTaro.shareMessage()).toMatchObject({ imageUrl: expect.stringMatching(/a-share\.jpg$/) })
    mockPhone.draws = true
    await press(words.again)
    expect(await screen.findByRole('img', { name: words.poster('核桃') })).toBeInTheDocument()
  })

  it('saves the poster, or refers to a long press', async () => {
    await open(nuts.id)
    await press(words.save)
    expect(await screen.findByText(words.saved)).toBeInTheDocument()
    mockPhone.saves = false
    await press(words.save)
    expect(await screen.findByText(words.hold)).toBeInTheDocument()
  })

  it('copies the link and draws no card for a chat outside of WeChat', async () => {
    mockPhone.byButton = false
    const writeText = jest.fn().mockResolvedValue(undefined)
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    await open(nuts.id)
    await press(words.copy)
    expect(await screen.findByText(words.copied)).toBeInTheDocument()
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining(`/product?slug=${slug}&id=${nuts.id}`))
    expect(fakeTaro.shareMessage()).toMatchObject({ imageUrl: expect.stringMatching(/a-share\.jpg$/) })
  })

  it('reports a product that is no longer sold', async () => {
    fakeTaro.params({ slug, id: '01J0000000000000000000NONE' })
    render(<SharePage />)
    expect(await screen.findByText('这件货不卖了')).toBeInTheDocument()
  })

  it.each([
    ['a shop', undefined],
    ['a product', nuts.id],
  ])('reports for %s that the shop was closed for good, and shares it no longer', async (_, id) => {
    await open(id)
    fakeTaro.answer(() => problem(GONE, 'not-found'))
    await act(async () => fakeTaro.show())
    expect(await screen.findByText(storefrontWords.gone.closed.title)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: words.copy })).toBeNull()
  })

  describe('of a group buy', () => {
    const groupBuyId = '01J0000000000000000000GRUP'
    const page = (changes: object = {}) => ({
      ...{ shop: shown.shop, theme: shown.look.theme, entries: { items: [] } },
      groupBuy: {
        ...{ id: groupBuyId, version: 1, state: 'open', words: '周六送到学校门口', fulfilments: [] },
        ...{ endsAt: Date.UTC(2026, 10, 7, 10), accepts: true, createdAt: 0 },
        goods: [
          { skuId: 's', productId: nuts.id, name: '核桃', unit: '斤', shopPrice: 2500, price: 2200, left: 9 },
          { skuId: 't', productId: honey.id, name: '土蜂蜜', unit: '瓶', shopPrice: 3000, left: 4 },
        ],
        points: ['学校门口', '卫生院'].map((name, at) => ({ id: `p${at}`, name })),
        counts: { entries: 12, units: 20, amount: 44_000 },
        ...changes,
      },
    })
    const openGroup = (reply: object) => {
      fakeTaro.answer(({ path }) => (path.endsWith(`/group-buys/${groupBuyId}`) ? ok(reply) : null))
      fakeTaro.params({ slug, group: groupBuyId })
      render(<SharePage />)
    }

    it('has the count of entries and the price in its card and title, and the end and the places on its poster', async () => {
      openGroup(page())
      const name = '周六送到学校门口'
      expect(await screen.findByRole('img', { name: words.poster(name) })).toBeInTheDocument()
      await waitFor(() =>
        expect(fakeTaro.shareMessage()).toEqual({
          title: `已有 12 人接龙 · 核桃 ¥22/斤 · ${name}`,
          path: `/pages/group-buy/index?slug=${slug}&id=${groupBuyId}`,
          imageUrl: 'data:drawn-500',
        }),
      )
      const facts = [
        name,
        '¥22/斤  已有 12 人接龙',
        '¥22',
        '土蜂蜜 ¥30/瓶',
        '学校门口等 2 处取',
        words.scanGroupBuy,
      ]
      expect(mockTexts).toEqual(expect.arrayContaining(facts))
      expect(mockTexts.some((text) => /11月7日 18:00 截止/.test(text))).toBe(true)
      expect(mockTexts.filter((text) => text.includes('139'))).toEqual([])
      expect(mockCodes).toEqual([expect.stringMatching(new RegExp(`/s/${slug}/g/${groupBuyId}/code\\.png$`))])
      expect(screen.getByText(new RegExp(`/s/${slug}/g/${groupBuyId}$`))).toBeInTheDocument()
    })

    it('has a drawing of its goods without a photo, and their name without words', async () => {
      openGroup(page({ words: '' }))
      expect(await screen.findByRole('img', { name: words.poster('核桃') })).toBeInTheDocument()
      expect(mockPictures.every((src) => src.startsWith('data:'))).toBe(true)
    })

    it('is kept current by WeChat on the last day when its entries are limited, until the page is left', async () => {
      const goods = [{ ...page().groupBuy.goods[0], max: 20 }]
      const now = Date.now()
      const reply = page({ goods, endsAt: now + 3_600_000 })
      fakeTaro.answer(({ path }) =>
        path.endsWith('/message')
          ? ok({ activityId: 'activity', entries: 12, limit: 21 })
          : path.endsWith(`/group-buys/${groupBuyId}`)
            ? ok(reply)
            : null,
      )
      fakeTaro.params({ slug, group: groupBuyId })
      const { unmount } = render(<SharePage />)
      await waitFor(() => expect(mockCards).toEqual([{ activityId: 'activity', entries: 12, limit: 21 }]))
      unmount()
      expect(mockCards.at(-1)).toBeNull()
    })

    const hour = Date.now() + 3_600_000
    it.each<[string, { endsAt: number; state?: string; goods?: object[] }]>([
      ['ends in more than a day', { endsAt: Date.now() + 2 * 86_400_000, goods: [{ max: 20 }] }],
      ['does not limit its entries', { endsAt: hour }],
      ['is no longer open', { endsAt: hour, state: 'closed', goods: [{ max: 20 }] }],
    ])('is a plain card when it %s', async (_, { goods, ...changes }) => {
      const asked: string[] = []
      const lead = page().groupBuy.goods[0]
      const reply = page({ ...changes, goods: [{ ...lead, ...goods?.[0] }] })
      fakeTaro.answer(({ path }) => {
        asked.push(path)
        return path.endsWith(`/group-buys/${groupBuyId}`) ? ok(reply) : null
      })
      fakeTaro.params({ slug, group: groupBuyId })
      render(<SharePage />)
      await screen.findByRole('button', { name: words.copy })
      expect(asked.filter((path) => path.endsWith('/message'))).toEqual([])
      expect(mockCards).toEqual([])
    })

    it('reports one that is not published or was removed', async () => {
      fakeTaro.answer(() => problem(404, 'not-found'))
      fakeTaro.params({ slug, group: groupBuyId })
      render(<SharePage />)
      expect(await screen.findByText('没找到这个接龙')).toBeInTheDocument()
    })
  })
})
