import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Claim } from '@/domain/order/claim'
import type { Order } from '@/domain/order/order'
import { BuyerOrder } from '@/features/orders/buyer/buyer-order'
import { ClaimScreen } from '@/features/orders/claims/claim-screen'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { type Answer, fakeTaro, ok, type Request } from '../../../support/components/taro'
import { press, shownRows } from '../order-page'
import { claim, order, orderId, problem, sentSteps, shopId, view } from '../sample-orders'

const HOUR = 3_600_000
const paid = { method: 'on-delivery', state: 'paid' } as const

let shown: Order
let role: 'owner' | 'buyer'
let claims: Claim[]
let refundable: number
let onClaim: (request: Request) => Answer | null

const delivered = (more: Partial<Order> = {}) =>
  order({
    ...{ state: 'done', payment: paid, claimable: true, claimUntil: Date.now() + 24 * HOUR },
    ...more,
  })

beforeEach(() => {
  fakeTaro.reset()
  shown = delivered()
  role = 'buyer'
  claims = []
  refundable = 5300
  onClaim = ({ body }) => {
    const request = body as Pick<Claim, 'wish' | 'reason' | 'amount' | 'goods'>
    claims = [claim(request)]
    shown = delivered({ afterSale: 'asked', answerBy: Date.now() + 72 * HOUR })
    return ok(shown)
  }
  fakeTaro.answerSignedIn((request) => {
    if (request.path.includes('/claims/')) return onClaim(request)
    if (request.path.endsWith('/steps')) {
      shown = delivered({ afterSale: 'declined' })
      claims = claims.map((one) => ({ ...one, state: 'declined' }))
      return ok(shown)
    }
    const more = claims.length > 0 ? { claims } : {}
    return ok({ ...view(shown, role), ...more, refundable })
  })
})

const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const renderScreen = () => render(<ClaimScreen shopId={shopId} orderId={orderId} />)

const sentClaims = () =>
  fakeTaro.requests.filter(({ path }) => path.includes('/claims/')).map(({ body }) => body)

