import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CompileFault } from './compile-error'
import { readBase } from './h5/site-base'

export const TARGETS = ['weapp', 'h5'] as const
export type Target = (typeof TARGETS)[number]

export interface Wish {
  /** Slugs, or where exported shops lie. */
  shops: readonly string[]
  targets: readonly Target[]
  /** Where the app goes; of several shops each has a folder in it, and in that each of several targets. */
  out: string
  api: string | undefined
  appid: string
  base: string
  json: boolean
  /** Only what WeChat needs to be told of a shop whose template was uploaded before. */
  extOnly: boolean
  /** Built from source with the shop's own sections alone. */
  full: boolean
  /** A folder of source that this shop has of its own. */
  own: string | undefined
}

export const USAGE = `usage: npm run shop:compile -- --shop <slug, shop.json, folder or .zip> [--shop …] --target weapp|h5|all --out DIR
  --api URL      where the shop is, and where its app sends orders (http://127.0.0.1:4180)
  --appid wx…    the mini-program's appid
  --base PATH    where the site will lie: /path/, or better https://host/path/;
                 of several shops, each in a folder of its slug below it
  --ext-only     ext.json alone, for a template already uploaded (weapp)
  --full         build from source, with this shop's sections alone
  --own DIR      the same, with this shop's own source: files that stand in DIR as src/ has them
                 (templates/, ui/, features/, pages/, locales/) come in the place of the project's, or besides
  --json         for machines`

/** Stands for "no appid yet": WeChat's developer tools open such a project to look at. */
const NO_APPID = 'touristappid'

const options = {
  shop: { type: 'string', multiple: true },
  target: { type: 'string' },
  out: { type: 'string' },
  api: { type: 'string' },
  appid: { type: 'string' },
  base: { type: 'string', default: '/' },
  json: { type: 'boolean', default: false },
  'ext-only': { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  own: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

function parse(args: string[]) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new CompileFault('usage', `${(error as Error).message}\n${USAGE}`)
  }
}

function needed(name: string, value: string | undefined): string {
  if (value) return value
  throw new CompileFault('usage', `--${name} is missing.\n${USAGE}`)
}

function shopsOf(given: string[] = []): string[] {
  needed('shop', given[0])
  return [...new Set(given)]
}

function targetsOf(text: string): readonly Target[] {
  const found = text === 'all' ? TARGETS : TARGETS.filter((target) => target === text)
  if (found.length === 0)
    throw new CompileFault('usage', `--target "${text}" must be weapp, h5 or all.\n${USAGE}`)
  return found
}

function apiOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new CompileFault('usage', `--api "${text}" must be an address like https://shop.example.org.`)
  return url.origin
}

/** WeChat's appids: wx and 16 digits of hexadecimal. */
function appidOf(text: string | undefined): string {
  if (text === undefined || text === NO_APPID) return NO_APPID
  if (/^wx[0-9a-f]{16}$/.test(text)) return text
  throw new CompileFault(
    'bad-appid',
    `--appid "${text}" is none: it is wx and 16 digits (0-9, a-f), as mp.weixin.qq.com shows it under 开发设置.`,
  )
}

/** What the arguments ask for; `undefined` where they ask how to ask. */
export function readArguments(args: string[]): Wish | undefined {
  const values = parse(args)
  if (values.help) return undefined
  const targets = targetsOf(values['ext-only'] ? (values.target ?? 'weapp') : needed('target', values.target))
  const appid = appidOf(values.appid)
  if (values['ext-only'] && (targets.length !== 1 || targets[0] !== 'weapp' || appid === NO_APPID))
    throw new CompileFault('usage', `--ext-only is for --target weapp, and needs the shop's own --appid.`)
  const shops = shopsOf(values.shop)
  if (values.own !== undefined && (shops.length > 1 || values['ext-only']))
    throw new CompileFault('usage', '--own is the source of one shop: name one --shop, without --ext-only.')
  return {
    shops,
    targets,
    out: resolve(needed('out', values.out)),
    api: apiOf(values.api),
    appid,
    base: readBase(values.base),
    json: values.json,
    extOnly: values['ext-only'],
    full: values.full || values.own !== undefined,
    own: values.own,
  }
}
