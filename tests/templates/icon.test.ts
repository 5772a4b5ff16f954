import path from 'node:path'
import { compile } from 'sass'
import sharp from 'sharp'
import { iconNames } from '@/ui/icon/icon'

jest.mock('@tarojs/components', () => jest.requireActual('./taro-components'))

const css = compile(path.resolve(__dirname, '../../src/ui/icon/icon.scss')).css
const drawn = new Map(
  [...css.matchAll(/\.icon--([a-z]+) \{\s*--icon: url\("data:image\/svg\+xml,([^"]+)"\)/g)].map(
    ([, name = '', svg = '']) => [name, decodeURIComponent(svg)] as const,
  ),
)

describe('Icon', () => {
  it('has exactly one drawing per icon name', () => {
    expect([...drawn.keys()].sort()).toEqual([...iconNames].sort())
  })

  it('has a distinct drawing for every name', () => {
    expect(new Set(drawn.values()).size).toBe(drawn.size)
  })

  it.each([...drawn])('draws %s inside its square', async (_, svg) => {
    const { data, info } = await sharp(Buffer.from(svg), { density: 192 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const inked = (x: number, y: number) => (data[(y * info.width + x) * info.channels + 3] ?? 0) > 0
    const edge = Array.from({ length: info.width }, (_, at) => at)
    expect(edge.some((x) => edge.some((y) => inked(x, y)))).toBe(true)
    expect(
      edge.some(
        (at) => inked(at, 0) || inked(0, at) || inked(at, info.width - 1) || inked(info.width - 1, at),
      ),
    ).toBe(false)
  })
})
