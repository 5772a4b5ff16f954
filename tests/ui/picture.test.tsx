import { fireEvent, render, screen } from '@testing-library/react'
import { artUri } from '@/ui/art/art'
import { PictureRatio } from '@/ui/picture/fitted-photo'
import { Picture } from '@/ui/picture/picture'

const image = () => document.querySelector('img')?.getAttribute('src')

describe('Picture of a product without a photo', () => {
  it("shows the drawing of the product regardless of the shop's trade", () => {
    render(<Picture art="nuts" goods="成县土蜂蜜" alt="" />)
    expect(image()).toBe(artUri('honey'))
  })

  it('states that there is no photo when no drawing fits', () => {
    render(<Picture art="nuts" goods="花椒" alt="" />)
    expect(screen.getByText('没有照片')).toBeInTheDocument()
    expect(document.querySelector('img')).toBeNull()
  })

  it('shows a photo and does not claim that it is missing when loading fails', () => {
    render(<Picture src="/photos/a.webp" art="nuts" goods="花椒" alt="" />)
    expect(image()).toBe('/photos/a.webp')
    expect(screen.queryByText('没有照片')).toBeNull()
    fireEvent.error(document.querySelector('img') ?? document.body)
    expect(document.querySelector('img')).toBeNull()
    expect(screen.queryByText('没有照片')).toBeNull()
  })
})

describe('Picture of a shop', () => {
  it('shows the drawing of its trade', () => {
    render(<Picture art="nuts" alt="" />)
    expect(image()).toBe(artUri('nuts'))
  })
})

describe('Picture that fits its photo', () => {
  const shown = () => [...document.querySelectorAll('img')].at(-1) ?? document.body
  const load = (width: number, height: number) => {
    const photo = shown()
    Object.defineProperties(photo, { naturalWidth: { value: width }, naturalHeight: { value: height } })
    fireEvent.load(photo)
    return photo
  }
  const [fill, fit] = ['taro-img__mode-aspectfill', 'taro-img__mode-aspectfit']

  it.each([
    ['much taller than its square frame whole', [300, 600], undefined, fit],
    ['much wider than its square frame whole', [600, 300], undefined, fit],
    ['of an upright phone cut to a square', [300, 533], undefined, fill],
    ['much taller than its wide frame whole', [300, 533], 0.75, fit],
  ] as const)('shows a photo %s', (_, [width, height], ratio, mode) => {
    render(<Picture src="/photos/a.webp" art="nuts" alt="" fits {...(ratio ? { ratio } : {})} />)
    expect(load(width, height)).toHaveClass(mode)
    expect(document.querySelectorAll('.picture__image--blurred')).toHaveLength(mode === fit ? 1 : 0)
  })

  it("measures by the ratio of the theme's pictures", () => {
    render(
      <PictureRatio.Provider value={0.75}>
        <Picture src="/photos/a.webp" art="nuts" alt="" fits />
      </PictureRatio.Provider>,
    )
    expect(load(300, 533)).toHaveClass(fit)
  })

  it('cuts the next photo to its frame until that has loaded', () => {
    const { rerender } = render(<Picture src="/photos/a.webp" art="nuts" alt="" fits />)
    expect(load(300, 900)).toHaveClass(fit)
    rerender(<Picture src="/photos/b.webp" art="nuts" alt="" fits />)
    expect(shown()).toHaveClass(fill)
  })
})
