import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { useUnsentConfirmations } from '@/features/handover/take/confirm-received'
import { TakeScreen } from '@/features/handover/take/take-screen'
import type { ScanResult } from '@/platform/device/device-types'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { album } from '../../support/local-photos'
import { HELP_ID, SHOP_ID, sampleHelp, TOWN } from './sample-help'

let mockScanned: ScanResult = { kind: 'none' }
jest.mock('@/platform/device/scan', () => ({ canScanLive: true, scanCode: async () => mockScanned }))
jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

const LETTERS = 'ABCDEFGHJKMNPQRSTVWX'
const found = (changes: object = {}) => ({
  ...{ kind: 'shop', name: '核桃小店', trade: 'nuts', expiresAt: 1 },
  from: { helper: '培训员', centre: TOWN },
  ...changes,
})
const takenShop = { kind: 'shop', shopId: SHOP_ID, slug: 'abc123', name: '核桃小店', key: 'ABCD' }

let read: Answer | null
let accepted: Answer | null
let received: Answer | null
let roles: object[]
const server = ({ path }: Request): Answer | null => {
  if (path === '/api/me/roles') return ok({ roles })
  if (path.endsWith('/received')) return received
  return path === '/api/handover-codes/read' ? read : accepted
}

const storePhoto = jest.fn()
const onDraft = jest.fn()
const KeyRow = ({ initialKey }: { initialKey?: string | undefined }) => <span>{`key ${initialKey}`}</span>
const open = (firstCode: string | null = null, hasDraft = false) =>
  act(async () => {
    const draftStorage = { storePhoto, onDraft }
    render(<TakeScreen firstCode={firstCode} hasDraft={hasDraft} {...draftStorage} KeyRow={KeyRow} />)
  })
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const type = (value: string) => fireEvent.input(screen.getByLabelText('接店号码'), { target: { value } })
const sent = (path: string) => fakeTaro.requests.filter((request) => request.path === path)
const refused = (code: string, status = 403): Answer => ({ status, body: { code, status } })

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(server)
  storePhoto.mockReset()
  onDraft.mockReset()
  mockScanned = { kind: 'none' }
  roles = []
  read = ok(found())
  accepted = ok(takenShop)
  received = ok({ received: true })
})

