import { act, fireEvent, render, screen } from '@testing-library/react'
import type { CentreHelp } from '@/contract/shop/helps'
import { HelpsScreen } from '@/features/handover/helps/helps-screen'
import { fakeTaro, ok } from '../../support/components/taro'
import { HELP_ID, SHOP_ID, sampleHelp, TOWN } from './sample-help'

const shop = { slug: 'abc123', name: '核桃小店', trade: 'nuts' as const, hasCard: false }
const OTHER_HELP_ID = '01J0000000000000000000000C'
const soon = Date.now() + 5 * 86_400_000 + 60_000

let items: CentreHelp[]
const onEnded = jest.fn()
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const open = (draftHelpId?: string) =>
  act(async () => void render(<HelpsScreen centre={TOWN.code} draftHelpId={draftHelpId} onEnded={onEnded} />))
const ended = () => fakeTaro.requests.filter(({ method }) => method === 'DELETE')

beforeEach(() => {
  fakeTaro.reset()
  onEnded.mockReset()
  fakeTaro.answerSignedIn(({ method }) => {
    return ok(method === 'DELETE' ? { ended: true } : { items })
  })
})

describe('HelpsScreen', () => {
  it('shows how long a shop waits, and passes it on', async () => {
    items = [sampleHelp({ shop, person: '收货人', expiresAt: soon })]
    await open()
    expect(screen.getByText('收货人 · 培训员 帮开的 · 还有 5 天没人接，就自动删掉')).toBeInTheDocument()
    await press('交给本人')
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/handover/give?shop=${SHOP_ID}`)
  })

  it('asks for confirmation before it removes a shop', async () => {
    items = [sampleHelp({ shop })]
    await open()
    await press('不开了')
    await press('先留着')
    expect(ended()).toEqual([])
    await press('不开了')
    await press('删掉')
    expect(ended()[0]?.path).toBe(`/api/centres/${TOWN.code}/helps/${HELP_ID}`)
    expect(onEnded).toHaveBeenCalledWith(items[0])
  })

  it('ends a help at once when a paper card has the shop', async () => {
    items = [sampleHelp({ shop: { ...shop, hasCard: true } })]
    await open()
    expect(screen.getByText(/做了纸卡/)).toBeInTheDocument()
    await press('卡给本人了，帮完了')
    expect(ended()).toHaveLength(1)
  })

  it('ends an hour of help at once, without passing anything on', async () => {
    items = [sampleHelp({ shop, purposes: ['products'], expiresAt: Date.now() + 30 * 60_000 })]
    await open()
    expect(screen.getByText(/还剩 30 分钟/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '交给本人' })).toBeNull()
    await press('帮完了')
    expect(ended()).toHaveLength(1)
  })

  it('offers only to end a help to a user who may not change its shop', async () => {
    items = [
      sampleHelp({ shop, mayAct: false }),
      sampleHelp({ id: OTHER_HELP_ID, shop, purposes: ['products'], mayAct: false }),
    ]
    await open()
    const names = screen.getAllByRole('button').map(({ textContent }) => textContent)
    expect(names).toEqual(expect.arrayContaining(['不开了', '帮完了']))
    for (const name of ['交给本人', '做纸卡', '改一改']) expect(names).not.toContain(name)
  })

  it('continues the shop that was begun on this phone', async () => {
    items = [sampleHelp()]
    await open(HELP_ID)
    expect(screen.getByText(/还没开张/)).toBeInTheDocument()
    await press('接着开')
    expect(fakeTaro.navigations[0]?.url).toBe('/pages/wizard/open')
  })

  it('offers to begin a help when the list is empty', async () => {
    items = []
    await open()
    await press('帮人开店')
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/handover/help?centre=${TOWN.code}`)
  })
})
