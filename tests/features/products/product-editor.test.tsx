import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useProductDrafts } from '@/features/products/form/product-draft-store'
import SellerProductPage from '@/pages/merchant/product'
import { type Answer, fakeTaro } from '../../support/components/taro'
import { album } from '../../support/local-photos'
import {
  back,
  box,
  press,
  problem,
  product,
  putPaths,
  puts,
  save,
  sent,
  serve,
  shopId,
} from './sample-products'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

let server: ReturnType<typeof serve>

beforeEach(() => {
  server = serve()
  fakeTaro.params({ shop: shopId })
})

/** Opens the form of a new product and fills it in. */
const typeNew = async () => {
  const page = render(<SellerProductPage />)
  await userEvent.type(await box('叫什么'), '核桃')
  await userEvent.type(await box('一斤卖多少钱（元）'), '25.5')
  return page
}

describe('SellerProductPage', () => {
  it('saves a new product once on a double tap', async () => {
    const answers: ((answer: Answer) => void)[] = []
    server.put = () => new Promise((resolve) => answers.push(resolve))
    await typeNew()
    await userEvent.dblClick(screen.getByRole('button', { name: '存好' }))
    await waitFor(() => expect(answers).toHaveLength(1))
    await act(async () => answers[0]?.({ status: 200, body: product() }))
    expect(fakeTaro.navigations).toEqual([back])
    expect(puts()).toEqual([
      expect.objectContaining({ version: 0, name: '核桃', skus: [expect.objectContaining({ price: 2550 })] }),
    ])
    expect(useProductDrafts.getState().drafts).toEqual({})
  })

  it('explains missing fields and sends nothing', async () => {
    render(<SellerProductPage />)
    await save()
    expect(await screen.findAllByText('货叫什么，写一下')).toHaveLength(2)
    expect(screen.getByText('价钱写个数，比如 25 或 25.5')).toBeInTheDocument()
    expect(puts()).toEqual([])
  })

  it('shows an error until its field is valid, then the next one', async () => {
    render(<SellerProductPage />)
    await save()
    await userEvent.type(await box('叫什么'), '核桃')
    expect(screen.getAllByText('价钱写个数，比如 25 或 25.5')).toHaveLength(2)
    await userEvent.type(await box('一斤卖多少钱（元）'), '25.5')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(puts()).toEqual([])
  })

  it('retries after a lost reply with the same product id', async () => {
    server.put = () => null
    await typeNew()
    await save()
    expect(await screen.findByText(/看看手机有没有网/)).toBeInTheDocument()
    server.put = ({ body }) => ({ status: 200, body: product(body as object) })
    await save()
    await waitFor(() => expect(fakeTaro.navigations).toEqual([back]))
    expect(puts()).toHaveLength(2)
    expect(puts()[1]).toEqual(puts()[0])
    expect(new Set(putPaths()).size).toBe(1)
  })

  it('restores an unsaved product after a restart', async () => {
    const { unmount } = await typeNew()
    unmount()
    render(<SellerProductPage />)
    expect(await box('叫什么')).toHaveValue('核桃')
    expect(screen.getByText('接着上次没写完的写。')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '重新写' }))
    expect(await box('叫什么')).toHaveValue('')
  })

  describe('of a new product', () => {
    it('fills name, unit and price by taps alone', async () => {
      render(<SellerProductPage />)
      await press('花椒')
      for (const key of ['3', '5', '点', '5'])
        await userEvent.click(screen.getByRole('button', { name: key }))
      await userEvent.click(screen.getByRole('button', { name: '好了' }))
      expect(screen.queryByRole('button', { name: '好了' })).toBeNull()
      await save()
      await waitFor(() => expect(puts()).toHaveLength(1))
      expect(puts()[0]).toMatchObject({ name: '花椒', skus: [{ price: 3550 }] })
    })

    it('asks for the label of the first sku when a second one is added', async () => {
      render(<SellerProductPage />)
      await press('有几种规格')
      const [first, second] = screen.getAllByLabelText('规格名')
      expect(first).toHaveFocus()
      expect(first).toHaveAccessibleDescription(/原来这种也起个名/)
      expect(second).not.toHaveAccessibleDescription(/原来这种也起个名/)
    })

    it('hides the price keypad for several skus', async () => {
      render(<SellerProductPage />)
      await press('有几种规格')
      expect(screen.queryByRole('button', { name: '好了' })).toBeNull()
    })
  })

  describe('photos of a product', () => {
    const ok = album.reply
    const photosSent = () => sent<{ photos: string[] }>('PUT').map(({ photos }) => photos.length)
    beforeEach(() => {
      album.reply = ok
      album.chosen = [undefined]
    })

    it('keeps the order of several chosen photos, up to the limit', async () => {
      album.chosen = Array.from({ length: 12 }, () => undefined)
      await typeNew()
      await userEvent.click(screen.getByRole('button', { name: '拍一张' }))
      expect(await screen.findByText('放不下这么多张，多选的没放进来。')).toBeInTheDocument()
      expect(album.most).toBe(9)
      await waitFor(() => expect(screen.getAllByRole('button', { name: /^第 \d 张照片/ })).toHaveLength(9))
      await save()
      await waitFor(() => expect(photosSent()).toEqual([9]))
    })

    it('keeps the other photos when one cannot be read', async () => {
      album.chosen = [undefined, 'broken', undefined]
      await typeNew()
      await userEvent.click(screen.getByRole('button', { name: '从相册选' }))
      expect(await screen.findByText('这张打不开，请换一张。')).toBeInTheDocument()
      expect(await screen.findByRole('button', { name: '第 2 张照片' })).toBeInTheDocument()
      await save()
      await waitFor(() => expect(photosSent()).toEqual([2]))
    })

    it('uploads photos when they are picked and saves them with the product', async () => {
      await typeNew()
      await userEvent.click(screen.getByRole('button', { name: '拍一张' }))
      await userEvent.click(screen.getByRole('button', { name: '从相册选' }))
      expect(await screen.findByRole('button', { name: '第 1 张照片，头一张' })).toBeInTheDocument()
      expect(await screen.findByRole('button', { name: '第 2 张照片' })).toBeInTheDocument()
      await save()
      await waitFor(() => expect(photosSent()).toEqual([2]))
    })

    it('blocks saving while an upload failed and retries it on the next save', async () => {
      album.reply = () => null
      await typeNew()
      await userEvent.click(screen.getByRole('button', { name: '拍一张' }))
      expect(await screen.findByRole('button', { name: '第 1 张照片，没传上，点一下' })).toBeInTheDocument()
      await save()
      expect(await screen.findByText(/有照片没传上/)).toBeInTheDocument()
      expect(photosSent()).toEqual([])
      album.reply = ok
      await save()
      await waitFor(() => expect(photosSent()).toEqual([1]))
    })

    it('uploads photos again when the server no longer has them', async () => {
      await typeNew()
      await userEvent.click(screen.getByRole('button', { name: '拍一张' }))
      await userEvent.click(screen.getByRole('button', { name: '从相册选' }))
      expect(await screen.findByRole('button', { name: '第 2 张照片' })).toBeInTheDocument()
      let uploads = 0
      album.reply = (id) => {
        uploads++
        return ok(id)
      }
      server.put = (request) => {
        if (uploads === 2) return { status: 200, body: { ...product(), version: 1 } }
        const fields = (request.body as { photos: string[] }).photos.map((_, at) => ({
          path: `/photos/${at}`,
          message: 'is not a photo that was uploaded',
        }))
        return { status: 400, body: { ...(problem(400, 'bad-input').body as object), fields } }
      }
      await save()
      await waitFor(() => expect(photosSent()).toEqual([2, 2]))
      expect(uploads).toBe(2)
      expect(useProductDrafts.getState().drafts).toEqual({})
    })

    it('reorders the photos of a product', async () => {
      await typeNew()
      for (let at = 0; at < 3; at++) await userEvent.click(screen.getByRole('button', { name: '拍一张' }))
      const drafted = () =>
        Object.values(useProductDrafts.getState().drafts)[0]?.photos.map(({ id }) => id) ?? []
      await waitFor(() => expect(drafted()).toHaveLength(3))
      const [first, second, third] = drafted()
      await press('第 3 张照片')
      expect(screen.queryByRole('button', { name: '往后挪一张' })).toBeNull()
      await userEvent.click(screen.getByRole('button', { name: '往前挪一张' }))
      expect(drafted()).toEqual([first, third, second])
      await userEvent.click(screen.getByRole('button', { name: '第 1 张照片，头一张' }))
      expect(screen.queryByRole('button', { name: '放到头一张' })).toBeNull()
      await userEvent.click(screen.getByRole('button', { name: '往后挪一张' }))
      expect(drafted()).toEqual([third, first, second])
    })

    it('makes another photo the first one and removes a photo', async () => {
      await typeNew()
      for (let at = 0; at < 2; at++) await userEvent.click(screen.getByRole('button', { name: '拍一张' }))
      const drafted = () =>
        Object.values(useProductDrafts.getState().drafts)[0]?.photos.map(({ id }) => id) ?? []
      await waitFor(() => expect(drafted()).toHaveLength(2))
      const [first, second] = drafted()
      await press('第 2 张照片')
      await userEvent.click(screen.getByRole('button', { name: '放到头一张' }))
      expect(drafted()).toEqual([second, first])
      await userEvent.click(screen.getByRole('button', { name: '第 1 张照片，头一张' }))
      await userEvent.click(screen.getByRole('button', { name: '去掉这张' }))
      expect(drafted()).toEqual([first])
    })
  })
})
