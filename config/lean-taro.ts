import path from 'node:path'
import { oneShop } from './one-shop'
import { source } from './sources'
import { usedNames } from './used-names.cjs'

const root = path.resolve(__dirname, '..')
const taro = (file: string) => path.resolve(root, 'node_modules/@tarojs', file)

/** Modules of Taro, and what stands in for them: those that webpack can leave things out of, or nothing. */
const modules: Record<string, string> = {
  '@tarojs/shared': taro('shared/dist/shared.esm.js'),
  '@tarojs/api$': taro('api/dist/index.esm.js'),
  '@tarojs/taro$': path.resolve(__dirname, 'taro-entry.js'),
  ...Object.fromEntries(
    ['location', 'history', 'URL', 'URLSearchParams'].map((name) => [
      taro(`runtime/dist/bom/${name}.js`),
      path.resolve(__dirname, 'no-addresses.js'),
    ]),
  ),
}

interface Rule {
  use(name: string): { loader(file: string): { options(options: unknown): unknown } }
  enforce(when: 'pre'): Rule
  test(pattern: RegExp): Rule
}

/** What this needs of Taro's webpack chain. */
export interface Chain {
  resolve: { alias: { set(key: string, value: string): unknown } }
  module: { rule(name: string): Rule }
}

/** Leaves out of a shop's own mini-program what Taro brings along and no page of it uses. */
export function leanTaro(chain: Chain) {
  if (!oneShop) return
  for (const [name, file] of Object.entries(modules)) chain.resolve.alias.set(name, file)
  chain.module
    .rule('usedParts')
    .enforce('pre')
    .test(/@tarojs[/\\](shared[/\\]dist[/\\]shared\.esm|plugin-platform-weapp[/\\]dist[/\\]runtime)\.js$/)
    .use('used-parts')
    .loader(path.resolve(__dirname, 'used-parts-loader.cjs'))
    .options(usedNames(source()))
}
