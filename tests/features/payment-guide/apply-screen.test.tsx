import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useApplicationDrafts } from '@/features/payment-guide/apply/application-draft-store'
import { ApplyScreen } from '@/features/payment-guide/apply/apply-screen'
import type { PaymentRightsReply } from '@/features/payment-guide/use-payment-rights'
import { album } from '../../support/local-photos'
import { cardNumber, idNumber, licenceNumber } from '../../support/paper-numbers'
import { type Answer, fakeTaro, type Request } from '../../support/taro'
import { shop } from '../settings/sample-shop'
import { application, rights, session, shopId } from './sample-rights'

jest.mock('@/platform/media/photos', () => {
  const { localPhotos } = jest.requireActual('../../support/local-photos') as { localPhotos: unknown }
  return { localPhotos }
})

const uploaded = { status: 200, body: JSON.stringify({ mediaId: 'media-0123456789abcdef' }) }

let shown: PaymentRightsReply
let onPut: (request: Request) => Answer | null

beforeEach(() => {
  fakeTaro.reset()
  useApplicationDrafts.setState({ drafts: {} })
  album.storedPhotos.clear()
  album.reply = () => uploaded
  shown = rights()
  onPut = () => {
    shown = rights({ application: application() })
    return { status: 200, body: shown.application }
  }
  fakeTaro.answer((request) => {
    if (request.path === '/api/sessions') return session
    if (request.method === 'PUT') return onPut(request)
    if (request.path.endsWith('/payment-rights')) return { status: 200, body: shown }
    return { status: 200, body: { shop: shop() } }
  })
})

const open = (asked: string | undefined = 'micro') => render(<ApplyScreen shopId={shopId} asked={asked} />)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const fill = async (label: string, text: string) => {
  const field = await screen.findByLabelText(label)
  await userEvent.clear(field)
  await userEvent.type(field, text)
}
const photograph = (name: string) => press(`拍一张：${name}`)
const sent = () => fakeTaro.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)
const draft = () => useApplicationDrafts.getState().drafts[shopId]

const FRONT = '身份证，有头像的一面'
const BACK = '身份证，有国徽的一面'

async function fillId() {
  await photograph(FRONT)
  await photograph(BACK)
  await fill('姓名', '申请人')
  await fill('身份证号', idNumber(1))
  await fill('从哪天起有效', '20200131')
  await userEvent.click(screen.getByRole('checkbox', { name: '长期有效' }))
}

async function chooseBank(name: string) {
  await press('选银行')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('radio', { name }))
}

/** Fills in the form of a seller without a licence. */
async function fillMicro() {
  await fillId()
  await chooseBank('农业银行')
  await fill('卡号或账号', cardNumber('622202', 16))
}

async function send() {
  await press('交给微信支付')
  await press('交上去')
}

const account = { kind: 'personal', bank: '农业银行', number: cardNumber('622202', 16) }
const id = {
  ...{ front: 'media-0123456789abcdef', back: 'media-0123456789abcdef' },
  ...{ name: '申请人', number: idNumber(1), from: '2020-01-31' },
}

