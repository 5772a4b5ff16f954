import { fireEvent, render, screen } from '@testing-library/react'
import { artUri } from '@/ui/art/art'
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
