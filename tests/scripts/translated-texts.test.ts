import { transformSync } from '@babel/core'
import plugin from '../../config/translated-texts'

const SOURCE = `
import { formatPrice } from '@/domain/money'
import { translated } from '../translation'
export const cartWords = translated('cartWords', { title: '选好的', price: formatPrice })
`

const compile = (hasOneLanguage: boolean) =>
  transformSync(SOURCE, {
    configFile: false,
    babelrc: false,
    plugins: [[plugin, { hasOneLanguage }]],
  })?.code ?? ''

describe('translatedTexts', () => {
  it('replaces calls by their texts while Chinese is the only language', () => {
    expect(compile(true)).not.toContain('translat')
    expect(compile(true)).toMatch(/export const cartWords = \{\s*title: '选好的',\s*price: formatPrice\s*\};/)
    expect(compile(true)).toContain("from '@/domain/money'")
  })

  it('marks calls as pure once there is another language', () => {
    expect(compile(false)).toContain("export const cartWords = /*#__PURE__*/translated('cartWords', {")
    expect(compile(false)).toContain("from '../translation'")
  })
})
