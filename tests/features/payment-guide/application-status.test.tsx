import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Application } from '@/contract/payment/payment-application'
import { PaymentGuideScreen } from '@/features/payment-guide/payment-guide-screen'
import type { PaymentRightsReply } from '@/features/payment-guide/use-payment-rights'
import { fakeTaro, ok } from '../../support/components/taro'
import { application, rights, shopId } from './sample-rights'

let shown: PaymentRightsReply

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(() => ok(shown))
})

const show = (more: Partial<Application>, rest: Partial<PaymentRightsReply> = {}) => {
  shown = rights({ application: application(more), ...rest })
  return render(<PaymentGuideScreen shopId={shopId} />)
}

const url = 'https://pay.weixin.qq.com/public/apply4ec_sign/s?applymentId=2000000000000001'
const reads = () => fakeTaro.requests.filter(({ path }) => path.endsWith('/payment-rights')).length

describe('application status', () => {
  it.each([
    ['unsent', 'micro', '材料没送到微信，请再交一次。填的都还在。', '再交一次'],
    ['rejected', 'sole-trader', '微信把材料退回来了。照下面的改一改，再交。', '改一改再交'],
    ['canceled', 'company', '这次申请作废了，可以重新申请。', '重新申请'],
  ] as const)('shows the state %s and leads to the form', async (state, subject, text, button) => {
    show({ state, subject })
    expect(await screen.findByText(text)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: button }))
    expect(fakeTaro.navigations.at(-1)?.url).toBe(`/pages/payments/apply?shop=${shopId}&subject=${subject}`)
  })

  it.each([
    ['auditing', '微信在审，一般一到三个工作日。批下来，这里会告诉您。'],
    ['sending', '正在查微信收到没有，等一会儿。'],
    ['frozen', '微信停了这次申请，请管平台的人问一问微信支付。'],
    ['accepted', '签好了，能收微信支付了。'],
  ] as const)('shows the state %s and offers no form', async (state, text) => {
    show({ state })
    expect(await screen.findByText(text)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /再交|申请/ })).toBeNull()
    expect(screen.queryByText('您有营业执照吗？')).toBeNull()
  })

  it('names rejected fields as the form does', async () => {
    show({
      state: 'rejected',
      reasons: [
        { path: '/id/number', text: '和照片上的不一样' },
        { path: '/account/card', text: '户名不符' },
        { path: '/unknown', text: '请补齐资料' },
        { text: '经营范围不符' },
      ],
    })
    for (const text of ['身份证号：和照片上的不一样', '收钱的账户：户名不符', '请补齐资料', '经营范围不符'])
      expect(await screen.findByText(text)).toBeInTheDocument()
  })

  it('shows where to sign, and copies the link for this phone', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined)
    Object.assign(navigator, { clipboard: { writeText } })
    show({ state: 'signing', url })
    expect(await screen.findByRole('img', { name: '签约用的二维码' })).toBeInTheDocument()
    expect(screen.getByText('请本人用微信扫一扫，同意签约。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '打开链接' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '复制链接' }))
    expect(await screen.findByText(/^链接复制好了/)).toBeInTheDocument()
    expect(writeText).toHaveBeenCalledWith(url)
  })

  it.each([
    ['micro', '请本人用微信扫一扫，照着做。'],
    ['sole-trader', '请经营者本人用微信扫一扫，照着做。'],
    ['company', '请法人本人用微信扫一扫，照着做。'],
  ] as const)('shows the subject %s the code that confirms the account', async (subject, text) => {
    show({ state: 'confirming', subject, url })
    expect(await screen.findByRole('img', { name: '确认账户用的二维码' })).toBeInTheDocument()
    expect(screen.getByText(text)).toBeInTheDocument()
  })

  it('shows the transfer that confirms the account, and copies its number', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined)
    Object.assign(navigator, { clipboard: { writeText } })
    show({
      state: 'confirming',
      url,
      transfer: {
        ...{ amount: 12, to: '财付通支付科技有限公司', number: '7917015370000001' },
        ...{ bank: '浦发银行深圳分行', remark: 'KZ20261128', until: '2026-12-08' },
      },
    })
    for (const text of ['¥0.12', '财付通支付科技有限公司', '浦发银行深圳分行', 'KZ20261128', '2026-12-08'])
      expect(await screen.findByText(text)).toBeInTheDocument()
    expect(screen.queryByRole('img', { name: '确认账户用的二维码' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '复制账号' }))
    expect(await screen.findByText('账号复制好了。')).toBeInTheDocument()
    expect(writeText).toHaveBeenCalledWith('7917015370000001')
  })

  it('offers no form where the server can no longer apply', async () => {
    show({ state: 'rejected' }, { canApply: false })
    expect(await screen.findByText(/^微信把材料退回来了/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '改一改再交' })).toBeNull()
  })

  it('is reloaded while the application is under way, and when the page is shown again', async () => {
    jest.useFakeTimers()
    show({ state: 'auditing' })
    await act(() => jest.advanceTimersByTimeAsync(100))
    expect(reads()).toBe(1)
    shown = rights({ application: application({ state: 'signing', url }) })
    await act(() => jest.advanceTimersByTimeAsync(10_000))
    expect(screen.getByText('批下来了！签个约，就能收钱。')).toBeInTheDocument()
    shown = rights({
      subject: 'micro',
      grants: { wechat: 'platform', wechatH5: false, wechatBrowser: true },
      application: application({ state: 'accepted' }),
    })
    act(fakeTaro.hide)
    act(fakeTaro.show)
    await act(() => jest.advanceTimersByTimeAsync(100))
    expect(screen.getByText('微信里，开张小程序：能付')).toBeInTheDocument()
    const before = reads()
    await act(() => jest.advanceTimersByTimeAsync(60_000))
    expect(reads()).toBe(before)
  })

  it('keeps the last status when a later read fails', async () => {
    show({ state: 'auditing' })
    await screen.findByText(/^微信在审/)
    fakeTaro.answer(() => null)
    act(fakeTaro.hide)
    act(fakeTaro.show)
    await waitFor(() => expect(screen.getByText(/^没连上/)).toBeInTheDocument())
    expect(screen.getByText(/^微信在审/)).toBeInTheDocument()
  })
})
