import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { PaymentGuideScreen } from '@/features/payment-guide/payment-guide-screen'
import { fakeTaro } from '../../support/taro'

const shopId = '01J0000000000000000000SH0P'

let rights: { subject: string; grants: object; connected: string[] }

beforeEach(() => {
  fakeTaro.reset()
  rights = {
    subject: 'none',
    grants: { wechatH5: false, wechatBrowser: false },
    connected: ['wechat', 'alipay'],
  }
  fakeTaro.answer(({ path }) =>
    path === '/api/sessions'
      ? { status: 200, body: { token: 't', accountId: '01J0000000000000000ACC0VNT' } }
      : { status: 200, body: rights },
  )
})

/** The card under a heading. */
async function card(name: string) {
  const title = await screen.findByRole('heading', { name })
  return within(title.parentElement as HTMLElement)
}

describe('PaymentGuideScreen', () => {
  it('says that cash needs nothing, and that a receive code is for face to face', async () => {
    render(<PaymentGuideScreen shopId={shopId} />)
    const inPerson = await card('当面收')
    expect(inPerson.getByText('能收')).toBeInTheDocument()
    expect(inPerson.getByText(/^个人收款码只能当面扫/)).toBeInTheDocument()
  })

  it('names the papers of each kind of seller', async () => {
    render(<PaymentGuideScreen shopId={shopId} />)
    expect((await card('微信支付')).getByText('您自己的银行卡')).toBeInTheDocument()
    expect((await card('支付宝')).getByText(/^要有营业执照。到当地市场监管所/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('radio', { name: /^公司/ }))
    expect((await card('微信支付')).getByText('对公账户')).toBeInTheDocument()
    expect((await card('支付宝')).getByText('公司的支付宝账号')).toBeInTheDocument()
    expect((await card('微信支付')).getByText('还不能收')).toBeInTheDocument()
  })

  it('says where a granted method is on, and why not elsewhere', async () => {
    rights = {
      subject: 'micro',
      grants: { wechat: 'platform', wechatH5: false, wechatBrowser: true },
      connected: ['wechat'],
    }
    render(<PaymentGuideScreen shopId={shopId} />)
    const wechat = await card('微信支付')
    expect(wechat.getByText('能收')).toBeInTheDocument()
    expect(wechat.getByText('微信里，开张小程序：能付')).toBeInTheDocument()
    expect(wechat.getByText('微信里打开网页：能付')).toBeInTheDocument()
    expect(wechat.getByText('手机浏览器：只有公司能开通。请买家在微信里打开。')).toBeInTheDocument()
    expect(screen.queryByRole('radio')).toBeNull()
    expect((await card('支付宝')).getByText(/^这个平台还没接上它/)).toBeInTheDocument()
  })

  it('offers to retry when it cannot be read', async () => {
    fakeTaro.answer(() => null)
    render(<PaymentGuideScreen shopId={shopId} />)
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })
})
