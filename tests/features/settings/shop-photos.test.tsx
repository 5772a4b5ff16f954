import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { cropPath, type Photo } from '@/domain/photo'
import type { HelpPurpose } from '@/domain/shop/help'
import type { Shop } from '@/domain/shop/shop'
import { useUnsentPhotos } from '@/features/settings/photos/unsent-photos'
import { useSettingsDrafts } from '@/features/settings/settings-draft-store'
import { SettingsPanel } from '@/features/settings/settings-panel'
import { SettingsScreen } from '@/features/settings/settings-screen'
import { settingsWords } from '@/locales/shop/settings'
import { network } from '@/platform/network/network'
import { type Answer, fakeTaro, type Request } from '../../support/components/taro'
import { album } from '../../support/local-photos'
import { shop } from './sample-shop'

jest.mock('@/platform/media/photos', () => {
  const { localPhotos } = jest.requireActual('../../support/local-photos') as { localPhotos: unknown }
  return { localPhotos }
})

const words = settingsWords.photos
const HASH = 'a'.repeat(32)
const known: Photo = { id: '01J0000000000000000000P0T0', hash: 'b'.repeat(32) }

type Sent = { version: number; logo?: Photo | null; banner?: Photo | null }
const puts = () => fakeTaro.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body as Sent)
let stored: Shop
let onPut: (request: Request) => Answer | null

const savedPhoto = (photo: Photo | null | undefined, before: Photo | undefined) =>
  photo === undefined ? before : (photo ?? undefined)

function storePut({ body }: Request): Answer {
  const { version, logo, banner, ...settings } = body as Sent
  if (version !== stored.version)
    return { status: 409, body: { code: 'version-conflict', status: 409, current: stored } }
  const { logo: oldLogo, banner: oldBanner, ...rest } = stored
  const photos = { logo: savedPhoto(logo, oldLogo), banner: savedPhoto(banner, oldBanner) }
  stored = {
    ...rest,
    ...settings,
    ...(photos.logo ? { logo: photos.logo } : {}),
    ...(photos.banner ? { banner: photos.banner } : {}),
    version: version + 1,
  }
  return { status: 200, body: stored }
}

const reply = album.reply
beforeEach(() => {
  fakeTaro.reset()
  album.reply = reply
  useSettingsDrafts.setState({ drafts: {} })
  useUnsentPhotos.setState({ ids: {} })
  stored = shop()
  onPut = storePut
  fakeTaro.answer((request) => {
    if (request.path === '/api/sessions') return { status: 200, body: { token: 't', accountId: 'a' } }
    return request.method === 'PUT' ? onPut(request) : { status: 200, body: { items: [] } }
  })
})

function Screen({ first, purposes }: { first: Shop; purposes?: HelpPurpose[] }) {
  const [now, setNow] = useState(first)
  return <SettingsScreen part="storefront" shop={now} onSaved={setNow} purposes={purposes} />
}

function open(first: Partial<Shop> = {}) {
  stored = shop(first)
  return render(<Screen first={stored} />)
}

const row = (name: 'logo' | 'banner') =>
  screen.getByRole('button', { name: new RegExp(`^${settingsWords.fields[name]}`) })
const button = (name: string) => screen.getByRole('button', { name })
const press = (name: string) => userEvent.click(button(name))
const picture = (name: 'logo' | 'banner') => row(name).querySelector('img')?.getAttribute('src') ?? undefined

