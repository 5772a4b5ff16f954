import path from 'node:path'
import { oneShop } from './one-shop'
import { source } from './source-root'
import { usedNames } from './used-names.cjs'

const root = path.resolve(__dirname, '..')
const taro = (file: string) => path.resolve(root, 'node_modules/@tarojs', file)

/** Replacements of Taro modules: tree-shakable builds or stubs. */
const modules: Record<string, string> = {
  '@tarojs/shared': taro('shared/dist/shared.esm.js'),
  '@tarojs/api$': taro('api/dist/index.esm.js'),
  '@tarojs/taro$': path.resolve(__dirname, 'taro-entry.js'),
  // over the aliases that Taro makes for Preact
  react: path.resolve(__dirname, 'react-on-preact'),
  'react-dom': path.resolve(__dirname, 'react-on-preact'),
  ...Object.fromEntries(
    ['perf', 'dom/anchor-element', 'dom-external/mutation-observer/index'].map((name) => [
      taro(`runtime/dist/${name}.js`),
      path.resolve(__dirname, 'unused-dom-stub.js'),
    ]),
  ),
  ...Object.fromEntries(
    ['location', 'history', 'URL', 'URLSearchParams'].map((name) => [
      taro(`runtime/dist/bom/${name}.js`),
      path.resolve(__dirname, 'location-stub.js'),
    ]),
  ),
}

interface Rule {
  use(name: string): { loader(file: string): { options(options: unknown): unknown } }
  enforce(when: 'pre'): Rule
  test(pattern: RegExp): Rule
}

/** The parts of Taro's webpack chain that this file uses. */
export interface Chain {
  resolve: { alias: { set(key: string, value: string): unknown } }
  module: { rule(name: string): Rule }
}

export function trimWeappTaro(chain: Chain) {
  if (!oneShop) return
  for (const [name, file] of Object.entries(modules)) chain.resolve.alias.set(name, file)
  const used = usedNames(source())
  const replace = (rule: string, test: RegExp, loader: string, options: object) =>
    chain.module
      .rule(rule)
      .enforce('pre')
      .test(test)
      .use(rule)
      .loader(path.resolve(__dirname, loader))
      .options(options)
  replace(
    'usedParts',
    /@tarojs[/\\](shared[/\\]dist[/\\]shared\.esm|plugin-platform-weapp[/\\]dist[/\\]runtime)\.js$/,
    'used-components-loader.cjs',
    used,
  )
  replace(
    'usedStyle',
    /runtime[/\\]dist[/\\]dom[/\\]style_properties\.js$/,
    'style-properties-loader.cjs',
    used,
  )
  replace(
    'preactRuntime',
    /plugin-framework-react[/\\]dist[/\\]runtime\.js$/,
    'preact-runtime-loader.cjs',
    {},
  )
}
