import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { fakeTaro } from '../../support/components/taro'
import { album } from '../../support/local-photos'
import { idNumber, licenceNumber } from '../../support/paper-numbers'
import { shop } from '../settings/sample-shop'
import {
  account,
  BACK,
  chooseBank,
  FRONT,
  fill,
  fillId,
  fillMicro,
  id,
  open,
  photograph,
  press,
  reset,
  send,
  sent,
  server,
  uploaded,
} from './apply-setup'
import { rights } from './sample-rights'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

beforeEach(reset)

describe('application form', () => {
  it('sends the filled form once it is confirmed, and shows the application', async () => {
    open()
    await fillMicro()
    await press('交给微信支付')
    expect(screen.getByText(/只交给微信支付，这里不留。交上去就不能改/)).toBeInTheDocument()
    expect(sent()).toEqual([])
    await userEvent.dblClick(screen.getByRole('button', { name: '交上去' }))
    expect(await screen.findByText(/^微信在审/)).toBeInTheDocument()
    expect(sent()).toEqual([{ subject: 'micro', id, account, phone: shop().phone }])
    expect(screen.queryByLabelText('姓名')).toBeNull()
    await press('回到怎么收钱')
  })

  it('sends the licence and the account of a sole trader', async () => {
    open('sole-trader')
    await fillId()
    await photograph('营业执照照片')
    await fill('统一社会信用代码', licenceNumber(1).toLowerCase())
    await fill('执照上的名称', '成县下街土货店')
    await userEvent.click(screen.getByRole('radio', { name: '对公账户' }))
    await chooseBank('其他银行')
    await fill('银行全名', '成县农村信用合作联社')
    await fill('卡号或账号', '2610 0000 0001 2')
    await fill('手机号', '199 0000 0002')
    await press('交给微信支付')
    expect(screen.getByText(/^写邮箱/)).toBeInTheDocument()
    await fill('邮箱', ' seller@example.org')
    await send()
    await waitFor(() =>
      expect(sent()).toEqual([
        {
          ...{ subject: 'sole-trader', id, phone: '19900000002', email: 'seller@example.org' },
          licence: { photo: id.front, number: licenceNumber(1), name: '成县下街土货店' },
          account: {
            ...{ kind: 'corporate', bank: '其他银行' },
            ...{ bankName: '成县农村信用合作联社', number: '2610000000012' },
          },
        },
      ]),
    )
  })

  it('names each wrong field, focuses the first one, and sends nothing', async () => {
    open()
    await press('交给微信支付')
    for (const text of ['写身份证上的姓名，两个字以上。', '选您的银行。', '号码不对。照着卡再看一遍。'])
      expect(screen.getByText(text)).toBeInTheDocument()
    expect(screen.getAllByText('拍一张，或者从相册选。')).toHaveLength(2)
    expect(screen.getByRole('group', { name: FRONT })).toHaveFocus()
    await fillMicro()
    await fill('身份证号', `${idNumber(1).slice(0, -1)}0`)
    await press('交给微信支付')
    expect(screen.getAllByRole('alert')).toHaveLength(1)
    expect(screen.getByLabelText('身份证号')).toHaveAttribute('aria-invalid', 'true')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sent()).toEqual([])
  })

  it('shows typed dates in words and accepts the printed form', async () => {
    open()
    await fill('从哪天起有效', '2020.1.31')
    expect(screen.getByText('2020 年 1 月 31 日')).toBeInTheDocument()
    await fill('到哪天为止', '20260230')
    await press('交给微信支付')
    expect(screen.getByText(/^写第二个日期/)).toBeInTheDocument()
    expect(screen.queryByText(/^写第一个日期/)).toBeNull()
  })

  it('asks first for the kind of seller, and keeps the filled fields when the answer changes', async () => {
    open('nothing')
    await press('没有执照')
    await press('自家种的、自己做的')
    await fill('姓名', '申请人')
    await press('重新答')
    expect(screen.queryByLabelText('姓名')).toBeNull()
    await press('有执照')
    await press('有限公司')
    expect(screen.getByLabelText('姓名')).toHaveValue('申请人')
    expect(screen.getByLabelText('执照上的名称')).toBeInTheDocument()
    expect(screen.queryByRole('radio')).toBeNull()
  })

  it('asks for the address on the card of a company only', async () => {
    const first = open('sole-trader')
    expect(await screen.findByLabelText('邮箱')).toBeInTheDocument()
    expect(screen.queryByLabelText('住址')).toBeNull()
    first.unmount()
    open('company')
    await fill('住址', '成县')
    await press('交给微信支付')
    expect(screen.getByText(/^照着身份证写住址/)).toBeInTheDocument()
    await fill('住址', '甘肃省陇南市成县沙坝镇 1 号')
    expect(screen.queryByText(/^照着身份证写住址/)).toBeNull()
  })
})

