import { writeScene } from '@/domain/shop/scene'
import { codeParams } from '@/platform/navigation/page-params.weapp'

const link = (address: string) => ({ q: encodeURIComponent(address) })

describe('codeParams', () => {
  it.each<[string, Record<string, string>, object]>([
    ['a slug as the scene', { scene: 'abcd1234' }, { slug: 'abcd1234' }],
    [
      'the scene of a product',
      { scene: encodeURIComponent(writeScene({ slug: 'abcd1234', id: '01J000000000000000000000P1' })) },
      { slug: 'abcd1234', id: '01J000000000000000000000P1' },
    ],
    [
      'an encoded scene with parameters',
      { scene: 'slug%3Dabcd1234%26id%3D9' },
      { slug: 'abcd1234', id: '9' },
    ],
    ['a link to a shop', link('https://shop.example/s/abcd1234'), { slug: 'abcd1234' }],
    [
      'a link to a shop with a query',
      link('https://shop.example/s/abcd1234?from=x'),
      { from: 'x', slug: 'abcd1234' },
    ],
    [
      'a link to a product',
      link('https://shop.example/product?slug=abcd1234&id=9'),
      { slug: 'abcd1234', id: '9' },
    ],
    ['a link with a key', link('https://shop.example/key#ABC-DEF'), { k: 'ABC-DEF' }],
    ['no code', {}, {}],
    ['a link that is none', { q: 'hello' }, {}],
    ['a scene that cannot be decoded', { scene: '%E0%A4%A' }, { '%E0%A4%A': '' }],
  ])('parses %s', (_, params, expected) => {
    expect(codeParams(params)).toEqual(expected)
  })
})
