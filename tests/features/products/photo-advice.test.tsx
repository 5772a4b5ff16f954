import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { PhotoFault } from '@/domain/photo-quality'
import { useProductDrafts } from '@/features/products/form/product-draft-store'
import SellerProductPage from '@/pages/merchant/product'
import { fakeTaro } from '../../support/components/taro'
import { album } from '../../support/local-photos'
import { serve, shopId } from './sample-products'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))
jest.mock('@/platform/media/judge-photo', () => ({ judgeLocalPhoto: async () => mockFaults.shift() }))

/** The faults of the next photos; a photo without one is fine. */
const mockFaults: (PhotoFault | undefined)[] = []
const uploaded: string[] = []
const reply = album.reply

beforeEach(() => {
  serve()
  fakeTaro.params({ shop: shopId })
  useProductDrafts.setState({ drafts: {} })
  album.chosen = [undefined]
  mockFaults.length = 0
  uploaded.length = 0
  album.reply = (id) => {
    uploaded.push(id)
    return reply(id)
  }
})

const drafted = () => Object.values(useProductDrafts.getState().drafts)[0]?.photos.map(({ id }) => id) ?? []
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

async function pick(from: '拍一张' | '从相册选', ...faults: (PhotoFault | undefined)[]) {
  mockFaults.push(...faults)
  const page = render(<SellerProductPage />)
  await userEvent.click(await screen.findByRole('button', { name: from }))
  return page
}

describe('a photo of a product with a fault', () => {
  it.each([
    ['dark', '太暗了，搬到亮处再拍'],
    ['blurred', '糊了，拿稳再拍'],
    ['far', '太远了，走近一点'],
  ] as const)('that is %s is uploaded once the owner uses it', async (fault, words) => {
    await pick('拍一张', fault)
    expect(await screen.findByRole('dialog', { name: words })).toBeInTheDocument()
    expect(uploaded).toEqual([])
    await press('就用这张')
    await waitFor(() => expect(uploaded).toEqual(drafted()))
    expect(drafted()).toHaveLength(1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is uploaded when the sheet is closed', async () => {
    await pick('拍一张', 'far')
    await screen.findByRole('dialog')
    await press('关上')
    await waitFor(() => expect(uploaded).toHaveLength(1))
    expect(drafted()).toEqual(uploaded)
  })

  it('is replaced in its place by another from the same source', async () => {
    album.chosen = [undefined, undefined, undefined]
    await pick('从相册选', undefined, 'blurred')
    await screen.findByRole('dialog', { name: '糊了，拿稳再拍' })
    const [first, second, third] = drafted()
    album.chosen = [undefined]
    await press('重拍')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(album).toMatchObject({ from: 'album', most: 1 })
    expect(drafted()).toEqual([first, expect.not.stringContaining(String(second)), third])
    expect(album.storedPhotos).not.toContain(second)
    await waitFor(() => expect([...uploaded].sort()).toEqual([...drafted()].sort()))
  })

  it('is uploaded when the form is opened again after the app ended before the answer', async () => {
    const { unmount } = await pick('拍一张', 'dark')
    await screen.findByRole('dialog')
    await act(async () => unmount())
    expect(drafted()).toHaveLength(1)
    render(<SellerProductPage />)
    await waitFor(() => expect(uploaded).toEqual(drafted()))
  })
})