describe('phone field of the application form', () => {
  it("is empty when the shop's phone is a landline, which it rejects", async () => {
    const known = shop()
    server.shop = { ...known, phone: '0939-3210000' }
    open()
    expect(await screen.findByLabelText('手机号')).toHaveValue('')
    await fill('手机号', '0939-3210000')
    await press('交给微信支付')
    expect(screen.getByText('手机号不对，再看一遍。')).toBeInTheDocument()
  })
})

describe('account field of the application form', () => {
  it('accepts a number with a wrong check digit, with a warning', async () => {
    open()
    await fillMicro()
    await fill('卡号或账号', '6222021234567890')
    expect(screen.getByText('号码像是写错了，照着卡再看一遍。')).toBeInTheDocument()
    await send()
    await waitFor(() => expect(sent()).toHaveLength(1))
  })

  it('refers a company to its account licence', async () => {
    open('company')
    expect(await screen.findByText(/^法人本人是公司的受益人/)).toBeInTheDocument()
    await press('交给微信支付')
    expect(screen.getByText('号码不对。照着开户许可再看一遍。')).toBeInTheDocument()
  })
})

describe('reloading the application', () => {
  it('shows no notice above the form when it fails', async () => {
    open()
    await fill('姓名', '申请人')
    fakeTaro.answer(() => null)
    const before = fakeTaro.requests.length
    act(fakeTaro.hide)
    act(fakeTaro.show)
    await waitFor(() => expect(fakeTaro.requests.length).toBeGreaterThan(before))
    await act(async () => undefined)
    expect(screen.queryByText(/^没连上/)).toBeNull()
    expect(screen.getByLabelText('姓名')).toHaveValue('申请人')
  })
})

describe('photo of a paper', () => {
  it('is taken only after consent, which is requested once', async () => {
    const { unmount } = open()
    await press(`拍一张：${FRONT}`)
    expect(album.subject).toBeUndefined()
    await press('不同意')
    expect(album.storedPhotos.size).toBe(0)
    await press(`拍一张：${FRONT}`)
    await press('同意，去拍照')
    expect(await screen.findByText('传好了')).toBeInTheDocument()
    expect(album.subject).toBe('paper')
    unmount()
    open()
    await press(`拍一张：${BACK}`)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(await screen.findAllByText('传好了')).toHaveLength(2)
  })

  it('is shown as being prepared until it is stored', async () => {
    let store = () => {}
    album.onSave = () =>
      new Promise((resolve) => {
        store = resolve
      })
    open()
    await photograph(FRONT)
    expect(await screen.findByText('正在处理照片')).toBeInTheDocument()
    await act(async () => store())
    expect(await screen.findByText('传好了')).toBeInTheDocument()
  })

  it('can be uploaded again after a failure, and blocks sending until then', async () => {
    album.reply = () => null
    open()
    await fillMicro()
    expect(await screen.findAllByText(/^没传上。/)).toHaveLength(2)
    await press('交给微信支付')
    expect(screen.queryByRole('dialog')).toBeNull()
    album.reply = () => uploaded
    await press(`再传一次：${FRONT}`)
    await press(`再传一次：${BACK}`)
    expect(await screen.findAllByText('传好了')).toHaveLength(2)
    await send()
    await waitFor(() => expect(sent()).toHaveLength(1))
  })

  it('reports that WeChat Pay cannot be reached', async () => {
    album.reply = () => ({
      status: 409,
      body: JSON.stringify({ code: 'payment-unavailable', status: 409 }),
    })
    open()
    await photograph(FRONT)
    expect(await screen.findByText(/微信支付现在接不上，过一会儿再传。$/)).toBeInTheDocument()
  })

  it('replaces the previous photo, which is deleted from this phone', async () => {
    open()
    await photograph(FRONT)
    await screen.findByText('传好了')
    const [before] = album.storedPhotos
    await press(`重拍：${FRONT}`)
    await waitFor(() => expect(album.storedPhotos.has(before ?? '')).toBe(false))
    expect(album.storedPhotos.size).toBe(1)
  })
})

describe('ApplyScreen', () => {
  it('shows no form where the server cannot apply', async () => {
    server.shown = rights({ canApply: false })
    open()
    expect(await screen.findByText('这个平台还不能替您申请。问问管平台的人。')).toBeInTheDocument()
    expect(screen.queryByLabelText('姓名')).toBeNull()
  })

  it('offers to retry when the application cannot be loaded', async () => {
    fakeTaro.answer(() => null)
    open()
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })
})