describe('claim form', () => {
  it('has the title of claims, not of the order', async () => {
    renderScreen()
    await screen.findByRole('button', { name: '发给店家' })
    expect(new Set(fakeTaro.titles)).toEqual(new Set(['东西有问题']))
  })

  it('sends the claim once and shows it', async () => {
    renderScreen()
    await choose('坏了、不新鲜')
    await choose(/^退钱/)
    const amount = screen.getByLabelText('退多少元')
    expect(amount).toHaveValue('25')
    await userEvent.clear(amount)
    await userEvent.type(amount, '20')
    await userEvent.type(screen.getByLabelText('还想说什么'), '坏了一斤')
    await userEvent.dblClick(screen.getByRole('button', { name: '发给店家' }))
    expect(await screen.findByText('坏了、不新鲜，退钱 ¥20.00')).toBeInTheDocument()
    expect(sentClaims()).toEqual([
      {
        ...{ wish: 'refund', reason: 'spoiled', amount: 2000, photos: [], text: '坏了一斤' },
        goods: [{ line: 0, quantity: 1 }],
      },
    ])
    expect(screen.queryByRole('button', { name: '发给店家' })).toBeNull()
    expect(screen.getByText(/前店家没答复，就算同意。$/)).toBeInTheDocument()
  })

  it('names missing fields, focuses the first one, and sends nothing', async () => {
    renderScreen()
    await press('发给店家')
    const [reason, wish] = ['怎么了', '想怎么办'].map((name) => screen.getByRole('radiogroup', { name }))
    expect(reason).toHaveFocus()
    expect(reason).toHaveAccessibleDescription('点一下怎么了')
    expect(wish).toHaveAccessibleDescription('点一下想怎么办')
    await choose('坏了、不新鲜')
    await press('发给店家')
    expect(wish).toHaveFocus()
    await choose(/^退货退钱/)
    await userEvent.clear(screen.getByLabelText('退多少元'))
    await userEvent.type(screen.getByLabelText('退多少元'), '53.01')
    await press('发给店家')
    expect(screen.getByText('写 0.01 到 53 元')).toBeInTheDocument()
    expect(sentClaims()).toEqual([])
  })

  it('asks for no amount when goods are to be sent again', async () => {
    renderScreen()
    await choose('少了')
    await choose(/^再发一份/)
    expect(screen.queryByLabelText('退多少元')).toBeNull()
    await press('发给店家')
    await waitFor(() => expect(sentClaims()).toMatchObject([{ wish: 'resend', amount: 0 }]))
  })

  it('asks which of several goods are affected, and proposes their value', async () => {
    const [line] = shown.lines
    if (!line) throw new Error('the order has no line')
    shown = delivered({
      lines: [line, { ...line, skuId: `${line.skuId.slice(0, -1)}2`, name: '花椒', price: 4000 }],
    })
    renderScreen()
    await choose('坏了、不新鲜')
    await choose(/^退钱/)
    await press('发给店家')
    expect(screen.getByText('点一下哪样有问题')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('checkbox', { name: /花椒/ }))
    expect(screen.getByLabelText('退多少元')).toHaveValue('40')
    await press('发给店家')
    await waitFor(() =>
      expect(sentClaims()).toMatchObject([{ amount: 4000, goods: [{ line: 1, quantity: 1 }] }]),
    )
  })

  it('begins with one piece of the goods, and proposes all that is left for the whole order', async () => {
    renderScreen()
    await choose('坏了、不新鲜')
    await choose(/^退钱/)
    expect(screen.getByRole('checkbox', { name: /核桃/ })).toBeChecked()
    expect(screen.getByLabelText('退多少元')).toHaveValue('25')
    await press('核桃多一个')
    expect(screen.getByLabelText('退多少元')).toHaveValue('53')
    await press('发给店家')
    await waitFor(() =>
      expect(sentClaims()).toMatchObject([{ amount: 5300, goods: [{ line: 0, quantity: 2 }] }]),
    )
  })

  it('asks for no goods when there is only one item', async () => {
    shown = delivered({ lines: shown.lines.map((line) => ({ ...line, quantity: 1 })) })
    renderScreen()
    await choose('坏了、不新鲜')
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.queryByText('哪样有问题')).toBeNull()
  })

  it('keeps the typed claim when the network fails, and repeats the same claim', async () => {
    const answer = onClaim
    onClaim = () => null
    renderScreen()
    await choose('发错了')
    await choose(/^退钱/)
    await press('发给店家')
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    onClaim = answer
    await press('发给店家')
    await screen.findByText('发错了，退钱 ¥25.00')
    const paths = fakeTaro.requests.filter(({ path }) => path.includes('/claims/')).map(({ path }) => path)
    expect(new Set(paths).size).toBe(1)
  })

  it('reports that the claim window has closed meanwhile', async () => {
    onClaim = () => {
      shown = delivered({ claimable: false })
      return problem(409, 'not-allowed-now', shown)
    }
    renderScreen()
    await choose('别的')
    await choose(/^退钱/)
    await press('发给店家')
    await waitFor(() => expect(screen.queryByRole('button', { name: '发给店家' })).toBeNull())
  })
})

describe('finished claim', () => {
  it('is shown with its outcome, and offers another claim', async () => {
    claims = [claim({ state: 'declined' })]
    shown = delivered({
      ...{ afterSale: 'declined' },
      history: [{ action: 'decline', by: 'owner', at: Date.now(), note: '称的时候是好的' }],
    })
    renderScreen()
    expect(await screen.findByText('店家说：称的时候是好的')).toBeInTheDocument()
    expect(screen.getByText(/^店家说不行 · /)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '发给店家' })).toBeNull()
    await press('还有问题')
    await screen.findByRole('button', { name: '发给店家' })
  })
})