describe('a row with a photo of the shop', () => {
  it('takes a logo in two taps and saves it with nothing but the version of the other settings', async () => {
    open()
    expect(row('logo')).toHaveTextContent(words.hints.logo)
    expect(picture('logo')).toBeUndefined()
    await userEvent.click(row('logo'))
    await press(words.camera)
    await waitFor(() => expect(puts()).toHaveLength(1))
    expect(puts()[0]).toMatchObject({ version: 5, logo: { id: expect.any(String), hash: HASH } })
    expect(puts()[0]).not.toHaveProperty('banner')
    await waitFor(() => expect(picture('logo')).toContain(cropPath(HASH, 'logo')))
    expect(row('logo')).toHaveTextContent(words.hold)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(album.storedPhotos.size).toBe(0)
    // there was none before
    expect(screen.queryByRole('button', { name: words.undo.back })).toBeNull()
  })

  it('replaces a banner and puts the one before back', async () => {
    open({ banner: known })
    expect(picture('banner')).toContain(cropPath(known.hash, 'head'))
    await userEvent.click(row('banner'))
    await press(words.album)
    await waitFor(() => expect(picture('banner')).toContain(cropPath(HASH, 'head')))
    expect(screen.getByText(words.undo.replaced)).toBeVisible()
    await press(words.undo.back)
    await waitFor(() => expect(picture('banner')).toContain(cropPath(known.hash, 'head')))
    expect(puts().map(({ banner }) => banner?.hash)).toEqual([HASH, known.hash])
  })

  it('removes a logo and puts it back', async () => {
    open({ logo: known })
    await userEvent.click(row('logo'))
    await press(words.remove)
    await waitFor(() => expect(picture('logo')).toBeUndefined())
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText(words.undo.removed)).toBeVisible()
    await press(words.undo.back)
    await waitFor(() => expect(picture('logo')).toContain(cropPath(known.hash, 'logo')))
    expect(puts().map(({ logo }) => logo)).toEqual([null, known])
  })

  it('keeps a photo that could not be sent, shows it, and sends it when the network returns', async () => {
    const listeners = new Set<(online: boolean) => void>()
    const follow = jest.spyOn(network, 'onChange').mockImplementation((listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    })
    album.reply = () => null
    open({ logo: known })
    await userEvent.click(row('logo'))
    await press(words.camera)
    await waitFor(() => expect(row('logo')).toHaveTextContent(words.failed))
    expect(picture('logo')).toMatch(/^data:/)
    expect(puts()).toEqual([])
    album.reply = reply
    act(() => {
      for (const listener of listeners) listener(true)
    })
    await waitFor(() => expect(picture('logo')).toContain(cropPath(HASH, 'logo')))
    expect(row('logo')).not.toHaveTextContent(words.failed)
    follow.mockRestore()
  })

  it('sends a photo that waits when the page is opened again', async () => {
    album.reply = () => null
    const { unmount } = open()
    await userEvent.click(row('logo'))
    await press(words.camera)
    await waitFor(() => expect(row('logo')).toHaveTextContent(words.failed))
    unmount()
    album.reply = reply
    open()
    await waitFor(() => expect(picture('logo')).toContain(cropPath(HASH, 'logo')))
    expect(puts()).toHaveLength(1)
  })

  it('tries again or gives the photo up after the server has refused it, with the reason', async () => {
    onPut = () => ({ status: 415, body: { code: 'not-a-photo', status: 415 } })
    open({ logo: known })
    await userEvent.click(row('logo'))
    await press(words.camera)
    expect(await screen.findByText('这张照片打不开，请换一张。')).toBeVisible()
    await userEvent.click(row('logo'))
    await press(words.retry)
    await waitFor(() => expect(puts()).toHaveLength(2))
    await waitFor(() => expect(row('logo')).toHaveTextContent(words.failed))
    await userEvent.click(row('logo'))
    await press(words.drop)
    await waitFor(() => expect(picture('logo')).toContain(cropPath(known.hash, 'logo')))
    expect(album.storedPhotos.size).toBe(0)
  })

  it('is saved over changes of another phone, and leaves unsaved texts as they are', async () => {
    open()
    await userEvent.type(screen.getByLabelText('店名'), '铺')
    stored = { ...stored, version: 9, notice: '今天有货' }
    await userEvent.click(row('logo'))
    await press(words.camera)
    await waitFor(() =>
      expect(stored).toMatchObject({ logo: { hash: HASH }, notice: '今天有货', version: 10 }),
    )
    expect(stored.name).toBe('家乡山货铺')
    expect(screen.getByLabelText('店名')).toHaveValue('家乡山货铺铺')
  })

  it('is for helpers with a right to settings only', () => {
    const { rerender } = render(<Screen first={shop()} purposes={['contact', 'look']} />)
    expect(screen.queryByText(settingsWords.fields.logo)).toBeNull()
    rerender(<Screen first={shop()} purposes={['settings']} />)
    expect(row('logo')).toBeVisible()
    expect(row('banner')).toBeVisible()
  })
})

it('shows the logo in the place of the first character of the name', () => {
  const panel = (first: Shop) => <SettingsPanel shop={first} onSaved={() => undefined} />
  const { rerender, container } = render(panel(shop()))
  expect(screen.getByText('家')).toBeVisible()
  rerender(panel(shop({ logo: known })))
  expect(screen.queryByText('家')).toBeNull()
  expect(container.querySelector('img')?.getAttribute('src')).toContain(cropPath(known.hash, 'logo'))
})