describe('the form of an application', () => {
  it('sends what is filled in once it is confirmed, and shows the application', async () => {
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
    await send()
    await waitFor(() =>
      expect(sent()).toEqual([
        {
          ...{ subject: 'sole-trader', id, phone: '19900000002' },
          licence: { photo: id.front, number: licenceNumber(1), name: '成县下街土货店' },
          account: {
            ...{ kind: 'corporate', bank: '其他银行' },
            ...{ bankName: '成县农村信用合作联社', number: '2610000000012' },
          },
        },
      ]),
    )
  })

  it('names each wrong field, goes to the first, and sends nothing', async () => {
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

  it('reads dates back, and accepts them as they are printed', async () => {
    open()
    await fill('从哪天起有效', '2020.1.31')
    expect(screen.getByText('2020 年 1 月 31 日')).toBeInTheDocument()
    await fill('到哪天为止', '20260230')
    await press('交给微信支付')
    expect(screen.getByText(/^写第二个日期/)).toBeInTheDocument()
    expect(screen.queryByText(/^写第一个日期/)).toBeNull()
  })

  it('asks first what the seller is, and keeps what is filled in when the answer changes', async () => {
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
})

describe('a photo of a paper', () => {
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

  it('says when WeChat Pay cannot be reached', async () => {
    album.reply = () => ({
      status: 409,
      body: JSON.stringify({ code: 'payment-unavailable', status: 409 }),
    })
    open()
    await photograph(FRONT)
    expect(await screen.findByText(/微信支付现在接不上，过一会儿再传。$/)).toBeInTheDocument()
  })

  it('replaces the one before, which leaves this phone', async () => {
    open()
    await photograph(FRONT)
    await screen.findByText('传好了')
    const [before] = album.storedPhotos
    await press(`重拍：${FRONT}`)
    await waitFor(() => expect(album.storedPhotos.has(before ?? '')).toBe(false))
    expect(album.storedPhotos.size).toBe(1)
  })
})

describe('the draft', () => {
  it('is kept when the form is left, and an unfinished upload goes on', async () => {
    album.reply = () => null
    const first = open()
    await fill('姓名', '申请人')
    await chooseBank('工商银行')
    await photograph(FRONT)
    await screen.findByText(/^没传上。/)
    first.unmount()
    album.reply = () => uploaded
    open()
    expect(await screen.findByLabelText('姓名')).toHaveValue('申请人')
    expect(screen.getByText('工商银行')).toBeInTheDocument()
    expect(await screen.findByText('传好了')).toBeInTheDocument()
  })

  it('is removed with its photos by 清空 after a confirmation', async () => {
    open()
    await fill('姓名', '申请人')
    await photograph(FRONT)
    await screen.findByText('传好了')
    await press('清空')
    expect(draft()).toBeDefined()
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '清空' }))
    expect(draft()).toBeUndefined()
    expect(album.storedPhotos.size).toBe(0)
    expect(screen.getByLabelText('姓名')).toHaveValue('')
  })

  it('is removed when the application is accepted', async () => {
    const { unmount } = open()
    await fillMicro()
    await send()
    await screen.findByText(/^微信在审/)
    expect(draft()).toBeDefined()
    unmount()
    shown = rights({ application: application({ state: 'accepted' }) })
    open()
    await waitFor(() => expect(draft()).toBeUndefined())
    expect(album.storedPhotos.size).toBe(0)
  })

  it('is removed when the application is canceled, but not one begun since', async () => {
    const { unmount } = open()
    await fillMicro()
    await send()
    await screen.findByText(/^微信在审/)
    unmount()
    shown = rights({ application: application({ state: 'canceled' }) })
    open()
    await waitFor(() => expect(draft()).toBeUndefined())
    await fill('姓名', '另一位')
    act(fakeTaro.hide)
    act(fakeTaro.show)
    await waitFor(() => expect(draft()?.texts['/id/name']).toBe('另一位'))
    expect(screen.getByLabelText('姓名')).toHaveValue('另一位')
  })
})

describe('sending an application', () => {
  it('keeps everything when the request is lost, and repeats it', async () => {
    const answer = onPut
    onPut = () => null
    open()
    await fillMicro()
    await send()
    expect(await screen.findByText(/^没连上/)).toBeInTheDocument()
    expect(screen.getByLabelText('姓名')).toHaveValue('申请人')
    onPut = answer
    await send()
    expect(await screen.findByText(/^微信在审/)).toBeInTheDocument()
    expect(sent()[1]).toEqual(sent()[0])
  })

  it('shows the application when only the reply is lost', async () => {
    const answer = onPut
    onPut = (request) => {
      answer(request)
      return null
    }
    open()
    await fillMicro()
    await send()
    expect(await screen.findByText(/^微信在审/)).toBeInTheDocument()
    expect(sent()).toHaveLength(1)
  })

  it('shows the application when another phone has sent one', async () => {
    open()
    await fillMicro()
    shown = rights({ application: application() })
    onPut = () => ({ status: 409, body: { code: 'not-allowed-now', status: 409 } })
    await send()
    expect(await screen.findByText(/^微信在审/)).toBeInTheDocument()
  })

  it('marks the fields that the server rejects, until they are changed', async () => {
    onPut = () => ({
      status: 400,
      body: {
        ...{ code: 'bad-input', status: 400 },
        fields: [{ path: '/id/name', message: 'must be a name' }],
      },
    })
    open()
    await fillMicro()
    await send()
    expect(await screen.findByText('有几处要改，已经标出来了。')).toBeInTheDocument()
    expect(screen.getByLabelText('姓名')).toHaveAttribute('aria-invalid', 'true')
    await fill('姓名', '申请人乙')
    expect(screen.getByLabelText('姓名')).not.toHaveAttribute('aria-invalid', 'true')
  })

  it('says when WeChat Pay cannot be reached, and can be repeated', async () => {
    const answer = onPut
    onPut = () => ({ status: 409, body: { code: 'payment-unavailable', status: 409 } })
    open()
    await fillMicro()
    await send()
    expect(await screen.findByText(/^微信支付现在接不上。填的都在/)).toBeInTheDocument()
    onPut = answer
    await send()
    expect(await screen.findByText(/^微信在审/)).toBeInTheDocument()
  })

  it('shows the form again when WeChat did not get the papers', async () => {
    onPut = () => ({ status: 200, body: application({ state: 'sending' }) })
    open()
    await fillMicro()
    await send()
    expect(await screen.findByText(/^材料没送到微信/)).toBeInTheDocument()
    expect(screen.getByLabelText('姓名')).toHaveValue('申请人')
  })
})

describe('papers that came back', () => {
  beforeEach(() => {
    shown = rights({
      application: application({
        state: 'rejected',
        reasons: [{ path: '/id/number', text: '和照片上的不一样' }],
      }),
    })
  })

  it('are filled in on this phone already, with the reasons at their fields', async () => {
    useApplicationDrafts.getState().change(shopId, () => ({ texts: { '/id/number': idNumber(2) } }))
    open(undefined)
    expect(await screen.findByText('和照片上的不一样')).toBeInTheDocument()
    expect(screen.getByLabelText('身份证号')).toHaveValue(idNumber(2))
    expect(screen.queryByText(/^上次填的不在这部手机上/)).toBeNull()
    await fill('身份证号', idNumber(3))
    expect(screen.queryByText('和照片上的不一样')).toBeNull()
  })

  it('are filled in anew on another phone, which says so', async () => {
    open()
    expect(await screen.findByText('上次填的不在这部手机上，要重新填。')).toBeInTheDocument()
  })
})

describe('ApplyScreen', () => {
  it('shows no form where the server cannot apply', async () => {
    shown = rights({ canApply: false })
    open()
    expect(await screen.findByText('这个平台还不能替您申请。问问管平台的人。')).toBeInTheDocument()
    expect(screen.queryByLabelText('姓名')).toBeNull()
  })

  it('offers to retry when it cannot be read', async () => {
    fakeTaro.answer(() => null)
    open()
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })
})