describe('TakeScreen', () => {
  it('shows the origin of the shop behind the digits, takes it over and shows its key', async () => {
    await open()
    type('12 34 5')
    await press('看看是哪家店')
    expect(sent('/api/handover-codes/read')).toEqual([])
    type('1234 5678')
    await press('看看是哪家店')
    expect(screen.getByText('沙坝镇服务站 培训员 帮您开的')).toBeInTheDocument()
    await press('接过来')
    expect(sent('/api/handover-codes/accept')[0]?.body).toEqual({ code: '12345678' })
    expect(screen.getByText('key ABCD')).toBeInTheDocument()
    await press('去我的小店')
    expect(fakeTaro.navigations).toEqual([{ by: 'reLaunch', url: `/pages/merchant/shop?shop=${SHOP_ID}` }])
  })

  it('reads the code of a scanned address at once', async () => {
    await open(LETTERS)
    expect(sent('/api/handover-codes/read')[0]?.body).toEqual({ code: LETTERS })
    expect(screen.getByRole('button', { name: '接过来' })).toBeInTheDocument()
  })

  it('scans the code of the other phone', async () => {
    await open()
    mockScanned = { kind: 'read', text: 'https://example.org/else' }
    await press('扫对方手机上的码')
    expect(screen.getByRole('alert')).toHaveTextContent('没有接店的码')
    mockScanned = { kind: 'read', text: `https://shop.example/take-over#${LETTERS}` }
    await press('扫对方手机上的码')
    expect(sent('/api/handover-codes/read')[0]?.body).toEqual({ code: LETTERS })
  })

  it('sends one request for several taps', async () => {
    await open(LETTERS)
    const button = screen.getByRole('button', { name: '接过来' })
    await act(async () => {
      for (let i = 0; i < 3; i++) fireEvent.click(button)
    })
    expect(sent('/api/handover-codes/accept')).toHaveLength(1)
  })

  it.each([
    ['code-wrong', '这个号码不对，请再看一遍。'],
    ['code-expired', '这个号码过时了，请对方再出一个。'],
    ['code-used', '这个号码用过了，请对方再出一个。'],
  ])('explains the error %s and keeps the field', async (code, words) => {
    read = refused(code)
    await open()
    type('123456')
    await press('看看是哪家店')
    expect(screen.getByRole('alert')).toHaveTextContent(words)
    expect(screen.getByLabelText('接店号码')).toHaveValue('123456')
  })

  it('refers to the QR code after too many wrong codes', async () => {
    read = { ...refused('too-many', 429), header: { 'retry-after': '840' } }
    await open()
    type('123456')
    await press('看看是哪家店')
    expect(screen.getByRole('alert')).toHaveTextContent('请直接扫对方手机上的码，或者 14 分钟以后再输')
  })

  it('accepts the shop again after a lost reply', async () => {
    accepted = null
    await open(LETTERS)
    await press('接过来')
    expect(screen.getByRole('alert')).toHaveTextContent('没连上')
    accepted = ok(takenShop)
    await press('接过来')
    expect(screen.getByText('店接过来了')).toBeInTheDocument()
  })

  it('asks for confirmation before a draft replaces the one on this phone', async () => {
    read = ok(found({ kind: 'draft', name: '核桃' }))
    accepted = ok({ kind: 'draft', handoverId: HELP_ID, draft: { good: '核桃' } })
    await open(LETTERS, true)
    await press('接着开')
    await press('先不接')
    expect(sent('/api/handover-codes/accept')).toEqual([])
    await press('接着开')
    await press('换掉，接过来')
    expect(onDraft).toHaveBeenCalledWith({ good: '核桃' }, null)
  })

  it('takes an hour of help for the centre of the helper', async () => {
    const { from: _, ...help } = found({ kind: 'help', parts: ['products'] })
    read = ok(help)
    accepted = ok({ kind: 'help', shopId: SHOP_ID, name: '核桃小店', help: sampleHelp() })
    roles = [{ centre: TOWN, county: TOWN, role: 'trainer', since: 1 }]
    await open(LETTERS)
    expect(screen.getByText(/店主请您帮忙改：货和价钱/)).toBeInTheDocument()
    await press('开始帮忙')
    expect(sent('/api/handover-codes/accept')[0]?.body).toEqual({ code: LETTERS, centre: TOWN.code })
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/merchant/shop?shop=${SHOP_ID}`)
  })

  it('rejects a code for help from a user without a role', async () => {
    read = ok(found({ kind: 'help', parts: ['look'] }))
    await open(LETTERS)
    expect(screen.getByText('这个号码要服务站的人来输。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '开始帮忙' })).toBeNull()
  })

  it('returns to the field for another code', async () => {
    await open(LETTERS)
    await press('换一个号码')
    expect(screen.getByLabelText('接店号码')).toBeInTheDocument()
  })
})

describe('draft taken over from a helper', () => {
  const LOCAL_ID = '01J0000000000000000000000C'
  const photo = { id: '01J0000000000000000000000D', hash: 'a'.repeat(32) }
  const draft = { good: '核桃' }
  const confirmed = () => sent(`/api/handovers/${HELP_ID}/received`)
  const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
  const unsent = () => JSON.parse(JSON.parse(fakeTaro.storage.get('unsent-confirmations') ?? '""')).state
  const take = async () => {
    await open(LETTERS)
    await wait(0)
    await press('接着开')
    await wait(0)
  }

  beforeEach(() => {
    jest.useFakeTimers()
    read = ok(found({ kind: 'draft', name: '核桃' }))
    accepted = ok({ kind: 'draft', handoverId: HELP_ID, draft, photo })
    storePhoto.mockResolvedValue(LOCAL_ID)
  })

  it('is confirmed to the server once it is stored with its photo', async () => {
    await take()
    expect(storePhoto).toHaveBeenCalledWith(photo)
    expect(onDraft).toHaveBeenCalledWith(draft, LOCAL_ID)
    expect(confirmed()).toHaveLength(1)
    expect(unsent()).toEqual({ handoverIds: [] })
  })

  it('waits for a photo that arrives at the second attempt', async () => {
    storePhoto.mockResolvedValueOnce(null)
    await take()
    expect(onDraft).not.toHaveBeenCalled()
    await wait(1000)
    expect(onDraft).toHaveBeenCalledWith(draft, LOCAL_ID)
    expect(storePhoto).toHaveBeenCalledTimes(2)
  })

  it('is not confirmed while its photo is missing, and offers to request the photo again', async () => {
    storePhoto.mockResolvedValue(null)
    await take()
    await wait(10_000)
    expect(screen.getByText('照片没传过来')).toBeInTheDocument()
    expect(storePhoto).toHaveBeenCalledTimes(3)
    expect([onDraft.mock.calls, confirmed()]).toEqual([[], []])
    storePhoto.mockResolvedValue(LOCAL_ID)
    await press('再试一次')
    await wait(0)
    expect(onDraft).toHaveBeenCalledWith(draft, LOCAL_ID)
    expect(confirmed()).toHaveLength(1)
  })

  it('continues without a missing photo when the person chooses so', async () => {
    storePhoto.mockResolvedValue(null)
    await take()
    await wait(10_000)
    await press('不要照片，接着开')
    await wait(0)
    expect(onDraft).toHaveBeenCalledWith(draft, null)
    expect(confirmed()).toHaveLength(1)
  })

  it('is not confirmed when the page is left before its photo has arrived', async () => {
    storePhoto.mockResolvedValueOnce(null)
    album.storedPhotos.add(LOCAL_ID)
    await take()
    cleanup()
    await wait(1000)
    expect(storePhoto).toHaveBeenCalledTimes(2)
    expect([onDraft.mock.calls, confirmed()]).toEqual([[], []])
    expect(album.storedPhotos.has(LOCAL_ID)).toBe(false)
  })

  it('is confirmed again after a lost reply, also after the app was closed', async () => {
    received = null
    await take()
    expect(onDraft).toHaveBeenCalledTimes(1)
    expect(confirmed()).toHaveLength(1)
    await wait(2000)
    expect(confirmed()).toHaveLength(2)
    expect(unsent()).toEqual({ handoverIds: [HELP_ID] })
    received = ok({ received: true })
    renderHook(useUnsentConfirmations)
    await wait(0)
    expect(confirmed()).toHaveLength(3)
    expect(unsent()).toEqual({ handoverIds: [] })
    await wait(60_000)
    expect(confirmed()).toHaveLength(3)
  })
})
