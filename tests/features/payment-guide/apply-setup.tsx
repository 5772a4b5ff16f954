import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useApplicationDrafts } from '@/features/payment-guide/apply/application-draft-store'
import { ApplyScreen } from '@/features/payment-guide/apply/apply-screen'
import type { PaymentRightsReply } from '@/features/payment-guide/use-payment-rights'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { album } from '../../support/local-photos'
import { cardNumber, idNumber } from '../../support/paper-numbers'
import { shop } from '../settings/sample-shop'
import { application, rights, shopId } from './sample-rights'

/** The reply to an uploaded photo of a paper. */
export const uploaded = ok(JSON.stringify({ mediaId: 'media-0123456789abcdef' }))

/** A server that can apply: what it replies now, and how it answers an application. */
export const server = {
  shown: rights() as PaymentRightsReply,
  onPut: (_request: Request): Answer | null => null,
  shop: shop(),
}

/** Empties the phone, and has the server accept an application. */
export function reset() {
  fakeTaro.reset()
  useApplicationDrafts.setState({ drafts: {} })
  album.storedPhotos.clear()
  album.reply = () => uploaded
  album.onSave = undefined
  album.subject = undefined
  server.shop = shop()
  server.shown = rights()
  server.onPut = () => {
    server.shown = rights({ application: application() })
    return ok(server.shown.application)
  }
  fakeTaro.answerSignedIn((request) => {
    if (request.method === 'PUT') return server.onPut(request)
    if (request.path.endsWith('/payment-rights')) return ok(server.shown)
    return ok({ shop: server.shop })
  })
}

export const open = (subjectParam: string | undefined = 'micro') =>
  render(<ApplyScreen shopId={shopId} subjectParam={subjectParam} />)
export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))
export async function fill(label: string, text: string) {
  const field = await screen.findByLabelText(label)
  await userEvent.clear(field)
  await userEvent.click(field)
  // typing each letter would draw the long form as often
  await userEvent.paste(text)
}

/** Takes a photo of a paper, and agrees if that is asked. */
export async function photograph(name: string) {
  await press(`拍一张：${name}`)
  const agree = screen.queryByRole('button', { name: '同意，去拍照' })
  if (agree) await userEvent.click(agree)
}

/** The applications that were sent. */
export const sent = () => fakeTaro.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)
export const draft = () => useApplicationDrafts.getState().drafts[shopId]

export const FRONT = '身份证，有头像的一面'
export const BACK = '身份证，有国徽的一面'

export async function fillId() {
  await photograph(FRONT)
  await photograph(BACK)
  await fill('姓名', '申请人')
  await fill('身份证号', idNumber(1))
  await fill('从哪天起有效', '20200131')
  await userEvent.click(screen.getByRole('checkbox', { name: '长期有效' }))
}

export async function chooseBank(name: string) {
  await press('选银行')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('radio', { name }))
}

/** Fills in the form of a seller without a licence. */
export async function fillMicro() {
  await fillId()
  await chooseBank('农业银行')
  await fill('卡号或账号', cardNumber('622202', 16))
}

export async function send() {
  await press('交给微信支付')
  await press('交上去')
}

/** Opens the form, fills it in and sends it. */
export async function openAndSend() {
  const page = open()
  await fillMicro()
  await send()
  return page
}

export const account = { kind: 'personal', bank: '农业银行', number: cardNumber('622202', 16) }
export const id = {
  ...{ front: 'media-0123456789abcdef', back: 'media-0123456789abcdef' },
  ...{ name: '申请人', number: idNumber(1), from: '2020-01-31' },
}
