import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { album } from '../../support/local-photos'
import { fakeTaro } from '../../support/taro'
import {
  chooseBank,
  draft,
  FRONT,
  fill,
  fillMicro,
  open,
  photograph,
  press,
  reset,
  send,
  server,
  uploaded,
} from './apply-setup'
import { application, rights } from './sample-rights'

jest.mock('@/platform/media/photos', () => {
  const { localPhotos } = jest.requireActual('../../support/local-photos') as { localPhotos: unknown }
  return { localPhotos }
})

beforeEach(reset)

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
    server.shown = rights({ application: application({ state: 'accepted' }) })
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
    server.shown = rights({ application: application({ state: 'canceled' }) })
    open()
    await waitFor(() => expect(draft()).toBeUndefined())
    await fill('姓名', '另一位')
    act(fakeTaro.hide)
    act(fakeTaro.show)
    await waitFor(() => expect(draft()?.texts['/id/name']).toBe('另一位'))
    expect(screen.getByLabelText('姓名')).toHaveValue('另一位')
  })
})
