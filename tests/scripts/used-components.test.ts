import { readFileSync } from 'node:fs'
import path from 'node:path'
import { getComponentsAlias, internalComponents } from '@tarojs/shared'
import { internalComponents as templateComponents } from '@tarojs/shared/dist/template'
import ariaComponents from '../../config/aria-components'
import usedParts from '../../config/used-components-loader.cjs'

const taro = (file: string) => path.resolve('node_modules/@tarojs', file)

/** Reduces a module of Taro to what these names use. */
const reduce = (resourcePath: string, used: { components: string[]; words: string[] }): string =>
  usedParts.call({ resourcePath, getOptions: () => used }, readFileSync(resourcePath, 'utf8'))

/** The numbers that the reduced module returns. */
function numbersIn(source: string): Record<string, Record<string, string>> {
  const [, literal = ''] = source.match(/function getComponentsAlias\(origin\) \{ return (.*) \}/) ?? []
  return JSON.parse(literal)
}

function addAriaAttributes(lists: Record<string, object>) {
  for (const [name, attributes] of Object.entries(ariaComponents))
    Object.assign(lists[name] ?? {}, attributes)
}

const USED = { components: ['View', 'Input'], words: ['ariaLabel', 'value', 'addFileToFavorites'] }

describe('used-components-loader', () => {
  it('refuses to number the components before the accessibility attributes are among them', () => {
    expect(() => reduce(taro('shared/dist/shared.esm.js'), USED)).toThrow('aria-plugin')
  })

  it('numbers the used components and attributes as the templates do', () => {
    addAriaAttributes(templateComponents)
    addAriaAttributes(internalComponents)
    const all: ReturnType<typeof numbersIn> = getComponentsAlias(internalComponents)
    const { view, input, ...others } = numbersIn(reduce(taro('shared/dist/shared.esm.js'), USED))
    expect(view).toEqual({ _num: all.view?._num, ariaLabel: all.view?.ariaLabel })
    expect(input).toEqual({ _num: all.input?._num, ariaLabel: all.input?.ariaLabel, value: all.input?.value })
    expect(Object.keys(others)).toEqual(expect.arrayContaining(['static-view', 'pure-view', '#text']))
    expect(others).not.toHaveProperty('textarea')
  })

  it('leaves only the used calls, and none of the lists', () => {
    const file = taro('plugin-platform-weapp/dist/runtime.js')
    const source = reduce(file, USED)
    expect(source).toMatch(/needPromiseApis = \/\*#__PURE__\*\/ new Set\(\[\s*'addFileToFavorites',?\s*\]\)/)
    expect(source).toContain('const components = {}')
    expect(source.length).toBeLessThan(readFileSync(file, 'utf8').length / 2)
  })
})
