import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { emptyDraft } from '@/features/payment-guide/apply/application-draft'
import { useApplicationDrafts } from '@/features/payment-guide/apply/application-draft-store'
import { PaymentGuideScreen } from '@/features/payment-guide/payment-guide-screen'
import { fakeTaro } from '../../support/components/taro'
import { album } from '../../support/local-photos'
import {
  chooseBank,
  draft,
  FRONT,
  fill,
  open,
  openAndSend,
  photograph,
  press,
  reset,
  server,
  uploaded,
} from './apply-setup'
import { application, rights, shopId } from './sample-rights'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

beforeEach(reset)

describe('application draft', () => {
  it('survives leaving the form, and its unfinished upload continues', async () => {
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
    const { unmount } = await openAndSend()
    await screen.findByText(/^微信在审/)
    expect(draft()).toBeDefined()
    unmount()
    server.shown = rights({ application: application({ state: 'accepted' }) })
    open()
    await waitFor(() => expect(draft()).toBeUndefined())
    expect(album.storedPhotos.size).toBe(0)
  })

  it('is removed when the application is canceled, unless it was begun after that', async () => {
    const first = await openAndSend()
    await screen.findByText(/^微信在审/)
    first.unmount()
    server.shown = rights({ application: application({ state: 'canceled' }) })
    const second = open()
    await waitFor(() => expect(draft()).toBeUndefined())
    await fill('姓名', '另一位')
    second.unmount()
    open()
    expect(await screen.findByLabelText('姓名')).toHaveValue('另一位')
    expect(draft()).toBeDefined()
  })

  it('survives the cancellation of an earlier application when its own request never arrived', async () => {
    server.shown = rights({ application: application({ state: 'canceled', sentAt: 1000 }) })
    server.onPut = () => null
    const first = await openAndSend()
    await screen.findByText(/^没连上/)
    first.unmount()
    const second = open()
    expect(await screen.findByLabelText('姓名')).toHaveValue('申请人')
    second.unmount()
    // the new one arrived after all, and was canceled
    server.shown = rights({ application: application({ state: 'canceled', sentAt: 2000 }) })
    open()
    await waitFor(() => expect(draft()).toBeUndefined())
  })

  it('can be cleared on the status page once it was sent', async () => {
    const { unmount } = await openAndSend()
    await screen.findByText(/^微信在审/)
    expect(album.storedPhotos.size).toBe(2)
    await press('清空')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '清空' }))
    expect(draft()).toBeUndefined()
    expect(album.storedPhotos.size).toBe(0)
    expect(screen.queryByRole('button', { name: '清空' })).toBeNull()
    unmount()
  })

  it('can be cleared in 怎么收钱', async () => {
    useApplicationDrafts.getState().change(shopId, () => ({ texts: { '/id/name': '申请人' } }))
    server.shown = rights({ application: application() })
    render(<PaymentGuideScreen shopId={shopId} />)
    await press('清空')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '清空' }))
    expect(draft()).toBeUndefined()
  })

  it('is removed for any shop when it was not changed for thirty days', async () => {
    const day = 24 * 60 * 60 * 1000
    const left = (days: number) => ({ ...emptyDraft, changedAt: Date.now() - days * day })
    album.storedPhotos.add('old-photo')
    const old = { ...left(31), papers: { '/id/front': { photoId: 'old-photo' } } }
    useApplicationDrafts.setState({ drafts: { old, recent: left(29) } })
    render(<PaymentGuideScreen shopId={shopId} />)
    await screen.findByText('微信支付')
    expect(Object.keys(useApplicationDrafts.getState().drafts)).toEqual(['recent'])
    expect(album.storedPhotos.size).toBe(0)
  })

  it('is removed when its shop is gone', async () => {
    useApplicationDrafts.getState().change(shopId, () => ({ texts: { '/id/name': '申请人' } }))
    fakeTaro.answerSignedIn(() => ({ status: 404, body: { code: 'not-found', status: 404 } }))
    open()
    await waitFor(() => expect(draft()).toBeUndefined())
  })
})