describe('open claim', () => {
  beforeEach(() => {
    role = 'owner'
    claims = [claim()]
    shown = delivered({ afterSale: 'asked', answerBy: Date.now() + 72 * HOUR })
  })

  it('shows the seller what is wrong and the deadline for an answer', async () => {
    renderScreen()
    expect(await screen.findByText('坏了、不新鲜，退钱 ¥25.00')).toBeInTheDocument()
    expect(screen.getByText('坏了一斤')).toBeInTheDocument()
    expect(screen.getByText(/前不答复，就算同意退钱。$/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '打电话 13900001234' })).toBeInTheDocument()
  })

  it('is agreed to after a confirmation', async () => {
    renderScreen()
    await press('同意退 ¥25')
    expect(sentSteps()).toEqual([])
    await press('同意退钱')
    await waitFor(() => expect(sentSteps()).toMatchObject([{ action: 'agree' }]))
  })

  it('is answered by an offer of a part', async () => {
    renderScreen()
    await press('只退一部分')
    await userEvent.type(screen.getByLabelText('退多少元'), '0')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '只退一部分' }))
    expect(screen.getByText('写 0.01 到 53 元')).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText('退多少元'), '{Backspace}10.5')
    await userEvent.type(screen.getByLabelText('为什么'), '只坏了几个')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '只退一部分' }))
    await waitFor(() =>
      expect(sentSteps()).toMatchObject([{ action: 'offer', amount: 1050, note: '只坏了几个' }]),
    )
  })

  it('is declined only with a reason', async () => {
    renderScreen()
    await press('不行')
    const dialog = screen.getByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: '不行' }))
    expect(within(dialog).getByText('写一句')).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText('为什么不行'), '称的时候是好的')
    await userEvent.click(within(dialog).getByRole('button', { name: '不行' }))
    await waitFor(() => expect(sentSteps()).toMatchObject([{ action: 'decline', note: '称的时候是好的' }]))
  })

  it.each([
    ['asked', 'owner', ['同意退 ¥25', '只退一部分', '不行']],
    ['resending', 'owner', ['又发了一份', '没货了，退钱']],
    ['agreed', 'owner', ['退给买家了 ¥25']],
    ['asked', 'buyer', ['没事了，撤回']],
  ] as const)(
    'is answered in state %s by the %s from the left half and confirmed in the right half',
    async (state, by, openers) => {
      role = by
      shown = delivered({ afterSale: state })
      renderScreen()
      for (const name of openers) {
        const opener = await screen.findByRole('button', { name })
        expect(opener.closest('.claim__steps')).toBeInTheDocument()
        await userEvent.click(opener)
        const dialog = await screen.findByRole('dialog')
        const yes = dialog.querySelector('.sheet-answers__yes .button')
        expect(yes?.className).toMatch(/button--(main|bad)/)
        expect(dialog.querySelectorAll('.button--main, .button--bad, .button--soft')).toHaveLength(1)
        await userEvent.click(within(dialog).getByRole('button', { name: /^(再想想|先不撤|还没退)$/ }))
      }
    },
  )

  it("is one card of the seller's order, whose main action opens the answers", async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    for (const text of ['坏了、不新鲜，退钱 ¥25.00', /前不答复，就算同意退钱。$/])
      expect(await screen.findByText(text)).toBeInTheDocument()
    await press('答复')
    expect(shownRows()).toEqual(['同意退 ¥25', '只退一部分', '不行', '打电话', '再想想'])
    await press('同意退 ¥25')
    await press('同意退钱')
    await waitFor(() => expect(sentSteps()).toMatchObject([{ action: 'agree' }]))
  })

  it("is the main action of the buyer's order, which leads to its page", async () => {
    role = 'buyer'
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    await press('去看看')
    const url = `/pages/merchant/claim?shop=${shopId}&order=${orderId}`
    expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url }])
  })

  it.each([
    ['returning', '东西送回去了', 'buyer'],
    ['resending', '又发了一份', 'owner'],
    ['sent-back', '收到了，退 ¥25', 'owner'],
    ['offered', '行，就退 ¥25', 'buyer'],
  ] as const)('is answered in state %s by "%s"', async (state, button, by) => {
    role = by
    claims = [claim({ state, ...(state === 'offered' ? { granted: 2500 } : {}) })]
    shown = delivered({ afterSale: state, answerBy: Date.now() + 72 * HOUR })
    renderScreen()
    expect(await screen.findByRole('button', { name: button })).toBeInTheDocument()
  })
})
