import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { PaymentGuideScreen } from '@/features/payment-guide/payment-guide-screen'
import type { PaymentRightsReply } from '@/features/payment-guide/use-payment-rights'
import { fakeTaro, ok } from '../../support/components/taro'
import { rights, shopId } from './sample-rights'

let shown: PaymentRightsReply

beforeEach(() => {
  fakeTaro.reset()
  shown = rights()
  fakeTaro.answerSignedIn(() => ok(shown))
})

/** The card under a heading. */
async function card(name: string) {
  const title = await screen.findByRole('heading', { name })
  return within(title.parentElement as HTMLElement)
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

async function answer(...names: string[]) {
  for (const name of names) await press(name)
}

const open = () => render(<PaymentGuideScreen shopId={shopId} />)

describe('PaymentGuideScreen', () => {
  it('says that cash needs no papers, and that a receive code works only face to face', async () => {
    open()
    const inPerson = await card('当面收')
    expect(inPerson.getByText('能收')).toBeInTheDocument()
    expect(inPerson.getByText(/^个人收款码只能当面扫/)).toBeInTheDocument()
  })

  it('names the papers of each kind of seller once the questions are answered', async () => {
    open()
    expect((await card('微信支付')).getByText(/^先答上面的问题/)).toBeInTheDocument()
    await answer('没有执照', '自家种的、自己做的')
    expect((await card('微信支付')).getByText('您自己的银行卡')).toBeInTheDocument()
    expect((await card('支付宝')).getByText(/^要有营业执照。到当地市场监管所/)).toBeInTheDocument()
    await answer('重新答', '有执照', '有限公司')
    expect((await card('微信支付')).getByText('对公账户')).toBeInTheDocument()
    expect((await card('支付宝')).getByText('公司的支付宝账号')).toBeInTheDocument()
    expect((await card('微信支付')).getByText('还不能收')).toBeInTheDocument()
  })

  it('shows where a granted method is on, and why it is off elsewhere', async () => {
    shown = rights({
      subject: 'micro',
      grants: { wechat: 'platform', wechatH5: false, wechatBrowser: true },
      connected: ['wechat'],
    })
    open()
    const wechat = await card('微信支付')
    expect(wechat.getByText('能收')).toBeInTheDocument()
    expect(wechat.getByText('微信里，开张小程序：能付')).toBeInTheDocument()
    expect(wechat.getByText('微信里打开网页：能付')).toBeInTheDocument()
    expect(wechat.getByText('手机浏览器：只有公司能开通。请买家在微信里打开。')).toBeInTheDocument()
    expect(screen.queryByText('您有营业执照吗？')).toBeNull()
    expect((await card('支付宝')).getByText(/^这个平台还没接上它/)).toBeInTheDocument()
  })

  it.each(['platform', 'direct'] as const)(
    'speaks of neither a service account nor an own mini-program to a seller of the role %s',
    async (role) => {
      const grants = { wechat: role, wechatH5: false, wechatBrowser: false } as const
      shown = rights({ subject: 'sole-trader', grants })
      open()
      expect(
        (await card('微信支付')).getByText('微信里打开网页：还没开通。请管这个平台的人开通。'),
      ).toBeVisible()
      expect(screen.queryByText(/服务号|您自己的小程序/)).toBeNull()
    },
  )

  it('says what computers need for Alipay, and that they pay by WeChat', async () => {
    const grants = { wechat: 'platform', wechatH5: true, wechatBrowser: true, alipay: 'full' } as const
    shown = rights({ subject: 'company', grants })
    const { unmount } = open()
    const [alipay, wechat] = [await card('支付宝'), await card('微信支付')]
    expect(alipay.getByText('手机浏览器：能付')).toBeInTheDocument()
    expect(
      alipay.getByText('电脑浏览器：还没申请下来。请管这个平台的人替您申请电脑网站支付。'),
    ).toBeInTheDocument()
    expect(wechat.getByText('电脑浏览器：能付')).toBeInTheDocument()
    unmount()
    shown = rights({ subject: 'company', grants: { ...grants, alipayPage: true } })
    open()
    expect((await card('支付宝')).getByText('电脑浏览器：能付')).toBeInTheDocument()
  })

  it('offers to retry when the payment rights cannot be loaded', async () => {
    fakeTaro.answer(() => null)
    open()
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })
})

describe('PaymentGuideScreen questions', () => {
  it('shows one question at a time and leads back', async () => {
    open()
    await press('有执照')
    expect(screen.getByRole('heading', { name: '执照上“类型”写的是什么？' })).toBeInTheDocument()
    expect(screen.queryByText('您有营业执照吗？')).toBeNull()
    await press('上一问')
    expect(screen.getByRole('heading', { name: '您有营业执照吗？' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '上一问' })).toBeNull()
  })

  it.each([
    ['有执照', '个体工商户', /^您是个体户。/],
    ['有执照', '有限公司', /^您是公司。/],
    ['没有执照', '自家种的、自己做的', /^您是个人，/],
    ['没有执照', '进货来卖', /^您是进货来卖的，要先有个体户执照/],
  ])('derives from "%s" and "%s" the kind of seller', async (first, second, outcome) => {
    open()
    await answer(first, second)
    expect(screen.getByText(outcome)).toBeInTheDocument()
    await press('重新答')
    expect(screen.getByText('您有营业执照吗？')).toBeInTheDocument()
  })

  it('shows a reseller where to get a licence, and offers no application', async () => {
    open()
    await answer('没有执照', '进货来卖')
    expect(screen.getByText('带上身份证，去当地的市场监管所。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '现在申请' })).toBeNull()
  })
})

describe('link to the application form', () => {
  it('passes the kind of seller to the form', async () => {
    open()
    await answer('有执照', '个体工商户', '现在申请')
    expect(fakeTaro.navigations).toEqual([
      { by: 'navigateTo', url: `/pages/payments/apply?shop=${shopId}&subject=sole-trader` },
    ])
  })

  it('is replaced by a reference to the operator where the server cannot apply', async () => {
    shown = rights({ canApply: false })
    open()
    await answer('没有执照', '自家种的、自己做的')
    expect((await card('微信支付')).getByText(/请管这个平台的人替您申请/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '现在申请' })).toBeNull()
  })
})
